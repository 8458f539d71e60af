//! The record's soundness, copies of it, and the one answer that could not be recorded.

mod connect;
mod sync;

use std::path::Path;

use domain::reading::CreateOutcome;
use ops::{CodeEntry, RecordError, Soundness};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sentence;
use crate::view::{CodeView, PinShown, Show};

pub use connect::{ConnectView, DisconnectView};
pub use sync::{LostSlotView, SyncView};

/// Whether the record is sound (docs/design.md, "Command line": `verify`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyView {
    pub sound: bool,
    pub events: u64,
    pub codes: u64,
    pub problems: Vec<String>,
    pub message: String,
}

/// A backup that was made and checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupView {
    pub path: String,
    pub events: u64,
    pub codes: u64,
    pub message: String,
}

/// A backup that was brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoreView {
    pub path: String,
    pub events: u64,
    pub codes: u64,
    /// The record that was there before.
    pub set_aside: Option<String>,
    pub message: String,
}

/// Seam answered, and the answer could not be recorded: the host must write down what is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnrecordedView {
    pub code: CodeView,
    pub access_code_id: Option<String>,
    pub pin: Option<PinShown>,
    pub message: String,
}

impl VerifyView {
    pub fn new(soundness: &Soundness) -> Self {
        Self {
            sound: soundness.is_sound(),
            events: soundness.events,
            codes: soundness.codes,
            problems: soundness.problems.iter().map(sentence::record::problem).collect(),
            message: sentence::record::verified(soundness),
        }
    }
}

impl BackupView {
    pub fn new(soundness: &Soundness, path: &Path) -> Self {
        let path = path.display().to_string();
        let message = sentence::record::backed_up(soundness, &path);
        Self { path, events: soundness.events, codes: soundness.codes, message }
    }
}

impl RestoreView {
    pub fn new(soundness: &Soundness, from: &Path, set_aside: Option<&Path>) -> Self {
        let set_aside = set_aside.map(|path| path.display().to_string());
        Self {
            path: from.display().to_string(),
            events: soundness.events,
            codes: soundness.codes,
            message: sentence::record::restored(soundness, set_aside.as_deref()),
            set_aside,
        }
    }
}

impl UnrecordedView {
    /// The PIN is shown whatever `show` says: it is stored nowhere else.
    pub fn new(entry: &CodeEntry, answer: &CreateOutcome, why: &RecordError, show: &Show<'_>) -> Self {
        let (id, pin) = match answer {
            CreateOutcome::Accepted { id, reading, .. } => {
                (Some(id.to_string()), reading.as_ref().and_then(|reading| reading.pin.as_ref()))
            }
            CreateOutcome::NotSent { .. }
            | CreateOutcome::Refused { .. }
            | CreateOutcome::RateLimited { .. }
            | CreateOutcome::Unknown { .. } => (None, None),
        };
        Self {
            code: CodeView::new(entry, true, show),
            message: sentence::record::unrecorded(answer, why),
            access_code_id: id,
            pin: pin.map(|pin| PinShown(pin.expose().to_owned())),
        }
    }
}
