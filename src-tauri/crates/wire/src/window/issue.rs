//! Issuing from the window.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::DraftRequest;
use crate::view::{CodeView, ObjectionView, StageView, UnrecordedView};

/// The host pressed the button and the outbox ran out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct IssueRequest {
    pub draft: DraftRequest,
    /// What the page showed: if the door now gives something else, nothing is sent.
    pub shown: ShownView,
    /// Codes of the risks whose boxes were ticked.
    pub accepted: Vec<String>,
    /// The host typed that another code is wanted although the first attempt is not known.
    pub another: bool,
    /// The recorded stay that this is the code for.
    pub stay_id: Option<i64>,
}

/// The promise that was on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ShownView {
    pub slot_id: String,
    pub starts_at: String,
    pub ends_at: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum IssuedView {
    /// The stay's code or attempt, in whatever state; it is watched from here on.
    Code { code: Box<CodeView> },
    /// Nothing was sent.
    Objected { objection: Box<ObjectionView> },
    /// Seam answered and the record could not take it: the host must write this down.
    Unrecorded { unrecorded: Box<UnrecordedView> },
}

/// How far issuing is. Sent as the event `stage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct StageEvent {
    pub door_id: String,
    pub intent_id: Option<i64>,
    pub stage: StageView,
    /// On the door's clock.
    pub at: String,
}
