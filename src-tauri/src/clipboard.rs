//! A copied PIN does not stay: it is cleared after a while, and at the end of the program, if it is still what the clipboard holds.
//!
//! Refuses: clearing what the host copied since.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use zeroize::Zeroizing;

use crate::desktop::Desktop;
use crate::error::{Answer, internal};

/// The clipboard as far as it is ours.
#[derive(Clone)]
pub struct Clipboard {
    desktop: Arc<dyn Desktop>,
    ours: Arc<Mutex<Ours>>,
}

#[derive(Default)]
struct Ours {
    text: Option<Zeroizing<String>>,
    /// Counts copies, so that an earlier one's end does not clear a later one.
    copies: u64,
}

impl Clipboard {
    pub fn new(desktop: Arc<dyn Desktop>) -> Self {
        Self { desktop, ours: Arc::default() }
    }

    /// Copies a secret for so long.
    ///
    /// # Errors
    /// The system gives no clipboard.
    pub async fn copy_secret(&self, secret: Zeroizing<String>, time: Duration) -> Answer<()> {
        let (desktop, text) = (Arc::clone(&self.desktop), secret.clone());
        on_thread(move || desktop.write_secret(&text)).await??;
        let copy = self.remember(secret);
        let clipboard = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(time).await;
            clipboard.end(copy).await;
        });
        Ok(())
    }

    /// Copies what is no secret; it stays.
    ///
    /// # Errors
    /// The system gives no clipboard.
    pub async fn copy(&self, text: String) -> Answer<()> {
        let desktop = Arc::clone(&self.desktop);
        on_thread(move || desktop.write_text(&text)).await?
    }

    /// Clears what is still ours. Blocks.
    pub fn clear(&self) {
        let Some(ours) = self.lock().text.take() else { return };
        if self.desktop.read_text().is_some_and(|text| text == *ours) {
            self.desktop.clear_clipboard();
        }
    }

    async fn end(&self, copy: u64) {
        if self.lock().copies == copy {
            let clipboard = self.clone();
            // At the end of the program there is no thread any more, and the clipboard was cleared by then.
            let _ = on_thread(move || clipboard.clear()).await;
        }
    }

    fn remember(&self, secret: Zeroizing<String>) -> u64 {
        let mut ours = self.lock();
        ours.copies += 1;
        ours.text = Some(secret);
        ours.copies
    }

    fn lock(&self) -> MutexGuard<'_, Ours> {
        self.ours.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Clipboards answer when they like.
async fn on_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| internal(&error))
}
