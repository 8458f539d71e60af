//! One open record, the host's or the demo's, and its link to Seam.
//!
//! Owns: that the record stays readable whatever happens to the key, and that closing waits for everyone who uses it. Refuses:
//! choosing the record.
//!
//! Locking: every lock is released before anything is awaited.

use std::collections::HashSet;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::ApiKey;
use domain::ids::IntentId;
use domain::tables::ZoneTables;
use ops::{RecordContext, Snapshot, Write};
use runtime::{App, ForwardClock};
use seam::Endpoint;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;
use wire::{CommandError, ErrorCode, KeyState, Mode, Show, SyncView, TodayView};

use crate::error::{CommandResult, from_operation, from_runtime, no_key};
use crate::local_zone::local_zone;
use crate::record::demo::Demo;

/// An open record.
pub struct Session {
    pub mode: Mode,
    pub folder: PathBuf,
    /// The simulator behind the demo's doors.
    pub demo: Option<Demo>,
    /// Cancelled when the record begins to close.
    stop: Mutex<CancellationToken>,
    /// Tasks that use the record.
    pub tasks: TaskTracker,
    context: RecordContext<ForwardClock>,
    link: Mutex<Link>,
    /// Cancelled when the key changes, which restarts background work.
    background: Mutex<CancellationToken>,
    watched: Mutex<HashSet<IntentId>>,
    last_sync: Mutex<Option<CommandResult<SyncView>>>,
    /// Ids of notifications already shown.
    notified: Mutex<HashSet<String>>,
    /// Codes to announce after the quiet hours.
    deferred: Mutex<Vec<IntentId>>,
}

/// The link to Seam.
#[derive(Clone)]
pub struct Link {
    app: Option<Arc<App>>,
    pub key: KeyState,
    /// The key's last characters.
    pub ends: Option<String>,
    /// Why there is no link.
    why: Option<CommandError>,
}

/// A session in use: the record stays open while any of these exists.
pub struct Opened {
    session: Arc<Session>,
    _at_work: TaskTrackerToken,
}

impl Session {
    /// Opens the record in a folder, or creates it. Contacts neither Seam nor the keychain.
    pub fn open(mode: Mode, folder: &Path, tables: ZoneTables, demo: Option<Demo>) -> CommandResult<Self> {
        let record = runtime::open_record(folder).map_err(from_runtime)?;
        let clock = demo.as_ref().map_or_else(ForwardClock::default, Demo::clock);
        let context = RecordContext { record, tables, clock, here: local_zone() };
        let stop = CancellationToken::new();
        Ok(Self {
            mode,
            folder: folder.to_owned(),
            demo,
            background: Mutex::new(stop.child_token()),
            stop: Mutex::new(stop),
            tasks: TaskTracker::new(),
            context,
            link: Mutex::new(Link::without(KeyState::Absent, None)),
            watched: Mutex::default(),
            last_sync: Mutex::default(),
            notified: Mutex::default(),
            deferred: Mutex::default(),
        })
    }

    /// The warning that the app shows on every page: the record is read-only.
    pub fn record_trouble(&self) -> Option<ErrorCode> {
        self.context.record.why_read_only().map(|_| ErrorCode::NotWritable)
    }

    /// Joins the record with Seam. Sends nothing yet.
    pub fn join(&self, endpoint: Endpoint, key: ApiKey) -> CommandResult<Arc<App>> {
        let app = runtime::join(self.context.clone(), &self.folder, endpoint, key);
        Ok(Arc::new(app.map_err(from_runtime)?))
    }

    /// Sets the link to Seam.
    pub fn set_link(&self, link: Link) {
        *lock(&self.link) = link;
        // The last sync with another key says nothing about this one.
        self.set_last_sync(None);
    }

    pub fn link(&self) -> Link {
        lock(&self.link).clone()
    }

    /// The operations on Seam.
    ///
    /// # Errors
    /// Why there is no key.
    pub fn app(&self) -> CommandResult<Arc<App>> {
        let link = self.link();
        link.app.ok_or_else(|| link.why.unwrap_or_else(no_key))
    }

    /// How to show codes read through Seam; never with PINs.
    pub fn show<'a>(&'a self, app: &'a App) -> Show<'a> {
        Show { pins: false, times: app.times(), tables: &app.tables, here: Some(&self.context.here) }
    }

    /// Reads from the record.
    pub async fn look_up<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Snapshot<'_>) -> Result<T, ops::Error> + Send + 'static,
    ) -> CommandResult<T> {
        self.context.look_up(work).await.map_err(from_operation)
    }

    /// Arrivals, departures, the host's tasks and the doors' capacity.
    pub async fn today(&self) -> CommandResult<TodayView> {
        self.look_up(|at| Ok(TodayView::new(&ops::today::today(at)?, at))).await
    }

    /// Writes to the record; on an error nothing is written.
    pub async fn note_down<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Write<'_>, &Snapshot<'_>) -> Result<T, ops::Error> + Send + 'static,
    ) -> CommandResult<T> {
        self.context.note_down(work).await.map_err(from_operation)
    }

    /// The record, the zone tables, the clock and this computer's zone.
    pub fn context(&self) -> &RecordContext<ForwardClock> {
        &self.context
    }

    /// Begins closing the record: background work ends and none starts.
    pub fn stop(&self) {
        lock(&self.stop).cancel();
        self.tasks.close();
    }

    /// Allows work again after the record could not be closed.
    pub fn resume(&self) {
        *lock(&self.stop) = CancellationToken::new();
        self.tasks.reopen();
    }

    /// Ends the running background work; new work ends with the returned token.
    pub fn restart_background(&self) -> CancellationToken {
        let new = lock(&self.stop).child_token();
        std::mem::replace(&mut *lock(&self.background), new.clone()).cancel();
        lock(&self.watched).clear();
        new
    }

    pub fn background(&self) -> CancellationToken {
        lock(&self.background).clone()
    }

    /// The result of this run's last sync; `None` before the first or if it was stopped.
    pub fn last_sync(&self) -> Option<CommandResult<SyncView>> {
        lock(&self.last_sync).clone()
    }

    pub fn set_last_sync(&self, synced: Option<CommandResult<SyncView>>) {
        *lock(&self.last_sync) = synced;
    }

    /// Whether this notification has not been shown before.
    pub fn is_first_time(&self, what: String) -> bool {
        lock(&self.notified).insert(what)
    }

    /// Announces this code after the quiet hours.
    pub fn defer(&self, id: IntentId) {
        lock(&self.deferred).push(id);
    }

    /// Takes the codes deferred until now.
    pub fn take_deferred(&self) -> Vec<IntentId> {
        std::mem::take(&mut *lock(&self.deferred))
    }

    /// Marks a code as watched; `false` if it is already.
    pub fn begin_watching(&self, id: IntentId) -> bool {
        lock(&self.watched).insert(id)
    }

    pub fn end_watching(&self, id: IntentId) {
        lock(&self.watched).remove(&id);
    }

    /// Uses a session, which keeps the record open.
    pub fn opened(session: &Arc<Self>) -> Opened {
        Opened { session: Arc::clone(session), _at_work: session.tasks.token() }
    }
}

impl Link {
    /// A link with a key.
    pub fn with(app: Arc<App>, key: KeyState, ends: Option<String>) -> Self {
        Self { app: Some(app), key, ends, why: None }
    }

    /// No key, and why.
    pub fn without(key: KeyState, why: Option<CommandError>) -> Self {
        Self { app: None, key, ends: None, why }
    }
}

/// How to show codes, with PINs only on request.
pub fn show<'a>(at: &Snapshot<'a>, pins: bool) -> Show<'a> {
    Show { pins, times: at.times, tables: at.tables, here: Some(at.here) }
}

impl Deref for Opened {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Opened {
    /// The session itself, for background work that holds its own token.
    pub fn session(&self) -> &Arc<Session> {
        &self.session
    }
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_that_could_not_be_closed_can_be_used_again() {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::open(Mode::Live, folder.path(), runtime::zone_tables(), None).unwrap();
        let before = session.restart_background();
        session.stop();
        assert!(
            before.is_cancelled() && session.restart_background().is_cancelled(),
            "while it is closed nothing begins"
        );
        session.resume();
        assert!(!session.restart_background().is_cancelled(), "codes are followed and doors synced again");
        assert!(!session.tasks.is_closed(), "and it can be closed another time");
    }
}
