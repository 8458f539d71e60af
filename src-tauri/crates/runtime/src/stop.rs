//! Requests from outside to stop the program.

/// Ends when the program is asked to stop: by Ctrl-C, or by SIGTERM, which a service manager sends. A signal counts from the call
/// on, even before the returned future is polled.
#[cfg(unix)]
pub fn told_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let heard = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async move {
        match heard {
            [Ok(mut interrupted), Ok(mut terminated)] => tokio::select! {
                _ = interrupted.recv() => {}
                _ = terminated.recv() => {}
            },
            // If no handler can be installed, the system's default ends the program.
            [Err(_), _] | [_, Err(_)] => std::future::pending().await,
        }
    }
}

/// Ends when the program is asked to stop.
#[cfg(not(unix))]
pub async fn told_to_stop() {
    // An error means that Ctrl-C cannot be received: stop as well.
    let _ = tokio::signal::ctrl_c().await;
}
