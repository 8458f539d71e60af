//! The views from outside: their content, and what they never contain.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod border;
mod build;
mod events;
mod findings;
mod locks;
mod page;
mod refusals;
mod said;
mod scenario;
mod secrets;
mod sentences;
mod snapshots;
mod window;
