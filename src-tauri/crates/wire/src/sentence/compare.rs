//! Where the record and Seam say different things.

use ops::DifferenceText;
use ops::compare::Compared;
use words::{clean, say};

use super::difference;
use super::stage;
use crate::clock::DoorClock;

/// What the whole comparison came to.
pub(crate) fn compared(compared: &Compared) -> String {
    let (codes, doors, unread) = (compared.compared_codes, compared.compared_doors, compared.unread.len());
    match (compared.doors.len(), unread) {
        (0, 0) => say!("compare-alike", codes = codes, doors = doors),
        (0, _) => say!("compare-unread", codes = codes, unread = unread),
        (differing, _) => say!("compare-differs", doors = differing),
    }
}

/// `promised` is what the record has, `given` what Seam has.
pub(crate) fn difference(text: &DifferenceText, clock: &DoorClock) -> String {
    let said = |value: &Option<String>| {
        let value = value.as_deref().unwrap_or_default();
        value.parse().map_or_else(|_| clean(value), |at| clock.said(at))
    };
    let (record, seam) = (said(&text.promised), said(&text.given));
    match text.what.as_str() {
        "starts" => say!("compare-starts", record = record, seam = seam),
        "ends" => say!("compare-ends", record = record, seam = seam),
        "slot" => say!("compare-slot", record = record, seam = seam),
        "pin_there" => say!("compare-pin-there"),
        "state" => say!("compare-state", record = stage::short_of(&record), seam = stage::short_of(&seam)),
        _ => difference::difference(text, clock),
    }
}
