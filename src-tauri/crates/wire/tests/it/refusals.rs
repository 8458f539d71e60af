//! Why nothing fits, and the consequences of a window.

use domain::limit::{Limit, LimitSource};
use domain::slot;
use domain::stay::Allowance;
use testkit::{at, tables};
use wire::PreviewView;

use crate::build::{asked, door, door_in, facts};
use crate::sentences::hold;

fn preview(from: &str, to: &str, allowance: Allowance) -> PreviewView {
    PreviewView::new(&door(), &asked(from, to, allowance), &tables()).unwrap()
}

#[test]
fn a_stay_that_begins_soon_or_has_begun_is_pointed_out() {
    let stay = asked("2026-12-03T15:45", "2026-12-06T10:15", Allowance::Hour);
    let code = |now: &str| {
        let view = PreviewView::as_of(ops::Times::corrected(at(now), None), &door(), &stay, &tables()).unwrap();
        view.notes.into_iter().map(|note| note.code).find(|code| code == "soon" || code == "over")
    };
    // The lock opens at 16:00 in Los Angeles, 00:00 UTC the next day, and closes at 10:00, 18:00 UTC.
    for (now, wanted) in [
        ("2026-12-03T23:30:00Z", None),
        ("2026-12-03T23:31:00Z", Some("soon")),
        ("2026-12-05T12:00:00Z", Some("soon")),
        ("2026-12-06T18:00:00Z", Some("over")),
    ] {
        assert_eq!(code(now).as_deref(), wanted, "previewed at {now}");
    }
}

#[test]
fn every_refusal_says_what_to_do() {
    let (mut bare, mut masters) = (door(), door());
    bare.slots.clear();
    masters.slots.retain(|slot| slot.facts.is_master);
    let short = asked("2026-12-03T15:45", "2026-12-06T10:15", Allowance::Hour);
    let views = [
        PreviewView::new(&bare, &short, &tables()).unwrap(),
        PreviewView::new(&masters, &short, &tables()).unwrap(),
        preview("2026-12-01T12:00", "2027-01-02T12:00", Allowance::Hour),
        preview("2026-12-03T08:00", "2026-12-06T20:00", Allowance::Hour),
        preview("2026-12-01T14:00", "2027-01-20T12:00", Allowance::Hour),
    ];
    let refusals: Vec<_> = views.iter().map(|view| view.refusal.clone().unwrap()).collect();
    hold("a refusal", &refusals.iter().map(|refusal| refusal.message.clone()).collect::<Vec<_>>());
    let codes: Vec<&str> = refusals.iter().map(|refusal| refusal.code.as_str()).collect();
    assert_eq!(codes, ["no_slots", "no_usable_slot", "too_long", "nothing_fits", "too_long"], "one word for each");
    assert!(
        refusals[3].by_day && refusals[3].message.contains("rounding by a day"),
        "the way out: {}",
        refusals[3].message
    );
    assert!(refusals[2].nearest.is_some(), "the longest window that fits is told");
    assert!(views.iter().all(|view| view.chosen.is_none()), "nothing is chosen");
}

#[test]
fn a_slot_that_is_too_far_tells_both_distances() {
    let view = preview("2026-12-03T14:59", "2026-12-06T10:00", Allowance::Hour);
    let slot = view.refused.iter().find(|slot| slot.slot_id == "a").unwrap();
    assert_eq!((slot.entry_off_minutes, slot.exit_off_minutes), (Some(61), Some(0)), "61 minutes late, then exact");
    assert!(slot.message.contains("1 h 1 min late") && slot.message.contains("on time"), "{}", slot.message);
    assert_eq!(slot.reason, wire::RefusedReason::TooFar, "and why");
}

#[test]
fn a_window_tells_what_it_means_for_the_guest() {
    let view = preview("2026-12-03T15:45", "2026-12-06T10:15", Allowance::Hour);
    let chosen = view.chosen.unwrap();
    assert_eq!(
        chosen.message, "Opens 15 min late, closes 15 min early. The guest loses 30 min in all.",
        "in minutes, as the lock will do it"
    );
    let exact = preview("2026-12-03T16:00", "2026-12-06T10:00", Allowance::Hour).chosen.unwrap();
    assert_eq!(exact.message, "Matches your times exactly.", "nothing to tell");
}

#[test]
fn changes_of_the_clock_are_explained() {
    let door = door_in("America/New_York");
    let gap = asked("2026-03-08T02:30", "2026-03-10T02:30", Allowance::Hour);
    let fold = asked("2026-10-30T02:30", "2026-11-01T01:30", Allowance::Hour);
    let gap = PreviewView::new(&door, &gap, &tables()).unwrap();
    assert_eq!(gap.notes[0].code, "dst_gap", "the clock jumps over half past two");
    assert!(gap.notes[0].message.contains("03:00"), "and goes on at three: {}", gap.notes[0].message);
    let mut door = door;
    door.slots = slot::read(vec![facts("n", "Night", "01:30", "01:30")], &tables());
    let fold =
        PreviewView::new(&door, &asked("2026-10-30T01:30", "2026-11-01T01:30", fold.allowance), &tables()).unwrap();
    assert_eq!(fold.notes[0].code, "dst_fold", "half past one comes twice");
    assert!(fold.notes[0].message.contains("-04:00"), "the earlier is meant: {}", fold.notes[0].message);
}

#[test]
fn disagreeing_tables_show_both_times() {
    let door = door_in("America/Vancouver");
    let view =
        PreviewView::new(&door, &asked("2027-01-03T15:45", "2027-01-06T10:15", Allowance::Hour), &tables()).unwrap();
    assert_eq!(view.disagreements.len(), 2, "both ends are in the winter that the older tables do not know");
    let end = &view.disagreements[0];
    let instants: Vec<&str> = end.opinions.iter().map(|opinion| opinion.instant.as_str()).collect();
    assert_eq!(instants, ["2027-01-03T16:00:00-07:00", "2027-01-03T16:00:00-08:00"], "one clock time, two instants");
    assert!(end.message.contains("1 h"), "an hour apart: {}", end.message);
}

#[test]
fn a_door_that_is_nearly_full_says_so() {
    let mut door = door();
    door.places.limit = Some(Limit { count: 14, source: LimitSource::Host, passed_over: None });
    let view =
        PreviewView::new(&door, &asked("2026-12-03T16:00", "2026-12-06T10:00", Allowance::Hour), &tables()).unwrap();
    assert!(view.notes.iter().any(|note| note.code == "scarce"), "one place is left: {:?}", view.notes);
    assert_eq!(view.places.left, Some(1), "and counted");
}
