//! The record: sound or not, copied, brought back, and the one answer that it could not take.

use domain::reading::CreateOutcome;
use ops::{RecordError, Soundness};

use super::error;
use super::wording::count;

pub(crate) fn verified(soundness: &Soundness) -> String {
    let size = size(soundness);
    if soundness.is_sound() {
        return format!("The record is sound: {size}, all as written.");
    }
    format!(
        "The record is damaged: {} in {size}. Issue nothing from it. Restore a backup; the damaged file is set aside, never \
         deleted.",
        count(u64::try_from(soundness.problems.len()).unwrap_or(u64::MAX), "problem", "problems")
    )
}

pub(crate) fn backed_up(soundness: &Soundness, path: &str) -> String {
    format!(
        "Copied to {path}, opened again and found sound: {}. It holds PINs; keep it where only you can read it.",
        size(soundness)
    )
}

pub(crate) fn restored(soundness: &Soundness, set_aside: Option<&str>) -> String {
    let before = set_aside.map_or(String::new(), |path| format!(" The record before it is kept as {path}."));
    format!(
        "Brought back: {}.{before} Sync now: codes made since the backup are at Seam, and count before you issue.",
        size(soundness)
    )
}

/// What Seam answered is on the screen and nowhere else.
pub(crate) fn unrecorded(answer: &CreateOutcome, why: &RecordError) -> String {
    let why = error::record(why);
    match answer {
        CreateOutcome::Accepted { reading, .. } => {
            let what = if reading.as_ref().is_some_and(|reading| reading.pin.is_some()) {
                "the PIN and the code's id"
            } else {
                "the code's id"
            };
            format!(
                "The code is made, but the record could not take it. Write down {what} now; do not issue another. {why} \
                 Then look: the code will be found."
            )
        }
        CreateOutcome::NotSent { .. } | CreateOutcome::Refused { .. } | CreateOutcome::RateLimited { .. } => {
            format!("No code was made, but the record could not take that answer. {why} Then look, and issue again.")
        }
        CreateOutcome::Unknown { .. } => format!(
            "Not known: a code may exist, and the record could not take that answer. {why} Then look; do not issue \
             another."
        ),
    }
}

fn size(soundness: &Soundness) -> String {
    format!("{}, {}", count(soundness.codes, "code", "codes"), count(soundness.events, "event", "events"))
}
