//! The vault against the operating system's real keychain.
//!
//! On Linux each test starts its own session bus and gnome-keyring in a throw-away home (`session`), and runs
//! one of the `inner` cases there in a separate process.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

#[cfg(target_os = "linux")]
mod inner;
#[cfg(target_os = "linux")]
mod outer;
#[cfg(target_os = "linux")]
mod session;

#[cfg(not(target_os = "linux"))]
mod native;
