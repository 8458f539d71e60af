//! Words: the catalogue of sentences in each language, and the wording of lists, durations, times and texts from
//! outside.
//!
//! Owns: every `.ftl`, and the language in effect. Refuses: facts (the caller supplies them), and every other crate of
//! the workspace: like `domain`, it depends on none.

mod catalogue;
pub mod civil;
mod clean;
mod duration;
mod list;

pub use catalogue::{ClockStyle, Language, clock, set_language, speaking, spoken, tell_time_by, telling_time_by};
#[doc(hidden)]
pub use catalogue::{Value, filled};
pub use clean::clean;
pub use duration::minutes;
pub use list::{list, sentences, some_of};
