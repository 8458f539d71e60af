//! The ledger, one page at a time, filtered by the page's request.

use domain::ids::{DeviceId, IntentId};
use domain::instant::moment;
use domain::lifecycle::State;
use domain::tables::ZoneTables;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use store::{CodeFilter, CodePage};

use crate::context::Snapshot;
use crate::door::preview::AskedTime;
use crate::door::{self, Door};
use crate::error::Error;
use crate::issue::draft::typed;

/// The longest page.
pub const LONGEST_PAGE: u32 = 500;

/// A filter for codes. All given conditions must hold.
#[derive(Clone, Debug, Default)]
pub struct CodesQuery {
    pub door: Option<DeviceId>,
    /// Empty: every state.
    pub states: Vec<State>,
    /// A civil time on the door's clock, or on each door's own; or an instant.
    pub at: Option<String>,
    pub search: Option<String>,
    pub after: Option<IntentId>,
    pub skip: u32,
    pub limit: u32,
}

/// A page of the ledger.
///
/// # Errors
/// [`Error::BadTime`], [`Error::NoSuchDoor`], or the record cannot be read.
pub fn page(at: &Snapshot<'_>, asked: &CodesQuery) -> Result<CodePage, Error> {
    let mut filter = CodeFilter {
        device: asked.door.clone(),
        states: asked.states.clone(),
        search: asked.search.clone(),
        after: asked.after,
        skip: asked.skip,
        ..CodeFilter::default()
    };
    match asked.at.as_deref().filter(|text| !text.trim().is_empty()).map(|text| asked_time(at, text)).transpose()? {
        Some(AskedTime::Instant(instant)) => filter.at = Some(instant),
        Some(AskedTime::Civil(civil)) => filter.at_each = each(at, asked.door.as_ref(), civil)?,
        None => {}
    }
    Ok(at.read.codes(&filter, asked.limit.clamp(1, LONGEST_PAGE), at.times)?)
}

/// A moment as programs write it, or as hosts do: `3 dec 16:00`, `Dec 3, 4 pm`.
fn asked_time(at: &Snapshot<'_>, text: &str) -> Result<AskedTime, Error> {
    AskedTime::parse(text).or_else(|why| typed(text, at.today()).map(AskedTime::Civil).ok_or(why))
}

/// The day, then the time. A day alone would silently mean midnight.
fn typed(text: &str, today: Date) -> Option<DateTime> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if store::day(&words, today).is_some_and(|_| !text.contains(':')) {
        return None;
    }
    (1..words.len()).rev().find_map(|place| {
        let (day, time) = words.split_at(place);
        Some(store::day(day, today)?.to_datetime(typed::time(&time.join(" "))?))
    })
}

/// The instants at which the clocks of the doors show a time, with the doors.
fn each(at: &Snapshot<'_>, door: Option<&DeviceId>, civil: DateTime) -> Result<Vec<(Timestamp, Vec<DeviceId>)>, Error> {
    let doors = match door {
        Some(id) => vec![door::by_id(&at.read, id, at.tables, at.times)?],
        None => door::all(&at.read, at.tables, at.times)?,
    };
    let mut each: Vec<(Timestamp, Vec<DeviceId>)> = Vec::new();
    for door in &doors {
        let instant = shows(door, civil, at.tables).ok_or_else(|| Error::BadTime(civil.to_string()))?;
        match each.iter_mut().find(|(known, _)| *known == instant) {
            Some((_, doors)) => doors.push(door.id().clone()),
            None => each.push((instant, vec![door.id().clone()])),
        }
    }
    Ok(each)
}

/// When a door's clock shows a time; if its zone is not known, in UTC, as everywhere.
fn shows(door: &Door, civil: DateTime, tables: &ZoneTables) -> Option<Timestamp> {
    let zone = door.zone.zone.clone().or_else(|| tables.zone("UTC"))?;
    moment(civil, zone.clock()).ok().map(|moment| moment.instant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_hosts_type_it() {
        let today = jiff::civil::date(2026, 12, 1);
        let dinner = Some(jiff::civil::date(2026, 12, 3).at(16, 0, 0, 0));
        for text in ["3 dec 16:00", "Dec 3, 4 pm", "Thu 3 Dec 2026, 16:00", "3 dic 1600"] {
            assert_eq!(typed(text, today), dinner, "{text:?}");
        }
        for text in ["3 dec", "3 dec 2026", "16:00", "noon", "3-10 dec 16:00"] {
            assert_eq!(typed(text, today), None, "{text:?} is not one moment");
        }
    }
}
