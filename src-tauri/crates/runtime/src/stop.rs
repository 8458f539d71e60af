//! Being told to stop, from outside.

/// Ends when the program is told to stop: by Ctrl-C, or by SIGTERM, which is what a service manager sends. Heard from the call on,
/// before anybody waits for it.
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
            // Where nothing can be heard, the system's own way of ending is left.
            [Err(_), _] | [_, Err(_)] => std::future::pending().await,
        }
    }
}

/// Ends when the program is told to stop.
#[cfg(not(unix))]
pub async fn told_to_stop() {
    // Whether Ctrl-C came or cannot be heard, it is over.
    let _ = tokio::signal::ctrl_c().await;
}
