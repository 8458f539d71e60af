//! Allowed state transitions of an intent and its code: a total state machine (docs/design.md, "States").
//!
//! The ledger inserts one event per step; [`after`] returns the state that follows if the step is possible. *Unknown*
//! has no way back to sending.

use jiff::Timestamp;

use crate::reading::{About, CodeReading, Notice};
use crate::times::Times;

/// The state of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Recorded; nothing has been sent.
    Intent,
    /// A request is, or was, under way.
    Sending,
    /// Provably nothing was sent.
    NotSent,
    /// Seam refused before any work.
    Refused,
    /// It is impossible to know whether a code exists.
    Unknown,
    /// Seam made a code.
    Accepted,
    /// Seam is bringing the code about.
    Setting,
    /// The code works for its dates.
    Set,
    /// Seam could not bring the code about; it counts as a place used.
    Failed,
    /// No longer at Seam before its end.
    Gone,
    /// No longer at Seam after its end.
    Ended,
}

/// A step of the lifecycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transition {
    /// The intent is recorded.
    Intent,
    /// A process claims the right to send.
    Sending,
    /// Provably nothing left this computer.
    NotSent,
    /// Seam refused before any work.
    Refused,
    /// The outcome cannot be known.
    Unknown,
    /// The answer gave the code's id.
    Accepted,
    /// A look found a code with the intent's marker.
    Found,
    /// A look was made and found nothing.
    Looked,
    /// The host chose to make another attempt although this one is not known.
    Superseded,
    /// A second code with the intent's marker was found.
    SecondCode,
    /// Seam lists the code at another door, or under another id.
    Moved,
    /// The code was read at Seam.
    Read(SetupProgress),
    /// Seam no longer has the code, before its end.
    Gone,
    /// Seam no longer has the code, after its end.
    Ended,
}

/// How far a code's making has come, according to a reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SetupProgress {
    /// Made, and waiting.
    #[default]
    Waiting,
    Setting,
    /// Confirmed and the PIN is there.
    Ready,
    Failed,
}

/// The state after a step; `None` if the step is not possible there.
pub fn after(state: Option<State>, step: Transition) -> Option<State> {
    let Some(state) = state else {
        return (step == Transition::Intent).then_some(State::Intent);
    };
    match step {
        Transition::Intent => None,
        Transition::Sending => (state == State::Intent).then_some(State::Sending),
        Transition::NotSent => matches!(state, State::Intent | State::Sending).then_some(State::NotSent),
        Transition::Refused => (state == State::Sending).then_some(State::Refused),
        Transition::Unknown => (state == State::Sending).then_some(State::Unknown),
        // The answer may come after another process has marked the request as unknown.
        Transition::Accepted => matches!(state, State::Sending | State::Unknown).then_some(State::Accepted),
        // A code with our marker is the truth whatever we believed before.
        Transition::Found => (!has_code(state)).then_some(State::Accepted),
        Transition::Looked | Transition::Superseded => (state == State::Unknown).then_some(State::Unknown),
        Transition::SecondCode | Transition::Moved => has_code(state).then_some(state),
        Transition::Read(progress) => has_code(state).then(|| read(state, progress)),
        Transition::Gone => is_at_seam(state).then_some(State::Gone),
        Transition::Ended => (is_at_seam(state) || state == State::Gone).then_some(State::Ended),
    }
}

/// Once confirmed a code stays confirmed: the lock needs no further confirmation. A code that vanished may come back.
fn read(state: State, progress: SetupProgress) -> State {
    match (state, progress) {
        (State::Ended, _) => State::Ended,
        (_, SetupProgress::Ready) => State::Set,
        (State::Set, _) => State::Set,
        (_, SetupProgress::Setting) => State::Setting,
        (_, SetupProgress::Failed) => State::Failed,
        (State::Setting, SetupProgress::Waiting) => State::Setting,
        (_, SetupProgress::Waiting) => State::Accepted,
    }
}

/// Whether a code is known to have been made.
pub fn has_code(state: State) -> bool {
    match state {
        State::Accepted | State::Setting | State::Set | State::Failed | State::Gone | State::Ended => true,
        State::Intent | State::Sending | State::NotSent | State::Refused | State::Unknown => false,
    }
}

/// Whether Seam still holds the code as far as is known.
pub fn is_at_seam(state: State) -> bool {
    matches!(state, State::Accepted | State::Setting | State::Set | State::Failed)
}

/// Whether the code is still being brought about, so that it is worth asking again.
pub fn is_unconfirmed(state: State) -> bool {
    matches!(state, State::Accepted | State::Setting | State::Failed)
}

/// Whether a code may exist or come to exist for this intent.
pub fn may_have_code(state: State) -> bool {
    !matches!(state, State::NotSent | State::Refused)
}

/// Whether an attempt blocks another for the same stay. The host's choice to try again despite an unknown outcome
/// excuses only what is still not known: a code that was found afterwards counts like any other.
pub fn blocks_new_attempt(state: State, superseded: bool) -> bool {
    may_have_code(state) && !(superseded && state == State::Unknown)
}

/// The state by now: a code whose window is over has ended, asked or not. An unknown outcome stays unknown.
pub fn seen_at(state: State, ends_at: Timestamp, times: Times) -> State {
    let is_over = times.is_past(ends_at);
    if is_over && matches!(state, State::Accepted | State::Setting | State::Set) { State::Ended } else { state }
}

/// Whether a look can still settle an unknown outcome: until one complete look after its window, because Seam does not
/// keep ended codes for ever.
pub fn can_be_settled(ends_at: Timestamp, last_look_at: Option<Timestamp>) -> bool {
    last_look_at.is_none_or(|at| at <= ends_at)
}

/// The progress that a reading shows: ready means PIN present, nothing being created, and no errors of the code, or
/// `status` = `set`.
///
/// Errors of the door or the account do not fail a code. Without `pending_mutations` only `status` counts.
pub fn progress(reading: &CodeReading) -> SetupProgress {
    let status = reading.status.as_deref().unwrap_or_default();
    let is_creating = |code: &str| matches!(code, "creating" | "deferring_creation");
    let creating = reading.pending.as_ref().map(|pending| pending.iter().any(|pending| is_creating(&pending.code)));
    let failed = reading.errors.iter().any(fails_the_code);
    let has_pin = reading.pin.is_some();
    if has_pin && (status == "set" || (!failed && creating == Some(false))) {
        SetupProgress::Ready
    } else if failed {
        SetupProgress::Failed
    } else if matches!(status, "setting" | "set") {
        SetupProgress::Setting
    } else {
        SetupProgress::Waiting
    }
}

/// Errors about removing or changing come after the making, and door or account errors are not the code's.
fn fails_the_code(error: &Notice) -> bool {
    let is_later = error.code.starts_with("failed_to_remove")
        || error.code.starts_with("failed_to_update")
        || error.code.starts_with("failed_to_expire");
    [About::Code, About::Unsaid].iter().any(|about| error.about == *about) && !is_later
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::AccessCodeId;
    use crate::reading::{CodeFlags, Pending};
    use crate::secret::{Pin, RawAnswer};

    const STATES: [State; 11] = [
        State::Intent,
        State::Sending,
        State::NotSent,
        State::Refused,
        State::Unknown,
        State::Accepted,
        State::Setting,
        State::Set,
        State::Failed,
        State::Gone,
        State::Ended,
    ];

    const STEPS: [Transition; 16] = [
        Transition::Intent,
        Transition::Sending,
        Transition::NotSent,
        Transition::Refused,
        Transition::Unknown,
        Transition::Accepted,
        Transition::Found,
        Transition::Looked,
        Transition::Superseded,
        Transition::SecondCode,
        Transition::Read(SetupProgress::Waiting),
        Transition::Read(SetupProgress::Setting),
        Transition::Read(SetupProgress::Ready),
        Transition::Read(SetupProgress::Failed),
        Transition::Gone,
        Transition::Ended,
    ];

    /// Every state that can follow `from`, over any number of steps.
    fn reachable(from: State) -> Vec<State> {
        let mut seen = vec![from];
        let mut next = 0;
        while next < seen.len() {
            for step in STEPS {
                if let Some(state) = after(Some(seen[next]), step)
                    && !seen.contains(&state)
                {
                    seen.push(state);
                }
            }
            next += 1;
        }
        seen
    }

    #[test]
    fn nothing_leads_back_to_sending() {
        for state in STATES.into_iter().filter(|state| *state != State::Intent && *state != State::Sending) {
            assert!(!reachable(state).contains(&State::Sending), "{state:?} must never send again by itself");
        }
    }

    #[test]
    fn a_code_is_never_forgotten() {
        for state in STATES.into_iter().filter(|state| has_code(*state)) {
            assert!(reachable(state).into_iter().all(has_code), "{state:?} may not become a state without a code");
        }
    }

    #[test]
    fn everything_starts_with_an_intent() {
        let possible: Vec<_> = STEPS.into_iter().filter(|step| after(None, *step).is_some()).collect();
        assert_eq!(possible, [Transition::Intent], "nothing happens to what was not recorded");
        assert!(reachable(State::Intent).len() == STATES.len(), "and every state can be reached from it");
    }

    #[test]
    fn a_found_code_overrides_every_state() {
        for state in STATES.into_iter().filter(|state| !has_code(*state)) {
            assert_eq!(
                after(Some(state), Transition::Found),
                Some(State::Accepted),
                "{state:?} gives way to a code that exists"
            );
        }
    }

    #[test]
    fn giving_up_an_unknown_attempt_excuses_nothing_that_is_known() {
        for state in STATES {
            let excused = may_have_code(state) && !blocks_new_attempt(state, true);
            assert_eq!(excused, state == State::Unknown, "{state:?} given up by the host");
            assert_eq!(blocks_new_attempt(state, false), may_have_code(state), "{state:?} not given up");
        }
    }

    #[test]
    fn the_end_of_the_window_ends_a_code_but_settles_nothing() {
        let (end, later) = (Timestamp::UNIX_EPOCH, Timestamp::from_second(1).unwrap());
        let [before, after] = [end, later].map(|now| Times::corrected(now, None));
        assert_eq!(seen_at(State::Set, end, after), State::Ended, "its window is over");
        assert_eq!(seen_at(State::Set, later, before), State::Set, "its window is not over");
        assert_eq!(seen_at(State::Set, later, Times::corrected(end, Some(1_000))), State::Set, "it may not be over");
        assert_eq!(seen_at(State::Unknown, end, after), State::Unknown, "absence proves nothing");
        assert_eq!(seen_at(State::Failed, end, after), State::Failed, "it never worked");
    }

    fn reading(status: &str, pin: Option<&str>, pending: Option<&[&str]>, error: Option<(&str, About)>) -> CodeReading {
        let notice = |(code, about): (&str, About)| Notice {
            code: code.to_owned(),
            message: String::new(),
            about: about.into(),
        };
        let mutation = |code: &&str| Pending { code: (*code).to_owned(), scheduled_at: None };
        CodeReading {
            id: AccessCodeId::new("c"),
            device_id: None,
            name: None,
            pin: pin.and_then(Pin::new),
            starts_at: None,
            ends_at: None,
            status: (!status.is_empty()).then(|| status.to_owned()),
            pending: pending.map(|codes| codes.iter().map(mutation).collect()),
            errors: error.map(notice).into_iter().collect(),
            warnings: Vec::new(),
            slot_id: None,
            slot_name: None,
            flags: CodeFlags::default(),
            is_offline: Some(true),
            is_managed: true,
            created_at: None,
            raw: RawAnswer::new("{}"),
        }
    }

    #[test]
    fn ready_needs_a_pin_and_no_pending_creation() {
        let code_error = Some(("provider_issue", About::Code));
        let door_error = Some(("account_disconnected", About::Account));
        let cases = [
            (reading("unset", None, Some(&["creating"]), None), SetupProgress::Waiting, "just made"),
            (
                reading("unset", Some("1"), Some(&["creating"]), None),
                SetupProgress::Waiting,
                "digits at once are not yet confirmed",
            ),
            (reading("setting", None, Some(&["creating"]), None), SetupProgress::Setting, "under way"),
            (reading("set", None, Some(&[]), None), SetupProgress::Setting, "set, but the digits are late"),
            (reading("set", Some("1"), None, None), SetupProgress::Ready, "an older answer without pending_mutations"),
            (reading("", Some("1"), Some(&[]), None), SetupProgress::Ready, "a newer answer without status"),
            (reading("", Some("1"), None, None), SetupProgress::Waiting, "nothing says that it is confirmed"),
            (reading("", Some("1"), Some(&["deferring_creation"]), None), SetupProgress::Waiting, "deferred"),
            (reading("unset", None, Some(&[]), code_error), SetupProgress::Failed, "an error of the code"),
            (
                reading("unset", None, Some(&["creating"]), door_error),
                SetupProgress::Waiting,
                "an error of the account",
            ),
            (
                reading("set", Some("1"), Some(&[]), Some(("failed_to_remove_from_device", About::Code))),
                SetupProgress::Ready,
                "a later trouble",
            ),
        ];
        for (reading, expected, why) in cases {
            assert_eq!(progress(&reading), expected, "{why}");
        }
    }
}
