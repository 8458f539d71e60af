//! How full every door is (docs/design.md, "Command line": `limits`).

use ops::CodeElsewhere;
use ops::door::Door;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::written_civil;
use words::clean;

use super::PlacesView;
use crate::clock::DoorClock;
use crate::sentence;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitsView {
    pub doors: Vec<LimitView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitView {
    pub door_id: String,
    pub name: String,
    /// What tells it from another door of its name that Seam lists: its site, else its id.
    pub apart: Option<String>,
    pub gone: bool,
    #[serde(flatten)]
    pub places: PlacesView,
    /// When the next code ends, on the door's clock.
    pub next_free_lock_time: Option<String>,
    pub message: String,
    /// Codes made elsewhere that Seam no longer lists and that have no end: only the host can free their places.
    pub unlisted_without_end: Vec<String>,
}

impl LimitsView {
    /// Each door with the codes whose places only the host can free.
    pub fn new(doors: &[(Door, Vec<CodeElsewhere>)]) -> Self {
        Self { doors: doors.iter().map(|(door, waiting)| LimitView::new(door, waiting)).collect() }
    }
}

impl LimitView {
    /// A door; `waiting`: the codes whose places only the host can free.
    pub fn new(door: &Door, waiting: &[CodeElsewhere]) -> Self {
        let clock = DoorClock::new(door.zone.zone.as_ref());
        Self {
            next_free_lock_time: door.places.next_free.map(|at| written_civil(clock.civil(at))),
            door_id: door.id().to_string(),
            name: clean(door.name()),
            apart: door.apart.as_deref().map(clean),
            gone: door.row.gone_at.is_some(),
            unlisted_without_end: waiting.iter().map(|code| clean(code.id.as_str())).collect(),
            places: PlacesView::new(&door.places),
            message: sentence::limit::for_door(door),
        }
    }
}
