//! The slots of a door, usable or with the reason (docs/design.md, "Command line": `slots`).

use domain::slot::{Slot, SlotFault};
use ops::door::Door;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::written_time;
use words::clean;

use crate::sentence;
use crate::view::ReasonView;

/// Every slot of a door, in the door's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotsView {
    pub door: String,
    pub door_id: String,
    pub zone: Option<String>,
    pub slots: Vec<SlotView>,
    /// What to do where there is no slot for any stay.
    pub message: Option<String>,
}

/// One slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotView {
    pub slot_id: String,
    pub name: String,
    pub prefix: Option<i64>,
    /// `16:00`, on the door's clock; `null` where it cannot be read.
    pub check_in: Option<String>,
    pub check_out: Option<String>,
    /// As Seam writes them.
    pub check_in_said: Option<String>,
    pub check_out_said: Option<String>,
    pub is_24_hour: bool,
    pub is_biweekly: bool,
    pub is_one_shot: bool,
    pub is_master: bool,
    /// Its times carry an offset without a zone.
    pub offset_only: bool,
    pub usable: bool,
    pub reason: Option<ReasonView>,
}

impl SlotsView {
    pub fn new(door: &Door) -> Self {
        Self {
            door: clean(door.name()),
            door_id: door.id().to_string(),
            zone: door.zone.zone.as_ref().map(|zone| zone.name().to_owned()),
            slots: door.slots.iter().map(SlotView::new).collect(),
            message: sentence::slot::none_usable(&door.slots, door.row.reading.is_managed),
        }
    }
}

impl SlotView {
    fn new(slot: &Slot) -> Self {
        let facts = &slot.facts;
        let times = slot.times.as_ref().ok();
        Self {
            slot_id: facts.id.to_string(),
            name: clean(&facts.name),
            prefix: facts.prefix,
            check_in: times.map(|times| written_time(times.check_in.time)),
            check_out: times.map(|times| written_time(times.check_out.time)),
            check_in_said: facts.check_in.as_deref().map(clean),
            check_out_said: facts.check_out.as_deref().map(clean),
            is_24_hour: facts.is_24_hour,
            is_biweekly: facts.is_biweekly,
            is_one_shot: facts.is_one_shot,
            is_master: facts.is_master,
            offset_only: slot.is_offset_only(),
            usable: slot.times.is_ok(),
            reason: slot.times.as_ref().err().map(reason),
        }
    }
}

fn reason(fault: &SlotFault) -> ReasonView {
    ReasonView {
        code: sentence::slot::code(fault).to_owned(),
        message: sentence::slot::fault(fault),
        said: None,
        request_id: None,
        retry_after_seconds: None,
    }
}
