//! What an event says: one variant per kind of happening, written as JSON. Old events are read for ever: variants and fields
//! may be added, never renamed or removed.

use domain::difference::Difference;
use domain::lifecycle::{Progress, Step};
use domain::reading::{About, Notice};
use domain::{Pin, RawAnswer};
use serde::{Deserialize, Serialize};

/// Something that happened to an intent, or (the last ones) to the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// The intent was recorded. `intent_sum` ties its row into the chain; `risks` are those that the host accepted.
    Intent {
        owner: String,
        intent_sum: String,
        risks: Vec<String>,
    },
    /// A request is about to leave. `server_at`: Seam's clock in ms, as last heard.
    Sending {
        owner: String,
        server_at: Option<i64>,
    },
    NotSent {
        why: String,
    },
    Refused {
        status: u16,
        error: String,
        message: String,
        request_id: Option<String>,
        retry_after_ms: Option<u64>,
    },
    Unknown {
        why: String,
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
    /// The host chose another attempt in spite of this one's unknown outcome.
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
    /// A door's slots are no longer what they were: snapshots before and after.
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
    /// The host put away a code made elsewhere that Seam no longer lists and that has no end: its place is free.
    PutAway {
        device_id: String,
        access_code_id: String,
    },
    /// This record was brought back from a backup; the one before it was set aside.
    Restored {
        events_in_backup: i64,
        set_aside: Option<String>,
    },
    /// So many rows that say what Seam said had been damaged, and were written anew as Seam says them.
    Mended {
        rows: u64,
    },
}

/// What a reading of a code said, when it said something new. The PIN and the answer stand sealed beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub progress: String,
    pub status: Option<String>,
    pub has_pin: bool,
    pub starts_at: Option<i64>,
    pub ends_at: Option<i64>,
    pub slot_id: Option<String>,
    pub slot_name: Option<String>,
    pub pending: Vec<String>,
    pub scheduled_at: Option<i64>,
    pub errors: Vec<NoticeText>,
    pub warnings: Vec<NoticeText>,
    pub cancellable: Option<bool>,
    pub extendable: Option<bool>,
    pub early_checkin_able: Option<bool>,
    pub overridable: Option<bool>,
    pub differs: Vec<DifferenceText>,
    /// By which an unchanged reading is recognised.
    pub sum: String,
}

/// The secrets of an event.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    pub pin: Option<Pin>,
    pub raw: Option<RawAnswer>,
}

/// A notice of Seam's as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeText {
    pub code: String,
    pub message: String,
    pub about: String,
}

/// A difference between promise and answer as it is written; times in RFC 3339 UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferenceText {
    pub what: String,
    pub promised: Option<String>,
    pub given: Option<String>,
}

impl Happening {
    /// The step of the lifecycle that this is; `None` for what happens to the record.
    pub fn step(&self) -> Option<Step> {
        match self {
            Self::Intent { .. } => Some(Step::Intent),
            Self::Sending { .. } => Some(Step::Sending),
            Self::NotSent { .. } => Some(Step::NotSent),
            Self::Refused { .. } => Some(Step::Refused),
            Self::Unknown { .. } => Some(Step::Unknown),
            Self::Accepted { .. } => Some(Step::Accepted),
            Self::Found { .. } => Some(Step::Found),
            Self::Looked { .. } => Some(Step::Looked),
            Self::Superseded { .. } => Some(Step::Superseded),
            Self::SecondCode { .. } => Some(Step::SecondCode),
            Self::Moved { .. } => Some(Step::Moved),
            Self::Read(reading) => Progress::parse(&reading.progress).map(Step::Read),
            Self::Gone { .. } => Some(Step::Gone),
            Self::Ended { .. } => Some(Step::Ended),
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

impl From<&Notice> for NoticeText {
    fn from(notice: &Notice) -> Self {
        let about = notice.about.as_str().to_owned();
        Self { code: notice.code.clone(), message: notice.message.clone(), about }
    }
}

impl From<NoticeText> for Notice {
    fn from(text: NoticeText) -> Self {
        let about = About::parse(&text.about).unwrap_or(About::Unsaid);
        Self { code: text.code, message: text.message, about }
    }
}

impl From<&Difference> for DifferenceText {
    fn from(difference: &Difference) -> Self {
        let (what, promised, given) = match difference {
            Difference::Starts { promised, given } => ("starts", Some(promised.to_string()), Some(given.to_string())),
            Difference::Ends { promised, given } => ("ends", Some(promised.to_string()), Some(given.to_string())),
            Difference::Slot { promised, given } => ("slot", Some(promised.clone()), Some(given.clone())),
            Difference::Door { given } => ("door", None, Some(given.to_string())),
            Difference::Name => ("name", None, None),
            Difference::OddPin => ("odd_pin", None, None),
            Difference::NotOffline => ("not_offline", None, None),
        };
        Self { what: what.to_owned(), promised, given }
    }
}
