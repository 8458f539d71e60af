//! Recording Seam's answer later, if the record could not take it at first.

use std::sync::Arc;
use std::time::Duration;

use domain::reading::CreateOutcome;
use ops::CodeEntry;
use wire::{Changed, UnrecordedView};

use super::unrecorded::is_code;
use super::watch;
use crate::record::session::Opened;
use crate::shell::Shell;

/// How long to wait between attempts.
const RETRY_INTERVAL: Duration = Duration::from_secs(5);

/// Keeps a code for the host and retries until the answer is recorded, in whichever open record has its intent.
pub fn hold(shell: &Arc<Shell>, view: UnrecordedView, entry: CodeEntry, answer: CreateOutcome) {
    if is_code(&answer) {
        shell.unrecorded.hold(view);
        shell.page.changed(&[Changed::Unrecorded]);
    }
    let shell = Arc::clone(shell);
    tauri::async_runtime::spawn(async move {
        let (session, recorded) = loop {
            tokio::time::sleep(RETRY_INTERVAL).await;
            if let Ok(session) = shell.opened()
                && let Some(recorded) = record(&session, &entry, &answer).await
            {
                break (session, recorded);
            }
        };
        tracing::info!(intent = recorded.intent.id.0, "an answer was recorded on retry");
        shell.unrecorded.dismiss(&entry.intent.marker.to_string());
        shell.page.changed(&[Changed::Unrecorded, Changed::Status, Changed::Codes]);
        watch::follow(&shell, session.session(), &recorded);
    });
}

/// `None` if the answer cannot be recorded yet.
async fn record(session: &Opened, entry: &CodeEntry, answer: &CreateOutcome) -> Option<CodeEntry> {
    let (entry, answer) = (entry.clone(), answer.clone());
    let done = session.note_down(move |write, at| ops::issue::record_again(write, &entry, &answer, at.times.now));
    done.await.ok()
}
