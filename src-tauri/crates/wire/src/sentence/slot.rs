//! Why a slot can serve no stay.

use domain::slot::{Slot, SlotFault};
use domain::time_of_day::TimeOfDayFault;

use crate::clean::clean;

/// What to do where a door has no slot for any stay.
pub(crate) fn none_usable(slots: &[Slot]) -> Option<String> {
    let sentence = if slots.is_empty() {
        "This door has no slots, so no code can be made. Ask the installer to set up guest slots; Seam sees them about 30 \
         minutes later, then sync."
    } else if slots.iter().all(|slot| slot.times.is_err()) {
        "None of this door's slots can serve a stay, so no code can be made. Ask the installer for a guest slot; Seam sees \
         it about 30 minutes later, then sync."
    } else {
        return None;
    };
    Some(sentence.to_owned())
}

pub(crate) fn code(fault: &SlotFault) -> &'static str {
    match fault {
        SlotFault::Master => "master",
        SlotFault::OneShot => "one_shot",
        SlotFault::CheckIn(_) => "bad_check_in",
        SlotFault::CheckOut(_) => "bad_check_out",
        SlotFault::UnknownZone(_) => "unknown_zone",
        SlotFault::DuplicateId => "duplicate_id",
    }
}

pub(crate) fn fault(fault: &SlotFault) -> String {
    match fault {
        SlotFault::Master => "A master level: Seam makes no codes for it. Use a guest slot.".to_owned(),
        SlotFault::OneShot => "A one-shot level: Seam makes no codes for it. Use a guest slot.".to_owned(),
        SlotFault::CheckIn(what) => format!("Its check-in time cannot be used: {}. Ask Seam to mend it.", time(*what)),
        SlotFault::CheckOut(what) => {
            format!("Its check-out time cannot be used: {}. Ask Seam to mend it.", time(*what))
        }
        SlotFault::UnknownZone(zone) => {
            format!("Its times name the zone “{}”, which no zone table knows. Ask Seam to mend it.", clean(zone))
        }
        SlotFault::DuplicateId => "Another slot of this door has the same id. Ask Seam to mend it.".to_owned(),
    }
}

fn time(fault: TimeOfDayFault) -> &'static str {
    match fault {
        TimeOfDayFault::Missing => "it is missing",
        TimeOfDayFault::TooLong => "it is longer than any time of day",
        TimeOfDayFault::Clock => "it is not written as HH:MM or HH:MM:SS",
        TimeOfDayFault::Offset => "its offset is not written as Z or ±HH:MM",
        TimeOfDayFault::Zone => "its zone is not written as [Area/City]",
    }
}
