//! Work that blocks, on a thread where it may.

use crate::error::{CommandResult, internal};

/// Runs `work` on a blocking thread.
///
/// # Errors
/// [`wire::ErrorCode::Internal`] if it panics.
pub async fn run_blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> CommandResult<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| internal(&error))
}
