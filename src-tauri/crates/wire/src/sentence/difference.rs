//! Differences between the answer and the promise. The answer is the truth; neither can be changed.

use domain::difference::Difference;
use words::{clean, say};

use crate::clock::DoorClock;

pub(crate) fn difference(difference: &Difference, clock: &DoorClock) -> String {
    match difference {
        Difference::Starts { promised, given } => {
            say!("difference-starts", given = clock.said(*given), promised = clock.bare(*promised))
        }
        Difference::Ends { promised, given } => {
            say!("difference-ends", given = clock.said(*given), promised = clock.bare(*promised))
        }
        Difference::Slot { promised, given } => {
            say!("difference-slot", given = clean(given), promised = clean(promised))
        }
        Difference::Door { given } => say!("difference-door", given = clean(given.as_str())),
        Difference::Name => say!("difference-name"),
        Difference::OddPin => say!("difference-odd-pin"),
        Difference::SharedPin => say!("difference-shared-pin"),
        Difference::NotOffline => say!("difference-not-offline"),
        Difference::PinChanged => say!("difference-pin-changed"),
        Difference::Unseen => say!("difference-unseen"),
        Difference::Other { what, .. } => say!("difference-other", what = clean(what)),
    }
}

/// The name of the differing field.
pub(crate) fn name(difference: &Difference) -> String {
    match difference {
        Difference::Starts { .. } => say!("difference-name-starts"),
        Difference::Ends { .. } => say!("difference-name-ends"),
        Difference::Slot { .. } => say!("difference-name-slot"),
        Difference::Door { .. } => say!("difference-name-door"),
        Difference::Name => say!("difference-name-name"),
        Difference::OddPin => say!("difference-name-odd-pin"),
        Difference::SharedPin => say!("difference-name-shared-pin"),
        Difference::NotOffline => say!("difference-name-not-offline"),
        Difference::PinChanged => say!("difference-name-pin-changed"),
        Difference::Unseen => say!("difference-name-unseen"),
        Difference::Other { what, .. } => clean(what),
    }
}
