//! One open record, the host's or the demo's, and the way to Seam that goes with it.
//!
//! Owns: that the record can be read whatever became of the key, and that closing waits for everybody who uses it. Refuses:
//! deciding which record that is.
//!
//! Locking: no lock is held while anything is waited for.

use std::collections::HashSet;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::ApiKey;
use domain::ids::IntentId;
use domain::tables::ZoneTables;
use ops::{At, Desk, Write};
use runtime::{App, ForwardClock};
use seam::Endpoint;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;
use wire::window::{KeyState, Mode, TodayView};
use wire::{Code, CommandError, Show, SyncView};

use crate::error::{Answer, from_operation, from_runtime, no_key};
use crate::local_zone::local_zone;
use crate::record::demo::Demo;

/// An open record.
pub struct Session {
    pub mode: Mode,
    pub folder: PathBuf,
    /// The simulator behind the doors, in the demo.
    pub demo: Option<Demo>,
    /// Cancelled when the record is to be closed.
    stop: Mutex<CancellationToken>,
    /// Everybody at work with the record.
    pub tasks: TaskTracker,
    desk: Desk<ForwardClock>,
    link: Mutex<Link>,
    /// Cancelled when the key changes: what goes on in the background begins anew.
    background: Mutex<CancellationToken>,
    watched: Mutex<HashSet<IntentId>>,
    last_sync: Mutex<Option<Answer<SyncView>>>,
    /// What the host was notified of.
    notified: Mutex<HashSet<String>>,
    /// Codes of which the host is told after the quiet hours.
    deferred: Mutex<Vec<IntentId>>,
}

/// The way to Seam.
#[derive(Clone)]
pub struct Link {
    app: Option<Arc<App>>,
    pub key: KeyState,
    /// The key's last characters.
    pub ends: Option<String>,
    /// Why there is none.
    why: Option<CommandError>,
}

/// A session in use: as long as one of these lives, the record stays open.
pub struct Opened {
    session: Arc<Session>,
    _at_work: TaskTrackerToken,
}

impl Session {
    /// Opens the record in a folder, making it if there is none. Asks neither Seam nor the keychain.
    ///
    /// # Errors
    /// The record is damaged, of a newer version, or cannot be written.
    pub fn open(mode: Mode, folder: &Path, tables: ZoneTables, demo: Option<Demo>) -> Answer<Self> {
        let record = runtime::open_record(folder).map_err(from_runtime)?;
        let clock = demo.as_ref().map_or_else(ForwardClock::default, Demo::clock);
        let desk = Desk { record, tables, clock, here: local_zone() };
        let stop = CancellationToken::new();
        Ok(Self {
            mode,
            folder: folder.to_owned(),
            demo,
            background: Mutex::new(stop.child_token()),
            stop: Mutex::new(stop),
            tasks: TaskTracker::new(),
            desk,
            link: Mutex::new(Link::without(KeyState::Absent, None)),
            watched: Mutex::default(),
            last_sync: Mutex::default(),
            notified: Mutex::default(),
            deferred: Mutex::default(),
        })
    }

    /// What the window says above every page: the record can be read and not written.
    pub fn record_trouble(&self) -> Option<Code> {
        self.desk.record.why_read_only().map(|_| Code::NotWritable)
    }

    /// Joins the record with Seam. Sends nothing yet.
    ///
    /// # Errors
    /// The machine cannot speak HTTPS.
    pub fn join(&self, endpoint: Endpoint, key: ApiKey) -> Answer<Arc<App>> {
        let app = runtime::join(self.desk.clone(), &self.folder, endpoint, key);
        Ok(Arc::new(app.map_err(from_runtime)?))
    }

    /// The way to Seam from here on.
    pub fn set_link(&self, link: Link) {
        *lock(&self.link) = link;
        // What another key met says nothing of this one.
        self.set_last_sync(None);
    }

    pub fn link(&self) -> Link {
        lock(&self.link).clone()
    }

    /// What speaks to Seam.
    ///
    /// # Errors
    /// Why there is no key.
    pub fn app(&self) -> Answer<Arc<App>> {
        let link = self.link();
        link.app.ok_or_else(|| link.why.unwrap_or_else(no_key))
    }

    /// Looks something up in the record.
    ///
    /// # Errors
    /// What `work` answers.
    pub async fn look_up<T: Send + 'static>(
        &self,
        work: impl FnOnce(&At<'_>) -> Result<T, ops::Error> + Send + 'static,
    ) -> Answer<T> {
        self.desk.look_up(work).await.map_err(from_operation)
    }

    /// Who comes and goes, what needs the host, how full the doors are.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn today(&self) -> Answer<TodayView> {
        self.look_up(|at| Ok(TodayView::of(&ops::today::today(at)?, at))).await
    }

    /// Notes something down in the record.
    ///
    /// # Errors
    /// What `work` answers; then nothing was written.
    pub async fn note_down<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Write<'_>, &At<'_>) -> Result<T, ops::Error> + Send + 'static,
    ) -> Answer<T> {
        self.desk.note_down(work).await.map_err(from_operation)
    }

    /// Today's zone on this computer, the tables and the record.
    pub fn desk(&self) -> &Desk<ForwardClock> {
        &self.desk
    }

    /// The record is to be closed: what goes on in the background ends, and nothing begins any more.
    pub fn stop(&self) {
        lock(&self.stop).cancel();
        self.tasks.close();
    }

    /// It could not be closed, and stays open: work can begin again.
    pub fn resume(&self) {
        *lock(&self.stop) = CancellationToken::new();
        self.tasks.reopen();
    }

    /// Ends what went on in the background; what begins now ends with the token.
    pub fn restart_background(&self) -> CancellationToken {
        let new = lock(&self.stop).child_token();
        std::mem::replace(&mut *lock(&self.background), new.clone()).cancel();
        lock(&self.watched).clear();
        new
    }

    pub fn background(&self) -> CancellationToken {
        lock(&self.background).clone()
    }

    /// What the last sync of this run brought; `None` while none has ended, or when it was stopped.
    pub fn last_sync(&self) -> Option<Answer<SyncView>> {
        lock(&self.last_sync).clone()
    }

    pub fn set_last_sync(&self, synced: Option<Answer<SyncView>>) {
        *lock(&self.last_sync) = synced;
    }

    /// Whether the host is told this for the first time.
    pub fn is_first_time(&self, what: String) -> bool {
        lock(&self.notified).insert(what)
    }

    /// The host is told of this code after the quiet hours.
    pub fn defer(&self, id: IntentId) {
        lock(&self.deferred).push(id);
    }

    /// What was left for later; it is not kept any longer.
    pub fn take_deferred(&self) -> Vec<IntentId> {
        std::mem::take(&mut *lock(&self.deferred))
    }

    /// Begins to watch a code; `false` if it is watched already.
    pub fn begin_watching(&self, id: IntentId) -> bool {
        lock(&self.watched).insert(id)
    }

    pub fn end_watching(&self, id: IntentId) {
        lock(&self.watched).remove(&id);
    }

    /// Uses a session.
    pub fn opened(session: &Arc<Self>) -> Opened {
        Opened { session: Arc::clone(session), _at_work: session.tasks.token() }
    }
}

impl Link {
    /// A key that is there.
    pub fn with(app: Arc<App>, key: KeyState, ends: Option<String>) -> Self {
        Self { app: Some(app), key, ends, why: None }
    }

    /// No key, and why.
    pub fn without(key: KeyState, why: Option<CommandError>) -> Self {
        Self { app: None, key, ends: None, why }
    }
}

/// How codes are shown; PINs only where the host asked for one.
pub fn show<'a>(at: &At<'a>, pins: bool) -> Show<'a> {
    Show { pins, times: at.times, tables: at.tables }
}

impl Deref for Opened {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Opened {
    /// The session itself, for what goes on in the background and holds a token of its own.
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
    fn a_record_that_could_not_be_closed_goes_on() {
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
