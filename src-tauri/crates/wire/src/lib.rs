//! What leaves the program as JSON, and which sentence explains which fact.
//!
//! Owns: the views (`*View`; their keys, as in docs/design.md, "Command line", are stable, more may be added), the codes that a
//! screen tells apart, and the sentences (`sentence`). Refuses: reading the record, asking Seam, deciding anything, and knowing
//! whether it is a window or a terminal that shows it.
//!
//! Secrets: a PIN leaves only in [`CodeView::pin`], and only where the caller asked for it; nothing else here holds one.

mod border;
mod clock;
mod error;
mod view;

pub mod sentence;
pub mod window;

pub use error::{Code, CommandError, ErrorView};
pub use view::*;
