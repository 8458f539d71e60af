//! Why a slot cannot serve any stay.

use domain::slot::{Slot, SlotFault};
use domain::time_of_day::TimeOfDayFault;
use words::{clean, say};

use super::error::not_described;

/// The remedy if a door has no slot for any stay.
pub(crate) fn none_usable(slots: &[Slot], is_managed: bool) -> Option<String> {
    if slots.is_empty() {
        return Some(if is_managed { say!("slots-none") } else { not_described() });
    }
    slots.iter().all(|slot| slot.times.is_err()).then(|| say!("slots-none-usable"))
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
        SlotFault::Master => say!("slot-master"),
        SlotFault::OneShot => say!("slot-one-shot"),
        SlotFault::CheckIn(what) => say!("slot-check-in", why = time(*what)),
        SlotFault::CheckOut(what) => say!("slot-check-out", why = time(*what)),
        SlotFault::UnknownZone(zone) => say!("slot-unknown-zone", zone = clean(zone)),
        SlotFault::DuplicateId => say!("slot-duplicate"),
    }
}

fn time(fault: TimeOfDayFault) -> String {
    match fault {
        TimeOfDayFault::Missing => say!("slot-time-missing"),
        TimeOfDayFault::TooLong => say!("slot-time-long"),
        TimeOfDayFault::Clock => say!("slot-time-clock"),
        TimeOfDayFault::Offset => say!("slot-time-offset"),
        TimeOfDayFault::FarOffset => say!("slot-time-far-offset"),
        TimeOfDayFault::Zone => say!("slot-time-zone"),
    }
}
