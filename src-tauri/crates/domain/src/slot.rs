//! A slot ("user level") of a door: its facts at Seam, and whether a stay can use it (docs/design.md, "Matching", 1 and
//! 3).

use std::collections::HashSet;

use jiff::SignedDuration;
use jiff::civil::Time;
use jiff::tz::Offset;

use crate::ids::SlotId;
use crate::tables::ZoneTables;
use crate::time_of_day::{TimeOfDay, TimeOfDayFault};
use crate::zone::{NamedZone, ZoneSource};

/// A slot as Seam reports it. Texts are kept as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotFacts {
    pub id: SlotId,
    pub name: String,
    pub prefix: Option<i64>,
    pub check_in: Option<String>,
    pub check_out: Option<String>,
    pub is_24_hour: bool,
    pub is_biweekly: bool,
    pub is_one_shot: bool,
    pub is_master: bool,
}

/// A slot with its texts interpreted.
#[derive(Clone, Debug)]
pub struct Slot {
    pub facts: SlotFacts,
    pub times: Result<SlotTimes, SlotFault>,
}

/// The two ends of a usable slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotTimes {
    pub check_in: SlotEnd,
    pub check_out: SlotEnd,
}

/// One end of a usable slot: a time of day on the door's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotEnd {
    pub time: Time,
    /// Set if the slot has an offset and no zone: then the time counts only in years in which the door's zone has that
    /// offset.
    pub offset_only: Option<Offset>,
    /// Milliseconds since midnight on the wall clock.
    pub(crate) millis: i64,
}

/// Why a slot cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlotFault {
    #[error("a master level; Seam does not make codes for it")]
    Master,
    #[error("a one-shot level; Seam does not make codes for it")]
    OneShot,
    #[error("its check-in time cannot be read: {0}")]
    CheckIn(TimeOfDayFault),
    #[error("its check-out time cannot be read: {0}")]
    CheckOut(TimeOfDayFault),
    #[error("its times name a time zone that is not known")]
    UnknownZone(String),
    #[error("another slot of this door has the same id")]
    DuplicateId,
}

/// Reads the slots of a door. Each comes back, usable or with its reason, in the order given.
pub fn read(facts: Vec<SlotFacts>, tables: &ZoneTables) -> Vec<Slot> {
    let mut seen = HashSet::new();
    let mut judge = |facts: SlotFacts| {
        let times = if seen.insert(facts.id.clone()) { usable(&facts, tables) } else { Err(SlotFault::DuplicateId) };
        Slot { facts, times }
    };
    facts.into_iter().map(&mut judge).collect()
}

/// Every zone that the slots name, once each.
pub fn zones_named(facts: &[SlotFacts]) -> Vec<NamedZone> {
    let texts = facts.iter().flat_map(|slot| [&slot.check_in, &slot.check_out]).flatten();
    let names: HashSet<String> = texts.filter_map(|text| TimeOfDay::parse(text).ok()?.zone).collect();
    names.into_iter().map(|name| NamedZone { source: ZoneSource::Slots, name }).collect()
}

fn usable(facts: &SlotFacts, tables: &ZoneTables) -> Result<SlotTimes, SlotFault> {
    if facts.is_master {
        return Err(SlotFault::Master);
    }
    if facts.is_one_shot {
        return Err(SlotFault::OneShot);
    }
    let parse = |text: &Option<String>| TimeOfDay::parse(text.as_deref().unwrap_or_default());
    let check_in = parse(&facts.check_in).map_err(SlotFault::CheckIn)?;
    let check_out = parse(&facts.check_out).map_err(SlotFault::CheckOut)?;
    Ok(SlotTimes { check_in: end(check_in, tables)?, check_out: end(check_out, tables)? })
}

fn end(read: TimeOfDay, tables: &ZoneTables) -> Result<SlotEnd, SlotFault> {
    let offset_only = read.offset.filter(|_| read.is_offset_only());
    match read.zone {
        Some(name) if tables.zone(&name).is_none() => Err(SlotFault::UnknownZone(name)),
        _ => {
            let since_midnight: SignedDuration = Time::midnight().duration_until(read.time);
            let millis = i64::try_from(since_midnight.as_millis()).unwrap_or_default();
            Ok(SlotEnd { time: read.time, offset_only, millis })
        }
    }
}

impl Slot {
    /// Whether its times carry an offset without a zone: shown, and used only in years in which the door's zone has it.
    pub fn is_offset_only(&self) -> bool {
        let ends = self.times.as_ref().ok();
        ends.is_some_and(|ends| ends.check_in.offset_only.is_some() || ends.check_out.offset_only.is_some())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::tables::Tables;

    pub(crate) fn facts(id: &str, check_in: &str, check_out: &str) -> SlotFacts {
        SlotFacts {
            id: SlotId::new(id),
            name: id.to_owned(),
            prefix: None,
            check_in: Some(check_in.to_owned()),
            check_out: Some(check_out.to_owned()),
            is_24_hour: false,
            is_biweekly: false,
            is_one_shot: false,
            is_master: false,
        }
    }

    #[test]
    fn a_bad_slot_has_a_reason_and_hides_no_other() {
        let tables = ZoneTables::newer_of(Tables::bundled(), None);
        let slots = vec![
            SlotFacts { is_master: true, ..facts("m", "00:00", "23:59") },
            SlotFacts { is_one_shot: true, ..facts("o", "00:00", "23:59") },
            facts("in", "noon", "10:00"),
            SlotFacts { check_out: None, ..facts("out", "16:00", "") },
            facts("far", "16:00-15:00", "10:00-15:00"),
            facts("zone", "16:00[PST]", "10:00[PST]"),
            facts("good", "16:00:00-08:00[America/Los_Angeles]", "10:00[US/Pacific]"),
            facts("good", "12:00", "12:00"),
        ];
        let faults: Vec<_> = read(slots, &tables).into_iter().map(|slot| slot.times.err()).collect();
        let expected = vec![
            Some(SlotFault::Master),
            Some(SlotFault::OneShot),
            Some(SlotFault::CheckIn(TimeOfDayFault::Clock)),
            Some(SlotFault::CheckOut(TimeOfDayFault::Missing)),
            Some(SlotFault::CheckIn(TimeOfDayFault::FarOffset)),
            Some(SlotFault::UnknownZone("PST".to_owned())),
            None,
            Some(SlotFault::DuplicateId),
        ];
        assert_eq!(faults, expected, "each slot is judged by itself");
    }

    #[test]
    fn an_offset_beside_a_zone_is_ignored_and_alone_is_marked() {
        let tables = ZoneTables::newer_of(Tables::bundled(), None);
        let slots = read(
            vec![facts("both", "16:00-05:00[America/Los_Angeles]", "10:00"), facts("alone", "16:00-08:00", "10:00")],
            &tables,
        );
        assert!(!slots[0].is_offset_only(), "the zone wins");
        assert!(slots[1].is_offset_only(), "an offset alone is not a zone");
    }
}
