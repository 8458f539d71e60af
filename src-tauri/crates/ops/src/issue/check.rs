//! Checks before a code is spent, and what the host must accept first (docs/design.md, "Checks").

use domain::code::CodeEntry;
use domain::lifecycle::State;
use domain::limit::Room;
use domain::promise::Promise;
use domain::readiness::{Check, Finding, Level};
use domain::reading::Capability;
use domain::tables::ZoneTables;
use domain::times::Times;
use jiff::Timestamp;
use store::Read;

use super::objection::{Objection, Risk};
use crate::attempt::blocking_attempt;
use crate::door::Door;
use crate::door::audit::audit;
use crate::door::preview::{Preview, disagreements};
use crate::door::same_lock::{Wanted, perhaps_here};
use crate::error::Error;

/// Everything the checks need.
pub struct Case<'a> {
    pub door: &'a Door,
    pub shown: &'a Preview<'a>,
    pub promise: &'a Promise,
    /// The host's key for the stay.
    pub stay_key: Option<&'a str>,
    pub tables: &'a ZoneTables,
    /// Earlier attempts for the same stay.
    pub attempts: &'a [CodeEntry],
    pub times: Times,
}

impl Case<'_> {
    /// Why nothing is sent, whatever the host accepts.
    pub fn objection(&self) -> Option<Objection> {
        if let Some(objection) = not_ready(self.door, self.tables, self.times.now) {
            return Some(objection);
        }
        if self.times.is_past(self.promise.ends_at) {
            return Some(Objection::Over { ends_at: self.promise.ends_at });
        }
        let places = &self.door.places;
        (places.room() == Room::Full).then(|| Objection::Full {
            used: places.used(),
            limit: places.limit.map_or(0, |limit| limit.count),
            next_free: places.next_free,
        })
    }

    /// The risks that the host must accept first.
    pub fn risks(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
        let mut risks = Vec::new();
        if self.door.row.reading.offline_capable == Capability::Unknown {
            risks.push(Risk::OfflineUnknown);
        }
        if let Room::Scarce(left) = self.door.places.room() {
            risks.push(Risk::Scarce { left });
        }
        risks.extend(self.tables_disagree());
        risks.extend(self.earlier_attempts());
        risks.extend(self.changed_stay(read)?);
        risks.extend(self.overlapping_ours(read)?);
        risks.extend(self.overlapping_elsewhere(read)?);
        risks.extend(self.perhaps_here(read)?);
        Ok(risks)
    }

    fn tables_disagree(&self) -> Option<Risk> {
        let mut candidates = self.shown.matching.candidates.iter();
        let chosen = candidates.find(|candidate| candidate.slot.facts.id == self.promise.slot_id)?;
        let disagreements = disagreements(chosen, self.shown.zone, self.tables);
        (!disagreements.is_empty()).then_some(Risk::TablesDisagree(disagreements))
    }

    /// A code that failed or vanished may still take a place, or even work.
    fn earlier_attempts(&self) -> Option<Risk> {
        let entry = blocking_attempt(self.attempts)?;
        match entry.code.state {
            State::Failed => Some(Risk::FailedBefore(Box::new(entry.clone()))),
            State::Gone => Some(Risk::GoneBefore(Box::new(entry.clone()))),
            State::Intent
            | State::Sending
            | State::NotSent
            | State::Refused
            | State::Unknown
            | State::Accepted
            | State::Setting
            | State::Set
            | State::Ended => None,
        }
    }

    /// The same booking with other times: its code cannot change, so a second one is needed.
    fn changed_stay(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
        let Some(key) = self.stay_key else { return Ok(Vec::new()) };
        let codes = read.codes_of_stay(self.door.id(), key)?;
        let other = |entry: &CodeEntry| {
            entry.intent.promise.stay != self.promise.stay && domain::lifecycle::may_have_code(entry.code.state)
        };
        Ok(codes.into_iter().filter(other).map(|entry| Risk::StayChanged(Box::new(entry))).collect())
    }

    fn overlapping_ours(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
        let from = self.promise.starts_at.max(self.times.earliest());
        let overlapping = read.overlapping_codes(self.door.id(), from, self.promise.ends_at)?;
        let is_other_stay = |entry: &CodeEntry| !self.attempts.iter().any(|own| own.intent.id == entry.intent.id);
        let risk = |entry: CodeEntry| {
            let (starts_at, ends_at) = (entry.code.starts_at, entry.code.ends_at);
            let slot = entry.code.given_slot().unwrap_or(entry.intent.promise.slot_id);
            if slot == self.promise.slot_id {
                let label = Some(entry.intent.label);
                Risk::SameSlotOverlaps { label, starts_at: Some(starts_at), ends_at: Some(ends_at) }
            } else {
                Risk::OtherOverlaps { label: entry.intent.label, starts_at, ends_at }
            }
        };
        Ok(overlapping.into_iter().filter(is_other_stay).map(risk).collect())
    }

    /// The codes that a door that may be the same lock has for this stay, and whether its codes would fill this one.
    fn perhaps_here(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
        let wanted = Wanted { door: self.door.id(), key: self.stay_key, promise: self.promise };
        let found = perhaps_here(read, &wanted, self.times)?;
        let limit = self.door.places.limit.map(|limit| limit.count);
        let full = found.places.into_iter().filter_map(|(door, places)| {
            let used = self.door.places.used().saturating_add(places);
            limit.filter(|limit| places > 0 && used >= *limit).map(|limit| Risk::PerhapsFull { door, used, limit })
        });
        let codes = found.codes.into_iter().map(|entry| Risk::PerhapsSameLock(Box::new(entry)));
        Ok(full.chain(codes).collect())
    }

    /// Codes made elsewhere count only if Seam says that they are of the same slot.
    fn overlapping_elsewhere(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
        let codes = read.codes_elsewhere(self.door.id(), self.times.earliest())?.into_iter();
        let same_slot = codes.filter(|code| code.slot_id.as_ref() == Some(&self.promise.slot_id));
        let overlapping = same_slot.filter(|code| {
            code.starts_at.is_none_or(|starts| starts < self.promise.ends_at)
                && code.ends_at.is_none_or(|ends| self.promise.starts_at < ends)
        });
        let risk = |code: domain::code_elsewhere::CodeElsewhere| Risk::SameSlotOverlaps {
            label: None,
            starts_at: code.starts_at,
            ends_at: code.ends_at,
        };
        Ok(overlapping.map(risk).collect())
    }
}

/// Why a door cannot make a code at all: it is gone, blocked, or cannot make offline codes.
pub fn not_ready(door: &Door, tables: &ZoneTables, now: Timestamp) -> Option<Objection> {
    let failing: Vec<Finding> = audit(door, tables, now).into_iter().filter(blocks).collect();
    (!failing.is_empty()).then_some(Objection::NotReady(failing))
}

/// The audit findings that stop a code; slots, places and freshness are judged separately.
fn blocks(finding: &Finding) -> bool {
    let stops = matches!(finding.check, Check::Present | Check::Account | Check::DoorNotices | Check::OfflineCodes);
    stops && finding.level == Level::Fail
}
