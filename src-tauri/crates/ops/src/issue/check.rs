//! What must hold before a code is spent, and what the host must accept first.

use domain::lifecycle::State;
use domain::limit::Room;
use domain::promise::Promise;
use domain::readiness::{Check, Finding, Level};
use domain::reading::Capability;
use domain::tables::ZoneTables;
use store::{CodeEntry, Read};

use super::plan::Times;
use super::{IssueAsked, Objection, Risk};
use crate::audit::audit;
use crate::door::Door;
use crate::error::Error;
use crate::preview::{Preview, disagreements};

/// Everything that is looked at.
pub struct Case<'a> {
    pub door: &'a Door,
    pub shown: &'a Preview<'a>,
    pub promise: &'a Promise,
    pub asked: &'a IssueAsked,
    pub tables: &'a ZoneTables,
    /// Earlier attempts for the same stay.
    pub attempts: &'a [CodeEntry],
    pub times: Times,
}

impl Case<'_> {
    /// The risks that the host accepted by `yes` (none if there are none), or why nothing is sent.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn check(&self, read: &Read<'_>) -> Result<Result<Vec<Risk>, Objection>, Error> {
        if let Some(objection) = self.objection() {
            return Ok(Err(objection));
        }
        let risks = self.risks(read)?;
        let accepted = risks.is_empty() || self.asked.yes;
        Ok(if accepted { Ok(risks) } else { Err(Objection::NeedsYes(risks)) })
    }

    fn objection(&self) -> Option<Objection> {
        let failing: Vec<Finding> = audit(self.door, self.tables, self.times.now).into_iter().filter(blocks).collect();
        if !failing.is_empty() {
            return Some(Objection::NotReady(failing));
        }
        if self.promise.ends_at <= self.times.server_now {
            return Some(Objection::Over { ends_at: self.promise.ends_at });
        }
        let places = &self.door.places;
        (places.room() == Room::Full).then(|| Objection::Full {
            used: places.used(),
            limit: places.limit.map_or(0, |limit| limit.count),
            next_free: places.next_free,
        })
    }

    fn risks(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
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
        risks.extend(self.overlapping_outside(read)?);
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
        let entry = super::standing(self.attempts)?;
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
        let Some(key) = self.asked.stay_key.as_deref() else { return Ok(Vec::new()) };
        let codes = read.codes_of_stay(self.door.id(), key)?;
        let other = |entry: &CodeEntry| {
            entry.intent.promise.stay != self.promise.stay && domain::lifecycle::may_have_code(entry.code.state)
        };
        Ok(codes.into_iter().filter(other).map(|entry| Risk::StayChanged(Box::new(entry))).collect())
    }

    fn overlapping_ours(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
        let live = read.live_codes(self.door.id(), self.times.server_now)?;
        let is_other_stay = |entry: &CodeEntry| !self.attempts.iter().any(|own| own.intent.id == entry.intent.id);
        let overlaps = |entry: &CodeEntry| self.promise.overlaps(entry.code.starts_at, entry.code.ends_at);
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
        Ok(live.into_iter().filter(is_other_stay).filter(overlaps).map(risk).collect())
    }

    /// Codes made elsewhere count only where Seam says that they are of the same slot.
    fn overlapping_outside(&self, read: &Read<'_>) -> Result<Vec<Risk>, Error> {
        let codes = read.outside_codes(self.door.id())?.into_iter();
        let same_slot = codes.filter(|code| code.slot_id.as_ref() == Some(&self.promise.slot_id));
        let overlapping = same_slot.filter(|code| {
            code.starts_at.is_none_or(|starts| starts < self.promise.ends_at)
                && code.ends_at.is_none_or(|ends| self.promise.starts_at < ends)
        });
        let risk = |code: store::OutsideCodeRow| Risk::SameSlotOverlaps {
            label: None,
            starts_at: code.starts_at,
            ends_at: code.ends_at,
        };
        Ok(overlapping.map(risk).collect())
    }
}

/// Of the findings of an audit those that stop a code; slots, places and freshness are judged by themselves.
fn blocks(finding: &Finding) -> bool {
    let stops = matches!(finding.check, Check::Present | Check::Account | Check::DoorNotices | Check::OfflineCodes);
    stops && finding.level == Level::Fail
}
