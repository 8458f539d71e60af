//! The catalogue from outside: whole in every language, and what the code says of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod catalogue;
mod made_up;
