//! Eight processes at once on one record: one request for each stay, and one truth told by all.

use std::process::Child;

use crate::arena::{Arena, Told};

const PROCESSES: usize = 8;
const STAYS: usize = 200;
/// So many that the pace of eight codes a minute and door holds nobody up.
const DOORS: usize = 50;
/// Stays that are raced for side by side: most of a process's time is waiting.
const LANES: usize = 10;

#[test]
fn eight_processes_issue_the_same_stays_and_one_code_is_made_for_each() {
    let arena = Arena::new(DOORS, 8);
    std::thread::scope(|scope| {
        for lane in 0..LANES {
            let arena = &arena;
            scope.spawn(move || (lane..STAYS).step_by(LANES).for_each(|number| race_for(arena, number)));
        }
    });
    let creates = arena.creates_per_stay();
    assert_eq!(creates.len(), STAYS, "every stay has its code");
    assert!(creates.values().all(|count| *count == 1), "and no second one: {creates:?}");
    assert_eq!(arena.ledger().len(), STAYS, "the ledger has one intent for each");
    let faults = arena.faults(&arena.simulator.codes());
    assert!(faults.is_empty(), "all of it is sound: {faults:?}");
}

fn race_for(arena: &Arena, number: usize) {
    let stay = arena.stay(number);
    let children: Vec<Child> = (0..PROCESSES).map(|_| arena.spawn(&stay.issue("60"), None)).collect();
    let told: Vec<Told> = children.into_iter().map(|child| Told::of(child.wait_with_output().unwrap())).collect();
    let creators = told.iter().filter(|told| told.created()).count();
    assert_eq!(creators, 1, "one of them sends the request for {stay:?}: {told:#?}");
    let first = told[0].access_code_id();
    assert!(first.is_some(), "the code is known to all: {told:#?}");
    for one in &told {
        assert_eq!(one.code(), Some(0), "each of them ends well: {told:#?}");
        assert_eq!(one.access_code_id(), first, "and tells the same code: {told:#?}");
    }
}

#[test]
fn eight_first_starts_make_one_record() {
    let arena = Arena::unread(3, 9);
    let children: Vec<Child> = (0..PROCESSES).map(|_| arena.spawn(&["sync"], None)).collect();
    for child in children {
        let told = Told::of(child.wait_with_output().unwrap());
        assert_eq!(told.code(), Some(0), "each of them finds or makes the record: {told:?}");
    }
    let doors = arena.run(&["doors"]);
    let doors = doors.json.as_ref().and_then(|json| json["doors"].as_array()).map_or(0, Vec::len);
    assert_eq!(doors, 3, "every door is there once");
    assert!(arena.faults(&[]).is_empty(), "and the record is sound");
}
