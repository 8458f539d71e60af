//! Compares what came back with the promise (docs/design.md, "Matching", 9). The answer is the truth; a difference is shown
//! permanently.

use jiff::Timestamp;

use crate::ids::{DeviceId, SlotId};
use crate::marker::Marker;
use crate::promise::Promise;
use crate::reading::CodeReading;

/// One thing that is not as promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    Starts {
        promised: Timestamp,
        given: Timestamp,
    },
    Ends {
        promised: Timestamp,
        given: Timestamp,
    },
    Slot {
        promised: String,
        given: String,
    },
    Door {
        given: DeviceId,
    },
    /// The name at Seam no longer carries the marker.
    Name,
    /// The PIN is nothing that an Oracode keypad takes.
    OddPin,
    /// Seam did not make it an offline code.
    NotOffline,
}

/// Compares a reading with the promise. What the reading does not say cannot differ.
pub fn between(promise: &Promise, device: &DeviceId, marker: &Marker, reading: &CodeReading) -> Vec<Difference> {
    let starts = reading.starts_at.filter(|given| *given != promise.starts_at);
    let ends = reading.ends_at.filter(|given| *given != promise.ends_at);
    let door = reading.device_id.as_ref().filter(|given| *given != device);
    let name_lost =
        reading.name.as_deref().is_some_and(|name| Marker::read_without_sign(name).as_ref() != Some(marker));
    let found = [
        starts.map(|given| Difference::Starts { promised: promise.starts_at, given }),
        ends.map(|given| Difference::Ends { promised: promise.ends_at, given }),
        slot(promise, reading),
        door.map(|given| Difference::Door { given: given.clone() }),
        name_lost.then_some(Difference::Name),
        reading.pin.as_ref().is_some_and(|pin| !pin.is_ordinary()).then_some(Difference::OddPin),
        (reading.is_offline == Some(false)).then_some(Difference::NotOffline),
    ];
    found.into_iter().flatten().collect()
}

/// Slots are compared by id, and by name only where an id is missing.
fn slot(promise: &Promise, reading: &CodeReading) -> Option<Difference> {
    let differs = match (&reading.slot_id, &reading.slot_name) {
        (Some(id), _) => *id != promise.slot_id,
        (None, Some(name)) => *name != promise.slot_name,
        (None, None) => false,
    };
    let given = reading.slot_name.clone().or_else(|| reading.slot_id.as_ref().map(SlotId::to_string));
    differs.then(|| Difference::Slot { promised: promise.slot_name.clone(), given: given.unwrap_or_default() })
}
