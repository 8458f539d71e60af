//! A code's history, event by event, and the reason for its state.

use ops::{Event, Happening};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::clean;

use super::code::PinShown;
use super::words::EventKind;
use crate::clock::{DoorClock, written_utc};
use crate::sentence;

/// One event. Holds no raw answer, and the PIN that Seam gave at the time only where PINs are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryView {
    pub at: String,
    pub event: EventKind,
    /// In a sentence.
    pub detail: String,
    /// Only where PINs were asked for: a PIN that changed at Seam stands here as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pin: Option<PinShown>,
}

/// Why something was not sent, was refused, or is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReasonView {
    pub code: String,
    /// What it is and what to do.
    pub message: String,
    /// What Seam said, where it said something.
    pub said: Option<String>,
    pub request_id: Option<String>,
    pub retry_after_seconds: Option<u64>,
}

impl HistoryView {
    pub(crate) fn of(event: &Event, clock: &DoorClock, pins: bool) -> Self {
        Self {
            at: written_utc(event.at),
            event: EventKind::from(&event.happening),
            detail: sentence::history::detail(&event.happening, clock),
            pin: event.secrets.pin.as_ref().filter(|_| pins).map(PinShown::of),
        }
    }
}

/// The last event that says why there is no code, unless a code was found after all.
pub(crate) fn reason(history: &[Event]) -> Option<ReasonView> {
    history.iter().rev().find_map(|event| match &event.happening {
        Happening::NotSent { why } => Some(Some(plain("not_sent", sentence::cause::not_sent(why)))),
        Happening::Unknown { why } => Some(Some(plain("unknown", sentence::cause::unknown(why)))),
        Happening::Refused { status, error, message, request_id, retry_after_ms } => Some(Some(ReasonView {
            code: clean(error),
            message: sentence::notice::refusal(*status, error),
            said: Some(clean(message)).filter(|said| !said.is_empty()),
            request_id: request_id.clone(),
            retry_after_seconds: retry_after_ms.map(|wait| wait.div_ceil(1_000)),
        })),
        Happening::Accepted { .. } | Happening::Found { .. } => Some(None),
        Happening::Intent { .. }
        | Happening::Sending { .. }
        | Happening::Looked { .. }
        | Happening::Superseded { .. }
        | Happening::SecondCode { .. }
        | Happening::Moved { .. }
        | Happening::Read(_)
        | Happening::Gone { .. }
        | Happening::Ended { .. }
        | Happening::SlotsChanged { .. }
        | Happening::DoorGone { .. }
        | Happening::DoorBack { .. }
        | Happening::HostLimit { .. }
        | Happening::PutAway { .. }
        | Happening::Restored { .. }
        | Happening::Mended { .. } => None,
    })?
}

fn plain(code: &str, message: String) -> ReasonView {
    ReasonView { code: code.to_owned(), message, said: None, request_id: None, retry_after_seconds: None }
}
