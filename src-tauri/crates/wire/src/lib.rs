//! The program's JSON output, and the sentence for each fact.
//!
//! Owns: the views (`*View`; their keys, as in docs/design.md, "Command line", are stable, more may be added), the
//! codes that a screen tells apart, and the sentences (`sentence`). Refuses: reading the record, asking Seam, deciding
//! anything, and knowing whether a window or a terminal shows it.
//!
//! Secrets: a PIN leaves only in [`CodeView::pin`], and only if the caller asked for it; nothing else here holds one.

mod border;
mod clock;
mod error;
mod view;

pub mod sentence;

pub use error::{CommandError, ErrorCode, ErrorView};
pub use view::*;
