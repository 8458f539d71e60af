//! Work without the page: recovering after a crash, following codes until they are set, syncing on schedule.
//!
//! Owns: when each happens. It continues whatever the page shows, and ends when the record closes. Refuses: the operations
//! themselves, which are in `ops`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::lifecycle::State;
use jiff::SignedDuration;
use ops::follow::to_follow;
use ops::{CodeEntry, Stage};
use runtime::App;
use wire::{Changed, Job, StageEvent, SyncView};

use crate::background::{arrivals, notify};
use crate::error::{CommandResult, from_operation};
use crate::events::PageEvent;
use crate::record::session::Session;
use crate::shell::Shell;

/// How often to check whether anything is due.
const TICK: Duration = Duration::from_secs(60);

/// How long to wait after a failed sync.
const AFTER_FAILURE: Duration = Duration::from_secs(5 * 60);

/// The longest that a code is followed; scheduled syncs see it afterwards.
const MAX_FOLLOW: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// Restarts the background work of a session whose key has changed. A read-only record has none.
pub fn restart(shell: &Arc<Shell>, session: &Arc<Session>) {
    if session.record_trouble().is_some() {
        return;
    }
    let background = session.restart_background();
    let (shell, session) = (Arc::clone(shell), Arc::clone(session));
    let tasks = session.tasks.clone();
    tasks.spawn(async move {
        tokio::select! {
            () = run(&shell, &session) => {}
            () = background.cancelled() => {}
        }
    });
}

async fn run(shell: &Arc<Shell>, session: &Arc<Session>) {
    let Ok(app) = session.app() else { return };
    if let Err(error) = app.recover().await {
        tracing::warn!(%error, "recovery after a crash failed");
    }
    follow_open(shell, session).await;
    let mut failed_at: Option<Instant> = None;
    loop {
        if failed_at.is_none_or(|at| at.elapsed() >= AFTER_FAILURE) && is_due(shell, session).await {
            failed_at = sync(shell, session, &app).await.is_err().then(Instant::now);
            follow_open(shell, session).await;
        }
        notify::announce_record(shell, session).await;
        if shell.settings().tray {
            arrivals::refresh_tray(shell).await;
        }
        tokio::time::sleep(TICK).await;
    }
}

/// Reads everything at Seam and reports each door. If a sync is running, its result serves this call too.
pub async fn sync(shell: &Shell, session: &Session, app: &Arc<App>) -> CommandResult<SyncView> {
    if shell.jobs.wait_for(Job::Sync).await
        && let Some(synced) = session.last_sync()
    {
        return synced;
    }
    let synced = shell.jobs.run(Job::Sync, |reporter| async move {
        session.set_last_sync(None);
        let report = move |step: ops::Step| reporter.report(step.done, Some(step.doors), &step.door);
        let synced = app.sync(&report).await.map_err(from_operation).map(|synced| SyncView::new(&synced));
        session.set_last_sync(Some(synced.clone()));
        synced
    });
    let synced = synced.await;
    match &synced {
        Ok(synced) => {
            let (doors, unread) = (synced.doors, synced.unread.len());
            tracing::info!(doors, unread, mode = ?session.mode, "synced");
        }
        Err(error) => tracing::warn!(code = error.code.as_str(), "sync failed"),
    }
    shell.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes]);
    synced
}

/// Follows a code to its final state and reports every step.
pub fn follow(shell: &Arc<Shell>, session: &Arc<Session>, entry: &CodeEntry) {
    let Ok(app) = session.app() else { return };
    let background = session.background();
    let id = entry.intent.id;
    if !session.begin_watching(id) {
        return;
    }
    let (shell, session, entry) = (Arc::clone(shell), Arc::clone(session), entry.clone());
    let tasks = session.tasks.clone();
    tasks.spawn(async move {
        let followed = tokio::select! {
            followed = follow_to_end(&shell, &app, &entry) => followed,
            () = background.cancelled() => None,
        };
        session.end_watching(id);
        shell.page.changed(&[Changed::Status, Changed::Codes, Changed::Stays]);
        if let Some(followed) = followed {
            notify::announce_code(&shell, &session, &followed).await;
        }
    });
}

/// The code in its final state; `None` if following it failed.
async fn follow_to_end(shell: &Shell, app: &App, entry: &CodeEntry) -> Option<CodeEntry> {
    let last = std::sync::Mutex::new(entry.code.state);
    let report = |stage: Stage| {
        emit_stage(shell, app, entry, &stage);
        if let Stage::Asking { state, .. } = &stage {
            let mut last = last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            // A look that settles nothing is counted, too.
            if *last != *state || *state == State::Unknown {
                *last = *state;
                shell.page.changed(&[Changed::Codes, Changed::Status]);
            }
        }
    };
    let followed = app.follow(entry.intent.id, MAX_FOLLOW, &report).await;
    followed.inspect_err(|error| tracing::warn!(%error, "a code could not be followed")).ok()
}

/// Reports a code's stage to the page.
pub fn emit_stage(shell: &Shell, app: &App, entry: &CodeEntry, stage: &Stage) {
    let zone = app.tables.zone(&entry.intent.promise.zone);
    let door = entry.code.device_id.as_str();
    let event = StageEvent::new(door, Some(entry.intent.id.0), stage, zone.as_ref(), app.best_time());
    shell.page.emit(PageEvent::Stage(event));
}

/// Follows every unconfirmed code and every unknown outcome.
pub async fn follow_open(shell: &Arc<Shell>, session: &Arc<Session>) {
    match session.look_up(|at| to_follow(&at.read)).await {
        Ok(entries) => entries.iter().for_each(|entry| follow(shell, session, entry)),
        Err(error) => tracing::warn!(code = error.code.as_str(), "the codes to follow could not be read"),
    }
}

/// Whether the last complete sync is older than the host wants.
async fn is_due(shell: &Shell, session: &Session) -> bool {
    let minutes = shell.settings().sync_minutes;
    if minutes == 0 {
        return false;
    }
    let age = session.look_up(|at| {
        let read_at = at.read.workspace()?.and_then(|row| row.read_at);
        Ok(read_at.map(|read_at| at.times.now.duration_since(read_at)))
    });
    let limit = SignedDuration::from_mins(i64::from(minutes));
    // If the clock was set back, the last sync lies ahead: a sync is due then too.
    age.await.ok().flatten().is_none_or(|age| age >= limit || age.is_negative())
}
