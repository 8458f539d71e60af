//! What a simulator is started with, and which of it can be changed while it runs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// When the PIN of a new code can be read. Seam does not say which of the two the real one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PinTime {
    /// In the answer to the create.
    AtCreate,
    /// Only once the code is set; `code` is null until then.
    AtSet,
}

/// How alike the doors are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variety {
    /// Complete, regular doors that differ in zone only.
    Plain,
    /// Doors as they are met: no slots, at the limit, the Homeowner's Portal, missing and odd data, another make.
    Varied,
}

/// What to start. All lengths of time are in milliseconds of the simulator's clock unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any that is free.
    pub port: u16,
    /// Oracode doors to make.
    pub doors: usize,
    /// Slots of each door that has any.
    pub slots: usize,
    /// Codes made elsewhere, spread over the doors: every other one unmanaged. They count toward the limits.
    pub codes: usize,
    /// Ids, PINs and dates follow from it.
    pub seed: u64,
    /// How alike the doors are.
    pub variety: Variety,
    /// When the PIN can be read.
    pub pin: PinTime,
    /// From the create to `setting`.
    pub setting_ms: u64,
    /// From `setting` to `set`.
    pub set_ms: u64,
    /// Added to every answer, in real time.
    pub latency_ms: u64,
    /// The most codes a door holds.
    pub max_codes: u32,
    /// Creates per minute and door before 429; 0 for no bound.
    pub creates_per_minute: u32,
    /// Whether a code waits as `deferring_creation` until an hour before its start.
    pub defer: bool,
    /// `None`: a stay without a slot is refused with 400. `Some(code)`: the code is made and then fails with this error.
    pub no_slot_error: Option<String>,
    /// Whether the account carries `dormakaba_sites_unapproved`; its codes are then never set.
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
    /// `doors` regular doors without codes, for a test that wants no surprises.
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

/// What can be changed while the simulator runs (`POST /_sim/settings`); what is absent stays as it is.
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
    /// The workspace that the key belongs to from now on; an empty string brings the first one back.
    pub workspace_id: Option<String>,
}
