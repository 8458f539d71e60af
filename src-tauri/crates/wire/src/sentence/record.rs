//! The record: sound or not, backed up, restored, and the one answer that could not be recorded.

use domain::reading::CreateOutcome;
use ops::{Problem, RecordError, Soundness};
use words::{clean, say, sentences};

use super::error;

pub(crate) fn verified(soundness: &Soundness) -> String {
    let (codes, events) = size(soundness);
    if soundness.is_sound() {
        return say!("record-sound", codes = codes, events = events);
    }
    if soundness.is_mended_by_sync() {
        return say!("record-mendable", codes = codes, events = events);
    }
    say!("record-problems", problems = soundness.problems.len(), codes = codes, events = events)
}

pub(crate) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Pages(what) => say!("problem-pages", what = clean(what)),
        Problem::Schema => say!("problem-schema"),
        Problem::Rows(rows, table) => say!("problem-rows", rows = *rows, table = clean(table)),
        Problem::Chain(event) => say!("problem-chain", event = *event),
        Problem::MissingEvent(event) => say!("problem-missing-event", event = *event),
        Problem::Intent(intent) => say!("problem-intent", intent = *intent),
        Problem::Code(intent) => say!("problem-code", intent = *intent),
        Problem::Dangling(table) => say!("problem-dangling", table = clean(table)),
        Problem::Search => say!("problem-search"),
        Problem::Unreadable(what) => say!("problem-unreadable", what = clean(what)),
    }
}

pub(crate) fn backed_up(soundness: &Soundness, path: &str) -> String {
    let (codes, events) = size(soundness);
    say!("record-backed-up", path = path, codes = codes, events = events)
}

pub(crate) fn restored(soundness: &Soundness, set_aside: Option<&str>) -> String {
    let (codes, events) = size(soundness);
    sentences([
        Some(say!("record-restored", codes = codes, events = events)),
        set_aside.map(|path| say!("record-restored-before", path = path)),
        Some(say!("record-restored-sync")),
    ])
}

/// Seam's answer is on the screen and nowhere else.
pub(crate) fn unrecorded(answer: &CreateOutcome, why: &RecordError) -> String {
    let why = error::record(why);
    match answer {
        CreateOutcome::Accepted { reading, .. } if reading.as_ref().is_some_and(|reading| reading.pin.is_some()) => {
            say!("record-not-taken-pin", why = why)
        }
        CreateOutcome::Accepted { .. } => say!("record-not-taken-id", why = why),
        CreateOutcome::NotSent { .. } | CreateOutcome::Refused { .. } | CreateOutcome::RateLimited { .. } => {
            say!("record-not-taken-none", why = why)
        }
        CreateOutcome::Unknown { .. } => say!("record-not-taken-unknown", why = why),
    }
}

fn size(soundness: &Soundness) -> (String, String) {
    (say!("record-codes", count = soundness.codes), say!("record-events", count = soundness.events))
}
