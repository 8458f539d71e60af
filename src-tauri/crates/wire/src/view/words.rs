//! The choices that a screen tells apart, as words.

use domain::lifecycle::State;
use domain::readiness;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::say;

/// Where a code stands (docs/design.md, "Command line").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CodeState {
    NotSent,
    Refused,
    Unknown,
    Accepted,
    Setting,
    Set,
    Failed,
    Gone,
    Ended,
}

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Pass,
    Warn,
    Fail,
}

/// Who can mend something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    Host,
    Installer,
    Seam,
    Dormakaba,
}

impl CodeState {
    /// Every state, in the order of a code's life.
    pub const ALL: [Self; 9] = [
        Self::NotSent,
        Self::Refused,
        Self::Unknown,
        Self::Accepted,
        Self::Setting,
        Self::Set,
        Self::Failed,
        Self::Gone,
        Self::Ended,
    ];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Accepted => "accepted",
            Self::Setting => "setting",
            Self::Set => "set",
            Self::Failed => "failed",
            Self::Gone => "gone",
            Self::Ended => "ended",
        }
    }

    /// The word for it in the language that is spoken.
    pub fn said(self) -> String {
        match self {
            Self::NotSent => say!("short-not-sent"),
            Self::Refused => say!("short-refused"),
            Self::Unknown => say!("short-not-known"),
            Self::Accepted => say!("short-accepted"),
            Self::Setting => say!("short-setting"),
            Self::Set => say!("short-set"),
            Self::Failed => say!("short-failed"),
            Self::Gone => say!("short-gone"),
            Self::Ended => say!("short-ended"),
        }
    }

    /// Reads the word; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// The states of the record that are shown as this one: for filters.
    pub fn in_record(self) -> &'static [State] {
        match self {
            Self::NotSent => &[State::Intent, State::NotSent],
            Self::Refused => &[State::Refused],
            Self::Unknown => &[State::Sending, State::Unknown],
            Self::Accepted => &[State::Accepted],
            Self::Setting => &[State::Setting],
            Self::Set => &[State::Set],
            Self::Failed => &[State::Failed],
            Self::Gone => &[State::Gone],
            Self::Ended => &[State::Ended],
        }
    }
}

/// An intent that was only recorded has not been sent; a request under way is not known yet.
impl From<State> for CodeState {
    fn from(state: State) -> Self {
        match state {
            State::Intent | State::NotSent => Self::NotSent,
            State::Sending | State::Unknown => Self::Unknown,
            State::Refused => Self::Refused,
            State::Accepted => Self::Accepted,
            State::Setting => Self::Setting,
            State::Set => Self::Set,
            State::Failed => Self::Failed,
            State::Gone => Self::Gone,
            State::Ended => Self::Ended,
        }
    }
}

impl From<readiness::Level> for Level {
    fn from(level: readiness::Level) -> Self {
        match level {
            readiness::Level::Pass => Self::Pass,
            readiness::Level::Warn => Self::Warn,
            readiness::Level::Fail => Self::Fail,
        }
    }
}

impl From<readiness::Who> for Who {
    fn from(who: readiness::Who) -> Self {
        match who {
            readiness::Who::Host => Self::Host,
            readiness::Who::Installer => Self::Installer,
            readiness::Who::Seam => Self::Seam,
            readiness::Who::Dormakaba => Self::Dormakaba,
        }
    }
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Pass, Self::Warn, Self::Fail];

    /// The word for it in the language that is spoken.
    pub fn said(self) -> String {
        match self {
            Self::Pass => say!("level-pass"),
            Self::Warn => say!("level-warn"),
            Self::Fail => say!("level-fail"),
        }
    }
}

impl Who {
    pub const ALL: [Self; 4] = [Self::Host, Self::Installer, Self::Seam, Self::Dormakaba];

    /// The word for it in the language that is spoken.
    pub fn said(self) -> String {
        match self {
            Self::Host => say!("who-host"),
            Self::Installer => say!("who-installer"),
            Self::Seam => say!("who-seam"),
            Self::Dormakaba => say!("who-dormakaba"),
        }
    }

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Installer => "installer",
            Self::Seam => "seam",
            Self::Dormakaba => "dormakaba",
        }
    }
}
