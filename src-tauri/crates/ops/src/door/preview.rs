//! A preview of a code before it is spent. Sends nothing and reads only the record.

use domain::instant::is_plausible;
use domain::matching::{Candidate, Matching, Wish, match_stay};
use domain::promise::Promise;
use domain::stay::{Allowance, Preference, Stay};
use domain::tables::{Opinion, Zone, ZoneTables};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::temporal::Pieces;

use crate::door::Door;
use crate::error::Error;

/// A time as a host writes it: on the door's clock, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedTime {
    Civil(DateTime),
    Instant(Timestamp),
}

/// The stay that the host asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StayQuery {
    pub from: AskedTime,
    pub to: AskedTime,
    pub allowance: Allowance,
    pub preference: Preference,
}

/// The windows that the door can give.
#[derive(Clone, Debug)]
pub struct Preview<'a> {
    pub zone: &'a Zone,
    pub wish: Wish,
    pub matching: Matching<'a>,
    /// For the chosen candidate: each end at which two sets of zone tables disagree, with every opinion.
    pub disagreements: Vec<Disagreement>,
}

/// An end of the window that two sets of zone tables put at different instants.
#[derive(Clone, Debug)]
pub struct Disagreement {
    pub civil: DateTime,
    pub opinions: Vec<Opinion>,
}

impl AskedTime {
    /// Reads `2026-12-03T15:45`, with seconds or a space instead of the `T` if need be, or the same with `Z` or an offset
    /// that a clock could have.
    ///
    /// # Errors
    /// [`Error::BadTime`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let bad = || Error::BadTime(text.to_owned());
        // The door has its own zone, so a zone chosen by the host would be silently dropped.
        if text.contains('[') {
            return Err(bad());
        }
        let has_offset = text.len() > 10
            && text.get(10..).is_some_and(|clock| clock.ends_with(['Z', 'z']) || clock.contains(['+', '-']));
        if has_offset {
            let offset = Pieces::parse(text).ok().and_then(|pieces| pieces.to_numeric_offset());
            let instant = text.parse().ok().filter(|_| offset.is_some_and(is_plausible));
            return instant.map(Self::Instant).ok_or_else(bad);
        }
        // A date without a time would silently mean midnight.
        if !text.contains(':') {
            return Err(bad());
        }
        text.parse().map(Self::Civil).map_err(|_| bad())
    }

    /// The time on the door's clock.
    pub fn on_clock_of(self, zone: &Zone) -> DateTime {
        match self {
            Self::Civil(civil) => civil,
            Self::Instant(instant) => zone.clock().to_datetime(instant),
        }
    }
}

/// The zone of a door that can issue.
///
/// # Errors
/// [`Error::NotDescribed`], or [`Error::NoZone`] with what is wrong.
pub fn zone_of(door: &Door) -> Result<&Zone, Error> {
    match &door.zone.zone {
        Some(zone) => Ok(zone),
        None if !door.row.reading.is_managed => Err(Error::NotDescribed),
        None => Err(Error::NoZone(door.zone.fault.clone().unwrap_or(domain::zone::ZoneFault::Missing))),
    }
}

/// The zone of a door whose slots are known, or that is known to have none.
///
/// # Errors
/// As [`zone_of`].
pub fn zone_for_slots(door: &Door) -> Result<&Zone, Error> {
    if door.slots.is_empty() && !door.row.reading.is_managed {
        return Err(Error::NotDescribed);
    }
    zone_of(door)
}

/// Matches a stay against a door's slots.
///
/// # Errors
/// As [`zone_for_slots`], or [`Error::Stay`] for times that do not make a stay.
pub fn preview<'a>(door: &'a Door, asked: &StayQuery, tables: &ZoneTables) -> Result<Preview<'a>, Error> {
    let zone = zone_for_slots(door)?;
    let stay = Stay::new(asked.from.on_clock_of(zone), asked.to.on_clock_of(zone))?;
    let wish = Wish { stay, allowance: asked.allowance, preference: asked.preference };
    let matching = match_stay(&wish, &door.slots, zone);
    let disagreements = matching.candidates.first().map_or(Vec::new(), |chosen| disagreements(chosen, zone, tables));
    Ok(Preview { zone, wish, matching, disagreements })
}

/// Both ends of a candidate, if the tables disagree on them.
pub fn disagreements(candidate: &Candidate<'_>, zone: &Zone, tables: &ZoneTables) -> Vec<Disagreement> {
    let ends = [candidate.entry.civil, candidate.exit.civil];
    let of = |civil| Disagreement { civil, opinions: tables.disagreement(zone, civil) };
    ends.into_iter().map(of).filter(|disagreement| !disagreement.opinions.is_empty()).collect()
}

impl Preview<'_> {
    /// The promise that choosing a candidate makes.
    pub fn promise(&self, candidate: &Candidate<'_>, tables: &ZoneTables) -> Promise {
        Promise::new(candidate, &self.wish, self.zone, tables.version())
    }
}
