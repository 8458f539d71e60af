//! The catalogue from outside: complete in every language, and used correctly by the code.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod catalogue;
mod made_up;
