//! The ledger on real files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod build;
#[cfg(unix)]
mod damage;
mod facts;
mod moving;
mod noted;
mod pace;
mod plans;
mod states;
mod upgrading;
mod words;
