//! Arrivals and departures, open tasks for the host, and how long the places last.

use jiff::civil::Date;
use ops::attention::Attention;
use ops::capacity::Capacity;
use ops::stays::PlannedStay;
use words::civil::{lock_time, said, said_day};
use words::{minutes, say, sentences};

use super::{code, difference, door, finding, limit};
use crate::clock::DoorClock;
use crate::view::Show;

/// How full a door is, and how long it still has places.
pub(crate) fn capacity(capacity: &Capacity, lasts_to: Option<Date>) -> String {
    let lasts = lasts_to.map(|date| say!("capacity-lasts", date = said_day(date)));
    sentences([Some(limit::places(&capacity.places, capacity.zone.as_ref())), lasts])
}

/// A recorded stay that has no code.
pub(crate) fn planned(stay: &PlannedStay) -> String {
    say!("guest-no-code", at = arrival(stay))
}

/// The clock at a place, `ahead` minutes ahead of this computer's.
pub(crate) fn other_clock(place: &str, ahead: i64) -> String {
    let by = minutes(ahead.unsigned_abs());
    if ahead > 0 { say!("clock-ahead", place = place, by = by) } else { say!("clock-behind", place = place, by = by) }
}

pub(crate) fn need(need: &Attention, show: &Show<'_>) -> String {
    match need {
        Attention::NotKnown { entry, probable } => {
            sentences([Some(code::state(entry, entry.code.state, show)), code::probable(*probable)])
        }
        Attention::Gone(entry) | Attention::Failed(entry) => code::state(entry, entry.code.state, show),
        Attention::PerhapsSame(pair) => door::perhaps_same(pair),
        Attention::NoCode(stay) if is_late(stay, show) => say!("need-no-code-late", at = arrival(stay)),
        Attention::NoCode(stay) => say!("need-no-code", at = arrival(stay)),
        Attention::SecondCode(entry) => say!("need-second-code", codes = entry.code.second_codes.len()),
        Attention::Differs(entry) => {
            let clock = DoorClock::named(&entry.intent.promise.zone, show.tables);
            let told = entry.code.differs.iter().map(|text| difference::difference(text, &clock));
            told.collect::<Vec<_>>().join(" ")
        }
        Attention::NotIssued(entry) => {
            sentences([Some(code::state(entry, entry.code.state, show)), Some(say!("need-not-issued"))])
        }
        Attention::Door { failing, .. } => {
            let told: Vec<String> = failing.iter().map(|failing| finding::finding(failing).join()).collect();
            sentences([Some(say!("need-door")), Some(told.join(" "))])
        }
    }
}

/// The arrival is over on the door's clock.
fn is_late(stay: &PlannedStay, show: &Show<'_>) -> bool {
    let new = &stay.row.new;
    DoorClock::named(&new.zone, show.tables).civil(show.times.earliest()) > new.stay.arrival()
}

fn arrival(stay: &PlannedStay) -> String {
    lock_time(said(stay.row.new.stay.arrival()))
}
