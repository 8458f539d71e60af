//! The frame around every page, the background work, and the facts about the program.

use domain::tables::ZoneTables;
use ops::TimeContext;
use ops::status::Status;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{CommandError, ErrorCode};
use crate::view::ClocksView;
use words::clean;

/// Which record the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Nothing chosen yet: the welcome page.
    None,
    /// Simulated doors, with a record of their own.
    Demo,
    /// The host's doors.
    Live,
}

/// Where the API key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyState {
    Absent,
    /// In the system's keychain.
    Kept,
    /// In this process only: no keychain could take it.
    Session,
    /// Given by the environment for this run.
    Environment,
    /// In a keychain that is locked.
    Locked,
    /// The keychain cannot be asked.
    Unavailable,
}

/// What the frame shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatusView {
    pub mode: Mode,
    pub workspace: Option<String>,
    pub is_sandbox: bool,
    pub key: KeyState,
    /// The last characters of the key, for telling keys apart; never more than four.
    pub key_ends: Option<String>,
    pub doors: u32,
    /// Why Seam does not take the key, as the last sync met it: until then nothing is synced, followed or issued.
    pub key_error: Option<CommandError>,
    /// Whole minutes since the last complete sync; `null` before the first.
    pub synced_minutes_ago: Option<i64>,
    /// This computer's clock and Seam's were apart at the last sync.
    pub clocks: Option<ClocksView>,
    /// Jobs under way.
    pub jobs: Vec<Job>,
    /// Release and source of the zone tables in use.
    pub tables: String,
    /// Doors that are not shown because what Seam said of them is damaged in the record.
    pub damaged_doors: u32,
    /// Things under “needs you”.
    pub needs_you: u32,
    /// Doors that are not ready.
    pub not_ready: u32,
    /// Codes that are being watched until they are set.
    pub watched: u32,
    /// What is wrong with the record; then nothing is issued.
    pub record_trouble: Option<ErrorCode>,
    /// How far the demo's clock was put forward, in hours.
    pub demo_hours: u32,
    /// What the demo's clock shows, as a *moment* on this computer's clock; `null` without a demo.
    pub demo_now: Option<String>,
    /// The server that the host's own doors are read from, where it is not Seam.
    pub endpoint: Option<String>,
    /// A newer version of the program that waits to be installed.
    pub update: Option<String>,
    /// What this system can do with the window.
    pub can: AbilitiesView,
}

/// What a desktop can do with a window: a setting for anything else would do nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AbilitiesView {
    /// Leave it out of screen shares.
    pub protect_screen: bool,
    /// Keep it in the tray when it is closed.
    pub tray: bool,
}

/// Work that takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    Sync,
    Look,
    Compare,
    Verify,
    BackUp,
    Restore,
    Export,
    Update,
}

impl Job {
    /// Whether the host may stop it. A job on the whole file runs to its end, even if others wait for it.
    pub fn can_be_stopped(self) -> bool {
        match self {
            Self::Sync | Self::Look | Self::Compare | Self::Export | Self::Update => true,
            Self::Verify | Self::BackUp | Self::Restore => false,
        }
    }
}

/// How far a job is. Sent as the event `progress`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressEvent {
    pub job: Job,
    pub done: u32,
    /// `null` while it is not known.
    pub total: Option<u32>,
    /// What it is at now, such as a door's name.
    pub at: String,
    /// Whether the host may stop it.
    pub can_stop: bool,
    /// The job ended, well or not.
    pub ended: bool,
}

/// Something that a page may be showing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    Status,
    Doors,
    Codes,
    Stays,
    Notes,
    Settings,
    /// Answers that the record could not take.
    Unrecorded,
}

/// What changed. Sent as the event `changed`: pages that show it ask again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedEvent {
    pub what: Vec<Changed>,
}

/// What the menu of the window asks the page to do. Sent as the event `menu`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MenuEvent {
    pub what: &'static str,
}

/// A folder that the host may look into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Folder {
    Data,
    Logs,
}

/// What the program is and where its things are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AboutView {
    pub version: String,
    pub commit: String,
    pub tables: String,
    pub sqlite: String,
    pub webview: String,
    pub data_folder: String,
    pub log_folder: String,
    /// Licences of everything inside, as text.
    pub licences: String,
}

/// Newer versions of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UpdateView {
    /// This build can update itself. What came from a distribution cannot, and need not.
    pub is_on: bool,
    pub found: Option<ReleaseView>,
}

/// A version that can be installed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReleaseView {
    pub version: String,
    /// The *date* of its making.
    pub date: Option<String>,
    /// What is new, item by item.
    pub notes: Vec<String>,
}

impl StatusView {
    /// The frame before any record is open; the shell fills in the rest.
    pub fn empty(mode: Mode, key: KeyState, tables: &ZoneTables) -> Self {
        Self {
            mode,
            workspace: None,
            is_sandbox: false,
            key,
            key_ends: None,
            doors: 0,
            synced_minutes_ago: None,
            clocks: None,
            jobs: Vec::new(),
            tables: tables.version(),
            damaged_doors: 0,
            needs_you: 0,
            not_ready: 0,
            watched: 0,
            record_trouble: None,
            demo_hours: 0,
            demo_now: None,
            key_error: None,
            endpoint: None,
            update: None,
            can: AbilitiesView::default(),
        }
    }

    /// The same with what the record says.
    #[must_use]
    pub fn with(mut self, status: &Status, at: &TimeContext<'_>) -> Self {
        let times = at.times;
        let is_demo = self.mode == Mode::Demo;
        self.demo_now = is_demo.then(|| at.here.to_datetime(times.now).strftime("%Y-%m-%dT%H:%M").to_string());
        let workspace = status.workspace.as_ref();
        self.workspace = workspace.map(|workspace| clean(&workspace.name));
        self.is_sandbox = workspace.is_some_and(|workspace| workspace.is_sandbox);
        let synced = workspace.and_then(|workspace| workspace.read_at);
        self.synced_minutes_ago = synced.map(|at| times.now.duration_since(at).as_mins().max(0));
        self.clocks = ClocksView::new(times);
        self.doors = status.doors;
        self.damaged_doors = status.damaged_doors;
        self.needs_you = status.needs_you;
        self.not_ready = status.not_ready;
        self.watched = status.watched;
        self
    }
}
