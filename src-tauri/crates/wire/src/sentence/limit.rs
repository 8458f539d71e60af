//! How full a door is.

use domain::limit::{LimitSource, Places, Room};
use domain::tables::Zone;

use super::wording::{list, sentences};
use crate::clock::DoorClock;
use crate::words::say;

pub(crate) fn places(places: &Places, zone: Option<&Zone>) -> String {
    let in_flight = (places.in_flight > 0).then(|| say!("limit-in-flight", count = places.in_flight));
    let codes = say!("limit-codes", count = places.live);
    let elsewhere = say!("limit-elsewhere", count = places.elsewhere);
    let taken: Vec<String> = [Some(codes), in_flight, Some(elsewhere)].into_iter().flatten().collect();
    let taken = list(&taken);
    let Some(limit) = places.limit else {
        return say!("limit-unknown", taken = taken);
    };
    let used = match limit.source {
        LimitSource::Seam => say!("limit-of-seam", used = places.used(), limit = limit.count, taken = taken),
        LimitSource::Host => say!("limit-of-host", used = places.used(), limit = limit.count, taken = taken),
    };
    let passed_over = limit.passed_over.map(|own| say!("limit-own-passed-over", own = own));
    let next = places.next_free.map(|at| say!("limit-next", at = DoorClock::of(zone).said(at)));
    let room = match places.room() {
        Room::Full => Some(say!("limit-full")),
        Room::Scarce(_) => Some(say!("limit-scarce")),
        Room::Plenty | Room::Unknown => None,
    };
    sentences([Some(used), passed_over, next, room])
}
