//! How full every door is (design "Command line": `limits`).

use ops::door::Door;
use serde::{Deserialize, Serialize};

use super::door::PlacesView;
use crate::clean::clean;
use crate::sentence;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitsView {
    pub doors: Vec<LimitView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitView {
    pub door_id: String,
    pub name: String,
    #[serde(flatten)]
    pub places: PlacesView,
    pub message: String,
}

impl LimitsView {
    pub fn of(doors: &[Door]) -> Self {
        Self { doors: doors.iter().map(LimitView::of).collect() }
    }
}

impl LimitView {
    pub fn of(door: &Door) -> Self {
        Self {
            door_id: door.id().to_string(),
            name: clean(door.name()),
            places: PlacesView::of(&door.places),
            message: sentence::limit::places(&door.places, door.zone.zone.as_ref()),
        }
    }
}
