//! Reading everything at Seam, and stopping long jobs.

use wire::{Job, SyncView};

use super::Host;
use crate::background::watch;
use crate::error::CommandResult;

/// Reads everything at Seam.
pub async fn sync_now(host: Host<'_>) -> CommandResult<SyncView> {
    let session = host.opened()?;
    let synced = watch::sync(&host, &session, &session.app()?).await?;
    watch::follow_open(&host, session.session()).await;
    Ok(synced)
}

/// Stops a job. Its work so far is kept.
pub async fn cancel_job(host: Host<'_>, job: Job) -> CommandResult<()> {
    host.jobs.stop(job);
    Ok(())
}
