//! Our protocol, and those variants of it that keep its promises for another reason: every state is visited.
//!
//! `cargo test -p domain --test protocol -- --nocapture` prints the number of states. The worlds marked `ignore` have
//! millions: `cargo test --release -p domain --test protocol -- --include-ignored`.

use crate::explorer::explore;
use crate::model::Protocol;
use crate::promises::{ON_ONE_COMPUTER, ON_TWO_COMPUTERS, Promise};
use crate::rules::{Claim, OURS, Recovery, Rules};

/// Two windows of one computer. Codes are not followed: what comes after a code is recorded changes no promise.
const TWO_WINDOWS: Rules = Rules { windows: &[0, 0], attempts: 2, follows: false, ..OURS };

/// Visits every state; fails if one is wrong, or if the world has shrunk.
pub fn holds(what: &str, rules: Rules, promises: &[Promise], least: usize) {
    let explored = explore(&Protocol { rules, promises: promises.to_vec() });
    if let Some(found) = &explored.counterexample {
        panic!("{what}: {found}");
    }
    println!("{what}: {} states, {} steps, {} deep: all hold", explored.states, explored.steps, explored.depth);
    assert!(explored.states >= least, "{what}: a world of {} states leaves something out", explored.states);
}

#[test]
fn one_window_with_any_number_of_kills_keeps_every_promise_through_three_attempts() {
    holds("one window", OURS, ON_ONE_COMPUTER, 250_000);
}

#[test]
fn two_windows_with_any_number_of_kills_keep_every_promise_through_two_attempts() {
    holds("two windows", Rules { follows: true, ..TWO_WINDOWS }, ON_ONE_COMPUTER, 400_000);
}

#[test]
fn three_windows_keep_every_promise_through_one_attempt() {
    let rules = Rules { windows: &[0, 0, 0], attempts: 1, ..TWO_WINDOWS };
    holds("three windows", rules, ON_ONE_COMPUTER, 30_000);
}

#[test]
#[ignore = "eight million states"]
fn two_windows_keep_every_promise_through_three_attempts() {
    holds("two windows, three attempts", Rules { attempts: 3, ..TWO_WINDOWS }, ON_ONE_COMPUTER, 8_000_000);
}

#[test]
fn two_computers_forget_nothing_and_a_fresh_look_always_raises_the_alarm() {
    let rules = Rules { windows: &[0, 1], attempts: 1, ..TWO_WINDOWS };
    holds("two computers", rules, ON_TWO_COMPUTERS, 150_000);
}

#[test]
#[ignore = "five million states"]
fn two_computers_with_three_windows_forget_nothing_and_a_fresh_look_always_raises_the_alarm() {
    let rules = Rules { windows: &[0, 1, 1], attempts: 1, ..TWO_WINDOWS };
    holds("two computers, three windows", rules, ON_TWO_COMPUTERS, 5_000_000);
}

#[test]
fn the_check_in_the_transaction_is_enough_without_the_unique_key() {
    holds("no unique key", Rules { is_unique: false, ..TWO_WINDOWS }, ON_ONE_COMPUTER, 100_000);
}

#[test]
fn the_unique_key_is_enough_without_the_check_in_the_transaction() {
    holds(
        "no check in the transaction",
        Rules { checks_in_transaction: false, ..TWO_WINDOWS },
        ON_ONE_COMPUTER,
        80_000,
    );
}

#[test]
fn the_state_alone_makes_a_claim_exclusive_while_nobody_takes_sending_for_a_claim_of_its_own() {
    holds("claim by state", Rules { claim: Claim::ByState, attempts: 1, ..TWO_WINDOWS }, ON_ONE_COMPUTER, 3_000);
}

#[test]
fn an_intent_may_be_taken_over_if_its_owner_and_state_are_compared() {
    // A taken-over intent is open until it is sent, so that a start alone does not settle it.
    let promises = &ON_ONE_COMPUTER[..ON_ONE_COMPUTER.len() - 1];
    holds("taking over", Rules { recovery: Recovery::TakesOver, attempts: 1, ..TWO_WINDOWS }, promises, 2_000);
}
