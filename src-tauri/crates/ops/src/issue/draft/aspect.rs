//! The checks of a window, passed or not.

use domain::instant::Dst;
use domain::promise::Promise;

use crate::context::Snapshot;
use crate::door::preview::{Disagreement, Preview, disagreements};
use crate::issue::{Caution, Risk};

/// One thing about a window.
#[derive(Clone, Debug)]
pub enum Aspect {
    /// Its length in minutes; at most 31 days, or there would be no window.
    Length { minutes: i64 },
    /// Whether all sets of zone tables put its ends at the same instants.
    Tables { disagreements: Vec<Disagreement> },
    /// How many other codes share time with it.
    Overlap { codes: usize },
    /// How far it is off at each end, in minutes, if that needs a box.
    Shift(Option<(i64, i64)>),
    /// An end falls into a change of the clock.
    Dst(Dst),
}

pub fn aspects(
    shown: &Preview<'_>,
    promise: &Promise,
    at: &Snapshot<'_>,
    risks: &[Risk],
    cautions: &[Caution],
) -> Vec<Aspect> {
    let candidate = shown.matching.candidates.iter().find(|candidate| candidate.slot.facts.id == promise.slot_id);
    let disagreements = candidate.map_or(Vec::new(), |candidate| disagreements(candidate, shown.zone, at.tables));
    let overlaps = |risk: &&Risk| matches!(risk, Risk::SameSlotOverlaps { .. } | Risk::OtherOverlaps { .. });
    let shift = cautions.iter().find_map(|caution| match caution {
        Caution::Shift { entry_off, exit_off } => Some((*entry_off, *exit_off)),
        Caution::Soon { .. } | Caution::LastFifth { .. } => None,
    });
    let minutes = promise.ends_at.duration_since(promise.starts_at).as_mins();
    let always = [
        Aspect::Length { minutes },
        Aspect::Tables { disagreements },
        Aspect::Overlap { codes: risks.iter().filter(overlaps).count() },
        Aspect::Shift(shift),
    ];
    let dst = candidate.and_then(|candidate| candidate.dst()).map(Aspect::Dst);
    always.into_iter().chain(dst).collect()
}
