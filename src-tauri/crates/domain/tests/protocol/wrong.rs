//! Protocols that are known to be wrong. Each differs from ours in one choice or two, and must be found wrong: a
//! checker that finds nothing here would prove nothing elsewhere.
//!
//! `cargo test -p domain --test protocol wrong -- --nocapture` prints each story, one of the shortest there are.

use crate::explorer::{Counterexample, Model, explore};
use crate::model::Protocol;
use crate::promises::{Promise, Violation, no_forgotten_code, no_needless_attempt, one_code};
use crate::rules::{Claim, OURS, Record, Recovery, Rules, Unknown};

const ONE_WINDOW: Rules = Rules { attempts: 2, follows: false, ..OURS };
const TWO_WINDOWS: Rules = Rules { windows: &[0, 0], ..ONE_WINDOW };

/// Finds a shortest way to break one promise, prints it, and replays it.
fn shortest(what: &str, rules: Rules, promise: Promise) -> Violation {
    let model = Protocol { rules, promises: vec![promise] };
    let explored = explore(&model);
    let Some(found) = explored.counterexample else {
        panic!("{what}: must be found wrong, but all {} states hold", explored.states);
    };
    println!("{what}: {found}");
    assert!(!found.actions.is_empty(), "{what}: nothing is wrong before anything happened");
    assert!(leads_to_it(&model, &found), "{what}: the way must lead to what was found");
    found.violation
}

/// Walks the way again, by the model alone.
fn leads_to_it(model: &Protocol, found: &Counterexample<Protocol>) -> bool {
    let mut at = vec![model.initial()];
    for action in &found.actions {
        let step = |state| model.next(&state).into_iter().filter(|(other, _)| other == action).map(|(_, next)| next);
        at = at.into_iter().flat_map(step).collect();
    }
    at.iter().any(|state| model.check(state) == Err(found.violation))
}

fn makes_two_codes(what: &str, rules: Rules) {
    assert_eq!(shortest(what, rules, one_code), Violation::TwoCodes, "{what}");
}

fn forgets_a_code(what: &str, rules: Rules) {
    assert_eq!(shortest(what, rules, no_forgotten_code), Violation::ForgottenCode, "{what}");
}

#[test]
fn without_an_intent_a_code_is_forgotten_and_two_are_made() {
    let rules = Rules { record: Record::Never, ..ONE_WINDOW };
    forgets_a_code("no intent", rules);
    makes_two_codes("no intent", Rules { looks_first: false, ..rules });
    makes_two_codes("no intent, but a look before sending", rules);
}

#[test]
fn an_intent_written_after_the_answer_forgets_a_code_and_makes_two() {
    let rules = Rules { record: Record::AfterTheAnswer, ..ONE_WINDOW };
    forgets_a_code("intent after the answer", rules);
    makes_two_codes("intent after the answer", Rules { looks_first: false, ..rules });
    makes_two_codes("intent after the answer, but a look before sending", rules);
}

#[test]
fn a_client_that_sends_again_by_itself_makes_two_codes() {
    makes_two_codes("the HTTP client repeats", Rules { client_repeats: true, ..ONE_WINDOW });
}

#[test]
fn sending_again_what_is_not_known_makes_two_codes() {
    makes_two_codes("resend on unknown", Rules { unknown: Unknown::Resends, ..ONE_WINDOW });
}

#[test]
fn looking_and_then_sending_again_makes_two_codes() {
    makes_two_codes("list, absent, resend", Rules { unknown: Unknown::LooksAndResends, ..ONE_WINDOW });
}

#[test]
fn a_next_attempt_that_nobody_chose_makes_two_codes() {
    makes_two_codes("unknown does not block", Rules { unknown: Unknown::IsForgotten, ..ONE_WINDOW });
}

#[test]
fn a_choice_that_excuses_a_code_that_has_turned_up_since_sends_needlessly() {
    let rules = Rules { choice_outlasts: true, attempts: 3, ..ONE_WINDOW };
    let found = shortest("a choice outlasts the finding", rules, no_needless_attempt);
    assert_eq!(found, Violation::NeedlessAttempt, "the first attempt's code is known when the third is recorded");
}

#[test]
fn a_recovery_that_sets_rows_back_makes_two_codes_even_in_one_window() {
    makes_two_codes("recovery resets", Rules { recovery: Recovery::Resets, ..ONE_WINDOW });
}

#[test]
fn two_processes_that_take_over_and_claim_by_a_plain_update_make_two_codes() {
    let rules = Rules { recovery: Recovery::TakesOver, claim: Claim::PlainUpdate, ..TWO_WINDOWS };
    makes_two_codes("recovery takes over, plain update to sending", rules);
    let rules = Rules { recovery: Recovery::Resets, claim: Claim::PlainUpdate, ..TWO_WINDOWS };
    makes_two_codes("recovery resets, plain update to sending", rules);
}

#[test]
fn a_claim_by_a_plain_update_makes_two_codes() {
    makes_two_codes("plain update to sending", Rules { claim: Claim::PlainUpdate, ..TWO_WINDOWS });
}

#[test]
fn a_claim_that_does_not_ask_for_the_owner_makes_two_codes() {
    makes_two_codes("claim without owner", Rules { claim: Claim::WithoutOwner, ..TWO_WINDOWS });
}

#[test]
fn a_recovery_that_trusts_what_it_read_forgets_a_code_and_makes_two() {
    let rules = Rules { recovery: Recovery::TrustsWhatItRead, ..TWO_WINDOWS };
    forgets_a_code("recovery compares nothing", rules);
    makes_two_codes("recovery compares nothing", rules);
}

#[test]
fn attempts_that_are_neither_unique_nor_checked_in_the_transaction_make_two_codes() {
    let rules = Rules { is_unique: false, checks_in_transaction: false, ..TWO_WINDOWS };
    makes_two_codes("no uniqueness", rules);
}

#[test]
fn a_commit_that_is_not_on_disk_forgets_a_code_and_makes_two() {
    let rules = Rules { disk_lags: true, ..ONE_WINDOW };
    forgets_a_code("commits before the disk", rules);
    makes_two_codes("commits before the disk", rules);
}
