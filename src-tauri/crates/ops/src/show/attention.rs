//! Open tasks for the host, the most urgent first.

use domain::code::CodeEntry;
use domain::ids::DeviceId;
use domain::lifecycle::{State, may_have_code};
use domain::readiness::{Finding, Level};
use jiff::{SignedDuration, Timestamp};

use crate::attempt::working;
use crate::context::Snapshot;
use crate::door::Door;
use crate::door::audit::audit;
use crate::door::probable::probable;
use crate::door::same_lock::PerhapsSame;
use crate::error::Error;
use crate::host::stays::PlannedStay;

/// A stay without a code becomes urgent this long before it begins.
const SOON: SignedDuration = SignedDuration::from_hours(24);

/// An open task for the host.
#[derive(Clone, Debug)]
pub enum Attention {
    /// It is not known whether a code was made. Seam may list codes that are probably it.
    NotKnown {
        entry: Box<CodeEntry>,
        probable: usize,
    },
    /// Gone from Seam before its end.
    Gone(Box<CodeEntry>),
    /// A recorded stay begins within 24 hours and has no code.
    NoCode(Box<PlannedStay>),
    Failed(Box<CodeEntry>),
    /// Codes beyond the one that was asked for.
    SecondCode(Box<CodeEntry>),
    /// Other than promised.
    Differs(Box<CodeEntry>),
    /// Seam refused it, or it was not sent.
    NotIssued(Box<CodeEntry>),
    /// A door that is gone and another may be one lock.
    PerhapsSame(Box<PerhapsSame>),
    /// A recorded stay is still to come, and the door cannot issue a code for it.
    Door {
        door: DeviceId,
        name: String,
        failing: Vec<Finding>,
    },
}

/// Every open task, by urgency, then by when it begins.
pub fn needs(at: &Snapshot<'_>, doors: &[Door], planned: &[PlannedStay]) -> Result<Vec<Attention>, Error> {
    let mut needs = Vec::new();
    let open = |state| at.read.open_codes_in(state, at.times);
    for entry in open(State::Unknown)?.into_iter().filter(|entry| !entry.code.superseded) {
        let probable = probable(&at.read, &entry)?.len();
        needs.push(Attention::NotKnown { entry: Box::new(entry), probable });
    }
    for state in [State::Gone, State::Failed] {
        for entry in open(state)? {
            // The host has since made another.
            if working(&at.read.attempts(entry.intent.marker.base())?).is_none() {
                needs.push(if state == State::Gone {
                    Attention::Gone(entry.into())
                } else {
                    Attention::Failed(entry.into())
                });
            }
        }
    }
    let urgent =
        |stay: &&PlannedStay| !stay.has_code() && stay.row.new.starts_at.duration_since(at.times.latest()) <= SOON;
    needs.extend(planned.iter().filter(urgent).map(|stay| Attention::NoCode(Box::new(stay.clone()))));
    needs.extend(at.read.odd_codes(at.times)?.into_iter().filter(|entry| may_have_code(entry.code.state)).map(odd));
    needs.extend(not_issued(at)?.into_iter().map(boxed(Attention::NotIssued)));
    needs.extend(blocked_doors(at, doors, planned));
    let pairs = doors.iter().flat_map(|door| door.perhaps.iter().filter(|pair| pair.door == *door.id()));
    needs.extend(pairs.map(|pair| Attention::PerhapsSame(Box::new(pair.clone()))));
    needs.sort_by_key(|need| (need.rank(), need.begins()));
    Ok(needs)
}

fn boxed(kind: impl Fn(Box<CodeEntry>) -> Attention) -> impl Fn(CodeEntry) -> Attention {
    move |entry| kind(Box::new(entry))
}

fn odd(entry: CodeEntry) -> Attention {
    if entry.code.second_codes.is_empty() {
        Attention::Differs(entry.into())
    } else {
        Attention::SecondCode(entry.into())
    }
}

/// Failed attempts, unless a later attempt or another code serves the time.
fn not_issued(at: &Snapshot<'_>) -> Result<Vec<CodeEntry>, Error> {
    let mut left = Vec::new();
    for state in [State::Refused, State::NotSent] {
        for entry in at.read.open_codes_in(state, at.times)? {
            let attempts = at.read.attempts(entry.intent.marker.base())?;
            let is_newest = attempts.last().is_some_and(|last| last.intent.id == entry.intent.id);
            let from = entry.code.starts_at.max(at.times.earliest());
            if is_newest && at.read.overlapping_codes(&entry.code.device_id, from, entry.code.ends_at)?.is_empty() {
                left.push(entry);
            }
        }
    }
    Ok(left)
}

fn blocked_doors(at: &Snapshot<'_>, doors: &[Door], planned: &[PlannedStay]) -> Vec<Attention> {
    let waits = |door: &&Door| {
        let is_here = |stay: &PlannedStay| door.is_known_as(&stay.row.new.device_id) && !stay.has_code();
        door.successor.is_none() && planned.iter().any(is_here)
    };
    let blocked = doors.iter().filter(waits).filter_map(|door| {
        let findings = audit(door, at.tables, at.times.now).into_iter();
        let failing: Vec<Finding> = findings.filter(|finding| finding.level == Level::Fail).collect();
        let (id, name) = (door.id().clone(), door.name().to_owned());
        (!failing.is_empty()).then_some(Attention::Door { door: id, name, failing })
    });
    blocked.collect()
}

impl Attention {
    /// The code that it is about, if any.
    pub fn entry(&self) -> Option<&CodeEntry> {
        match self {
            Self::NotKnown { entry, .. }
            | Self::Gone(entry)
            | Self::Failed(entry)
            | Self::SecondCode(entry)
            | Self::Differs(entry)
            | Self::NotIssued(entry) => Some(entry),
            Self::NoCode(_) | Self::PerhapsSame(_) | Self::Door { .. } => None,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::NotKnown { .. } => 0,
            Self::Gone(_) => 1,
            Self::NoCode(_) => 2,
            Self::Failed(_) => 3,
            Self::PerhapsSame(_) => 4,
            Self::SecondCode(_) => 5,
            Self::Differs(_) => 6,
            Self::NotIssued(_) => 7,
            Self::Door { .. } => 8,
        }
    }

    fn begins(&self) -> Option<Timestamp> {
        let stay = if let Self::NoCode(stay) = self { Some(stay.row.new.starts_at) } else { None };
        stay.or_else(|| self.entry().map(|entry| entry.code.starts_at))
    }
}
