//! The rules under test, each a switch: as Latchbook has them, and as others had them.
//!
//! Owns: the protocol's choices and the bounds of the search. Refuses: a lifecycle of its own; every change of an
//! intent's state asks `domain::lifecycle`, unless a variant says that it writes without asking.

use domain::lifecycle::{self, State, Transition};

/// A protocol, and how large a world it is tried in.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// The ledger of each window: `&[0, 0]` are two windows on one computer, `&[0, 1]` two computers.
    pub windows: &'static [u8],
    /// The most attempts of a stay in a ledger.
    pub attempts: u8,
    /// Whether codes are followed to their confirmation.
    pub follows: bool,
    pub looks_first: bool,
    pub record: Record,
    /// The transaction that records an intent looks for other attempts itself.
    pub checks_in_transaction: bool,
    /// The ledger refuses a second row of the same stay and attempt.
    pub is_unique: bool,
    pub claim: Claim,
    pub recovery: Recovery,
    pub unknown: Unknown,
    /// A typed choice excuses an attempt for good, also once its code has turned up.
    pub choice_outlasts: bool,
    /// The HTTP client sends again by itself when a connection breaks.
    pub client_repeats: bool,
    /// A commit is reported as done before it is on disk.
    pub disk_lags: bool,
    /// First come, first served under a unique key at Seam, before sending.
    pub claims_at_seam: bool,
    /// Seam refuses although it made a code.
    pub refusals_lie: bool,
    /// One entry of the lifecycle that is not as it should be.
    pub flaw: Option<Flaw>,
}

/// When an intent is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    BeforeSending,
    AfterTheAnswer,
    Never,
}

/// Who may claim the right to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Compare-and-set on the state, by the intent's owner only.
    ByOwner,
    /// Compare-and-set on the state; a window that finds another's intent takes part in it.
    ByState,
    /// As before, and any process that then reads `sending` takes the claim for its own.
    WithoutOwner,
    /// An update that compares nothing.
    PlainUpdate,
}

/// The recovery of a start: how it treats what another process left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// `intent` becomes not sent, `sending` unknown, if that is what they still are.
    ComparesAndSets,
    /// The same, decided on the earlier reading: the lifecycle alone must refuse.
    TrustsWhatItRead,
    /// `intent` is taken over and sent, `sending` becomes unknown, if that is what they still are.
    TakesOver,
    /// Both become `intent` again, and are sent.
    Resets,
}

/// The reaction to an unknown outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    Holds,
    /// Sends again.
    Resends,
    /// Looks, and sends again if the list shows nothing.
    LooksAndResends,
    /// Lets a click make another attempt without a typed choice.
    IsForgotten,
}

/// An entry of the lifecycle's table, and its wrong value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub state: State,
    pub step: Transition,
    pub result: Option<State>,
}

/// Latchbook's rules on one computer.
pub const OURS: Rules = Rules {
    windows: &[0],
    attempts: 3,
    follows: true,
    looks_first: true,
    record: Record::BeforeSending,
    checks_in_transaction: true,
    is_unique: true,
    claim: Claim::ByOwner,
    recovery: Recovery::ComparesAndSets,
    unknown: Unknown::Holds,
    choice_outlasts: false,
    client_repeats: false,
    disk_lags: false,
    claims_at_seam: false,
    refusals_lie: false,
    flaw: None,
};

impl Rules {
    /// The state after a step: the real lifecycle's word, but for the one flaw that a variant may have.
    pub fn after(&self, state: Option<State>, step: Transition) -> Option<State> {
        match self.flaw {
            Some(flaw) if state == Some(flaw.state) && step == flaw.step => flaw.result,
            _ if self.resends() && state == Some(State::Unknown) && step == Transition::Sending => Some(State::Sending),
            _ => lifecycle::after(state, step),
        }
    }

    /// Whether an attempt blocks the next, as the real lifecycle decides. A typed choice excuses what is not known, not
    /// a code that has turned up since.
    pub fn blocks(&self, state: State, is_superseded: bool) -> bool {
        let is_forgotten = self.unknown == Unknown::IsForgotten && state == State::Unknown;
        let stands = if self.choice_outlasts {
            lifecycle::may_have_code(state) && !is_superseded
        } else {
            lifecycle::blocks_new_attempt(state, is_superseded)
        };
        stands && !is_forgotten
    }

    fn resends(&self) -> bool {
        matches!(self.unknown, Unknown::Resends | Unknown::LooksAndResends)
    }
}
