//! Settings and about.

use wire::{AboutView, Folder, SettingsView};

use super::Host;
use crate::app::about;
use crate::error::CommandResult;
use crate::settings::apply;

/// The current settings.
pub async fn get_settings(host: Host<'_>) -> CommandResult<SettingsView> {
    Ok(host.settings())
}

/// Changes the settings and returns those now in effect.
pub async fn save_settings(host: Host<'_>, settings: SettingsView) -> CommandResult<SettingsView> {
    apply::save(&host, settings).await
}

/// The program's version and the location of its files.
pub async fn get_about(host: Host<'_>) -> CommandResult<AboutView> {
    Ok(about::about(&host))
}

/// Copies the details that support would ask for, without secrets or names.
pub async fn copy_diagnostics(host: Host<'_>) -> CommandResult<()> {
    let text = about::diagnostics(&host).await;
    host.clipboard.copy(text).await
}

/// Shows a folder in the system's file manager.
pub async fn open_folder(host: Host<'_>, which: Folder) -> CommandResult<()> {
    let folder = match which {
        Folder::Data => host.folder(),
        Folder::Logs => host.paths.logs.clone(),
    };
    host.on_desktop(move |desktop| desktop.open_folder(&folder)).await?
}
