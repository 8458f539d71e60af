//! A stay while it is filled in: unreadable fields, cautions, and the checks made.

use domain::instant::Dst;
use ops::draft::{Aspect, Fault};
use ops::issue::Caution;
use words::{clean, minutes, say, sentences};

use super::{error, zone};
use crate::clock::DoorClock;

pub(crate) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NotADate(text) => say!("draft-no-date", text = clean(text)),
        Fault::NotATime(text) => say!("draft-no-time", text = clean(text)),
        Fault::Other(why) => error::error(why),
    }
}

pub(crate) fn caution(caution: &Caution, clock: &DoorClock) -> String {
    match caution {
        Caution::Shift { .. } => say!("caution-shift"),
        Caution::Soon { starts_at, has_begun } => soon(&clock.said(*starts_at), *has_begun),
        Caution::LastFifth { left, limit } => say!("caution-last-fifth", left = *left, limit = *limit),
    }
}

/// For a code that Seam may make only after the guest has arrived. `at`: when it begins.
pub(crate) fn soon(at: &str, has_begun: bool) -> String {
    if has_begun { say!("caution-begun") } else { say!("caution-soon", at = at) }
}

/// The result of a check; the view says whether it passed.
pub(crate) fn aspect(aspect: &Aspect) -> String {
    match aspect {
        Aspect::Length { minutes: length } => say!("aspect-length", length = minutes(length.unsigned_abs())),
        Aspect::Tables { disagreements } if disagreements.is_empty() => say!("aspect-tables"),
        Aspect::Tables { disagreements } => disagreements.iter().map(zone::disagreement).collect::<Vec<_>>().join(" "),
        Aspect::Overlap { codes: 0 } => say!("aspect-no-overlap"),
        Aspect::Overlap { codes } => say!("aspect-overlap", codes = *codes),
        Aspect::Shift(None) => say!("aspect-no-shift"),
        Aspect::Shift(Some((entry_off, exit_off))) => shift(*entry_off, *exit_off),
        Aspect::Dst(Dst::Gap) => say!("aspect-gap"),
        Aspect::Dst(Dst::Fold) => say!("aspect-fold"),
    }
}

fn shift(entry_off: i64, exit_off: i64) -> String {
    let by = |off: i64| minutes(off.unsigned_abs());
    let entry = match entry_off {
        0 => None,
        late if late > 0 => Some(say!("shift-in-later", by = by(late))),
        early => Some(say!("shift-in-earlier", by = by(early))),
    };
    let exit = match exit_off {
        0 => None,
        late if late > 0 => Some(say!("shift-out-later", by = by(late))),
        early => Some(say!("shift-out-earlier", by = by(early))),
    };
    sentences([entry, exit])
}
