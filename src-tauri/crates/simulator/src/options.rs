//! Start options, and the settings that can be changed while it runs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// When the PIN of a new code can be read. Seam does not document which of the two is real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PinTime {
    /// In the answer to the create.
    AtCreate,
    /// Only once the code is set; `code` is null until then.
    AtSet,
}

/// How much the doors differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variety {
    /// Complete, regular doors that differ only in zone.
    Plain,
    /// Doors as hosts have them: no slots, full, on the Homeowner's Portal, with missing or odd data, of another make.
    Varied,
}

/// How to start. Durations are in milliseconds of the simulator's clock unless stated otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port on 127.0.0.1; 0 picks a free one.
    pub port: u16,
    /// Oracode doors to make.
    pub doors: usize,
    /// Slots of each door that has any.
    pub slots: usize,
    /// Codes made elsewhere, spread over the doors; every second one is unmanaged. They count toward the limits.
    pub codes: usize,
    /// Determines ids, PINs and dates.
    pub seed: u64,
    /// How much the doors differ.
    pub variety: Variety,
    /// When the PIN can be read.
    pub pin: PinTime,
    /// From the create to `setting`.
    pub setting_ms: u64,
    /// From `setting` to `set`.
    pub set_ms: u64,
    /// Added to every answer, in real time.
    pub latency_ms: u64,
    /// How many codes a door holds at most.
    pub max_codes: u32,
    /// Creates per minute and door before 429; 0 for no limit.
    pub creates_per_minute: u32,
    /// Whether a code waits as `deferring_creation` until an hour before its start.
    pub defer: bool,
    /// `None`: a stay without a slot is refused with 400. `Some(error)`: the code is made and then fails with this error.
    pub no_slot_error: Option<String>,
    /// Whether the account has the warning `dormakaba_sites_unapproved`, so that its codes are never set.
    pub unapproved: bool,
    /// When the clock starts; `None` for the machine's time.
    pub now: Option<Timestamp>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            doors: 12,
            slots: 7,
            codes: 24,
            seed: 1,
            variety: Variety::Varied,
            pin: PinTime::AtSet,
            setting_ms: 1_500,
            set_ms: 1_500,
            latency_ms: 0,
            max_codes: 20,
            creates_per_minute: 10,
            defer: false,
            no_slot_error: None,
            unapproved: false,
            now: None,
        }
    }
}

impl Options {
    /// This many regular doors without codes, for a test that needs no variety.
    #[must_use]
    pub fn plain(doors: usize) -> Self {
        Self { doors, codes: 0, variety: Variety::Plain, ..Self::default() }
    }

    pub(crate) fn apply(&mut self, change: &Settings) {
        self.pin = change.pin.unwrap_or(self.pin);
        self.setting_ms = change.setting_ms.unwrap_or(self.setting_ms);
        self.set_ms = change.set_ms.unwrap_or(self.set_ms);
        self.latency_ms = change.latency_ms.unwrap_or(self.latency_ms);
        self.creates_per_minute = change.creates_per_minute.unwrap_or(self.creates_per_minute);
        self.defer = change.defer.unwrap_or(self.defer);
        self.unapproved = change.unapproved.unwrap_or(self.unapproved);
        if let Some(code) = &change.no_slot_error {
            self.no_slot_error = (!code.is_empty()).then(|| code.clone());
        }
    }
}

/// A change to the running simulator (`POST /_sim/settings`). Absent fields stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// As [`Options::pin`].
    pub pin: Option<PinTime>,
    /// As [`Options::setting_ms`].
    pub setting_ms: Option<u64>,
    /// As [`Options::set_ms`].
    pub set_ms: Option<u64>,
    /// As [`Options::latency_ms`].
    pub latency_ms: Option<u64>,
    /// As [`Options::creates_per_minute`].
    pub creates_per_minute: Option<u32>,
    /// As [`Options::defer`].
    pub defer: Option<bool>,
    /// As [`Options::unapproved`].
    pub unapproved: Option<bool>,
    /// As [`Options::no_slot_error`]; an empty string means to refuse again.
    pub no_slot_error: Option<String>,
    /// The key's workspace from now on; an empty string restores the first one.
    pub workspace_id: Option<String>,
}
