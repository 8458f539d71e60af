//! Codes whose answers could not be recorded. Such a code exists nowhere else, so it is kept for the host to write down and the
//! program does not end meanwhile.
//!
//! Identified by markers, because another record, such as the demo's, counts intents from one again.

use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::reading::CreateOutcome;
use wire::UnrecordedView;

/// Codes that the host must write down, oldest first.
#[derive(Default)]
pub struct Unrecorded(Mutex<Vec<UnrecordedView>>);

impl Unrecorded {
    /// All of them, with PINs.
    pub fn list(&self) -> Vec<UnrecordedView> {
        self.lock().clone()
    }

    /// Whether any code exists only here.
    pub fn is_any(&self) -> bool {
        !self.lock().is_empty()
    }

    /// Removes a code that the host has written down or the record has taken.
    pub fn dismiss(&self, marker: &str) {
        self.lock().retain(|held| held.code.marker != marker);
    }

    pub fn hold(&self, view: UnrecordedView) {
        self.lock().push(view);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<UnrecordedView>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether Seam made a code that only this answer mentions.
pub fn is_code(answer: &CreateOutcome) -> bool {
    matches!(answer, CreateOutcome::Accepted { .. })
}
