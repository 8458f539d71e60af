//! `domain::matching` against the reference, on random doors and stays: every window of every slot, its order, its
//! instants, every reason and every distance must be the same.

use domain::instant::{Dst, Moment};
use domain::matching::{Candidate, Matching, Refusal, Refused, WhyNot, Wish, match_stay};
use domain::slot::{self, Slot};
use domain::stay::{Allowance, Preference, Stay};
use jiff::civil::{date, time};
use proptest::prelude::*;

use crate::cases;
use crate::generate::{Case, case};
use crate::places::{NAMES, TABLES};
use crate::reference::clock::{Showing, When};
use crate::reference::level::{Level, Written};
use crate::reference::{Ask, Kind, Off, Row, Why, candidates, kind, refused};

pub fn slots(case: &Case) -> Vec<Slot> {
    slot::read(case.levels.iter().map(|level| level.facts()).collect(), &TABLES)
}

pub fn wish(ask: &Ask) -> Wish {
    let stay = Stay::new(ask.arrival, ask.departure).unwrap();
    Wish { stay, allowance: ask.allowance, preference: ask.preference }
}

fn when(moment: &Moment) -> When {
    let showing = match moment.dst {
        None => Showing::Once,
        Some(Dst::Gap) => Showing::Never,
        Some(Dst::Fold) => Showing::Twice,
    };
    When { instant: moment.instant.as_millisecond(), offset: moment.offset.seconds(), showing }
}

pub fn row(candidate: &Candidate<'_>) -> Row {
    Row {
        id: candidate.slot.facts.id.to_string(),
        entry: candidate.entry.civil,
        exit: candidate.exit.civil,
        starts: when(&candidate.entry),
        ends: when(&candidate.exit),
        entry_rounding: candidate.entry_rounding.into(),
        exit_rounding: candidate.exit_rounding.into(),
        uncovered: candidate.uncovered.into(),
        extra: candidate.extra.into(),
        within_hour: candidate.within_hour,
    }
}

fn off(refused: &Refused<'_>) -> Off {
    let why = match refused.why {
        WhyNot::Unusable(_) => Why::Unusable,
        WhyNot::OffsetNotInZone => Why::OffsetNotInZone,
        WhyNot::TooFar => Why::TooFar,
        WhyNot::TooLong => Why::TooLong,
        WhyNot::EndsBeforeItBegins => Why::EndsBeforeItBegins,
    };
    let off = refused.nearest.map(|nearest| (nearest.entry_off, nearest.exit_off));
    Off { id: refused.slot.facts.id.to_string(), why, off }
}

fn refusal(refusal: &Refusal<'_>) -> Kind {
    match refusal {
        Refusal::NoSlots => Kind::NoSlots,
        Refusal::NoUsableSlot => Kind::NoUsableSlot,
        Refusal::TooLong { longest } => {
            Kind::TooLong(longest.as_ref().map(|longest| (longest.slot.facts.id.to_string(), longest.exit)))
        }
        Refusal::NothingFits { nearest, by_day } => {
            Kind::NothingFits(nearest.as_ref().map(|nearest| nearest.slot.facts.id.to_string()), *by_day)
        }
    }
}

/// Ours, in the words of the reference.
pub fn answer(matching: &Matching<'_>) -> (Vec<Row>, Vec<Off>, Option<Kind>) {
    let rows = matching.candidates.iter().map(row).collect();
    (rows, matching.refused.iter().map(off).collect(), matching.refusal.as_ref().map(refusal))
}

proptest! {
    #![proptest_config(cases(100_000))]

    #[test]
    fn matching_agrees_with_the_reference(case in case()) {
        let clock = &case.place().clock;
        let rows = candidates(&case.ask, &case.levels, clock);
        let offs = refused(&case.ask, &case.levels, clock, &rows);
        let kind = rows.is_empty().then(|| kind(&case.ask, &case.levels, clock, &offs));
        let slots = slots(&case);
        let matching = match_stay(&wish(&case.ask), &slots, &case.place().zone);
        let (our_rows, our_offs, our_kind) = answer(&matching);
        prop_assert_eq!(our_rows, rows, "the same windows in the same order");
        prop_assert_eq!(our_offs, offs, "the same reasons and distances for the slots without a window");
        prop_assert_eq!(our_kind, kind, "the same reason for no window at all");
    }
}

/// The year that counts for an offset alone is that of the stay's own end.
#[test]
fn an_offset_alone_is_judged_by_the_year_of_its_end() {
    let clock = |hour, offset_minutes| Written::Time { time: time(hour, 0, 0, 0), offset_minutes, zone: None };
    let level = |id: &str, in_offset, out_offset| Level {
        id: id.to_owned(),
        name: "Guest".to_owned(),
        check_in: clock(16, in_offset),
        check_out: clock(10, out_offset),
        is_24_hour: false,
        is_biweekly: false,
        is_one_shot: false,
        is_master: false,
    };
    let winter = Some(-480);
    let levels = vec![level("in", winter, None), level("out", None, winter), level("both", winter, winter)];
    let (arrival, departure) = (date(2026, 12, 30).at(16, 0, 0, 0), date(2027, 1, 2).at(10, 0, 0, 0));
    let ask = Ask { arrival, departure, allowance: Allowance::Hour, preference: Preference::Nearest };
    let place = NAMES.iter().position(|name| *name == "America/Vancouver").unwrap();
    let case = Case { place, levels, ask };
    let slots = slots(&case);
    let matching = match_stay(&wish(&ask), &slots, &case.place().zone);
    let fitting: Vec<_> = matching.candidates.iter().map(|candidate| candidate.slot.facts.id.as_str()).collect();
    assert_eq!(fitting, ["in"], "-08:00 is an offset of Vancouver in 2026 and no longer in 2027");
}
