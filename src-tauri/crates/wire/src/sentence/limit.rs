//! How full a door is.

use domain::limit::{LimitSource, Places, Room};
use domain::tables::Zone;

use super::wording::{count, list};
use crate::clock::DoorClock;

pub(crate) fn places(places: &Places, zone: Option<&Zone>) -> String {
    let parts = [
        count(places.live, "code", "codes"),
        format!("{} in flight", places.in_flight),
        format!("{} made elsewhere", places.elsewhere),
    ];
    let taken = list(&parts);
    let Some(limit) = places.limit else {
        return format!(
            "Taken: {taken}. How many the lock holds is not known: ask the installer and enter the figure yourself."
        );
    };
    let source = match limit.source {
        LimitSource::Seam => "Seam's figure",
        LimitSource::Host => "your figure",
    };
    let next = places
        .next_free
        .map_or(String::new(), |at| format!(" The next place frees on {}.", DoorClock::of(zone).said(at)));
    let room = match places.room() {
        Room::Full => " No more codes can be made until then.",
        Room::Scarce(_) => " Issuing needs your yes.",
        Room::Plenty | Room::Unknown => "",
    };
    format!("{} of {} places taken, at least ({taken}; {source}).{next}{room}", places.used(), limit.count)
}
