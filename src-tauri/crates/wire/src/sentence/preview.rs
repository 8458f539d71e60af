//! The preview of a code: minutes added and missing, why slots do not fit, and the remedies.

use domain::instant::{Dst, Moment, wall_millis};
use domain::lifecycle::seen_at;
use domain::limit::Room;
use domain::matching::{Candidate, Nearest, Refusal, Refused, WhyNot, Wish};
use domain::stay::Allowance;
use domain::times::Times;
use domain::zone::ZoneFault;
use jiff::civil::DateTime;
use ops::door::Door;
use ops::draft::Outlook;
use ops::issue::{Objection, Risk, is_soon};
use ops::preview::Preview;
use words::civil::{from_to, lock_time, said};
use words::{clean, minutes, say, sentences};

use super::{code, draft, objection, risk, slot, zone};
use crate::clock::DoorClock;
use crate::error::ErrorCode;
use crate::view::{NoteView, Show};

pub(crate) fn summary(preview: &Preview<'_>) -> String {
    let matching = &preview.matching;
    match (matching.candidates.first(), &matching.refusal) {
        (Some(chosen), _) => {
            let window = lock_time(from_to(&said(chosen.entry.civil), &said(chosen.exit.civil)));
            let opens = say!("preview-chosen", window = window, slot = clean(&chosen.slot.facts.name));
            sentences([Some(opens), Some(candidate(chosen, &preview.wish))])
        }
        (None, Some(why)) => refusal(why, &preview.wish),
        (None, None) => say!("preview-nothing"),
    }
}

/// The consequences of a window for the guest.
pub(crate) fn candidate(candidate: &Candidate<'_>, wish: &Wish) -> String {
    let entry_off = wall_minutes(wish.stay.arrival(), candidate.entry.civil);
    let exit_off = wall_minutes(wish.stay.departure(), candidate.exit.civil);
    if (entry_off, exit_off, candidate.uncovered) == (0, 0, 0) {
        return say!("candidate-exact");
    }
    let (opens, closes) = (off(entry_off), off(exit_off));
    match candidate.uncovered {
        0 => say!("candidate-covered", opens = opens, closes = closes),
        uncovered => {
            say!("candidate-uncovered", opens = opens, closes = closes, missing = minutes(uncovered.into()))
        }
    }
}

fn off(minutes_off: i64) -> String {
    let by = minutes(minutes_off.unsigned_abs());
    match minutes_off {
        0 => say!("off-none"),
        late if late > 0 => say!("off-later", by = by),
        _ => say!("off-earlier", by = by),
    }
}

/// Rounded away from zero, as distances are everywhere.
fn wall_minutes(asked: DateTime, given: DateTime) -> i64 {
    let millis = wall_millis(given) - wall_millis(asked);
    let whole = i64::try_from(millis.unsigned_abs().div_ceil(60_000)).unwrap_or(i64::MAX);
    if millis < 0 { -whole } else { whole }
}

pub(crate) fn why_not(refused: &Refused<'_>, wish: &Wish) -> String {
    match &refused.why {
        WhyNot::Unusable(fault) => slot::fault(fault),
        WhyNot::OffsetNotInZone => say!("why-not-offset"),
        WhyNot::TooFar => too_far(refused.nearest.as_ref(), wish),
        WhyNot::TooLong => say!("why-not-too-long"),
        WhyNot::EndsBeforeItBegins => say!("why-not-reversed"),
    }
}

fn too_far(nearest: Option<&Nearest>, wish: &Wish) -> String {
    let allowed = allowed(wish.allowance);
    match nearest {
        Some(near) => say!("why-not-far", entry = off(near.entry_off), exit = off(near.exit_off), allowed = allowed),
        None => say!("why-not-far-off", allowed = allowed),
    }
}

fn window(near: &Nearest) -> String {
    from_to(&said(near.entry), &said(near.exit))
}

fn allowed(allowance: Allowance) -> String {
    match allowance {
        Allowance::Hour => minutes(60),
        Allowance::Day => minutes(1_440),
    }
}

pub(crate) fn refusal(refusal: &Refusal<'_>, wish: &Wish) -> String {
    match refusal {
        Refusal::NoSlots => say!("none-no-slots"),
        Refusal::NoUsableSlot => say!("none-no-usable-slot"),
        Refusal::TooLong { longest: Some(longest) } => say!(
            "none-too-long-but",
            window = from_to(&said(longest.entry), &said(longest.exit)),
            slot = clean(&longest.slot.facts.name)
        ),
        Refusal::TooLong { longest: None } => say!("none-too-long"),
        Refusal::NothingFits { nearest, by_day } => nothing_fits(nearest.as_ref(), *by_day, wish),
    }
}

fn nothing_fits(nearest: Option<&Refused<'_>>, by_day: bool, wish: &Wish) -> String {
    let near = nearest.and_then(|refused| Some((refused, refused.nearest?)));
    let told = near.map(|(refused, near)| {
        let (entry, exit) = (off(near.entry_off), off(near.exit_off));
        say!("none-nearest", slot = clean(&refused.slot.facts.name), entry = entry, exit = exit)
    });
    let asked = near
        .filter(|(refused, near)| refused.why == WhyNot::TooFar && near.entry < near.exit)
        .map(|(refused, near)| say!("way-ask", window = window(&near), slot = clean(&refused.slot.facts.name)));
    let ways = [asked, by_day.then(|| say!("way-by-day")), Some(say!("way-installer"))];
    let ways = ways.into_iter().flatten().reduce(|ways, way| say!("way-or", ways = ways, way = way));
    sentences([
        Some(say!("none-fits", allowed = allowed(wish.allowance))),
        told,
        ways.map(|ways| say!("none-ways", ways = ways)),
    ])
}

/// Remarks for the host on the choice and the door.
pub(crate) fn notes(door: &Door, preview: &Preview<'_>) -> Vec<NoteView> {
    let mut notes = door_notes(door);
    if let Some(chosen) = preview.matching.candidates.first() {
        notes.extend(choice_notes(chosen));
    }
    notes.extend(preview.disagreements.iter().map(|disagreement| {
        let told = sentences([Some(zone::disagreement(disagreement)), Some(say!("note-tables-disagree"))]);
        note("tables_disagree", told)
    }));
    notes
}

fn note(code: &str, message: String) -> NoteView {
    NoteView { code: code.to_owned(), message }
}

fn door_notes(door: &Door) -> Vec<NoteView> {
    let zones: Vec<String> = door.zone.named.iter().map(|named| named.name.clone()).collect();
    let disagree = (door.zone.fault == Some(ZoneFault::Disagree))
        .then(|| note("zones_disagree", say!("note-zones-disagree", zones = zone::names(&zones))));
    let room = match door.places.room() {
        Room::Full => Some(note("full", say!("note-full"))),
        Room::Scarce(left) => Some(note("scarce", say!("note-scarce", left = left))),
        Room::Plenty | Room::Unknown => None,
    };
    let gone = door.row.gone_at.map(|_| note("gone", say!("note-gone")));
    [disagree, room, gone].into_iter().flatten().collect()
}

fn choice_notes(chosen: &Candidate<'_>) -> Vec<NoteView> {
    let by_day = (!chosen.within_hour).then(|| note("rounded_by_day", say!("note-by-day")));
    let biweekly = chosen.slot.facts.is_biweekly.then(|| note("biweekly", say!("note-biweekly")));
    let offset = chosen.slot.is_offset_only().then(|| note("offset_only", say!("note-offset-only")));
    let ends = [at_check_in(&chosen.entry), at_check_out(&chosen.exit)];
    ends.into_iter().chain([by_day, biweekly, offset]).flatten().collect()
}

/// The effect of the preview's time on a window.
pub(crate) fn in_time(chosen: &Candidate<'_>, times: Times) -> Option<NoteView> {
    let at = lock_time(said(chosen.entry.civil));
    if times.is_past(chosen.exit.instant) {
        return Some(note("over", say!("note-over", at = lock_time(said(chosen.exit.civil)))));
    }
    let has_begun = times.is_past(chosen.entry.instant);
    is_soon(chosen.entry.instant, times).then(|| note("soon", draft::soon(&at, has_begun)))
}

/// The result of issuing it now.
pub(crate) fn outlook_notes(outlook: &Outlook, door: &Door, show: &Show<'_>) -> Vec<NoteView> {
    if let Some(entry) = &outlook.existing {
        let state = seen_at(entry.code.state, entry.code.ends_at, show.times);
        let (number, state) = (entry.intent.id.to_string(), code::state(entry, state, show));
        return vec![note("existing", say!("preview-existing", number = number, state = state))];
    }
    let clock = DoorClock::new(door.zone.zone.as_ref());
    match &outlook.objection {
        // The preview itself says that nothing fits.
        Some(Objection::NoSlot) => Vec::new(),
        Some(objection) => {
            let why = objection::objection(objection, &clock);
            vec![note(ErrorCode::from_objection(objection).as_str(), say!("preview-objection", why = why))]
        }
        None => {
            let told = |risk: &Risk| say!("preview-risk", risk = risk::risk(risk, &clock));
            outlook.risks.iter().map(|risk| note(risk.word(), told(risk))).collect()
        }
    }
}

fn at_check_in(moment: &Moment) -> Option<NoteView> {
    let civil = said(moment.civil);
    match moment.dst? {
        Dst::Gap => Some(note("dst_gap", say!("note-gap-in", civil = civil, real = real(moment)))),
        Dst::Fold => Some(note("dst_fold", say!("note-fold-in", civil = civil, sent = moment.as_sent()))),
    }
}

fn at_check_out(moment: &Moment) -> Option<NoteView> {
    let civil = said(moment.civil);
    match moment.dst? {
        Dst::Gap => Some(note("dst_gap", say!("note-gap-out", civil = civil, real = real(moment)))),
        Dst::Fold => Some(note("dst_fold", say!("note-fold-out", civil = civil, sent = moment.as_sent()))),
    }
}

/// The time that the clock really shows after a jump.
fn real(moment: &Moment) -> String {
    lock_time(said(moment.offset.to_datetime(moment.instant)))
}
