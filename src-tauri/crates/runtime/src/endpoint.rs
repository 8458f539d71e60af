//! A server other than Seam, for one run.

use seam::{Endpoint, EndpointFault};

/// Environment variable with the server's address.
pub const ENDPOINT_VARIABLE: &str = "SEAM_ENDPOINT";

/// The server set in the environment, if any.
///
/// # Errors
/// The address is invalid, or a key must not be sent to it: then Seam is not used instead.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and by the command line only")]
pub fn given_endpoint() -> Result<Option<Endpoint>, EndpointFault> {
    std::env::var_os(ENDPOINT_VARIABLE).map(|text| Endpoint::parse(&text.to_string_lossy())).transpose()
}
