//! Opens and closes records: the host's, the demo's, and one that could not be opened before.
//!
//! Owns: that only one record is open, and that it closes only when nobody uses it any more.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use wire::{CommandError, ErrorCode, Mode};
use words::say;

use super::session::Session;
use super::{demo_content, key};
use crate::background::watch;
use crate::error::{CommandResult, nothing_open};
use crate::shell::Shell;

/// How long tasks may take to release a record before closing it fails: longer than any request lasts.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(90);

/// Opens the host's record if there is one, and looks for the key in the background: returns that search.
pub fn open_existing(shell: &Arc<Shell>) -> Option<JoinHandle<()>> {
    if !has_record(shell) {
        return None;
    }
    let session = open_live(shell).ok()?;
    Some(key::find_in_background(shell, &session))
}

/// Retries a record that could not be opened, or only for reading: the host may have removed the obstacle.
pub fn try_again(shell: &Arc<Shell>) {
    if let Some(session) = shell.record.live() {
        if session.record_trouble().is_none() {
            return;
        }
        open_for_writing(shell, &session);
    } else if shell.record.has_failed() {
        drop(open_existing(shell));
    } else {
        return;
    }
    if shell.mode().1.is_none() {
        shell.everything_changed();
    }
}

/// Replaces a read-only session if its record can be written by now.
fn open_for_writing(shell: &Arc<Shell>, old: &Arc<Session>) {
    let Ok(new) = open_session(shell) else { return };
    if new.record_trouble().is_some() {
        return;
    }
    let new = Arc::new(new);
    if shell.record.replace(old, Arc::clone(&new)) {
        old.stop();
        drop(key::find_in_background(shell, &new));
    }
}

/// Opens the host's record, or returns it if it is open.
///
/// # Errors
/// It is damaged or from a newer version; the app then says so on every page.
pub fn open_live(shell: &Arc<Shell>) -> CommandResult<Arc<Session>> {
    shell.record.live_or_open(|| open_session(shell))
}

fn open_session(shell: &Shell) -> CommandResult<Session> {
    Session::open(Mode::Live, &shell.paths.data, shell.tables().clone(), None)
}

/// Closes the host's record, starts the simulator and opens the demo's record.
///
/// # Errors
/// The simulator cannot start, or its record cannot be written; then the record from before is open again.
pub async fn open_demo(shell: &Arc<Shell>) -> CommandResult<()> {
    close(shell).await?;
    let opened = demo_content::open(&shell.paths.demo, shell.tables().clone()).await;
    let session = Arc::new(opened.inspect_err(|_| drop(open_existing(shell)))?);
    shell.record.set(Arc::clone(&session));
    watch::restart(shell, &session);
    shell.everything_changed();
    Ok(())
}

/// Closes the open record once every task has released it.
///
/// # Errors
/// [`ErrorCode::Busy`] if a request is still in flight after [`CLOSE_TIMEOUT`]; the record then stays open.
pub async fn close(shell: &Arc<Shell>) -> CommandResult<()> {
    let Some(session) = shell.record.take() else { return Ok(()) };
    session.stop();
    shell.jobs.stop_all();
    if tokio::time::timeout(CLOSE_TIMEOUT, session.tasks.wait()).await.is_err() {
        session.resume();
        watch::restart(shell, &session);
        shell.record.set(session);
        return Err(CommandError::new(ErrorCode::Busy, say!("shell-still-sending")));
    }
    Ok(())
}

/// Leaves the demo for the record from before.
///
/// # Errors
/// As [`close`].
pub async fn leave_demo(shell: &Arc<Shell>) -> CommandResult<()> {
    if shell.mode().0 == Mode::Demo {
        close(shell).await?;
        open_existing(shell);
        shell.everything_changed();
    }
    Ok(())
}

/// Moves the demo's clock forward and syncs what happened meanwhile.
///
/// # Errors
/// There is no demo, or its clock would go back.
pub async fn set_demo_clock(shell: &Shell, hours: u32) -> CommandResult<()> {
    let session = shell.opened()?;
    let Some(demo) = &session.demo else { return Err(nothing_open()) };
    demo.set_hours(hours)?;
    watch::sync(shell, &session, &session.app()?).await.map(drop)
}

/// Whether the host has connected before, in the app or in a terminal, or supplies a key for this run.
fn has_record(shell: &Shell) -> bool {
    use ops::RecordError;
    let is_given = runtime::given_key().is_ok_and(|key| key.is_some());
    let is_missing =
        matches!(runtime::open_offline(&shell.paths.data), Err(runtime::Error::Record(RecordError::Missing { .. })));
    is_given || !is_missing
}
