//! Doors that may be, or are, one lock.

use jiff::tz::Offset;
use ops::same_lock::{PerhapsSame, Why};
use words::civil::said_day;
use words::{clean, say};

/// Why two doors may be one lock, and the question for the host.
pub(crate) fn perhaps_same(pair: &PerhapsSame) -> String {
    let (gone, door) = (clean(&pair.gone_name), clean(&pair.name));
    let since = said_day(Offset::UTC.to_datetime(pair.gone_at).date());
    match pair.why {
        Why::SiteAndName => say!("perhaps-same-name", gone = gone, door = door, since = since),
        Why::OracodeId => say!("perhaps-same-id", gone = gone, door = door, since = since),
        Why::Codes => say!("perhaps-same-codes", gone = gone, door = door, since = since),
    }
}

/// The door that now has the lock of a gone door, as the host says.
pub(crate) fn known_as(id: &str) -> String {
    say!("door-known-as", door = clean(id))
}
