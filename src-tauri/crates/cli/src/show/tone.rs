//! The short words for states and levels, each with its tone.

use wire::{CodeState, Level, Who};
use words::say;

use super::paper::Tone;

/// A state in a table.
pub fn state(state: CodeState) -> (String, Tone) {
    match state {
        CodeState::NotSent => (say!("short-not-sent"), Tone::Dim),
        CodeState::Refused => (say!("short-refused"), Tone::Bad),
        CodeState::Unknown => (say!("short-not-known"), Tone::Warn),
        CodeState::Accepted => (say!("short-accepted"), Tone::Plain),
        CodeState::Setting => (say!("short-setting"), Tone::Plain),
        CodeState::Set => (say!("short-set"), Tone::Good),
        CodeState::Failed => (say!("short-failed"), Tone::Bad),
        CodeState::Gone => (say!("short-gone"), Tone::Bad),
        CodeState::Ended => (say!("short-ended"), Tone::Dim),
    }
}

/// A level before a sentence; of at most four letters.
pub fn level(level: Level) -> (String, Tone) {
    match level {
        Level::Pass => (say!("level-pass"), Tone::Good),
        Level::Warn => (say!("level-warn"), Tone::Warn),
        Level::Fail => (say!("level-fail"), Tone::Bad),
    }
}

/// Who mends it.
pub fn who(who: Who) -> String {
    match who {
        Who::Host => say!("who-host"),
        Who::Installer => say!("who-installer"),
        Who::Seam => say!("who-seam"),
        Who::Dormakaba => say!("who-dormakaba"),
    }
}
