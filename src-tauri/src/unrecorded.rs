//! Seam's answers that could not be recorded (docs/design.md, "Faults", F63), retried until they are. A code among
//! them stands nowhere else, so it is held for the host to write down, and the program does not end meanwhile.
//!
//! Known by their markers: numbers begin anew in another record, such as the demo's.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::reading::CreateOutcome;
use ops::CodeEntry;
use wire::UnrecordedView;
use wire::window::Changed;

use crate::session::Opened;
use crate::state::Shell;
use crate::watch;

/// The record is tried again this often.
const AGAIN: Duration = Duration::from_secs(5);

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
    pub fn put_away(&self, marker: &str) {
        self.lock().retain(|held| held.code.marker != marker);
    }

    fn hold(&self, view: UnrecordedView) {
        self.lock().push(view);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<UnrecordedView>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Holds a code for the host and goes on trying to record the answer, in whichever record is open and has its intent.
pub fn hold(shell: &Arc<Shell>, view: UnrecordedView, entry: CodeEntry, answer: CreateOutcome) {
    if is_code(&answer) {
        shell.unrecorded.hold(view);
        shell.page.changed(&[Changed::Unrecorded]);
    }
    let shell = Arc::clone(shell);
    tauri::async_runtime::spawn(async move {
        let (session, recorded) = loop {
            tokio::time::sleep(AGAIN).await;
            if let Ok(session) = shell.opened()
                && let Some(recorded) = record(&session, &entry, &answer).await
            {
                break (session, recorded);
            }
        };
        tracing::info!(intent = recorded.intent.id.0, "an answer is recorded after all");
        shell.unrecorded.put_away(&entry.intent.marker.to_string());
        shell.page.changed(&[Changed::Unrecorded, Changed::Status, Changed::Codes]);
        watch::follow(&shell, session.session(), &recorded);
    });
}

/// Whether Seam made a code that only the answer tells of.
pub fn is_code(answer: &CreateOutcome) -> bool {
    matches!(answer, CreateOutcome::Accepted { .. })
}

/// `None` as long as it cannot be recorded.
async fn record(session: &Opened, entry: &CodeEntry, answer: &CreateOutcome) -> Option<CodeEntry> {
    let (entry, answer) = (entry.clone(), answer.clone());
    let done = session.note_down(move |write, at| ops::issue::record_again(write, &entry, &answer, at.times.now));
    done.await.ok()
}
