//! The shell's state: which record is open, the settings, the jobs, the clipboard.
//!
//! Owns: going from one record to another. Locking: no lock is held while anything is waited for.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use domain::ApiKey;
use domain::tables::ZoneTables;
use ops::Clock as _;
use runtime::SystemClock;
use seam::Endpoint;
use tokio::task::JoinHandle;
use vault::Keychain;
use wire::window::{Changed, KeyState, Mode, SettingsView, StayLineView};
use wire::{Code, CommandError};

use crate::background::jobs::Jobs;
use crate::background::unrecorded::Unrecorded;
use crate::background::updates::Updates;
use crate::background::watch;
use crate::desktop::Desktop;
use crate::desktop::clipboard::Clipboard;
use crate::error::{Answer, internal, not_writable, nothing_open};
use crate::events::Page;
use crate::language;
use crate::paths::Places;
use crate::record::demo;
use crate::record::key;
use crate::record::session::{Opened, Session};
use crate::settings;
use crate::words::Words;

/// Everything that commands work with.
pub struct Shell {
    pub places: Places,
    pub page: Page,
    pub desktop: Arc<dyn Desktop>,
    pub clipboard: Clipboard,
    pub jobs: Jobs,
    pub keychain: Keychain,
    pub updates: Updates,
    pub unrecorded: Unrecorded,
    /// The server that is given for this run; it goes before the one that is set.
    given_endpoint: Option<Endpoint>,
    /// Read when they are first asked for: hundreds of files.
    tables: OnceLock<ZoneTables>,
    /// A key that no keychain has: it must outlast a look at the demo.
    session_key: Mutex<Option<ApiKey>>,
    settings: Mutex<SettingsView>,
    stand: Mutex<Stand>,
    /// Requests for codes whose answers are waited for.
    sending: AtomicUsize,
}

/// Which record is open.
enum Stand {
    /// The welcome page.
    None,
    Open(Arc<Session>),
    /// The host's record is there and cannot be opened.
    Troubled(CommandError),
}

/// A request for a code that may be under way.
pub struct Sending(Arc<Shell>);

/// So many arrivals are in the tray.
const ARRIVALS: usize = 5;

/// Everybody gets so long to put down a record that is to be closed: longer than any request lasts.
const PATIENCE: Duration = Duration::from_secs(90);

impl Shell {
    pub fn new(
        places: Places,
        keychain: Keychain,
        given_endpoint: Option<Endpoint>,
        updates: Updates,
        desktop: Arc<dyn Desktop>,
        page: Page,
    ) -> Arc<Self> {
        let found = settings::load(&places.config);
        if let Some(kept) = &found.set_aside {
            tracing::warn!(kept = %kept.display(), "the settings could not be read; the defaults stand");
        }
        language::speak(found.settings.language);
        Arc::new(Self {
            places,
            clipboard: Clipboard::new(Arc::clone(&desktop), Arc::new(|| SystemClock.now())),
            jobs: Jobs::new(page.clone()),
            keychain,
            updates,
            unrecorded: Unrecorded::default(),
            given_endpoint,
            tables: OnceLock::new(),
            session_key: Mutex::new(None),
            settings: Mutex::new(found.settings),
            stand: Mutex::new(Stand::None),
            sending: AtomicUsize::new(0),
            desktop,
            page,
        })
    }

    /// Opens the host's record, if there is one, and looks for the key in the background: gives that search.
    pub fn begin(self: &Arc<Self>) -> Option<JoinHandle<()>> {
        if !has_record(self) {
            return None;
        }
        let session = self.open_live().ok()?;
        Some(self.look_for_key(&session))
    }

    fn look_for_key(self: &Arc<Self>, session: &Arc<Session>) -> JoinHandle<()> {
        let (shell, session) = (Arc::clone(self), Arc::clone(session));
        let tasks = session.tasks.clone();
        tasks.spawn(async move {
            key::find(&shell, &session).await;
            shell.page.changed(&[Changed::Status]);
        })
    }

    /// Tries a record once more that could not be opened, or not for writing: the host may have mended what was in the way.
    pub fn try_again(self: &Arc<Self>) {
        let read_only = match &*lock(&self.stand) {
            Stand::Open(session) if session.mode == Mode::Live && session.record_trouble().is_some() => {
                Some(Arc::clone(session))
            }
            Stand::Troubled(_) => None,
            Stand::None | Stand::Open(_) => return,
        };
        match read_only {
            Some(old) => self.open_for_writing(&old),
            None => drop(self.begin()),
        }
        if matches!(self.mode(), (_, None)) {
            self.everything_changed();
        }
    }

    /// Takes the place of a session that can only read, if the record can be written by now.
    fn open_for_writing(self: &Arc<Self>, old: &Arc<Session>) {
        let Ok(new) = Session::open(Mode::Live, &self.places.data, self.tables().clone(), None) else { return };
        if new.record_trouble().is_some() {
            return;
        }
        let new = Arc::new(new);
        {
            let mut stand = lock(&self.stand);
            // Somebody else was faster, or has opened something else.
            if !matches!(&*stand, Stand::Open(current) if Arc::ptr_eq(current, old)) {
                return;
            }
            *stand = Stand::Open(Arc::clone(&new));
        }
        old.stop();
        drop(self.look_for_key(&new));
    }

    /// The open record.
    ///
    /// # Errors
    /// None is open, or the host's cannot be opened.
    pub fn opened(&self) -> Answer<Opened> {
        match &*lock(&self.stand) {
            Stand::None => Err(nothing_open()),
            Stand::Open(session) => Ok(Session::opened(session)),
            Stand::Troubled(trouble) => Err(trouble.clone()),
        }
    }

    /// Which record the window shows, and what is wrong with it.
    pub fn mode(&self) -> (Mode, Option<Code>) {
        match &*lock(&self.stand) {
            Stand::None => (Mode::None, None),
            Stand::Open(session) => (session.mode, session.record_trouble()),
            Stand::Troubled(trouble) => (Mode::Live, Some(trouble.code)),
        }
    }

    /// Opens the host's record, or gives it if it is open.
    ///
    /// # Errors
    /// It is damaged or of a newer version; the window then says so instead of any page.
    pub fn open_live(self: &Arc<Self>) -> Answer<Arc<Session>> {
        let mut stand = lock(&self.stand);
        if let Stand::Open(session) = &*stand
            && session.mode == Mode::Live
        {
            return Ok(Arc::clone(session));
        }
        match Session::open(Mode::Live, &self.places.data, self.tables().clone(), None) {
            Ok(session) => {
                let session = Arc::new(session);
                *stand = Stand::Open(Arc::clone(&session));
                Ok(session)
            }
            Err(trouble) => {
                *stand = Stand::Troubled(trouble.clone());
                Err(trouble)
            }
        }
    }

    /// Starts the simulator and opens its record; the host's record is closed meanwhile.
    ///
    /// # Errors
    /// The simulator cannot be started, or its record cannot be written.
    pub async fn open_demo(self: &Arc<Self>) -> Answer<()> {
        self.close().await?;
        let opened = demo::open(&self.places.demo, self.tables().clone()).await;
        // What was there before stays.
        let session = Arc::new(opened.inspect_err(|_| drop(self.begin()))?);
        *lock(&self.stand) = Stand::Open(Arc::clone(&session));
        watch::begin(self, &session);
        self.everything_changed();
        Ok(())
    }

    /// Closes the open record, when everybody has put it down.
    ///
    /// # Errors
    /// [`Code::Busy`] if a request is still under way after a minute and a half; then it stays open.
    pub async fn close(self: &Arc<Self>) -> Answer<()> {
        let stand = std::mem::replace(&mut *lock(&self.stand), Stand::None);
        let Stand::Open(session) = stand else { return Ok(()) };
        session.stop();
        self.jobs.stop_all();
        if tokio::time::timeout(PATIENCE, session.tasks.wait()).await.is_err() {
            session.go_on();
            watch::begin(self, &session);
            *lock(&self.stand) = Stand::Open(session);
            return Err(CommandError::new(Code::Busy, Words::StillSending.said()));
        }
        Ok(())
    }

    /// Leaves the demo for what was there before.
    ///
    /// # Errors
    /// As [`Shell::close`].
    pub async fn leave_demo(self: &Arc<Self>) -> Answer<()> {
        if self.mode().0 == Mode::Demo {
            self.close().await?;
            self.begin();
            self.everything_changed();
        }
        Ok(())
    }

    /// The key that is held for this run only.
    pub fn session_key(&self) -> Option<ApiKey> {
        lock(&self.session_key).clone()
    }

    pub fn set_session_key(&self, key: Option<ApiKey>) {
        *lock(&self.session_key) = key;
    }

    /// The zone tables of this computer.
    pub fn tables(&self) -> &ZoneTables {
        self.tables.get_or_init(runtime::zone_tables)
    }

    pub fn settings(&self) -> SettingsView {
        lock(&self.settings).clone()
    }

    /// Where Seam is, for the host's own doors.
    ///
    /// # Errors
    /// What is set is no address, or one that a key must not be sent to.
    pub fn endpoint(&self) -> Answer<Endpoint> {
        match &self.given_endpoint {
            Some(given) => Ok(given.clone()),
            None => key::endpoint(&self.settings()),
        }
    }

    /// Takes settings over: at once, and for the next start.
    ///
    /// # Errors
    /// They cannot be used or written; then nothing is changed.
    pub async fn save_settings(self: &Arc<Self>, settings: SettingsView) -> Answer<SettingsView> {
        let (new, old) = (settings::bounded(settings), self.settings());
        settings::check(&new, &old)?;
        settings::save(&self.places.config, &new).map_err(|error| not_writable(&error))?;
        *lock(&self.settings) = new.clone();
        language::speak(new.language);
        if new.endpoint != old.endpoint {
            self.link_anew();
        }
        let is_tray = new.tray || old.tray;
        let now = new.clone();
        self.on_desktop(move |desktop| show(desktop, &now, &old)).await?;
        if is_tray {
            self.refresh_tray().await;
        }
        self.page.changed(&[Changed::Settings]);
        Ok(new)
    }

    /// The host's own doors are read from another server from here on.
    fn link_anew(self: &Arc<Self>) {
        let session = match &*lock(&self.stand) {
            Stand::Open(session) if session.mode == Mode::Live => Arc::clone(session),
            Stand::None | Stand::Open(_) | Stand::Troubled(_) => return,
        };
        drop(self.look_for_key(&session));
    }

    /// The tray as it is set, with who arrives next.
    pub async fn refresh_tray(&self) {
        let arrivals = match self.settings().tray {
            true => Some(self.arrivals().await),
            false => None,
        };
        // It is only a tray.
        let _ = self.on_desktop(move |desktop| desktop.show_tray(arrivals)).await;
    }

    /// Doors and times of today's arrivals; no names, for anybody may look at a tray.
    async fn arrivals(&self) -> Vec<String> {
        let Ok(session) = self.opened() else { return Vec::new() };
        let today = session.today().await;
        let line = |stay: &StayLineView| format!("{}  {}", stay.at.get(11..16).unwrap_or_default(), stay.door);
        today.map(|today| today.arriving.iter().take(ARRIVALS).map(line).collect()).unwrap_or_default()
    }

    /// Asks the desktop for something, on a thread where it may take its time.
    ///
    /// # Errors
    /// It failed in a way of its own.
    pub async fn on_desktop<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Desktop) -> T + Send + 'static,
    ) -> Answer<T> {
        let desktop = Arc::clone(&self.desktop);
        tokio::task::spawn_blocking(move || ask(desktop.as_ref())).await.map_err(|error| internal(&error))
    }

    /// The folder of the record that is shown, or would be.
    pub fn folder(&self) -> PathBuf {
        self.opened().map_or_else(|_| self.places.data.clone(), |session| session.folder.clone())
    }

    /// Puts the demo's clock forward; what falls due happens.
    ///
    /// # Errors
    /// There is no demo, or its clock would go back.
    pub async fn set_demo_clock(&self, hours: u32) -> Answer<()> {
        let session = self.opened()?;
        let Some(demo) = &session.demo else { return Err(nothing_open()) };
        demo.set_hours(hours)?;
        watch::sync(self, &session, &session.app()?).await.map(drop)
    }

    /// A request may be under way from here until this is dropped.
    pub fn sending(self: &Arc<Self>) -> Sending {
        self.sending.fetch_add(1, Ordering::SeqCst);
        Sending(Arc::clone(self))
    }

    /// Whether an answer about a code is waited for.
    pub fn is_sending(&self) -> bool {
        self.sending.load(Ordering::SeqCst) > 0
    }

    /// Another record is shown.
    pub fn everything_changed(&self) {
        self.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes, Changed::Stays, Changed::Notes]);
    }

    /// Where the key is, as far as is known without asking the keychain.
    pub fn key_state(&self) -> KeyState {
        self.opened().map_or(KeyState::Absent, |session| session.link().key)
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        self.0.sending.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Shows on the desktop what is set otherwise than before.
fn show(desktop: &dyn Desktop, new: &SettingsView, old: &SettingsView) {
    if new.language != old.language {
        desktop.reword_menus();
    }
    if new.protect_screen != old.protect_screen {
        desktop.protect_screen(new.protect_screen);
    }
    if new.zoom != old.zoom {
        desktop.zoom(new.zoom);
    }
}

/// The host has connected before, here or in a terminal, or gives a key for this run.
fn has_record(shell: &Shell) -> bool {
    use ops::RecordError;
    let is_given = runtime::given_key().is_ok_and(|key| key.is_some());
    let is_missing =
        matches!(runtime::open_offline(&shell.places.data), Err(runtime::Error::Record(RecordError::Missing { .. })));
    is_given || !is_missing
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
