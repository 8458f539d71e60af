//! The shell's state: what commands and background work share.
//!
//! Owns: nothing but the parts, each of which guards itself. Refuses: deciding anything; the modules that are given it do.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use domain::tables::ZoneTables;
use ops::Clock as _;
use runtime::SystemClock;
use seam::Endpoint;
use vault::Keychain;
use wire::{Changed, ErrorCode, KeyState, Mode, SettingsView};

use crate::background::in_flight::InFlight;
use crate::background::jobs::Jobs;
use crate::background::unrecorded::Unrecorded;
use crate::background::updates::Updates;
use crate::blocking::run_blocking;
use crate::desktop::Desktop;
use crate::desktop::clipboard::Clipboard;
use crate::error::CommandResult;
use crate::events::PageHandle;
use crate::paths::Paths;
use crate::record::current::CurrentRecord;
use crate::record::key_store::KeyStore;
use crate::record::session::Opened;
use crate::settings::store::{Settings, endpoint};

/// Everything that commands work with.
pub struct Shell {
    pub paths: Paths,
    pub page: PageHandle,
    pub desktop: Arc<dyn Desktop>,
    pub clipboard: Clipboard,
    pub jobs: Jobs,
    pub keys: KeyStore,
    pub record: CurrentRecord,
    pub settings: Settings,
    pub updates: Updates,
    pub unrecorded: Unrecorded,
    pub in_flight: InFlight,
    /// The server given for this run; it takes precedence over the setting.
    given_endpoint: Option<Endpoint>,
    /// Read on first use, because it means hundreds of files.
    tables: OnceLock<ZoneTables>,
}

impl Shell {
    pub fn new(
        paths: Paths,
        keychain: Keychain,
        given_endpoint: Option<Endpoint>,
        updates: Updates,
        desktop: Arc<dyn Desktop>,
        page: PageHandle,
    ) -> Arc<Self> {
        Arc::new(Self {
            settings: Settings::load(&paths.config),
            paths,
            clipboard: Clipboard::new(Arc::clone(&desktop), Arc::new(|| SystemClock.now())),
            jobs: Jobs::new(page.clone()),
            keys: KeyStore::new(keychain),
            record: CurrentRecord::default(),
            updates,
            unrecorded: Unrecorded::default(),
            in_flight: InFlight::default(),
            given_endpoint,
            tables: OnceLock::new(),
            desktop,
            page,
        })
    }

    /// The open record, which stays open for as long as the caller holds it.
    ///
    /// # Errors
    /// As `CurrentRecord::opened`.
    pub fn opened(&self) -> CommandResult<Opened> {
        self.record.opened()
    }

    /// Which record the app shows, and what is wrong with it.
    pub fn mode(&self) -> (Mode, Option<ErrorCode>) {
        self.record.mode()
    }

    pub fn settings(&self) -> SettingsView {
        self.settings.get()
    }

    /// The zone tables of this computer.
    pub fn tables(&self) -> &ZoneTables {
        self.tables.get_or_init(runtime::zone_tables)
    }

    /// The server that the host's own doors are read from.
    ///
    /// # Errors
    /// The setting is an invalid address, or one that a key must not be sent to.
    pub fn endpoint(&self) -> CommandResult<Endpoint> {
        match &self.given_endpoint {
            Some(given) => Ok(given.clone()),
            None => endpoint(&self.settings()),
        }
    }

    /// The folder of the open record; the host's if none is open.
    pub fn folder(&self) -> PathBuf {
        self.opened().map_or_else(|_| self.paths.data.clone(), |session| session.folder.clone())
    }

    /// Where the key is, as far as is known without asking the keychain.
    pub fn key_state(&self) -> KeyState {
        self.opened().map_or(KeyState::Absent, |session| session.link().key)
    }

    /// Where the host's key is; `None` in the demo, which needs none.
    pub fn key_to_check(&self) -> Option<KeyState> {
        (self.mode().0 != Mode::Demo).then(|| self.key_state())
    }

    /// Calls the desktop on a thread that may block.
    ///
    /// # Errors
    /// [`ErrorCode::Internal`] if the call panics.
    pub async fn on_desktop<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Desktop) -> T + Send + 'static,
    ) -> CommandResult<T> {
        let desktop = Arc::clone(&self.desktop);
        run_blocking(move || ask(desktop.as_ref())).await
    }

    /// Tells the page that another record is open.
    pub fn everything_changed(&self) {
        self.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes, Changed::Stays, Changed::Notes]);
    }
}
