//! Words: the catalogue of sentences in each language, and how lists, durations, times and texts from outside are said.
//!
//! Owns: every `.ftl`, and which language is spoken. Refuses: facts (it is told what to fill in), and everything of ours: it
//! stands on the ground beside `domain`.

mod catalogue;
pub mod civil;
mod clean;
mod duration;
mod list;

pub use catalogue::{ClockStyle, Language, clock, speak, speaking, spoken, tell_time_by, telling_time_by};
#[doc(hidden)]
pub use catalogue::{Value, filled};
pub use clean::clean;
pub use duration::minutes;
pub use list::{list, sentences, some_of};
