//! Single entries of the lifecycle's table turned wrong: the checker must find them, so that a change of
//! `domain::lifecycle` that breaks the protocol breaks a test here.

use domain::lifecycle::{State, Transition, after};

use crate::explorer::explore;
use crate::model::Protocol;
use crate::promises::{ON_ONE_COMPUTER, ON_TWO_COMPUTERS, Promise};
use crate::rules::{Flaw, OURS, Rules};

const ONE_COMPUTER: Rules = Rules { windows: &[0, 0], attempts: 2, follows: false, ..OURS };
const TWO_COMPUTERS: Rules = Rules { windows: &[0, 1], attempts: 1, follows: false, ..OURS };

/// The flaw, and its consequence.
type Case = (State, Transition, Option<State>, &'static str);

const SEEN_ON_ONE_COMPUTER: &[Case] = &[
    (State::Intent, Transition::Sending, Some(State::Intent), "a claim that claims nothing"),
    (State::Intent, Transition::NotSent, Some(State::Intent), "a recovery that settles nothing"),
    (State::Sending, Transition::Unknown, Some(State::NotSent), "giving up taken for proof that nothing was sent"),
    (State::Sending, Transition::Unknown, Some(State::Refused), "giving up taken for a refusal"),
    (State::Sending, Transition::Unknown, Some(State::Intent), "giving up sets the row back"),
    (State::Sending, Transition::Unknown, None, "a start that cannot settle what was being sent"),
    (State::Sending, Transition::Refused, Some(State::Accepted), "a refusal taken for a code"),
    (State::Sending, Transition::Found, None, "a code found while its request is under way is not recorded"),
    (State::Sending, Transition::Looked, Some(State::NotSent), "absence while sending taken for proof"),
    (State::NotSent, Transition::Sending, Some(State::Sending), "what another process settled is sent all the same"),
    (State::Unknown, Transition::Looked, Some(State::NotSent), "an empty list taken for proof that there is no code"),
    (State::Unknown, Transition::Looked, Some(State::Refused), "an empty list taken for a refusal"),
    (State::Unknown, Transition::Found, None, "a found code does not settle what is not known"),
    (State::Unknown, Transition::Accepted, Some(State::Unknown), "a late answer brings a code that nobody is shown"),
    (State::Unknown, Transition::Superseded, Some(State::NotSent), "a chosen attempt makes the one before it unsent"),
    (State::Accepted, Transition::Unknown, Some(State::Unknown), "a late time-out forgets a code"),
    (State::Accepted, Transition::Looked, Some(State::NotSent), "a list without the code takes it away"),
];

const SEEN_ON_TWO_COMPUTERS: &[Case] = &[
    (State::Accepted, Transition::SecondCode, None, "a second code raises no alarm"),
    (State::Intent, Transition::Found, None, "the other computer's code is not taken in"),
    (State::Refused, Transition::Found, None, "a refusal hides the other computer's code"),
    (State::NotSent, Transition::Found, None, "what was not sent hides the other computer's code"),
];

fn are_all_seen(cases: &[Case], rules: Rules, promises: &[Promise]) {
    for &(state, step, result, what) in cases {
        assert_ne!(after(Some(state), step), result, "{what}: is what the lifecycle says, not a flaw");
        let flawed = Rules { flaw: Some(Flaw { state, step, result }), ..rules };
        let explored = explore(&Protocol { rules: flawed, promises: promises.to_vec() });
        let Some(found) = explored.counterexample else {
            panic!("{what}: {step:?} in {state:?} giving {result:?} must be seen, but {} states hold", explored.states);
        };
        println!("{what} ({state:?}, {step:?} gives {result:?}): {found}");
    }
}

#[test]
fn a_lifecycle_with_a_wrong_entry_is_found_wrong_on_one_computer() {
    are_all_seen(SEEN_ON_ONE_COMPUTER, ONE_COMPUTER, ON_ONE_COMPUTER);
}

#[test]
fn a_lifecycle_with_a_wrong_entry_is_found_wrong_on_two_computers() {
    are_all_seen(SEEN_ON_TWO_COMPUTERS, TWO_COMPUTERS, ON_TWO_COMPUTERS);
}
