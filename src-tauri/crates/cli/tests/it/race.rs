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

/// Whoever is not first answers at once with what it sees; each tenth time all wait until the code is confirmed.
fn race_for(arena: &Arena, number: usize) {
    let stay = arena.stay(number);
    let waits = number.is_multiple_of(10);
    let issue = stay.issue(if waits { "60" } else { "0" });
    let children: Vec<Child> = (0..PROCESSES).map(|_| arena.spawn(&issue, None)).collect();
    let told: Vec<Told> = children.into_iter().map(|child| Told::of(child.wait_with_output().unwrap())).collect();
    let creators: Vec<&Told> = told.iter().filter(|told| told.created()).collect();
    assert_eq!(creators.len(), 1, "one of them sends the request for {stay:?}: {told:#?}");
    let code = creators[0].access_code_id();
    assert!(code.is_some(), "and is told the code: {told:#?}");
    for one in &told {
        let knows = one.access_code_id();
        assert!(knows == code || (knows.is_none() && !waits), "nobody is told another code: {told:#?}");
        assert!(one.code() == Some(0) || (knows.is_none() && !waits), "who knows the code ends well: {told:#?}");
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
