//! A copied PIN does not stay: it is cleared after a while, and at the end of the program, if it is still what the clipboard holds.
//!
//! Refuses: clearing what the host copied since.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::blocking::run_blocking;
use crate::desktop::Desktop;
use crate::error::Answer;

/// It is looked this often whether the time of a copy is over.
const LOOK: Duration = Duration::from_secs(1);

/// A clipboard that another program holds is tried so often, once in each of those.
const TRIES: u32 = 10;

/// It is given so long at the end of the program.
pub const EXIT_TIMEOUT: Duration = Duration::from_millis(700);

/// What time it is.
pub type Now = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The clipboard as far as it is ours.
#[derive(Clone)]
pub struct Clipboard {
    desktop: Arc<dyn Desktop>,
    now: Now,
    /// Locked while the clipboard is spoken to, so that what is remembered is what stands there.
    ours: Arc<Mutex<Ours>>,
}

#[derive(Default)]
struct Ours {
    text: Option<Zeroizing<String>>,
    /// Counts copies, so that an earlier one's end does not clear a later one.
    copies: u64,
}

impl Clipboard {
    pub fn new(desktop: Arc<dyn Desktop>, now: Now) -> Self {
        Self { desktop, now, ours: Arc::default() }
    }

    /// Copies a secret for so long.
    ///
    /// # Errors
    /// The system gives no clipboard.
    pub async fn copy_secret(&self, secret: Zeroizing<String>, time: Duration) -> Answer<()> {
        let clipboard = self.clone();
        let copy = run_blocking(move || clipboard.write(secret)).await??;
        let clipboard = self.clone();
        tokio::spawn(async move {
            clipboard.wait(time).await;
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
        run_blocking(move || desktop.write_text(&text)).await?
    }

    /// Clears what is still ours; `false` where the clipboard cannot be read now. Blocks.
    pub fn clear(&self) -> bool {
        self.clear_if(|_| true)
    }

    /// Whether it may hold a secret of ours. Does not block.
    pub fn may_hold_secret(&self) -> bool {
        match self.ours.try_lock() {
            Ok(ours) => ours.text.is_some(),
            // It is just being spoken to.
            Err(TryLockError::WouldBlock) => true,
            Err(TryLockError::Poisoned(ours)) => ours.into_inner().text.is_some(),
        }
    }

    /// Clears what is still ours, for the last time; `false` if the clipboard does not answer in that time, and hangs. Blocks, and
    /// not on the thread that the window is on: what was copied in it is given out there.
    pub fn clear_before_exit(&self, time: Duration) -> bool {
        let (clipboard, (done, wait)) = (self.clone(), std::sync::mpsc::channel());
        std::thread::spawn(move || {
            clipboard.clear();
            clipboard.lock().text = None;
            let _ = done.send(());
        });
        wait.recv_timeout(time).is_ok()
    }

    /// Gives the number of the copy.
    fn write(&self, secret: Zeroizing<String>) -> Answer<u64> {
        let mut ours = self.lock();
        self.desktop.write_secret(&secret)?;
        ours.copies += 1;
        ours.text = Some(secret);
        Ok(ours.copies)
    }

    /// By this computer's clock, which goes on while it sleeps, or by the time that it was awake, whichever is sooner.
    async fn wait(&self, time: Duration) {
        let asleep = SignedDuration::try_from(time).ok().and_then(|time| (self.now)().checked_add(time).ok());
        let awake = Instant::now() + time;
        while Instant::now() < awake && asleep.is_none_or(|until| (self.now)() < until) {
            tokio::time::sleep(LOOK.min(awake - Instant::now())).await;
        }
    }

    async fn end(&self, copy: u64) {
        for _ in 0..TRIES {
            let clipboard = self.clone();
            // At the end of the program there is no thread any more, and the clipboard was cleared by then.
            if run_blocking(move || clipboard.clear_if(|ours| ours.copies == copy)).await.unwrap_or(true) {
                return;
            }
            tokio::time::sleep(LOOK).await;
        }
        // It holds no text, or none that it gives out.
        let mut ours = self.lock();
        if ours.copies == copy {
            ours.text = None;
        }
    }

    fn clear_if(&self, is_meant: impl FnOnce(&Ours) -> bool) -> bool {
        let mut ours = self.lock();
        let Some(text) = ours.text.as_ref().filter(|_| is_meant(&ours)) else { return true };
        let Some(there) = self.desktop.read_text().map(Zeroizing::new) else { return false };
        if there == *text {
            self.desktop.clear_clipboard();
            tracing::info!("a copied PIN was cleared from the clipboard");
        }
        ours.text = None;
        true
    }

    fn lock(&self) -> MutexGuard<'_, Ours> {
        self.ours.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
