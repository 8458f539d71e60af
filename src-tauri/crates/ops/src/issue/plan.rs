//! The decision to make a code: everything that must hold, checked in the transaction that records the intent.

use domain::code::{CodeEntry, NewIntent};
use domain::code_elsewhere::CodeElsewhere;
use domain::event::{EventBody, Secrets};
use domain::ids::{DeviceId, IntentId};
use domain::lifecycle::State;
use domain::marker::{Marker, MarkerBase, StayIdentity, default_label};
use domain::promise::Promise;
use domain::risk::RiskKind;
use domain::stay::Stay;
use domain::tables::ZoneTables;
use domain::times::Times;
use jiff::Timestamp;
use store::{Read, Write};

use super::caution::cautions;
use super::check::Case;
use super::objection::Objection;
use super::request::{IssueOrder, IssuePlan};
use crate::attempt::blocking_attempt;
use crate::door::preview::{Preview, preview};
use crate::door::{self, Door};
use crate::error::Error;

/// Every attempt for the requested stay, first to last; none if the door or the stay cannot be determined.
pub fn attempts(
    read: &Read<'_>,
    asked: &IssueOrder,
    tables: &ZoneTables,
    times: Times,
) -> Result<Vec<CodeEntry>, Error> {
    let door = door::by_id(read, &asked.door, tables, times)?;
    let preview = preview(&door, &asked.stay, tables)?;
    Ok(Identity::new(read, &door, asked.stay_key.as_deref(), &preview.wish.stay)?.attempts)
}

/// A stay's identity at a door, and every attempt for it.
pub struct Identity {
    /// The base of the next attempt's marker.
    pub base: MarkerBase,
    /// Bases from when the lock had another device id.
    pub earlier: Vec<MarkerBase>,
    /// First to last, including those made while the lock had another device id.
    pub attempts: Vec<CodeEntry>,
}

impl Identity {
    /// # Errors
    /// [`Error::NeverSynced`], [`Error::BadStayKey`], or the record cannot be read.
    pub fn new(read: &Read<'_>, door: &Door, key: Option<&str>, stay: &Stay) -> Result<Self, Error> {
        let mut attempts = Vec::new();
        let mut earlier = Vec::new();
        for id in door.ids.iter().skip(1) {
            earlier.push(base(read, id, key, stay)?);
        }
        let base = base(read, door.id(), key, stay)?;
        for base in earlier.iter().chain([&base]) {
            attempts.extend(read.attempts(base)?);
        }
        Ok(Self { base, earlier, attempts })
    }
}

/// Decides, and records the intent if the answer is yes.
pub fn plan(
    write: &Write<'_>,
    asked: &IssueOrder,
    tables: &ZoneTables,
    owner: &str,
    times: Times,
) -> Result<IssuePlan, Error> {
    let door = door::by_id(write, &asked.door, tables, times)?;
    let shown = preview(&door, &asked.stay, tables)?;
    let Identity { base, earlier, attempts } =
        Identity::new(write, &door, asked.stay_key.as_deref(), &shown.wish.stay)?;
    let new = New { write, door: &door, asked, owner, now: times.now };
    let promise = choose(&shown, asked, tables);
    let superseded = match in_the_way(&attempts, asked.another) {
        Way::Free => None,
        Way::Supersede(entry) => Some(entry),
        Way::Existing(entry) => {
            new.link(&entry)?;
            return Ok(IssuePlan::Existing(Box::new(entry)));
        }
        Way::TooEarly(entry) => return objected(Objection::TooEarlyForAnother { entry: Box::new(entry) }),
    };
    for base in earlier.iter().chain([&base]) {
        if let Some(elsewhere) = issued_elsewhere(write, base, &attempts, times)? {
            return adopt(&new, promise, &elsewhere);
        }
    }
    let promise = match promise {
        Ok(promise) => promise,
        Err(objection) => return objected(objection),
    };
    let stay_key = asked.stay_key.as_deref();
    let case = Case { door: &door, shown: &shown, promise: &promise, stay_key, tables, attempts: &attempts, times };
    if let Some(objection) = case.objection() {
        return objected(objection);
    }
    let risks = case.risks(write)?;
    let Some(accepted) = asked.accepted.kinds(&risks, &cautions(&promise, &door.places, times)) else {
        return objected(Objection::NeedsYes(risks));
    };
    let next = next_attempt(&attempts);
    let Some(marker) = Marker::new(base, next) else { return objected(Objection::TooManyAttempts) };
    if let Some(entry) = superseded {
        write.append(entry.intent.id, &EventBody::Superseded { by_attempt: next }, &Secrets::default(), times.now)?;
    }
    let entry = new.record(marker, promise, accepted)?;
    Ok(IssuePlan::New(Box::new(entry)))
}

fn objected(objection: Objection) -> Result<IssuePlan, Error> {
    Ok(IssuePlan::Objected(Box::new(objection)))
}

/// A stay's identity, the same on every computer.
///
/// # Errors
/// [`Error::NeverSynced`], or [`Error::BadStayKey`].
pub fn base(read: &Read<'_>, device: &DeviceId, key: Option<&str>, stay: &Stay) -> Result<MarkerBase, Error> {
    let workspace = read.workspace()?.ok_or(Error::NeverSynced)?.id;
    let is_fit = |key: &str| key.chars().count() <= 200 && !key.chars().any(char::is_control);
    if key.is_some_and(|key| key.trim().is_empty() || !is_fit(key)) {
        return Err(Error::BadStayKey);
    }
    Ok(MarkerBase::new(&StayIdentity { workspace: &workspace, device, key, stay }))
}

/// The meaning of earlier attempts for this one.
pub enum Way {
    Free,
    /// The host may give this one up, and does.
    Supersede(CodeEntry),
    Existing(CodeEntry),
    TooEarly(CodeEntry),
}

/// `another`: the host wants another code despite an attempt that is not known or vanished.
pub fn in_the_way(attempts: &[CodeEntry], another: bool) -> Way {
    let Some(entry) = blocking_attempt(attempts) else { return Way::Free };
    let code = &entry.code;
    match code.state {
        // Whether the host accepts another is one of the risks.
        State::Failed => Way::Free,
        // It may still work at the door.
        State::Gone if another => Way::Free,
        State::Unknown if another => {
            if code.was_looked_for() {
                Way::Supersede(entry.clone())
            } else {
                Way::TooEarly(entry.clone())
            }
        }
        State::Intent
        | State::Sending
        | State::Unknown
        | State::Accepted
        | State::Setting
        | State::Set
        | State::Gone
        | State::Ended
        | State::NotSent
        | State::Refused => Way::Existing(entry.clone()),
    }
}

/// The number of the next attempt. It skips the numbers of other computers' codes for the stay.
pub fn next_attempt(attempts: &[CodeEntry]) -> u8 {
    let last = attempts.iter().map(|entry| entry.intent.marker.attempt()).max().unwrap_or_default();
    let others = attempts.iter().map(|entry| entry.code.second_codes.len()).sum::<usize>();
    last.saturating_add(u8::try_from(others).unwrap_or(u8::MAX)).saturating_add(1)
}

/// The candidate that the host chose, or the first; never one that differs from what the host was shown.
fn choose(shown: &Preview<'_>, asked: &IssueOrder, tables: &ZoneTables) -> Result<Promise, Objection> {
    let candidates = &shown.matching.candidates;
    let chosen = match &asked.slot {
        Some(slot) => candidates.iter().find(|candidate| candidate.slot.facts.id == *slot),
        None => candidates.first(),
    };
    let promise = chosen.map(|candidate| shown.promise(candidate, tables));
    match (promise, &asked.expected, &asked.slot) {
        (Some(promise), Some(expected), _) if !same_window(&promise, expected) => {
            Err(Objection::SlotChanged { expected: expected.clone(), now: Some(Box::new(promise)) })
        }
        (Some(promise), _, _) => Ok(promise),
        (None, Some(expected), _) => Err(Objection::SlotChanged { expected: expected.clone(), now: None }),
        (None, None, Some(slot)) if !candidates.is_empty() => Err(Objection::SlotNotOffered(slot.clone())),
        (None, None, _) => Err(Objection::NoSlot),
    }
}

fn same_window(one: &Promise, other: &Promise) -> bool {
    (&one.slot_id, one.starts_at, one.ends_at) == (&other.slot_id, other.starts_at, other.ends_at)
}

/// A code with this stay's marker that this record did not make: another computer's.
fn issued_elsewhere(
    write: &Write<'_>,
    base: &MarkerBase,
    attempts: &[CodeEntry],
    times: Times,
) -> Result<Option<CodeElsewhere>, Error> {
    let known = |marker: &Marker| attempts.iter().any(|entry| entry.intent.marker == *marker);
    let marked = write.codes_elsewhere_marked(base)?;
    let attempt = |code: &CodeElsewhere| code.marker.as_ref().is_some_and(|marker| !known(marker));
    // Seam may list none of them for a while: a code computed for a lock works until its end.
    let is_open = |code: &CodeElsewhere| code.ends_at.is_none_or(|end| !times.is_past(end));
    let there = marked.into_iter().filter(is_open).filter(attempt);
    // Among several, the one that opens the door, else one that still may.
    Ok(there.min_by_key(|code| match code.status.as_deref() {
        _ if code.is_unlisted() => 3,
        Some("set") => 0,
        Some("setting") => 1,
        Some(_) | None => 2,
    }))
}

/// Takes another computer's code into this record, as the attempt that its marker names.
fn adopt(new: &New<'_>, promise: Result<Promise, Objection>, code: &CodeElsewhere) -> Result<IssuePlan, Error> {
    let access_code_id = code.id.to_string();
    let (Ok(promise), Some(marker)) = (promise, code.marker.clone()) else {
        return objected(Objection::IssuedElsewhere { access_code_id });
    };
    let entry = new.record(marker, promise, Vec::new())?;
    new.write.append(
        entry.intent.id,
        &EventBody::Found { access_code_id, by_host: false },
        &Secrets::default(),
        new.now,
    )?;
    new.write.claim_code_elsewhere(&code.device_id, &code.id)?;
    let entry = new.write.code(entry.intent.id)?.ok_or(Error::Lost(entry.intent.id))?;
    Ok(IssuePlan::Existing(Box::new(entry)))
}

/// Fields that all intents recorded here share.
struct New<'a> {
    write: &'a Write<'a>,
    door: &'a Door,
    asked: &'a IssueOrder,
    owner: &'a str,
    now: Timestamp,
}

impl New<'_> {
    fn record(&self, marker: Marker, promise: Promise, risks: Vec<RiskKind>) -> Result<CodeEntry, Error> {
        let label = self.asked.label.clone().filter(|label| !label.trim().is_empty());
        let new = NewIntent {
            device_id: self.door.id().clone(),
            door_name: self.door.name().to_owned(),
            stay_key: self.asked.stay_key.clone(),
            marker,
            label: label.unwrap_or_else(|| default_label(self.door.name(), &promise.stay)),
            promise,
        };
        let intent = self.write.record_intent(&new, self.owner, risks, self.now)?;
        let entry = self.write.code(intent.id)?.ok_or(Error::Lost(intent.id))?;
        self.link(&entry)?;
        Ok(entry)
    }

    /// Gives this code to the recorded stay that it is for, if it is a stay at this door.
    fn link(&self, entry: &CodeEntry) -> Result<(), Error> {
        self.asked.recorded_stay.map_or(Ok(()), |id| link(self.write, id, entry.intent.id, self.now))
    }
}

/// Gives this code to a recorded stay, if it is a stay at the code's door.
pub(super) fn link(write: &Write<'_>, stay: i64, intent: IntentId, now: Timestamp) -> Result<(), Error> {
    let (row, entry) = (write.stay(stay)?, write.code(intent)?);
    match (row, entry) {
        (Some(row), Some(entry)) if write.lock_of(&row.new.device_id)? == write.lock_of(&entry.code.device_id)? => {
            Ok(write.link_stay(stay, intent, now)?)
        }
        _ => Ok(()),
    }
}
