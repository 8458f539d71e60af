//! The vault against the operating system's real keychain.
//!
//! On Linux each test starts a session bus and a gnome-keyring of its own in a throw-away home (`session`), and runs
//! one of the `inner` cases there in a process of its own.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

#[cfg(target_os = "linux")]
mod inner;
#[cfg(target_os = "linux")]
mod outer;
#[cfg(target_os = "linux")]
mod session;

#[cfg(not(target_os = "linux"))]
mod native;
