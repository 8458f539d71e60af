//! Seam's HTTP API: requests, outcomes, paging, and what its JSON means.
//!
//! Owns: everything between a request and a reading. Two kinds of request are kept apart: reads, which are repeated
//! when that may help, and the one that makes a code, which is sent once and whose outcome is classified by what it
//! proves (docs/design.md, "Outcomes").
//! Refuses: deciding anything about stays, slots or codes; showing the API key or a PIN; following a redirect.
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let key = domain::ApiKey::parse("seam_test2bMS_94SrxGzvbVzP")?;
//! let seam = seam::Client::new(seam::Endpoint::default(), key, seam::Limits::default())?;
//! for door in seam.doors().await? {
//!     println!("{}", door.name);
//! }
//! # Ok(())
//! # }
//! ```

mod client;
mod clock;
mod complaint;
mod create;
mod endpoint;
mod error;
mod events;
mod exchange;
mod limits;
mod page;
pub mod parse;
mod reads;
mod retry;

pub use client::Client;
pub use endpoint::{Endpoint, EndpointFault};
pub use error::Error;
pub use limits::Limits;
