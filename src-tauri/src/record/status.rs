//! The frame around every page.

use seam::Endpoint;
use wire::{CommandError, ErrorCode, KeyState, StatusView};

use crate::error::CommandResult;
use crate::record::demo::Demo;
use crate::shell::Shell;

/// The open record, its state, and the running jobs.
pub async fn status(shell: &Shell) -> CommandResult<StatusView> {
    let (mode, record_trouble) = shell.mode();
    let bare = StatusView {
        record_trouble,
        jobs: shell.jobs.running_jobs(),
        update: shell.updates.version(),
        endpoint: other_server(shell),
        can: shell.desktop.can(),
        ..StatusView::empty(mode, KeyState::Absent, shell.tables())
    };
    let Ok(session) = shell.opened() else { return Ok(bare) };
    let link = session.link();
    let demo_hours = session.demo.as_ref().map_or(0, Demo::hours);
    let key_error = session.last_sync().and_then(Result::err).filter(is_about_the_key);
    let bare = StatusView { key: link.key, key_ends: link.ends, key_error, demo_hours, ..bare };
    session.look_up(move |at| Ok(bare.with(&ops::status::status(at)?, at))).await
}

/// The server if it is not Seam's. An invalid address is reported when it is used.
fn other_server(shell: &Shell) -> Option<String> {
    let server = shell.endpoint().ok()?;
    (server != Endpoint::default()).then(|| server.to_string())
}

fn is_about_the_key(error: &CommandError) -> bool {
    matches!(error.code, ErrorCode::KeyRejected | ErrorCode::KeyForbidden)
}
