//! A code's history, event by event, and the reason for its state.

use ops::{Event, EventBody};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::clean;

use super::{PinShown, Show};
use crate::clock::DoorClock;
use crate::sentence;
use crate::view::words::EventKind;

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
    pub(crate) fn new(event: &Event, clock: &DoorClock, show: &Show<'_>) -> Self {
        Self {
            at: show.done(event.at),
            event: EventKind::from(&event.body),
            detail: sentence::history::detail(&event.body, clock),
            pin: event.secrets.pin.as_ref().filter(|_| show.pins).map(PinShown::new),
        }
    }
}

/// The last event that says why there is no code, unless a code was found after all.
pub(crate) fn reason(history: &[Event]) -> Option<ReasonView> {
    history.iter().rev().find_map(|event| match &event.body {
        EventBody::NotSent { why } => Some(Some(plain("not_sent", sentence::cause::not_sent(why)))),
        EventBody::Unknown { why } => Some(Some(plain("unknown", sentence::cause::unknown(why)))),
        EventBody::Refused { status, error, message, request_id, retry_after_ms } => Some(Some(ReasonView {
            code: clean(error),
            message: sentence::notice::refusal(*status, error),
            said: Some(clean(message)).filter(|said| !said.is_empty()),
            request_id: request_id.clone(),
            retry_after_seconds: retry_after_ms.map(|wait| wait.div_ceil(1_000)),
        })),
        EventBody::Accepted { .. } | EventBody::Found { .. } => Some(None),
        EventBody::Intent { .. }
        | EventBody::Sending { .. }
        | EventBody::Looked { .. }
        | EventBody::Superseded { .. }
        | EventBody::SecondCode { .. }
        | EventBody::Moved { .. }
        | EventBody::Read(_)
        | EventBody::Gone { .. }
        | EventBody::Ended { .. }
        | EventBody::SlotsChanged { .. }
        | EventBody::DoorGone { .. }
        | EventBody::DoorBack { .. }
        | EventBody::HostLimit { .. }
        | EventBody::PutAway { .. }
        | EventBody::Restored { .. }
        | EventBody::Mended { .. } => None,
    })?
}

fn plain(code: &str, message: String) -> ReasonView {
    ReasonView { code: code.to_owned(), message, said: None, request_id: None, retry_after_seconds: None }
}
