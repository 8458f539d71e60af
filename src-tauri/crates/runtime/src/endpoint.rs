//! Another server than Seam, for one run.

use seam::{Endpoint, EndpointFault};

/// Names the server.
pub const ENDPOINT_VARIABLE: &str = "SEAM_ENDPOINT";

/// The server that the environment gives, if it gives any.
///
/// # Errors
/// It is no address, or one that a key must not be sent to: then Seam is not taken in its place.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and by the command line only")]
pub fn given_endpoint() -> Result<Option<Endpoint>, EndpointFault> {
    std::env::var_os(ENDPOINT_VARIABLE).map(|text| Endpoint::parse(&text.to_string_lossy())).transpose()
}
