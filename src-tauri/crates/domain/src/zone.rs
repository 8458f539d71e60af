//! The zone of a door (docs/design.md, "Matching", 2): its source, and whether the sources agree.

use crate::instant::same_clock;
use crate::tables::{Zone, ZoneTables};

/// The source of a zone name, in the order in which the sources are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ZoneSource {
    /// `dormakaba_oracode_metadata.iana_timezone`
    Metadata,
    /// The zone that all slots name.
    Slots,
    /// `location.time_zone`
    Location,
    /// `location.timezone`, as older answers spell it
    LocationOld,
}

/// A zone name with its source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedZone {
    pub source: ZoneSource,
    pub name: String,
}

/// The zone of a door as far as it is known.
#[derive(Clone, Debug)]
pub struct DoorZone {
    /// `None`: the door cannot issue.
    pub zone: Option<Zone>,
    /// Every zone that any source names, once each.
    pub named: Vec<NamedZone>,
    pub fault: Option<ZoneFault>,
}

/// A problem with a door's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneFault {
    /// No source names a zone.
    Missing,
    /// The source that decides names a zone that the tables in use do not know.
    Unknown(String),
    /// The sources' clocks differ: the door can issue, but carries a warning.
    Disagree,
}

/// Chooses the door's zone.
///
/// `named` is the zone name from each source; blank names count as absent. Aliases of one clock are not a disagreement.
/// A name that the tables do not know is never skipped for a later source: that would guess where the door is.
pub fn choose(mut named: Vec<NamedZone>, tables: &ZoneTables) -> DoorZone {
    named.retain(|zone| !zone.name.trim().is_empty());
    named.sort();
    named.dedup();
    let Some(first) = named.iter().find(|zone| decides(zone, &named, tables)) else {
        return DoorZone { zone: None, named, fault: Some(ZoneFault::Missing) };
    };
    let Some(zone) = tables.zone(first.name.trim()) else {
        let fault = Some(ZoneFault::Unknown(first.name.clone()));
        return DoorZone { zone: None, named, fault };
    };
    let agrees =
        |other: &NamedZone| tables.zone(other.name.trim()).is_some_and(|other| same_clock(other.clock(), zone.clock()));
    let fault = (!named.iter().all(agrees)).then_some(ZoneFault::Disagree);
    DoorZone { zone: Some(zone), named, fault }
}

/// Slots decide only when all that name a zone name one clock.
fn decides(candidate: &NamedZone, named: &[NamedZone], tables: &ZoneTables) -> bool {
    if candidate.source != ZoneSource::Slots {
        return true;
    }
    let mut of_slots = named.iter().filter(|zone| zone.source == ZoneSource::Slots);
    of_slots.all(|other| {
        other.name == candidate.name
            || match (tables.zone(other.name.trim()), tables.zone(candidate.name.trim())) {
                (Some(one), Some(two)) => same_clock(one.clock(), two.clock()),
                (_, _) => false,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Tables;

    fn chosen(named: &[(ZoneSource, &str)]) -> (Option<String>, Option<ZoneFault>) {
        let named =
            named.iter().map(|(source, name)| NamedZone { source: *source, name: (*name).to_owned() }).collect();
        let door = choose(named, &ZoneTables::newer_of(Tables::bundled(), None));
        (door.zone.map(|zone| zone.name().to_owned()), door.fault)
    }

    #[test]
    fn sources_are_asked_in_order() {
        use ZoneSource::{Location, LocationOld, Metadata, Slots};
        let la = Some("America/Los_Angeles".to_owned());
        let denver = Some("America/Denver".to_owned());
        let cases: [(&[_], _, _); 9] = [
            (&[(Metadata, "America/Los_Angeles"), (Location, "America/Los_Angeles")], la.clone(), None),
            (&[(Location, "America/Denver"), (Metadata, "America/Los_Angeles")], la.clone(), Some(ZoneFault::Disagree)),
            (&[(Metadata, "US/Pacific"), (Slots, "America/Los_Angeles")], Some("US/Pacific".to_owned()), None),
            (&[(Slots, "America/Denver"), (LocationOld, "America/Denver")], denver.clone(), None),
            (
                &[(Slots, "America/Denver"), (Slots, "America/Los_Angeles"), (Location, "America/Denver")],
                denver.clone(),
                Some(ZoneFault::Disagree),
            ),
            (&[(Metadata, " "), (LocationOld, "America/Denver")], denver, None),
            (&[], None, Some(ZoneFault::Missing)),
            (&[(Slots, "America/Denver"), (Slots, "America/Los_Angeles")], None, Some(ZoneFault::Missing)),
            (
                &[(Metadata, "Mars/Olympus"), (Location, "America/Denver")],
                None,
                Some(ZoneFault::Unknown("Mars/Olympus".to_owned())),
            ),
        ];
        for (named, zone, fault) in cases {
            assert_eq!(chosen(named), (zone, fault), "zone of a door whose sources say {named:?}");
        }
    }
}
