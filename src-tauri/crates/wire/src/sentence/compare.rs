//! Differences between the record and Seam.

use domain::difference::Difference;
use ops::compare::{Compared, Differing};
use words::{clean, say};

use super::difference;
use super::stage;
use crate::clock::DoorClock;

/// The result of the whole comparison.
pub(crate) fn compared(compared: &Compared) -> String {
    let (codes, doors, unread) = (compared.compared_codes, compared.compared_doors, compared.unread.len());
    match (compared.doors.len(), unread) {
        (0, 0) => say!("compare-alike", codes = codes, at = say!("compare-doors", doors = doors)),
        (0, _) => say!("compare-unread", codes = codes, unread = unread),
        (differing, _) => say!("compare-differs", doors = differing),
    }
}

pub(crate) fn differing(differing: &Differing, clock: &DoorClock) -> String {
    match differing {
        Differing::Difference(Difference::Starts { promised, given }) => {
            say!("compare-starts", record = clock.said(*promised), seam = clock.said(*given))
        }
        Differing::Difference(Difference::Ends { promised, given }) => {
            say!("compare-ends", record = clock.said(*promised), seam = clock.said(*given))
        }
        Differing::Difference(Difference::Slot { promised, given }) => {
            say!("compare-slot", record = clean(promised), seam = clean(given))
        }
        Differing::Difference(difference) => difference::difference(difference, clock),
        Differing::PinThere => say!("compare-pin-there"),
        Differing::State { record, seam } => {
            say!("compare-state", record = stage::short(*record), seam = stage::short(*seam))
        }
    }
}
