//! The result that issuing a stay would have, and how much the host must do first.

use domain::code::CodeEntry;
use domain::ids::SlotId;
use domain::limit::Room;
use domain::marker::Marker;
use domain::promise::Promise;

use super::aspect::{Aspect, aspects};
use crate::context::Snapshot;
use crate::door::Door;
use crate::door::preview::{Preview, StayQuery, preview};
use crate::error::Error;
use crate::issue::{Case, Caution, Identity, Objection, Risk, Way, cautions, in_the_way, next_attempt, not_ready};

/// How much the host must do before the code is spent: proportional to the harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Friction {
    /// A click, and the outbox.
    None,
    /// A named box for each risk and caution.
    Boxes,
    /// The boxes, and the number of this code typed in: for the last three places of a door.
    Count,
}

/// Further choices for the stay.
#[derive(Clone, Copy, Debug, Default)]
pub struct OutlookQuery<'a> {
    /// Instead of the first slot.
    pub slot: Option<&'a SlotId>,
    pub stay_key: Option<&'a str>,
    /// Another code is wanted despite the first attempt.
    pub another: bool,
}

/// The result of issuing now.
#[derive(Clone, Debug)]
pub struct Outlook {
    pub stay: StayQuery,
    /// The marker that the code's name would begin with.
    pub marker: Option<Marker>,
    /// The stay's code, or the attempt that blocks another.
    pub existing: Option<Box<CodeEntry>>,
    /// The window that would be requested.
    pub chosen: Option<Promise>,
    /// Why nothing would be sent, whatever the host accepts.
    pub objection: Option<Objection>,
    pub risks: Vec<Risk>,
    pub cautions: Vec<Caution>,
    pub friction: Friction,
    /// The checks of this window, passed or not.
    pub aspects: Vec<Aspect>,
}

/// The result of issuing this stay now. Sends nothing.
///
/// # Errors
/// [`Error::NotDescribed`], [`Error::NoZone`], [`Error::Stay`], [`Error::BadStayKey`], or the record cannot be read.
pub fn outlook(at: &Snapshot<'_>, door: &Door, stay: &StayQuery, asked: OutlookQuery<'_>) -> Result<Outlook, Error> {
    let shown = preview(door, stay, at.tables)?;
    let Identity { base, attempts, .. } = Identity::new(&at.read, door, asked.stay_key, &shown.wish.stay)?;
    let mut outlook = Outlook {
        stay: stay.clone(),
        marker: Marker::new(base, next_attempt(&attempts)),
        existing: None,
        chosen: choose(&shown, asked, at),
        objection: None,
        risks: Vec::new(),
        cautions: Vec::new(),
        friction: Friction::None,
        aspects: Vec::new(),
    };
    match stands(&attempts, asked.another) {
        Standing::Nothing => judge(&mut outlook, at, door, &shown, &attempts, asked)?,
        Standing::Code(entry) => outlook.existing = Some(entry),
        Standing::TooEarly(entry) => {
            outlook.objection = Some(Objection::TooEarlyForAnother { entry: entry.clone() });
            outlook.existing = Some(entry);
        }
    }
    Ok(outlook)
}

enum Standing {
    Nothing,
    Code(Box<CodeEntry>),
    TooEarly(Box<CodeEntry>),
}

fn stands(attempts: &[CodeEntry], another: bool) -> Standing {
    match in_the_way(attempts, another) {
        Way::Free | Way::Supersede(_) => Standing::Nothing,
        Way::Existing(entry) => Standing::Code(Box::new(entry)),
        Way::TooEarly(entry) => Standing::TooEarly(Box::new(entry)),
    }
}

/// The slot that the host chose if it is still offered, else the first.
fn choose(shown: &Preview<'_>, asked: OutlookQuery<'_>, at: &Snapshot<'_>) -> Option<Promise> {
    let candidates = &shown.matching.candidates;
    let own = asked.slot.and_then(|slot| candidates.iter().find(|one| one.slot.facts.id == *slot));
    own.or(candidates.first()).map(|candidate| shown.promise(candidate, at.tables))
}

fn judge(
    outlook: &mut Outlook,
    at: &Snapshot<'_>,
    door: &Door,
    shown: &Preview<'_>,
    attempts: &[CodeEntry],
    asked: OutlookQuery<'_>,
) -> Result<(), Error> {
    if outlook.marker.is_none() {
        outlook.objection = Some(Objection::TooManyAttempts);
        return Ok(());
    }
    let Some(promise) = &outlook.chosen else {
        outlook.objection = not_ready(door, at.tables, at.times.now).or(Some(Objection::NoSlot));
        return Ok(());
    };
    let stay_key = asked.stay_key;
    let case = Case { door, shown, promise, stay_key, tables: at.tables, attempts, times: at.times };
    outlook.objection = case.objection();
    outlook.risks = case.risks(&at.read)?;
    outlook.cautions = cautions(promise, &door.places, at.times);
    outlook.aspects = aspects(shown, promise, at, &outlook.risks, &outlook.cautions);
    outlook.friction = friction(door, &outlook.risks, &outlook.cautions);
    Ok(())
}

fn friction(door: &Door, risks: &[Risk], cautions: &[Caution]) -> Friction {
    match door.places.room() {
        Room::Scarce(_) | Room::Full => Friction::Count,
        Room::Plenty | Room::Unknown if risks.is_empty() && cautions.is_empty() => Friction::None,
        Room::Plenty | Room::Unknown => Friction::Boxes,
    }
}
