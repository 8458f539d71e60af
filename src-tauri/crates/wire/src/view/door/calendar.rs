//! Doors by days. A day has two halves: guests leave before noon and arrive after it, so that two stays meet in a day.

use domain::RawAnswer;
use domain::ids::DeviceId;
use domain::lifecycle::seen_at;
use jiff::ToSpan;
use ops::TimeContext;
use ops::calendar::{Bar, BarOf, Calendar, Days, DoorDays};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::written_civil;

use crate::view::CodeState;
use words::clean;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
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
pub struct CalendarView {
    pub days: Vec<CalendarDayView>,
    /// What this computer's clock shows: a civil time.
    pub now: String,
    pub doors: Vec<CalendarDoorView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDayView {
    pub date: String,
    /// 1 is Monday.
    pub weekday: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDoorView {
    pub door_id: String,
    pub door: String,
    /// By their beginning. Bars that overlap are in different `lane`s.
    pub bars: Vec<BarView>,
    pub lanes: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
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

impl CalendarRequest {
    /// The request for the operations.
    pub fn days(&self) -> Days {
        let door = self.door_id.as_deref().map(DeviceId::new);
        Days { door, from: self.from.clone(), step: self.step, days: self.days }
    }
}

impl CalendarView {
    pub fn new(calendar: &Calendar, at: &TimeContext<'_>) -> Self {
        let days = (0..calendar.days).filter_map(|day| calendar.first.checked_add(i64::from(day).days()).ok());
        let view = |date: jiff::civil::Date| CalendarDayView {
            date: date.to_string(),
            weekday: date.weekday().to_monday_one_offset().unsigned_abs(),
        };
        Self {
            days: days.map(view).collect(),
            now: written_civil(at.here.to_datetime(at.best_time())),
            doors: calendar.doors.iter().map(|door| CalendarDoorView::new(door, at)).collect(),
        }
    }
}

impl CalendarDoorView {
    fn new(door: &DoorDays, at: &TimeContext<'_>) -> Self {
        Self {
            door_id: door.door.to_string(),
            door: clean(&door.name),
            bars: door.bars.iter().map(|bar| BarView::new(bar, at)).collect(),
            lanes: door.lanes,
        }
    }
}

impl BarView {
    fn new(bar: &Bar, at: &TimeContext<'_>) -> Self {
        let mut view = Self {
            kind: BarKind::Elsewhere,
            state: None,
            intent_id: None,
            stay_id: None,
            label: String::new(),
            slot_name: None,
            from: bar.place.from,
            to: bar.place.to,
            begins_before: bar.place.begins_before,
            ends_after: bar.place.ends_after,
            lane: bar.lane,
            entry: bar.entry.map(written_civil),
            exit: bar.exit.map(written_civil),
        };
        view.tell(&bar.what, at);
        view
    }

    fn tell(&mut self, what: &BarOf, at: &TimeContext<'_>) {
        match what {
            BarOf::Code(entry) => {
                let (intent, code) = (&entry.intent, &entry.code);
                self.kind = BarKind::Code;
                self.state = Some(seen_at(code.state, code.ends_at, at.times).into());
                self.intent_id = Some(intent.id.0);
                self.label = clean(&intent.label);
                self.slot_name = Some(clean(code.given_slot_name.as_deref().unwrap_or(&intent.promise.slot_name)));
            }
            BarOf::Planned(stay) => {
                self.kind = BarKind::Planned;
                self.stay_id = Some(stay.row.id);
                self.label = clean(stay.row.new.label.expose());
            }
            BarOf::Elsewhere(row) => {
                self.label = clean(row.name.as_ref().map_or("", RawAnswer::expose));
                self.slot_name = row.slot_name.as_deref().map(clean);
            }
        }
    }
}
