//! Today: who comes and goes, what needs the host, how full the doors are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::calendar::CalendarView;
use super::draft::CapacityView;
use crate::view::{CodeState, Level};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TodayView {
    /// This computer's clock.
    pub yours: ClockView,
    /// One for each zone that doors are in.
    pub clocks: Vec<ClockView>,
    /// Today on each door's own clock, by time.
    pub arriving: Vec<StayLineView>,
    pub leaving: Vec<StayLineView>,
    /// The most urgent first.
    pub needs_you: Vec<NeedView>,
    /// The fullest first.
    pub capacity: Vec<CapacityView>,
    /// The next seven days.
    pub week: CalendarView,
}

/// What a clock shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ClockView {
    /// `America/Vancouver`
    pub zone: String,
    /// `Vancouver`
    pub place: String,
    pub civil: String,
    /// `-08:00`
    pub offset: String,
}

/// A guest who comes or goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct StayLineView {
    pub door_id: String,
    pub door: String,
    pub label: String,
    /// The civil time from or until which the code works, or, without a code, of the stay.
    pub at: String,
    pub intent_id: Option<i64>,
    pub stay_id: Option<i64>,
    /// `null`: no code yet.
    pub state: Option<CodeState>,
    pub pin_masked: Option<String>,
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum NeedKind {
    /// Nobody knows whether a code was made.
    NotKnown,
    /// A stay that the host recorded begins within 24 h and has no code.
    NoCode,
    Failed,
    /// Gone from Seam before its end.
    Gone,
    /// Other than promised.
    Differs,
    /// Seam refused it, or it was not sent.
    NotIssued,
    /// Codes beyond the one that was asked for.
    SecondCode,
    /// The door is not ready.
    Door,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum NeedAction {
    Look,
    Issue,
    OpenCode,
    OpenReadiness,
}

/// Something that waits for the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NeedView {
    pub kind: NeedKind,
    pub level: Level,
    pub door_id: String,
    pub door: String,
    pub label: Option<String>,
    pub intent_id: Option<i64>,
    pub stay_id: Option<i64>,
    /// What it is and what is safe to do.
    pub message: String,
    pub action: NeedAction,
}

/// A stay that the host noted down without a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PlannedStayView {
    pub stay_id: i64,
    pub door_id: String,
    pub door: String,
    pub label: String,
    pub stay_key: Option<String>,
    pub from: String,
    pub to: String,
    /// Its code, once it has one.
    pub intent_id: Option<i64>,
}
