//! What came back other than promised. The answer is the truth; neither can be changed.

use jiff::Timestamp;
use ops::DifferenceText;
use words::{clean, say};

use crate::clock::DoorClock;

pub(crate) fn difference(difference: &DifferenceText, clock: &DoorClock) -> String {
    let (promised, given) = (value(difference.promised.as_deref()), value(difference.given.as_deref()));
    let said = |text: &str| text.parse::<Timestamp>().map_or_else(|_| clean(text), |at| clock.said(at));
    let bare = |text: &str| text.parse::<Timestamp>().map_or_else(|_| clean(text), |at| clock.bare(at));
    match difference.what.as_str() {
        "starts" => say!("difference-starts", given = said(&given), promised = bare(&promised)),
        "ends" => say!("difference-ends", given = said(&given), promised = bare(&promised)),
        "slot" => say!("difference-slot", given = clean(&given), promised = clean(&promised)),
        "door" => say!("difference-door", given = clean(&given)),
        "name" => say!("difference-name"),
        "odd_pin" => say!("difference-odd-pin"),
        "shared_pin" => say!("difference-shared-pin"),
        "not_offline" => say!("difference-not-offline"),
        "pin_changed" => say!("difference-pin-changed"),
        "unseen" => say!("difference-unseen"),
        other => say!("difference-other", what = clean(other)),
    }
}

/// What differs, by the word in the record.
pub(crate) fn name(what: &str) -> String {
    match what {
        "starts" => say!("difference-name-starts"),
        "ends" => say!("difference-name-ends"),
        "slot" => say!("difference-name-slot"),
        "door" => say!("difference-name-door"),
        "name" => say!("difference-name-name"),
        "odd_pin" => say!("difference-name-odd-pin"),
        "shared_pin" => say!("difference-name-shared-pin"),
        "not_offline" => say!("difference-name-not-offline"),
        "pin_changed" => say!("difference-name-pin-changed"),
        "unseen" => say!("difference-name-unseen"),
        other => clean(other),
    }
}

fn value(text: Option<&str>) -> String {
    text.map_or_else(|| say!("difference-not-said"), str::to_owned)
}
