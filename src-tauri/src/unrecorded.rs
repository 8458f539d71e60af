//! Answers of Seam's that the record could not take. They stand nowhere else, so they are held here until the record takes
//! them or the host has written them down, and the program does not end meanwhile (fault F63).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::ids::IntentId;
use domain::reading::CreateOutcome;
use ops::{CodeEntry, RecordError};
use runtime::App;
use wire::UnrecordedView;
use wire::window::Changed;

use crate::issuing::show;
use crate::session::Opened;
use crate::state::Shell;
use crate::watch;

/// The record is tried again this often.
const AGAIN: Duration = Duration::from_secs(5);

/// What the host must write down, oldest first.
#[derive(Default)]
pub struct Unrecorded(Mutex<Vec<UnrecordedView>>);

impl Unrecorded {
    /// All of it, with PINs.
    pub fn list(&self) -> Vec<UnrecordedView> {
        self.lock().clone()
    }

    /// Whether something stands here and nowhere else.
    pub fn is_any(&self) -> bool {
        !self.lock().is_empty()
    }

    /// The host has written it down, or the record has.
    pub fn put_away(&self, intent: i64) {
        self.lock().retain(|held| held.code.intent_id != intent);
    }

    fn hold(&self, view: UnrecordedView) {
        self.lock().push(view);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<UnrecordedView>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Holds an answer for the host, and goes on trying to record it until that works or the record is closed.
pub fn hold(
    shell: &Arc<Shell>,
    session: &Opened,
    app: &Arc<App>,
    entry: CodeEntry,
    answer: CreateOutcome,
    why: &RecordError,
) {
    shell.unrecorded.hold(UnrecordedView::of(&entry, &answer, why, &show(app)));
    shell.page.changed(&[Changed::Unrecorded]);
    let (shell, app) = (Arc::clone(shell), Arc::clone(app));
    let session = Arc::clone(session.session());
    let tasks = session.tasks.clone();
    tasks.spawn(async move {
        let recorded = tokio::select! {
            recorded = to_record(&app, &entry, &answer) => recorded,
            () = session.stop.cancelled() => return,
        };
        tracing::info!(intent = recorded.intent.id.0, "an answer is recorded after all");
        told(&shell, recorded.intent.id);
        watch::follow(&shell, &session, &recorded);
    });
}

/// Tries until the record takes it.
async fn to_record(app: &App, entry: &CodeEntry, answer: &CreateOutcome) -> CodeEntry {
    loop {
        tokio::time::sleep(AGAIN).await;
        if let Ok(recorded) = app.record_again(entry, answer).await {
            return recorded;
        }
    }
}

/// It stands in the record now.
fn told(shell: &Shell, intent: IntentId) {
    shell.unrecorded.put_away(intent.0);
    shell.page.changed(&[Changed::Unrecorded, Changed::Status, Changed::Codes]);
}
