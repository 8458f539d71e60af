//! Which record is open: the host's, the demo's, or none.
//!
//! Owns: lending it to those who work with it. Refuses: opening files, and deciding what to open next.
//!
//! Locking: every lock is released before anything is awaited.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use wire::{CommandError, ErrorCode, Mode};

use super::session::{Opened, Session};
use crate::error::{CommandResult, nothing_open};

/// The record that the app shows.
#[derive(Default)]
pub struct CurrentRecord(Mutex<OpenRecord>);

#[derive(Default)]
enum OpenRecord {
    /// The app shows the welcome page.
    #[default]
    None,
    Open(Arc<Session>),
    /// The host's record exists but cannot be opened.
    Failed(CommandError),
}

impl CurrentRecord {
    /// The open record, which stays open for as long as the caller holds it.
    ///
    /// # Errors
    /// [`ErrorCode::NoRecord`] if none is open; otherwise why the host's record cannot be opened.
    pub fn opened(&self) -> CommandResult<Opened> {
        match &*self.lock() {
            OpenRecord::None => Err(nothing_open()),
            OpenRecord::Open(session) => Ok(Session::opened(session)),
            OpenRecord::Failed(trouble) => Err(trouble.clone()),
        }
    }

    /// Which record the app shows, and what is wrong with it.
    pub fn mode(&self) -> (Mode, Option<ErrorCode>) {
        match &*self.lock() {
            OpenRecord::None => (Mode::None, None),
            OpenRecord::Open(session) => (session.mode, session.record_trouble()),
            OpenRecord::Failed(trouble) => (Mode::Live, Some(trouble.code)),
        }
    }

    /// The host's own record, if it is the open one.
    pub fn live(&self) -> Option<Arc<Session>> {
        match &*self.lock() {
            OpenRecord::Open(session) if session.mode == Mode::Live => Some(Arc::clone(session)),
            OpenRecord::None | OpenRecord::Open(_) | OpenRecord::Failed(_) => None,
        }
    }

    /// Whether the host's record could not be opened.
    pub fn has_failed(&self) -> bool {
        matches!(&*self.lock(), OpenRecord::Failed(_))
    }

    /// The host's record if it is open; otherwise the one that `open` returns. A failure is remembered.
    ///
    /// # Errors
    /// Those of `open`.
    pub fn live_or_open(&self, open: impl FnOnce() -> CommandResult<Session>) -> CommandResult<Arc<Session>> {
        let mut current = self.lock();
        if let OpenRecord::Open(session) = &*current
            && session.mode == Mode::Live
        {
            return Ok(Arc::clone(session));
        }
        match open() {
            Ok(session) => {
                let session = Arc::new(session);
                *current = OpenRecord::Open(Arc::clone(&session));
                Ok(session)
            }
            Err(trouble) => {
                *current = OpenRecord::Failed(trouble.clone());
                Err(trouble)
            }
        }
    }

    pub fn set(&self, session: Arc<Session>) {
        *self.lock() = OpenRecord::Open(session);
    }

    /// Returns the open record and leaves none.
    pub fn take(&self) -> Option<Arc<Session>> {
        match std::mem::take(&mut *self.lock()) {
            OpenRecord::Open(session) => Some(session),
            OpenRecord::None | OpenRecord::Failed(_) => None,
        }
    }

    /// Replaces `old` with `new`; `false` if something else has been opened since.
    pub fn replace(&self, old: &Arc<Session>, new: Arc<Session>) -> bool {
        let mut current = self.lock();
        let is_current = matches!(&*current, OpenRecord::Open(session) if Arc::ptr_eq(session, old));
        if is_current {
            *current = OpenRecord::Open(new);
        }
        is_current
    }

    fn lock(&self) -> MutexGuard<'_, OpenRecord> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
