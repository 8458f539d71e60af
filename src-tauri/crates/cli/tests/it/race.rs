//! Eight processes at once on one record: one request for each stay, and all report the same outcome.

use std::collections::BTreeMap;
use std::process::Child;

use jiff::{SignedDuration, Timestamp};

use crate::arena::Arena;
use crate::world::{Ran, read_until};

const PROCESSES: usize = 8;
const STAYS: usize = 200;
/// Enough doors that the limit of eight codes a minute per door delays nothing.
const DOORS: usize = 50;
/// Stays that are raced side by side: most of a process's time is waiting.
const LANES: usize = 10;

#[test]
fn eight_processes_make_one_code_per_stay() {
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

/// On a busy machine some processes may not get the record in time: they say so, and are excused from the rest.
///
/// Every process but the first answers immediately with the state it sees; every tenth time all wait until the code is confirmed.
fn race_for(arena: &Arena, number: usize) {
    let stay = arena.stay(number);
    let waits = number.is_multiple_of(10);
    let issue = stay.issue(if waits { "60" } else { "0" });
    let children: Vec<Child> = (0..PROCESSES).map(|_| arena.spawn(&issue, None)).collect();
    let told: Vec<Ran> = children.into_iter().map(|child| Ran::new(&child.wait_with_output().unwrap())).collect();
    let creators: Vec<&Ran> = told.iter().filter(|told| told.created()).collect();
    if creators.is_empty() && told.iter().any(Ran::is_busy) {
        // A process that could not get the record within its five seconds did not send.
        return race_for(arena, number);
    }
    assert_eq!(creators.len(), 1, "one of them sends the request for {stay:?}: {told:#?}");
    let code = creators[0].access_code_id();
    assert!(code.is_some(), "and reports the code: {told:#?}");
    for one in told.iter().filter(|told| !told.is_busy()) {
        let knows = one.access_code_id();
        assert!(knows == code || (knows.is_none() && !waits), "no process reports another code: {told:#?}");
        assert!(one.code == 0 || (knows.is_none() && !waits), "a process with the code exits with 0: {told:#?}");
    }
}

#[test]
fn eight_first_starts_make_one_record() {
    let arena = Arena::unread(3, 9);
    let children: Vec<Child> = (0..PROCESSES).map(|_| arena.spawn(&["sync"], None)).collect();
    for child in children {
        let told = Ran::new(&child.wait_with_output().unwrap());
        assert_eq!(told.code, 0, "each of them finds or makes the record: {told:?}");
    }
    let doors = arena.run(&["doors"]).document();
    assert_eq!(doors["doors"].as_array().map(Vec::len), Some(3), "every door is listed once");
    assert!(arena.faults(&[]).is_empty(), "and the record is sound");
}

/// Four processes for each of 25 stays at two doors, all at once, as far as they get without waiting for the next minute.
/// Returns for each process whether it waits, and its exit code if it ended.
fn crowd(arena: &Arena) -> Vec<Option<i32>> {
    const STAYS: usize = 25;
    let racers = |number: usize| {
        let stay = arena.stay(number);
        let start = || arena.command(&stay.issue("0")).spawn().unwrap();
        let mut children: Vec<Child> = (0..4).map(|_| start()).collect();
        let waits = |child: &mut Child| read_until(child.stderr.as_mut().unwrap(), "Waiting").contains("Waiting");
        let waiting: Vec<bool> = children.iter_mut().map(waits).collect();
        children.into_iter().zip(waiting).collect::<Vec<_>>()
    };
    let racers = &racers;
    let crowd: Vec<(Child, bool)> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..STAYS).map(|number| scope.spawn(move || racers(number))).collect();
        all.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    let end = |(mut child, waits): (Child, bool)| {
        if waits {
            child.kill().unwrap();
        }
        let code = child.wait().unwrap().code();
        code.filter(|_| !waits)
    };
    crowd.into_iter().map(end).collect()
}

#[test]
fn processes_together_keep_to_the_rate_limit() {
    let arena = Arena::limited(2, 10, 10);
    let ended = crowd(&arena);
    let creates = arena.simulator.creates();
    assert_eq!(creates.requests, creates.total, "no request was one too many for Seam");
    assert!(creates.total >= 16, "eight for each door leave at once: {}", creates.total);
    let mut made: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for code in arena.simulator.codes() {
        made.entry(code.device_id).or_default().push(code.created_at.parse::<Timestamp>().unwrap());
    }
    for times in made.values_mut() {
        times.sort();
        // A minute from request to request; the first of them may have been slow to reach the simulator.
        let minute = SignedDuration::from_secs(45);
        let is_apart = |nine: &[Timestamp]| nine[8].duration_since(nine[0]) >= minute;
        assert!(times.windows(9).all(is_apart), "no nine within a minute at one door: {times:?}");
    }
    assert!(arena.creates_per_stay().values().all(|count| *count == 1), "one create for each stay");
    let is_known = |code: &Option<i32>| matches!(code, None | Some(0 | 4 | 7));
    assert!(ended.iter().all(is_known), "each waits, has the code, or says that another makes it or writes: {ended:?}");
    assert_eq!(arena.run(&["look"]).code, 0, "a process killed while waiting had sent nothing");
    let faults = arena.faults(&arena.simulator.codes());
    assert!(faults.is_empty(), "all of it is sound: {faults:?}");
}

#[test]
fn requests_over_seams_limit_are_refused_safely() {
    let arena = Arena::limited(2, 11, 5);
    let ended = crowd(&arena);
    let creates = arena.simulator.creates();
    assert!(creates.requests > creates.total, "Seam asked some to wait: {creates:?}");
    assert!(ended.contains(&Some(5)), "and they say so: {ended:?}");
    assert!(arena.creates_per_stay().values().all(|count| *count == 1), "one create for each stay");
    assert_eq!(arena.run(&["look"]).code, 0, "nothing is left unsettled");
    let faults = arena.faults(&arena.simulator.codes());
    assert!(faults.is_empty(), "all of it is sound: {faults:?}");
}
