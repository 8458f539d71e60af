//! Answers of Seam's that the record could not take (fault F63). They are tried again until the record takes them. A code among
//! them stands nowhere else, so it is held for the host to write down, and the program does not end meanwhile.
//!
//! Known by their markers: numbers begin anew in another record, such as the demo's.

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

    /// Whether a code stands here and nowhere else.
    pub fn is_any(&self) -> bool {
        !self.lock().is_empty()
    }

    /// The host has written it down, or the record has.
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

/// Whether Seam made a code that only the answer tells of.
pub fn is_code(answer: &CreateOutcome) -> bool {
    matches!(answer, CreateOutcome::Accepted { .. })
}
