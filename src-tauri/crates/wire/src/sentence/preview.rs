//! What a code will be: minutes given and missing, why slots do not fit, and what to do about it.

use domain::instant::{Dst, Moment, wall_millis};
use domain::limit::Room;
use domain::matching::{Candidate, Nearest, Refusal, Refused, WhyNot, Wish};
use domain::stay::Allowance;
use domain::zone::ZoneFault;
use jiff::civil::DateTime;
use ops::door::Door;
use ops::preview::Preview;

use super::wording::{count, list, minutes};
use super::{slot, zone};
use crate::clean::clean;
use crate::clock::said;
use crate::view::NoteView;

pub(crate) fn summary(preview: &Preview<'_>) -> String {
    let matching = &preview.matching;
    match (matching.candidates.first(), &matching.refusal) {
        (Some(chosen), _) => format!(
            "The lock will open from {} to {} lock time, by the slot “{}”. {}",
            said(chosen.entry.civil),
            said(chosen.exit.civil),
            clean(&chosen.slot.facts.name),
            candidate(chosen, &preview.wish)
        ),
        (None, Some(why)) => refusal(why, &preview.wish),
        (None, None) => "Nothing fits. Move the stay's times and preview again.".to_owned(),
    }
}

/// What a window means for the guest.
pub(crate) fn candidate(candidate: &Candidate<'_>, wish: &Wish) -> String {
    let opens = off(wall_minutes(wish.stay.arrival(), candidate.entry.civil));
    let closes = off(wall_minutes(wish.stay.departure(), candidate.exit.civil));
    let missing = match candidate.uncovered {
        0 => "the whole stay is covered".to_owned(),
        uncovered => format!("{} of the stay are not covered", minutes(uncovered.into())),
    };
    format!("Opens {opens} and closes {closes}; {missing}.")
}

fn off(minutes_off: i64) -> String {
    match minutes_off {
        0 => "as asked".to_owned(),
        late if late > 0 => format!("{} later than asked", minutes(late.unsigned_abs())),
        early => format!("{} earlier than asked", minutes(early.unsigned_abs())),
    }
}

/// Rounded away from zero, as distances are everywhere.
fn wall_minutes(asked: DateTime, given: DateTime) -> i64 {
    let millis = wall_millis(given) - wall_millis(asked);
    let whole = i64::try_from(millis.unsigned_abs().div_ceil(60_000)).unwrap_or(i64::MAX);
    if millis < 0 { -whole } else { whole }
}

pub(crate) fn why_not_code(why: &WhyNot) -> &'static str {
    match why {
        WhyNot::Unusable(fault) => slot::code(fault),
        WhyNot::OffsetNotInZone => "offset_not_in_zone",
        WhyNot::TooFar => "too_far",
        WhyNot::TooLong => "too_long",
        WhyNot::EndsBeforeItBegins => "ends_before_it_begins",
    }
}

pub(crate) fn why_not(refused: &Refused<'_>, wish: &Wish) -> String {
    match &refused.why {
        WhyNot::Unusable(fault) => slot::fault(fault),
        WhyNot::OffsetNotInZone => {
            "Its times carry an offset that the door's zone does not have that year. Ask Seam to give \
                                    the slot a zone."
                .to_owned()
        }
        WhyNot::TooFar => too_far(refused.nearest.as_ref(), wish),
        WhyNot::TooLong => "Its window would be longer than 31 days. Shorten the stay, or split it in two.".to_owned(),
        WhyNot::EndsBeforeItBegins => {
            "Its window would end before it begins. Ask for a longer stay, or for another slot.".to_owned()
        }
    }
}

fn too_far(nearest: Option<&Nearest>, wish: &Wish) -> String {
    let allowed = allowed(wish.allowance);
    match nearest {
        Some(near) => format!(
            "Its check-in is {} and its check-out {}; at most {allowed} at each end is allowed. It gives {} to {}: ask for \
             those times to use it.",
            off(near.entry_off),
            off(near.exit_off),
            said(near.entry),
            said(near.exit)
        ),
        None => format!("It is more than {allowed} off. Choose another slot, or move the stay's times."),
    }
}

fn allowed(allowance: Allowance) -> &'static str {
    match allowance {
        Allowance::Hour => "1 h",
        Allowance::Day => "1 d",
    }
}

pub(crate) fn refusal_code(refusal: &Refusal<'_>) -> &'static str {
    match refusal {
        Refusal::NoSlots => "no_slots",
        Refusal::NoUsableSlot => "no_usable_slot",
        Refusal::TooLong { .. } => "too_long",
        Refusal::NothingFits { .. } => "nothing_fits",
    }
}

pub(crate) fn refusal(refusal: &Refusal<'_>, wish: &Wish) -> String {
    match refusal {
        Refusal::NoSlots => {
            "This door has no slots, so no code can be made. Ask the installer to set up guest slots; Seam \
                             sees them about 30 minutes later, then sync."
                .to_owned()
        }
        Refusal::NoUsableSlot => {
            "None of this door's slots can serve a stay. Ask the installer for a guest slot; Seam sees \
                                  it about 30 minutes later, then sync."
                .to_owned()
        }
        Refusal::TooLong { longest: Some(longest) } => format!(
            "A code lasts at most 31 days. The longest from this arrival is {} to {} (“{}”): issue that, and a second code \
             for the rest.",
            said(longest.entry),
            said(longest.exit),
            clean(&longest.slot.facts.name)
        ),
        Refusal::TooLong { longest: None } => {
            "A code lasts at most 31 days. Shorten the stay, or split it in two.".to_owned()
        }
        Refusal::NothingFits { nearest, by_day } => nothing_fits(nearest.as_ref(), *by_day, wish),
    }
}

fn nothing_fits(nearest: Option<&Refused<'_>>, by_day: bool, wish: &Wish) -> String {
    let mut ways = Vec::new();
    let near = nearest.and_then(|refused| Some((refused, refused.nearest?)));
    if let Some((refused, near)) =
        near.filter(|(refused, near)| refused.why == WhyNot::TooFar && near.entry < near.exit)
    {
        let (from, to) = (said(near.entry), said(near.exit));
        ways.push(format!("ask for {from} to {to} (“{}”)", clean(&refused.slot.facts.name)));
    }
    if by_day {
        ways.push("allow rounding by a day".to_owned());
    }
    ways.push("ask the installer for a slot with these times".to_owned());
    let told = near.map_or(String::new(), |(refused, near)| {
        let name = clean(&refused.slot.facts.name);
        format!(
            " The nearest, “{name}”, is {} at check-in and {} at check-out.",
            off(near.entry_off),
            off(near.exit_off)
        )
    });
    let [first, rest @ ..] = ways.as_slice() else { return String::new() };
    let rest: String = rest.iter().map(|way| format!(", or {way}")).collect();
    format!("No slot is within {} of both times.{told} You can {first}{rest}.", allowed(wish.allowance))
}

/// What the host should know of the choice and of the door.
pub(crate) fn notes(door: &Door, preview: &Preview<'_>) -> Vec<NoteView> {
    let mut notes = of_the_door(door);
    if let Some(chosen) = preview.matching.candidates.first() {
        notes.extend(of_the_choice(chosen));
    }
    let told = preview.disagreements.iter().map(zone::disagreement);
    notes.extend(told.map(|message| note("tables_disagree", format!("{message} Issuing needs your yes."))));
    notes
}

fn note(code: &str, message: impl Into<String>) -> NoteView {
    NoteView { code: code.to_owned(), message: message.into() }
}

fn of_the_door(door: &Door) -> Vec<NoteView> {
    let zones: Vec<String> = door.zone.named.iter().map(|named| clean(&named.name)).take(6).collect();
    let disagree = (door.zone.fault == Some(ZoneFault::Disagree)).then(|| {
        note(
            "zones_disagree",
            format!(
                "Sources name different time zones for this door: {}. The first is used; ask Seam which is right.",
                list(&zones)
            ),
        )
    });
    let room = match door.places.room() {
        Room::Full => Some(note("full", "Every place on this lock is taken: no code can be made until one ends.")),
        Room::Scarce(left) => Some(note(
            "scarce",
            format!("{} left on this lock: issuing needs your yes.", count(left, "place is", "places are")),
        )),
        Room::Plenty | Room::Unknown => None,
    };
    let gone = door
        .row
        .gone_at
        .map(|_| note("gone", "Seam no longer lists this door: no code can be made. Sync to see whether it is back."));
    [disagree, room, gone].into_iter().flatten().collect()
}

fn of_the_choice(chosen: &Candidate<'_>) -> Vec<NoteView> {
    let by_day = (!chosen.within_hour).then(|| {
        note("rounded_by_day", "Rounded by more than an hour. Check that the hours given are not another guest's.")
    });
    let biweekly = chosen.slot.facts.is_biweekly.then(|| {
        note(
            "biweekly",
            "A biweekly slot: it is only offered because no ordinary slot fits better. Ask the installer if in doubt.",
        )
    });
    let offset = chosen.slot.is_offset_only().then(|| {
        note(
            "offset_only",
            "The slot's times carry an offset and no zone; the door's zone is used. Ask Seam to give the slot a zone.",
        )
    });
    let ends = [dst("check-in", &chosen.entry), dst("check-out", &chosen.exit)];
    ends.into_iter().chain([by_day, biweekly, offset]).flatten().collect()
}

fn dst(end: &str, moment: &Moment) -> Option<NoteView> {
    let real = said(moment.offset.to_datetime(moment.instant));
    let message = match moment.dst? {
        Dst::Gap => format!(
            "At {end} the clock jumps over {}: it will be {real} lock time. Tell the guest.",
            said(moment.civil)
        ),
        Dst::Fold => format!(
            "At {end} the clock shows {} twice: the earlier is meant ({}). Tell the guest.",
            said(moment.civil),
            moment.as_sent()
        ),
    };
    Some(note(if moment.dst == Some(Dst::Gap) { "dst_gap" } else { "dst_fold" }, message))
}
