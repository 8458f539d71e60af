//! Time limits, size limits, and how often a read is repeated.

use std::time::Duration;

/// The bounds of every exchange with Seam.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For name, connection and TLS handshake together.
    pub connect: Duration,
    /// For one request with its whole answer.
    pub total: Duration,
    /// Maximum bytes of one answer, after decompression.
    pub body: u64,
    /// Maximum rows of one list.
    pub rows: usize,
    /// How often a failed read is repeated. Creating a code is never repeated.
    pub read_retries: usize,
    /// The wait before the first repetition; it doubles from there, with jitter.
    pub first_wait: Duration,
    /// Longest wait of a read. A longer `Retry-After` ends the read instead.
    pub longest_wait: Duration,
    /// Use the system's proxy (and `HTTPS_PROXY`). Off unless the host turns it on.
    pub use_system_proxy: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            total: Duration::from_secs(30),
            body: 8 * 1024 * 1024,
            rows: 1_000_000,
            read_retries: 2,
            first_wait: Duration::from_millis(250),
            longest_wait: Duration::from_secs(30),
            use_system_proxy: false,
        }
    }
}
