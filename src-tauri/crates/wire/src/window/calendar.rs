//! Doors by days. A day has two halves: guests leave before noon and arrive after it, so that two stays meet in a day.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::CodeState;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CalendarRequest {
    /// `null`: all doors.
    pub door_id: Option<String>,
    /// The first day; `null`: today. `step` days are added to it.
    pub from: Option<String>,
    pub step: i32,
    /// At most 93.
    pub days: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CalendarView {
    pub days: Vec<CalendarDayView>,
    pub doors: Vec<CalendarDoorView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CalendarDayView {
    pub date: String,
    /// 1 is Monday.
    pub weekday: u8,
    /// On this computer's clock.
    pub is_today: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CalendarDoorView {
    pub door_id: String,
    pub door: String,
    /// By their beginning. Bars that overlap are in different `lane`s.
    pub bars: Vec<BarView>,
    pub lanes: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum BarKind {
    Code,
    /// A stay without a code.
    Planned,
    /// Made outside this app.
    Elsewhere,
}

/// A code, or a stay without one. From half-day `from` (0: the first morning) up to but not including `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BarView {
    pub kind: BarKind,
    pub state: Option<CodeState>,
    pub intent_id: Option<i64>,
    pub stay_id: Option<i64>,
    pub label: String,
    pub slot_name: Option<String>,
    pub from: u32,
    pub to: u32,
    /// It begins before the first day or ends after the last.
    pub begins_before: bool,
    pub ends_after: bool,
    pub lane: u32,
    /// The whole window in words, for a screen reader and a table: civil times.
    pub entry: Option<String>,
    pub exit: Option<String>,
}
