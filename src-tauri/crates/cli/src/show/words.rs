//! The short words for states and levels, each with its tone.

use wire::{CodeState, Level};

use super::paper::Tone;

/// A state in a table.
pub fn state(state: CodeState) -> (&'static str, Tone) {
    match state {
        CodeState::NotSent => ("not sent", Tone::Dim),
        CodeState::Refused => ("refused", Tone::Bad),
        CodeState::Unknown => ("not known", Tone::Warn),
        CodeState::Accepted => ("accepted", Tone::Plain),
        CodeState::Setting => ("setting", Tone::Plain),
        CodeState::Set => ("set", Tone::Good),
        CodeState::Failed => ("failed", Tone::Bad),
        CodeState::Gone => ("gone", Tone::Bad),
        CodeState::Ended => ("ended", Tone::Dim),
    }
}

/// A level before a sentence; all of one length.
pub fn level(level: Level) -> (&'static str, Tone) {
    match level {
        Level::Pass => ("pass", Tone::Good),
        Level::Warn => ("warn", Tone::Warn),
        Level::Fail => ("fail", Tone::Bad),
    }
}
