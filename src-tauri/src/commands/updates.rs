//! Newer versions of the program.

use std::sync::Arc;

use tauri::{AppHandle, Manager, Runtime};
use wire::UpdateView;

use crate::background::updater;
use crate::error::CommandResult;
use crate::shell::Shell;

/// Whether a newer version is known. Makes no network calls.
pub async fn get_update<R: Runtime>(app: AppHandle<R>) -> CommandResult<UpdateView> {
    Ok(app.state::<Arc<Shell>>().updates.view())
}

/// Checks for the newest version.
pub async fn look_for_update<R: Runtime>(app: AppHandle<R>) -> CommandResult<UpdateView> {
    updater::check(&app).await
}

/// Installs the version that was found and restarts the program.
pub async fn install_update<R: Runtime>(app: AppHandle<R>) -> CommandResult<()> {
    updater::install(&app).await
}
