//! Issuing from the window.

use domain::ids::SlotId;
use domain::tables::Zone;
use jiff::Timestamp;
use ops::Stage;
use ops::door::Door;
use ops::issue::{Issued, Order, Shown};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::written_civil;

use crate::clock::DoorClock;
use crate::view::DraftRequest;
use crate::view::{CodeView, ObjectionView, Show, StageView};

/// The host pressed the button and the outbox ran out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IssueRequest {
    pub draft: DraftRequest,
    /// What the page showed: if the door now gives something else, nothing is sent.
    pub shown: ShownView,
    /// Keys of the risks whose boxes were ticked.
    pub accepted: Vec<String>,
    /// The recorded stay that this is the code for.
    pub stay_id: Option<i64>,
}

/// The promise that was on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShownView {
    pub slot_id: String,
    pub starts_at: String,
    pub ends_at: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum IssuedView {
    /// The stay's code or attempt, in whatever state; it is watched from here on.
    Code { code: Box<CodeView> },
    /// Nothing was sent.
    Objected { objection: Box<ObjectionView> },
    /// Seam answered and the record could not take it: the answer is among those that the host must write down.
    Unrecorded,
}

/// How far issuing is. Sent as the event `stage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageEvent {
    pub door_id: String,
    pub intent_id: Option<i64>,
    pub stage: StageView,
    /// On the door's clock.
    pub at: String,
}

impl StageEvent {
    /// A step of issuing at a door, or of following a code; `intent_id` is `None` until the intent is on disk.
    pub fn new(door_id: &str, intent_id: Option<i64>, stage: &Stage, zone: Option<&Zone>, now: Timestamp) -> Self {
        let at = written_civil(DoorClock::new(zone).civil(now).round(jiff::Unit::Second).unwrap_or_default());
        Self { door_id: door_id.to_owned(), intent_id, stage: StageView::new(stage), at }
    }
}

impl IssueRequest {
    /// The request for the operations. `label_template`: from the settings.
    pub fn order(&self, label_template: &str) -> Order {
        let ShownView { slot_id, starts_at, ends_at } = self.shown.clone();
        Order {
            draft: self.draft.asked(label_template),
            shown: Shown { slot: SlotId::new(slot_id), starts_at, ends_at },
            accepted: self.accepted.iter().cloned().collect(),
            recorded_stay: self.stay_id,
        }
    }
}

impl IssuedView {
    pub fn new(door: &Door, issued: &Issued, show: &Show<'_>) -> Self {
        match issued {
            Issued::Code { entry, created } => Self::Code { code: Box::new(CodeView::new(entry, *created, show)) },
            Issued::Objected(objection) => {
                Self::Objected { objection: Box::new(ObjectionView::new(objection, door, show)) }
            }
            Issued::Unrecorded { .. } => Self::Unrecorded,
        }
    }
}
