//! How full a door is.

use domain::limit::{LimitSource, Places, Room};
use domain::tables::Zone;
use ops::door::Door;

use super::wording::{list, sentences};
use crate::clock::DoorClock;
use crate::words::say;

/// With what became of the host's own figure.
pub(crate) fn of_door(door: &Door) -> String {
    let is_of_seam = door.places.limit.is_some_and(|limit| limit.source == LimitSource::Seam);
    let own = door.row.host_limit.filter(|_| is_of_seam);
    let passed_over = own.map(|own| say!("limit-own-passed-over", own = own));
    sentences([Some(places(&door.places, door.zone.zone.as_ref())), passed_over])
}

pub(crate) fn places(places: &Places, zone: Option<&Zone>) -> String {
    let taken = list(&[
        say!("limit-codes", count = places.live),
        say!("limit-in-flight", count = places.in_flight),
        say!("limit-elsewhere", count = places.elsewhere),
    ]);
    let Some(limit) = places.limit else {
        return say!("limit-unknown", taken = taken);
    };
    let used = match limit.source {
        LimitSource::Seam => say!("limit-of-seam", used = places.used(), limit = limit.count, taken = taken),
        LimitSource::Host => say!("limit-of-host", used = places.used(), limit = limit.count, taken = taken),
    };
    let next = places.next_free.map(|at| say!("limit-next", at = DoorClock::of(zone).said(at)));
    let room = match places.room() {
        Room::Full => Some(say!("limit-full")),
        Room::Scarce(_) => Some(say!("limit-scarce")),
        Room::Plenty | Room::Unknown => None,
    };
    sentences([Some(used), next, room])
}
