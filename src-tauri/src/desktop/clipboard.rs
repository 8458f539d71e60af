//! The clipboard: a copied PIN is cleared after a while and at the end of the program.
//!
//! Refuses: clearing anything that the host has copied since.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::blocking::run_blocking;
use crate::desktop::Desktop;
use crate::error::CommandResult;

/// How often to check whether a copy's time is over.
const LOOK: Duration = Duration::from_secs(1);

/// How often to try a clipboard that another program holds, [`LOOK`] apart.
const TRIES: u32 = 10;

/// How long clearing may take at the end of the program.
pub const EXIT_TIMEOUT: Duration = Duration::from_millis(700);

/// A clock.
pub type Now = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The clipboard and our last copy in it.
#[derive(Clone)]
pub struct Clipboard {
    desktop: Arc<dyn Desktop>,
    now: Now,
    /// Locked during every clipboard call, so that it matches the clipboard's content.
    ours: Arc<Mutex<Ours>>,
}

#[derive(Default)]
struct Ours {
    text: Option<Zeroizing<String>>,
    /// Counts copies, so that the end of one does not clear a later one.
    copies: u64,
}

impl Clipboard {
    pub fn new(desktop: Arc<dyn Desktop>, now: Now) -> Self {
        Self { desktop, now, ours: Arc::default() }
    }

    /// Copies a secret and clears it after `time`.
    pub async fn copy_secret(&self, secret: Zeroizing<String>, time: Duration) -> CommandResult<()> {
        let clipboard = self.clone();
        let copy = run_blocking(move || clipboard.write(secret)).await??;
        let clipboard = self.clone();
        tokio::spawn(async move {
            clipboard.wait(time).await;
            clipboard.end(copy).await;
        });
        Ok(())
    }

    /// Copies text that is not secret; it stays.
    pub async fn copy(&self, text: String) -> CommandResult<()> {
        let desktop = Arc::clone(&self.desktop);
        run_blocking(move || desktop.write_text(&text)).await?
    }

    /// Clears our copy; `false` if the clipboard cannot be read now. Blocks.
    pub fn clear(&self) -> bool {
        self.clear_if(|_| true)
    }

    /// Whether the clipboard may hold a secret of ours. Does not block.
    pub fn may_hold_secret(&self) -> bool {
        match self.ours.try_lock() {
            Ok(ours) => ours.text.is_some(),
            // A clipboard call is in progress.
            Err(TryLockError::WouldBlock) => true,
            Err(TryLockError::Poisoned(ours)) => ours.into_inner().text.is_some(),
        }
    }

    /// Clears our copy for the last time; `false` if the clipboard hangs. Blocks. Call it off the window's thread, which
    /// must serve text copied in the window.
    pub fn clear_before_exit(&self, time: Duration) -> bool {
        let (clipboard, (done, wait)) = (self.clone(), std::sync::mpsc::channel());
        std::thread::spawn(move || {
            clipboard.clear();
            clipboard.lock().text = None;
            let _ = done.send(());
        });
        wait.recv_timeout(time).is_ok()
    }

    /// Returns the number of the copy.
    fn write(&self, secret: Zeroizing<String>) -> CommandResult<u64> {
        let mut ours = self.lock();
        self.desktop.write_secret(&secret)?;
        ours.copies += 1;
        ours.text = Some(secret);
        Ok(ours.copies)
    }

    /// Waits by this computer's clock, which includes sleep, or by time awake, whichever ends first.
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
            // At the end of the program the thread may fail to start; the clipboard is clear by then.
            if run_blocking(move || clipboard.clear_if(|ours| ours.copies == copy)).await.unwrap_or(true) {
                return;
            }
            tokio::time::sleep(LOOK).await;
        }
        // It holds no text that can be read.
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
