//! Failures before there is a client. Everything later is a `ReadError` or a `CreateOutcome`.

/// Why there is no client.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the HTTP client cannot be set up")]
    Setup(#[source] reqwest::Error),
    #[error("the API key cannot be sent in a header")]
    Key,
}
