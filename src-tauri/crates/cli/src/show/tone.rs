//! The words for states and levels, each with its tone.

use wire::{CodeState, Level};
use words::say;

use super::paper::Tone;

/// A state in a table.
pub fn state(state: CodeState) -> (String, Tone) {
    let tone = match state {
        CodeState::NotSent | CodeState::Ended => Tone::Dim,
        CodeState::Refused | CodeState::Failed | CodeState::Gone => Tone::Bad,
        CodeState::Unknown => Tone::Warn,
        CodeState::Accepted | CodeState::Setting => Tone::Plain,
        CodeState::Set => Tone::Good,
    };
    (state.said(), tone)
}

/// A level before a sentence; at most four letters.
pub fn level(level: Level) -> (String, Tone) {
    match level {
        Level::Pass => (say!("level-short-pass"), Tone::Good),
        Level::Warn => (say!("level-short-warn"), Tone::Warn),
        Level::Fail => (say!("level-short-fail"), Tone::Bad),
    }
}
