//! The model can do what the protocol is for. A model that cannot move breaks no promise, so each of these must be
//! possible.

use domain::lifecycle::State;

use crate::explorer::explore;
use crate::model::Protocol;
use crate::promises::{Promise, Violation};
use crate::rules::{OURS, Rules};
use crate::world::{Answer, At, Outcome, Row, Then, World};

const TWO_WINDOWS: Rules = Rules { windows: &[0, 0], attempts: 2, ..OURS };
const TWO_COMPUTERS: Rules = Rules { windows: &[0, 1], attempts: 1, ..OURS };

fn is_reached(what: &str, rules: Rules, goal: Promise) {
    let explored = explore(&Protocol { rules, promises: vec![goal] });
    let Some(way) = explored.counterexample else { panic!("{what}: not in {} states", explored.states) };
    println!("{what}: {way}");
}

fn goal(is_there: bool) -> Result<(), Violation> {
    if is_there { Err(Violation::Reached) } else { Ok(()) }
}

fn rows(world: &World) -> impl Iterator<Item = Row> {
    world.ledgers.iter().flat_map(|ledger| ledger.rows().map(|(_, row)| row))
}

fn made(window: At) -> Option<u8> {
    match window {
        At::Heard(job, Outcome::Answered(Answer::Made(_))) => job.row,
        At::Heard(..) | At::Off | At::Idle | At::Recovering(_) | At::Looked(..) => None,
        At::Recorded(_) | At::Reserved(_) | At::Claimed(_) | At::Waiting(_) => None,
    }
}

#[test]
fn a_stay_gets_its_one_code_confirmed() {
    is_reached("confirmed", OURS, |_, world| {
        goal(rows(world).any(|row| row.state == State::Set) && world.codes().count() == 1)
    });
}

#[test]
fn every_state_that_issuing_can_leave_is_left_at_some_time() {
    let states: [(&str, Promise); 6] = [
        ("not sent", |_, world| goal(rows(world).any(|row| row.state == State::NotSent))),
        ("refused", |_, world| goal(rows(world).any(|row| row.state == State::Refused))),
        ("unknown", |_, world| goal(rows(world).any(|row| row.state == State::Unknown))),
        ("accepted", |_, world| goal(rows(world).any(|row| row.state == State::Accepted))),
        ("setting", |_, world| goal(rows(world).any(|row| row.state == State::Setting))),
        ("superseded", |_, world| goal(rows(world).any(|row| row.superseded))),
    ];
    for (what, state) in states {
        is_reached(what, OURS, state);
    }
}

#[test]
fn an_answer_comes_after_another_window_gave_the_request_up() {
    is_reached("late answer", TWO_WINDOWS, |_, world| {
        let late = |(_, window): (u8, crate::world::Window)| {
            made(window.at).is_some_and(|row| world.ledgers[0].row(row).state == State::Unknown)
        };
        goal(world.windows().any(late))
    });
}

#[test]
fn a_list_can_leave_out_a_code_that_exists() {
    is_reached("stale list", TWO_WINDOWS, |_, world| {
        let is_stale = |at: At| matches!(at, At::Looked(0, Then::Settle)) && world.codes().count() == 1;
        goal(world.windows().any(|(_, window)| is_stale(window.at)))
    });
}

#[test]
fn a_click_sends_a_second_attempt_after_one_that_was_not_sent() {
    is_reached("second attempt", TWO_WINDOWS, |_, world| {
        let first = rows(world).any(|row| row.attempt == 1 && row.state == State::NotSent);
        goal(first && rows(world).any(|row| row.attempt == 2 && row.code.is_some()))
    });
}

#[test]
fn a_typed_choice_can_cost_a_second_code_and_both_are_recorded() {
    is_reached("two codes by choice", TWO_WINDOWS, |_, world| {
        goal(rows(world).filter(|row| row.code.is_some()).count() == 2)
    });
}

#[test]
fn another_computers_code_is_adopted_without_sending() {
    is_reached("taken in", TWO_COMPUTERS, |_, world| {
        let everywhere = world.ledgers.iter().all(|ledger| ledger.rows().any(|(_, row)| row.code == Some(0)));
        goal(everywhere && world.codes().count() == 1)
    });
}

#[test]
fn a_second_code_of_one_attempt_is_recorded_beside_the_first() {
    is_reached("second code", TWO_COMPUTERS, |_, world| goal(rows(world).any(|row| row.second_codes != 0)));
}
