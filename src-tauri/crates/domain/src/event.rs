//! The content of an event: one variant per kind, written as JSON. Old events are read for ever: variants and fields
//! may be added, never renamed or removed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cause::{NotSentWhy, UnknownWhy};
use crate::difference::Difference;
use crate::ids::IntentId;
use crate::lifecycle::{SetupProgress, Transition};
use crate::reading::Notice;
use crate::risk::RiskKind;
use crate::secret::{Pin, RawAnswer};
use crate::words::Word;

/// Something that happened to an intent, or (the last ones) to the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EventBody {
    /// The intent was recorded. `intent_sum` ties its row into the chain; `risks` are those that the host accepted.
    Intent {
        owner: String,
        intent_sum: String,
        risks: Vec<Word<RiskKind>>,
    },
    /// A request is about to leave. `server_at`: Seam's clock in ms, as last read.
    Sending {
        owner: String,
        server_at: Option<i64>,
    },
    NotSent {
        why: Word<NotSentWhy>,
    },
    Refused {
        status: u16,
        error: String,
        message: String,
        request_id: Option<String>,
        retry_after_ms: Option<u64>,
    },
    Unknown {
        #[serde(flatten)]
        why: UnknownWhy,
    },
    Accepted {
        access_code_id: String,
        request_id: Option<String>,
    },
    /// A code with the marker was found at Seam, or one that the host says is this one.
    Found {
        access_code_id: String,
        #[serde(default)]
        by_host: bool,
    },
    /// A complete look found nothing.
    Looked {
        server_at: i64,
    },
    /// The host chose another attempt despite this one's unknown outcome.
    Superseded {
        by_attempt: u8,
    },
    SecondCode {
        access_code_id: String,
    },
    /// Seam lists the code at another door than before, or under another id: the door and the id that it has now.
    Moved {
        device_id: String,
        access_code_id: String,
    },
    Read(Box<Reading>),
    Gone {
        access_code_id: String,
    },
    Ended {
        access_code_id: Option<String>,
    },
    /// A door's slots changed: snapshots before and after.
    SlotsChanged {
        device_id: String,
        before: i64,
        after: i64,
    },
    DoorGone {
        device_id: String,
    },
    DoorBack {
        device_id: String,
    },
    HostLimit {
        device_id: String,
        limit: Option<u32>,
    },
    /// The host dismissed a code made elsewhere that Seam no longer lists and that has no end: its place is free.
    PutAway {
        device_id: String,
        access_code_id: String,
    },
    /// This record was brought back from a backup; the one before it was set aside.
    Restored {
        events_in_backup: i64,
        set_aside: Option<String>,
    },
    /// The number of damaged rows mirroring Seam that were rewritten from Seam's answer.
    Mended {
        rows: u64,
    },
}

/// The content of a reading of a code, if it was new. The PIN and the answer are stored sealed next to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub progress: Word<SetupProgress>,
    pub status: Option<String>,
    pub has_pin: bool,
    pub starts_at: Option<i64>,
    pub ends_at: Option<i64>,
    pub slot_id: Option<String>,
    pub slot_name: Option<String>,
    pub pending: Vec<String>,
    pub scheduled_at: Option<i64>,
    pub errors: Vec<Notice>,
    pub warnings: Vec<Notice>,
    pub cancellable: Option<bool>,
    pub extendable: Option<bool>,
    pub early_checkin_able: Option<bool>,
    pub overridable: Option<bool>,
    pub differs: Vec<Difference>,
    /// By which an unchanged reading is recognised.
    pub sum: String,
}

/// An event as recorded.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: i64,
    pub intent: Option<IntentId>,
    pub at: Timestamp,
    pub body: EventBody,
    pub secrets: Secrets,
}

/// The secrets of an event.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    pub pin: Option<Pin>,
    pub raw: Option<RawAnswer>,
}

impl EventBody {
    /// The step of the lifecycle that this is; `None` for events of the record itself.
    pub fn step(&self) -> Option<Transition> {
        match self {
            Self::Intent { .. } => Some(Transition::Intent),
            Self::Sending { .. } => Some(Transition::Sending),
            Self::NotSent { .. } => Some(Transition::NotSent),
            Self::Refused { .. } => Some(Transition::Refused),
            Self::Unknown { .. } => Some(Transition::Unknown),
            Self::Accepted { .. } => Some(Transition::Accepted),
            Self::Found { .. } => Some(Transition::Found),
            Self::Looked { .. } => Some(Transition::Looked),
            Self::Superseded { .. } => Some(Transition::Superseded),
            Self::SecondCode { .. } => Some(Transition::SecondCode),
            Self::Moved { .. } => Some(Transition::Moved),
            Self::Read(reading) => reading.progress.known().map(Transition::Read),
            Self::Gone { .. } => Some(Transition::Gone),
            Self::Ended { .. } => Some(Transition::Ended),
            Self::SlotsChanged { .. }
            | Self::DoorGone { .. }
            | Self::DoorBack { .. }
            | Self::HostLimit { .. }
            | Self::PutAway { .. }
            | Self::Restored { .. }
            | Self::Mended { .. } => None,
        }
    }
}
