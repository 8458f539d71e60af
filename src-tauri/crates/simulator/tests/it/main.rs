//! The simulator over real HTTP: each rule, each fault, and the shape of every answer.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test ends where it cannot go on")]

mod api;
mod control;
mod faults;
mod life;
mod lists;
mod rules;
mod scale;
mod schema;
mod webhooks;
