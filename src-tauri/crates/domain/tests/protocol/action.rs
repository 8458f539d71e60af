//! Actions of the model, worded so that a counterexample reads as a story.

use std::fmt;

use domain::lifecycle::State;

use crate::world::{Answer, At, Codes, Job, Outcome, Then};

/// One step of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Window(u8, Deed),
    PowerCut(u8),
    Flush(u8),
    /// A request of this attempt reaches Seam.
    Arrives {
        attempt: u8,
        is_waited_for: bool,
        makes: bool,
        answer: Answer,
    },
    /// Every list shows this code from now on.
    ListsCatchUp(u8),
}

/// An action of a window, or an event that hits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Start(At),
    Kill,
    Settle(u8, State),
    Look(Codes, Then),
    RecordLook,
    /// The transaction that records the intent, and the window's step after it.
    Record(At),
    Reserve(At),
    Claim(At),
    StopBeforeSending,
    Send,
    Repeat,
    Hear(Outcome),
    RecordOutcome(Job, Outcome),
    Follow(u8, State),
}

impl fmt::Display for Action {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Window(window, deed) => write!(out, "window {} {deed}", window + 1),
            Self::PowerCut(ledger) => write!(out, "computer {} loses its power", ledger + 1),
            Self::Flush(ledger) => write!(out, "computer {} brings its record to the disk", ledger + 1),
            Self::Arrives { attempt, is_waited_for, makes, answer } => {
                let when = if *is_waited_for { "arrives" } else { "arrives late" };
                let what = if *makes { "Seam makes a code" } else { "Seam makes none" };
                let said = if *answer == Answer::Refused && *is_waited_for { " and answers no" } else { "" };
                write!(out, "the request of attempt {attempt} {when}: {what}{said}")
            }
            Self::ListsCatchUp(code) => write!(out, "Seam's lists now show code {}", code + 1),
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(At::Recovering(_)) => write!(out, "starts and reads what others left behind"),
            Self::Start(_) => write!(out, "starts"),
            Self::Kill => write!(out, "is killed"),
            Self::Settle(row, read) => write!(out, "settles row {} that it read as {read:?}", row + 1),
            Self::Look(seen, then) => {
                let why = match then {
                    Then::Settle => "looks",
                    Then::Issue(_) => "is clicked and looks",
                    Then::Supersede(_) => "is told, by a typed yes, to make another attempt, and looks",
                };
                match seen.count_ones() {
                    0 => write!(out, "{why}: the list shows nothing"),
                    1 => write!(out, "{why}: the list shows one code"),
                    many => write!(out, "{why}: the list shows {many} codes"),
                }
            }
            Self::RecordLook => write!(out, "records what the look showed"),
            Self::Record(At::Recorded(row)) => write!(out, "records its intent, row {}", row + 1),
            Self::Record(At::Claimed(_)) => write!(out, "records nothing and goes on to send"),
            Self::Record(_) => write!(out, "is refused: an attempt may have a code"),
            Self::Reserve(At::Reserved(_)) => write!(out, "gets the stay's key at Seam"),
            Self::Reserve(_) => write!(out, "is refused the stay's key at Seam"),
            Self::Claim(At::Claimed(_)) => write!(out, "claims the right to send"),
            Self::Claim(_) => write!(out, "finds that the right to send is not its own"),
            Self::StopBeforeSending => write!(out, "stops before sending"),
            Self::Send => write!(out, "sends the request"),
            Self::Repeat => write!(out, "sends the same request again: its HTTP client thinks it wise"),
            Self::Hear(Outcome::NotSent) => write!(out, "cannot connect"),
            Self::Hear(Outcome::Lost) => write!(out, "gives up waiting"),
            Self::Hear(Outcome::Answered(_)) => write!(out, "gets the answer"),
            Self::RecordOutcome(_, outcome) => write!(out, "records the outcome: {outcome:?}"),
            Self::Follow(row, state) => write!(out, "asks for the code of row {}: {state:?}", row + 1),
        }
    }
}
