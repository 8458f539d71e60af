//! How full every door is (design "Command line": `limits`).

use ops::door::Door;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::door::PlacesView;
use crate::clean::clean;
use crate::clock::{DoorClock, written_civil};
use crate::sentence;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LimitsView {
    pub doors: Vec<LimitView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LimitView {
    pub door_id: String,
    pub name: String,
    #[serde(flatten)]
    pub places: PlacesView,
    /// When the next code ends, on the door's clock.
    pub next_free_lock_time: Option<String>,
    pub message: String,
}

impl LimitsView {
    pub fn of(doors: &[Door]) -> Self {
        Self { doors: doors.iter().map(LimitView::of).collect() }
    }
}

impl LimitView {
    pub fn of(door: &Door) -> Self {
        let clock = DoorClock::of(door.zone.zone.as_ref());
        Self {
            next_free_lock_time: door.places.next_free.map(|at| written_civil(clock.civil(at))),
            door_id: door.id().to_string(),
            name: clean(door.name()),
            places: PlacesView::of(&door.places),
            message: sentence::limit::places(&door.places, door.zone.zone.as_ref()),
        }
    }
}
