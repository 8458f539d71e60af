//! The record itself: verify it, back it up, restore a backup.

use wire::{BackupView, RestoreView, VerifyView};

use super::Host;
use crate::error::CommandResult;
use crate::record::maintenance;

/// Verifies the whole record.
pub async fn verify_record(host: Host<'_>) -> CommandResult<VerifyView> {
    maintenance::verify(&host).await
}

/// Copies the record to where the host chooses; `None` if the dialog was dismissed.
pub async fn back_up(host: Host<'_>) -> CommandResult<Option<BackupView>> {
    maintenance::back_up(&host).await
}

/// Restores a backup; `None` if the dialog was dismissed.
pub async fn restore_backup(host: Host<'_>) -> CommandResult<Option<RestoreView>> {
    maintenance::restore(&host).await
}
