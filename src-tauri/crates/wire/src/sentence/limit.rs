//! How full a door is.

use domain::limit::{Places, Room};
use domain::tables::Zone;
use ops::door::Door;
use words::{clean, say, sentences};

use crate::clock::DoorClock;

/// How full a door is, and the limit that Seam reports if it cannot be true.
pub(crate) fn for_door(door: &Door) -> String {
    let odd = door.row.reading.odd_limit.as_deref().filter(|_| door.places.limit.is_none());
    let odd = odd.map(|odd| say!("finding-odd-limit", limit = clean(odd)));
    sentences([Some(places(&door.places, door.zone.zone.as_ref())), odd])
}

pub(crate) fn places(places: &Places, zone: Option<&Zone>) -> String {
    let Some(limit) = places.limit else {
        return say!("limit-unknown", used = places.used());
    };
    let used = say!("limit-used", used = places.used(), limit = limit.count);
    let passed_over = limit.passed_over.map(|own| say!("limit-own-passed-over", own = own));
    let next = places.next_free.map(|at| say!("limit-next", at = DoorClock::new(zone).said(at)));
    let room = match places.room() {
        Room::Full => Some(say!("limit-full")),
        Room::Scarce(_) => Some(say!("limit-scarce")),
        Room::Plenty | Room::Unknown => None,
    };
    sentences([Some(used), passed_over, next, room])
}
