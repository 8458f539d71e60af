//! The views from outside: what they say, and what they never say.

mod build;
mod events;
mod findings;
mod refusals;
mod secrets;
mod sentences;
mod snapshots;
