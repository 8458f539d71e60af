//! Seam's answers in our words: readings of doors and codes, and the outcomes of requests.
//!
//! Everything but an id may be missing; nothing here guesses. The HTTP client makes these, the operations consume them.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cause::{NotSentWhy, UnknownWhy};
use crate::ids::{AccessCodeId, AccountId, DeviceId, EventId, SlotId, WorkspaceId};
use crate::secret::{Pin, RawAnswer};
use crate::slot::SlotFacts;
use crate::words::Word;

/// Seam's error or warning, verbatim: codes appear and vanish monthly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub code: String,
    pub message: String,
    pub about: Word<About>,
}

/// The subject of a notice, if Seam names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Code,
    Device,
    Account,
    Unsaid,
}

/// A capability as Seam reports it. A missing flag is unknown, not no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    Yes,
    No,
    Unknown,
}

/// The workspace that a key belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceReading {
    pub id: WorkspaceId,
    pub name: String,
    pub is_sandbox: bool,
    pub is_suspended: bool,
}

/// A connected account: its warnings can block every door of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountReading {
    pub id: AccountId,
    pub name: String,
    pub errors: Vec<Notice>,
    pub warnings: Vec<Notice>,
}

/// Every zone name that an answer has for a door, other than those in its slots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZoneNames {
    /// `dormakaba_oracode_metadata.iana_timezone`, or the `iho` one
    pub metadata: Option<String>,
    /// `location.time_zone`
    pub location: Option<String>,
    /// `location.timezone`
    pub location_old: Option<String>,
}

/// A door as Seam describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorReading {
    pub device_id: DeviceId,
    pub account_id: Option<AccountId>,
    /// `dormakaba_oracode` or `dormakaba_oracode_iho`
    pub provider: String,
    pub name: String,
    pub model: Option<String>,
    pub site: Option<String>,
    /// Oracode's own id of the door at its site (`door_id` of the metadata)
    pub oracode_id: Option<String>,
    pub offline_capable: Capability,
    pub zones: ZoneNames,
    pub slots: Vec<SlotFacts>,
    /// Check-in and check-out pairs of `offline_time_frame_options`: a second source, compared with the slots.
    pub time_frames: Vec<(String, String)>,
    /// `max_active_codes_supported`, if it can be true: at least 1
    pub limit: Option<u32>,
    /// The value of `max_active_codes_supported` if it cannot be true
    pub odd_limit: Option<String>,
    /// `false` for doors that Seam only watches (`/devices/unmanaged/list`): it makes no codes for them.
    pub is_managed: bool,
    pub errors: Vec<Notice>,
    pub warnings: Vec<Notice>,
}

impl DoorReading {
    /// Completes the little that Seam reports of a door it only watches with what was known before, including the name:
    /// Seam lists such a door without its display name.
    #[must_use]
    pub fn completed_by(self, known: &Self) -> Self {
        let known = known.clone();
        Self {
            account_id: self.account_id.or(known.account_id),
            provider: known.provider,
            name: known.name,
            model: self.model.or(known.model),
            site: self.site.or(known.site),
            offline_capable: match self.offline_capable {
                Capability::Unknown => known.offline_capable,
                said @ (Capability::Yes | Capability::No) => said,
            },
            zones: ZoneNames {
                metadata: self.zones.metadata.or(known.zones.metadata),
                location: self.zones.location.or(known.zones.location),
                location_old: self.zones.location_old.or(known.zones.location_old),
            },
            slots: if self.slots.is_empty() { known.slots } else { self.slots },
            time_frames: if self.time_frames.is_empty() { known.time_frames } else { self.time_frames },
            oracode_id: self.oracode_id.or(known.oracode_id),
            odd_limit: if self.limit.is_none() { self.odd_limit.or(known.odd_limit) } else { None },
            limit: self.limit.or(known.limit),
            ..self
        }
    }
}

/// Something Seam has yet to do with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// `creating`, `deferring_creation`, `deleting`, `updating_…`
    pub code: String,
    /// When a deferred creation will happen.
    pub scheduled_at: Option<Timestamp>,
}

/// The actions that Oracode allows on a code elsewhere; shown, never acted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeFlags {
    pub cancellable: Option<bool>,
    pub extendable: Option<bool>,
    pub early_checkin_able: Option<bool>,
    pub overridable: Option<bool>,
}

/// A code as Seam describes it, ours or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeReading {
    pub id: AccessCodeId,
    pub device_id: Option<DeviceId>,
    pub name: Option<String>,
    pub pin: Option<Pin>,
    pub starts_at: Option<Timestamp>,
    pub ends_at: Option<Timestamp>,
    /// `unset`, `setting`, `set`, `removing`, `unknown`, or what is new
    pub status: Option<String>,
    /// `None` if the answer has no `pending_mutations` at all: then only `status` counts.
    pub pending: Option<Vec<Pending>>,
    pub errors: Vec<Notice>,
    pub warnings: Vec<Notice>,
    pub slot_id: Option<SlotId>,
    pub slot_name: Option<String>,
    pub flags: CodeFlags,
    pub is_offline: Option<bool>,
    /// `false` for codes that Seam only watches (`/access_codes/unmanaged/list`)
    pub is_managed: bool,
    pub created_at: Option<Timestamp>,
    /// The object as received.
    pub raw: RawAnswer,
}

/// An event at Seam: a hint to read a code or a door again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventReading {
    pub id: EventId,
    /// `access_code.set_on_device` and so on
    pub kind: String,
    pub device_id: Option<DeviceId>,
    pub access_code_id: Option<AccessCodeId>,
    pub occurred_at: Option<Timestamp>,
    pub created_at: Option<Timestamp>,
    /// The object as received; may hold a PIN.
    pub raw: RawAnswer,
}

/// One code to be made. `starts_at` and `ends_at` are civil times with the zone's offset, exactly as sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreateCode {
    pub device_id: DeviceId,
    pub name: String,
    pub starts_at: String,
    pub ends_at: String,
    /// Send `max_time_rounding: "1d"`.
    pub round_by_day: bool,
}

/// Why a read failed. Reads change nothing, so every one may be tried again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("no connection to Seam: {0}")]
    NoConnection(String),
    #[error("Seam did not answer in time")]
    TimedOut,
    #[error("Seam does not accept the API key")]
    Unauthorized,
    #[error("Seam forbids this to the API key: {message}")]
    Forbidden { message: String },
    #[error("Seam knows no such thing: {kind}")]
    NotFound { kind: String },
    #[error("Seam asks to wait")]
    RateLimited { retry_after: Option<Duration> },
    #[error("Seam answered {status}: {message}")]
    Refused { status: u16, kind: String, message: String, request_id: Option<String> },
    #[error("Seam is not available (status {status})")]
    Unavailable { status: u16 },
    #[error("the answer did not come from Seam (a sign-in page or proxy?)")]
    NotSeam,
    #[error("the answer is larger than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error("the answer breaks off")]
    CutOff,
    #[error("the pages of the list run in a circle")]
    CursorLoop,
    #[error("the answer cannot be read: {0}")]
    Malformed(String),
}

impl ReadError {
    /// Whether every further request would get the same answer.
    pub fn is_about_the_key(&self) -> bool {
        matches!(self, Self::Unauthorized | Self::Forbidden { .. })
    }

    /// Whether the key or the server does not serve this request.
    pub fn is_not_served(&self) -> bool {
        matches!(self, Self::NotFound { .. } | Self::Forbidden { .. } | Self::NotSeam)
    }

    /// Whether the same read may succeed in a moment.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::NoConnection(_)
            | Self::TimedOut
            | Self::RateLimited { .. }
            | Self::Unavailable { .. }
            | Self::CutOff => true,
            Self::Unauthorized
            | Self::Forbidden { .. }
            | Self::NotFound { .. }
            | Self::Refused { .. }
            | Self::NotSeam
            | Self::TooLarge { .. }
            | Self::CursorLoop
            | Self::Malformed(_) => false,
        }
    }
}

/// The outcome of one request to make a code (docs/design.md, "Outcomes").
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateOutcome {
    /// Provably nothing was written to the wire: DNS, refused, connect time-out, TLS, proxy CONNECT.
    NotSent { why: NotSentWhy },
    /// A code exists: the answer has its id. `reading` is `None` if the rest of the answer could not be read.
    Accepted { id: AccessCodeId, reading: Option<Box<CodeReading>>, raw: RawAnswer, request_id: Option<String> },
    /// Seam refused before any work: 400, 401, 403, 404 or 422 with Seam's error and request id.
    Refused { status: u16, kind: String, message: String, request_id: Option<String> },
    /// 429 with Seam's error: not done; wait, look once, then a new attempt.
    RateLimited { retry_after: Option<Duration>, message: String, request_id: Option<String> },
    /// It is impossible to know: anything else. Never sent again automatically.
    Unknown { why: UnknownWhy },
}
