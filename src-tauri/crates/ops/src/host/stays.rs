//! Stays that the host notes down without a code: on this computer only, and removed or restored at will.

use domain::RawAnswer;
use domain::code::CodeEntry;
use domain::instant::moment;
use domain::lifecycle::may_have_code;
use domain::recorded_stay::{NewStay, RecordedStay};
use domain::stay::Stay;
use store::Write;

use crate::context::Snapshot;
use crate::door::preview::zone_of;
use crate::error::Error;
use crate::issue::base;
use crate::issue::draft::{DraftQuery, draft};

/// A recorded stay with its code, if it has one.
#[derive(Clone, Debug)]
pub struct PlannedStay {
    pub row: RecordedStay,
    /// The door's name, if the door is still known.
    pub door: String,
    /// Its newest code or attempt.
    pub entry: Option<Box<CodeEntry>>,
}

/// A stay that was noted down, and what that changed.
#[derive(Clone, Debug)]
pub struct Noted {
    pub stay: PlannedStay,
    /// It was not on the list before.
    pub is_new: bool,
    /// Stays that it replaced: they are off the list, and can be restored.
    pub replaced: Vec<i64>,
}

impl PlannedStay {
    /// Whether a code was made for it, or may have been.
    pub fn has_code(&self) -> bool {
        self.entry.as_ref().is_some_and(|entry| may_have_code(entry.code.state) && !entry.code.superseded)
    }
}

/// Every recorded stay that is not over and not removed, by arrival.
pub fn planned(at: &Snapshot<'_>) -> Result<Vec<PlannedStay>, Error> {
    at.read.stays(at.times)?.into_iter().map(|row| with_code(at, row)).collect()
}

/// One recorded stay, removed or not.
///
/// # Errors
/// [`Error::NoSuchStay`], or the record cannot be read.
pub fn stay(at: &Snapshot<'_>, id: i64) -> Result<PlannedStay, Error> {
    with_code(at, at.read.stay(id)?.ok_or(Error::NoSuchStay(id))?)
}

/// Notes a stay down, in place of an older note of it (`instead_of`) if that has no code yet. The same stay is noted
/// once, with its newest label.
///
/// # Errors
/// Any fault of the draft, or the record cannot be written.
pub fn record(
    write: &Write<'_>,
    at: &Snapshot<'_>,
    asked: &DraftQuery,
    instead_of: Option<i64>,
) -> Result<Noted, Error> {
    let new = new_stay(at, asked)?;
    let listed = planned(at)?;
    // Its marker base was different while the lock had another id.
    let of = |stay: &NewStay| (stay.device_id.clone(), stay.stay_key.clone(), stay.stay);
    let is_base = |stay: &&PlannedStay| stay.row.new.base == new.base || of(&stay.row.new) == of(&new);
    let same = listed.iter().filter(is_base).find(|stay| stay.row.new.label == new.label);
    let is_older = |stay: &&PlannedStay| {
        same.is_none_or(|same| same.row.id != stay.row.id)
            && (is_base(stay) || (Some(stay.row.id) == instead_of && !stay.has_code()))
    };
    let older: Vec<&PlannedStay> = listed.iter().filter(is_older).collect();
    for stay in &older {
        write.set_stay_removed(&stay.row, true, at.times.now)?;
    }
    let id = match same {
        Some(same) => same.row.id,
        None => write.record_stay(&new, at.times.now)?,
    };
    // A code issued for the older note is this stay's, though its times differed.
    if let Some(entry) = older.iter().filter(|stay| is_base(stay)).find_map(|stay| stay.entry.as_deref()) {
        write.link_stay(id, entry.intent.id, at.times.now)?;
    }
    let replaced = older.iter().map(|stay| stay.row.id).collect();
    Ok(Noted { stay: stay(at, id)?, is_new: same.is_none(), replaced })
}

fn new_stay(at: &Snapshot<'_>, asked: &DraftQuery) -> Result<NewStay, Error> {
    let (door, stay, draft) = draft(at, asked)?.complete(asked)?;
    let zone = zone_of(&door)?;
    let stay = Stay::new(stay.from.on_clock_of(zone), stay.to.on_clock_of(zone))?;
    let base = base(&at.read, door.id(), asked.stay_key.as_deref(), &stay)?;
    let out_of_range = |_| Error::Stay(domain::stay::StayFault::OutOfRange);
    let instant = |civil| moment(civil, zone.clock()).map(|moment| moment.instant).map_err(out_of_range);
    Ok(NewStay {
        device_id: door.id().clone(),
        stay_key: asked.stay_key.clone(),
        label: RawAnswer::new(&draft.label),
        stay,
        allowance: asked.allowance,
        preference: asked.preference,
        zone: zone.name().to_owned(),
        starts_at: instant(stay.arrival())?,
        ends_at: instant(stay.departure())?,
        base,
    })
}

/// Takes a stay off the list.
///
/// # Errors
/// [`Error::NoSuchStay`], [`Error::StayHasCode`] for one whose code may open the door, or the record cannot be written.
pub fn remove(write: &Write<'_>, at: &Snapshot<'_>, id: i64) -> Result<(), Error> {
    let stay = stay(at, id)?;
    if stay.has_code() {
        return Err(Error::StayHasCode(id));
    }
    Ok(write.set_stay_removed(&stay.row, true, at.times.now)?)
}

/// Puts a stay back on the list.
///
/// # Errors
/// [`Error::NoSuchStay`], or the record cannot be written.
pub fn restore(write: &Write<'_>, at: &Snapshot<'_>, id: i64) -> Result<(), Error> {
    let stay = write.stay(id)?.ok_or(Error::NoSuchStay(id))?;
    Ok(write.set_stay_removed(&stay, false, at.times.now)?)
}

/// Undoes [`record`]: takes the new note off the list and restores the notes that it replaced.
///
/// # Errors
/// As [`remove`] and [`restore`]; then nothing is changed.
pub fn undo(write: &Write<'_>, at: &Snapshot<'_>, id: i64, replaced: &[i64]) -> Result<(), Error> {
    remove(write, at, id)?;
    replaced.iter().try_for_each(|id| restore(write, at, *id))
}

/// A stay at a lock that returned under another id appears at the listed door, with the code that it already had.
fn with_code(at: &Snapshot<'_>, mut row: RecordedStay) -> Result<PlannedStay, Error> {
    row.new.device_id = at.read.lock_of(&row.new.device_id)?;
    for id in at.read.ids_of_lock(&row.new.device_id)? {
        if row.intent.is_none() {
            let base = base(&at.read, &id, row.new.stay_key.as_deref(), &row.new.stay)?;
            let made = at.read.attempts(&base)?.into_iter().rfind(|entry| may_have_code(entry.code.state));
            row.intent = made.map(|entry| entry.intent.id);
        }
    }
    let entry = row.intent.map(|id| at.read.code(id)).transpose()?.flatten().map(Box::new);
    let door = at.read.door_name(&row.new.device_id)?.unwrap_or_else(|| row.new.device_id.to_string());
    Ok(PlannedStay { row, door, entry })
}
