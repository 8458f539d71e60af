//! Compares Seam's answer with the promise (docs/design.md, "Matching", 9). The answer is the truth; a difference is
//! shown permanently.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{DeviceId, SlotId};
use crate::marker::Marker;
use crate::promise::Promise;
use crate::reading::CodeReading;

/// One thing that is not as promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
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
    /// Oracode keypads do not usually accept a PIN like this.
    OddPin,
    /// Another code of the door has the same PIN at the same time.
    SharedPin,
    /// Seam did not make it an offline code.
    NotOffline,
    /// Seam gave another PIN before.
    PinChanged,
    /// Seam no longer shows a confirmed code as set, and reports no error: the only difference that can go away.
    Unseen,
    /// Another version's text, kept as it is written.
    Other {
        what: String,
        promised: Option<String>,
        given: Option<String>,
    },
}

/// As the record has it; times in RFC 3339 UTC.
#[derive(Serialize, Deserialize)]
struct Written {
    what: String,
    promised: Option<String>,
    given: Option<String>,
}

impl Difference {
    /// The word for this difference.
    pub fn word(&self) -> &str {
        match self {
            Self::Starts { .. } => "starts",
            Self::Ends { .. } => "ends",
            Self::Slot { .. } => "slot",
            Self::Door { .. } => "door",
            Self::Name => "name",
            Self::OddPin => "odd_pin",
            Self::SharedPin => "shared_pin",
            Self::NotOffline => "not_offline",
            Self::PinChanged => "pin_changed",
            Self::Unseen => "unseen",
            Self::Other { what, .. } => what,
        }
    }

    /// The promised and the actual value, as they are written.
    fn both(&self) -> (Option<String>, Option<String>) {
        match self {
            Self::Starts { promised, given } | Self::Ends { promised, given } => {
                (Some(promised.to_string()), Some(given.to_string()))
            }
            Self::Slot { promised, given } => (Some(promised.clone()), Some(given.clone())),
            Self::Door { given } => (None, Some(given.to_string())),
            Self::Other { promised, given, .. } => (promised.clone(), given.clone()),
            Self::Name | Self::OddPin | Self::SharedPin | Self::NotOffline | Self::PinChanged | Self::Unseen => {
                (None, None)
            }
        }
    }
}

impl From<Difference> for Written {
    fn from(difference: Difference) -> Self {
        let (promised, given) = difference.both();
        Self { what: difference.word().to_owned(), promised, given }
    }
}

impl From<Written> for Difference {
    fn from(written: Written) -> Self {
        known(&written).unwrap_or(Self::Other { what: written.what, promised: written.promised, given: written.given })
    }
}

/// `None` for a word or a value that this version does not know.
fn known(Written { what, promised, given }: &Written) -> Option<Difference> {
    let time = |text: &String| text.parse::<Timestamp>().ok();
    Some(match (what.as_str(), promised, given) {
        ("starts", Some(promised), Some(given)) => {
            Difference::Starts { promised: time(promised)?, given: time(given)? }
        }
        ("ends", Some(promised), Some(given)) => Difference::Ends { promised: time(promised)?, given: time(given)? },
        ("slot", Some(promised), Some(given)) => Difference::Slot { promised: promised.clone(), given: given.clone() },
        ("door", None, Some(given)) => Difference::Door { given: DeviceId::new(given) },
        ("name", None, None) => Difference::Name,
        ("odd_pin", None, None) => Difference::OddPin,
        ("shared_pin", None, None) => Difference::SharedPin,
        ("not_offline", None, None) => Difference::NotOffline,
        ("pin_changed", None, None) => Difference::PinChanged,
        ("unseen", None, None) => Difference::Unseen,
        _ => return None,
    })
}

/// Compares a reading with the promise. A value missing from the reading cannot differ.
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

/// Slots are compared by id, and by name only if an id is missing.
fn slot(promise: &Promise, reading: &CodeReading) -> Option<Difference> {
    let differs = match (&reading.slot_id, &reading.slot_name) {
        (Some(id), _) => *id != promise.slot_id,
        (None, Some(name)) => *name != promise.slot_name,
        (None, None) => false,
    };
    let given = reading.slot_name.clone().or_else(|| reading.slot_id.as_ref().map(SlotId::to_string));
    differs.then(|| Difference::Slot { promised: promise.slot_name.clone(), given: given.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let texts = [
            r#"{"what":"starts","promised":"2026-12-04T00:00:00Z","given":"2026-12-04T01:00:00.5Z"}"#,
            r#"{"what":"ends","promised":"2026-12-04T00:00:00Z","given":"2026-12-04T01:00:00Z"}"#,
            r#"{"what":"slot","promised":"Guest","given":""}"#,
            r#"{"what":"door","promised":null,"given":"d2"}"#,
            r#"{"what":"name","promised":null,"given":null}"#,
            r#"{"what":"odd_pin","promised":null,"given":null}"#,
            r#"{"what":"shared_pin","promised":null,"given":null}"#,
            r#"{"what":"not_offline","promised":null,"given":null}"#,
            r#"{"what":"pin_changed","promised":null,"given":null}"#,
            r#"{"what":"unseen","promised":null,"given":null}"#,
        ];
        for text in texts {
            let read: Difference = serde_json::from_str(text).unwrap();
            assert!(!matches!(read, Difference::Other { .. }), "it is known: {text}");
            assert_eq!(serde_json::to_string(&read).unwrap(), text, "nothing of it is lost");
        }
    }

    #[test]
    fn what_another_version_wrote_is_kept() {
        let texts = [
            r#"{"what":"colour","promised":"red","given":null}"#,
            r#"{"what":"starts","promised":null,"given":"at noon"}"#,
            r#"{"what":"unseen","promised":"x","given":null}"#,
        ];
        for text in texts {
            let read: Difference = serde_json::from_str(text).unwrap();
            assert!(matches!(read, Difference::Other { .. }), "nothing is guessed: {text}");
            assert_eq!(serde_json::to_string(&read).unwrap(), text, "nothing of it is lost");
        }
    }
}
