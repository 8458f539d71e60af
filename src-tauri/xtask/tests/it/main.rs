//! Rules of the workspace that no single crate can test.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod disallowed;
