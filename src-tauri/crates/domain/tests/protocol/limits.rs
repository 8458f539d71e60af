//! Limits of the protocol, shown rather than hidden: two computers without a claim at Seam, and a Seam that refuses
//! although it made a code. A possible fix for the first is tried as well.

use crate::explorer::explore;
use crate::model::Protocol;
use crate::promises::{ON_ONE_COMPUTER, Promise, Violation, looks_tell_all, no_invented_code, one_code};
use crate::rules::{OURS, Rules};
use crate::sound::holds;

const TWO_COMPUTERS: Rules = Rules { windows: &[0, 1], attempts: 1, follows: false, ..OURS };

fn is_possible(what: &str, rules: Rules, promise: Promise, violation: Violation) {
    let found = explore(&Protocol { rules, promises: vec![promise] }).counterexample;
    let found = found.unwrap_or_else(|| panic!("{what}: if it is no longer possible, the documents must say so"));
    println!("{what}: {found}");
    assert_eq!(found.violation, violation, "{what}");
}

#[test]
fn two_computers_can_make_two_codes_although_both_look_first() {
    is_possible("two computers, both lists empty", TWO_COMPUTERS, one_code, Violation::TwoCodes);
}

#[test]
fn a_unique_key_at_seam_would_close_it() {
    holds("a key at Seam", Rules { claims_at_seam: true, ..TWO_COMPUTERS }, ON_ONE_COMPUTER, 8_000);
}

#[test]
#[ignore = "two million states"]
fn a_unique_key_at_seam_would_close_it_for_two_windows_each_and_for_two_attempts() {
    let rules = Rules { claims_at_seam: true, ..TWO_COMPUTERS };
    holds("a key at Seam, two attempts", Rules { attempts: 2, ..rules }, ON_ONE_COMPUTER, 600_000);
    holds("a key at Seam, four windows", Rules { windows: &[0, 0, 1, 1], ..rules }, ON_ONE_COMPUTER, 1_400_000);
}

#[test]
fn after_a_refusal_that_is_not_true_two_codes_are_possible_but_the_next_look_tells() {
    let rules = Rules { refusals_lie: true, attempts: 2, follows: false, ..OURS };
    is_possible("a refusal that is not true", rules, one_code, Violation::TwoCodes);
    holds("looks after such a refusal", rules, &[no_invented_code, looks_tell_all], 4_000);
}
