//! Newer versions of the program.

use std::sync::Arc;

use tauri::{AppHandle, Manager, Runtime};
use wire::window::UpdateView;

use crate::background::updater;
use crate::error::Answer;
use crate::shell::Shell;

/// Whether a newer version is known. Makes no network calls.
pub async fn get_update<R: Runtime>(app: AppHandle<R>) -> Answer<UpdateView> {
    Ok(app.state::<Arc<Shell>>().updates.view())
}

/// Checks for the newest version.
pub async fn look_for_update<R: Runtime>(app: AppHandle<R>) -> Answer<UpdateView> {
    updater::check(&app).await
}

/// Installs the version that was found and restarts the program.
pub async fn install_update<R: Runtime>(app: AppHandle<R>) -> Answer<()> {
    updater::install(&app).await
}
