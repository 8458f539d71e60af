//! Why Latchbook does not send, and what the host may accept.

use ops::door::Door;
use ops::issue::{Objection, Risk, keys};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock::DoorClock;
use crate::error::ErrorCode;
use crate::sentence;
use crate::view::CheckView;
use crate::view::{CodeView, Show};

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ObjectionView {
    pub code: ErrorCode,
    /// What it is and what to do.
    pub message: String,
    /// What must be accepted first, for `needs_yes`.
    pub risks: Vec<RiskView>,
    /// The checks that fail, for `not_ready`.
    pub checks: Vec<CheckView>,
    /// The attempt that stands in the way, where there is one.
    pub existing: Option<Box<CodeView>>,
}

/// Something that may go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RiskView {
    /// By this it is accepted: the word, with the code that it is about. No two of a list are alike.
    pub key: String,
    /// The word for it, also in the record.
    pub code: String,
    pub message: String,
}

impl ObjectionView {
    /// Times are said on the door's clock.
    pub fn new(objection: &Objection, door: &Door, show: &Show<'_>) -> Self {
        let clock = DoorClock::new(door.zone.zone.as_ref());
        let mut view = Self {
            code: ErrorCode::from_objection(objection),
            message: sentence::objection::objection(objection, &clock),
            risks: Vec::new(),
            checks: Vec::new(),
            existing: None,
        };
        if let Objection::NeedsYes(risks) = objection {
            view.risks = RiskView::all(risks, &clock);
        }
        if let Objection::NotReady(findings) = objection {
            view.checks = findings.iter().map(CheckView::new).collect();
        }
        if let Objection::TooEarlyForAnother { entry } = objection {
            view.existing = Some(Box::new(CodeView::new(entry, false, show)));
        }
        view
    }
}

impl RiskView {
    pub fn new(risk: &Risk, door: &Door) -> Self {
        Self::with(risk, &DoorClock::new(door.zone.zone.as_ref()))
    }

    pub(crate) fn all(risks: &[Risk], clock: &DoorClock) -> Vec<Self> {
        let view = |(risk, key): (&Risk, String)| Self { key, ..Self::with(risk, clock) };
        risks.iter().zip(keys(risks)).map(view).collect()
    }

    fn with(risk: &Risk, clock: &DoorClock) -> Self {
        let message = sentence::risk::risk(risk, clock);
        Self { key: risk.key(), code: risk.word().to_owned(), message }
    }
}
