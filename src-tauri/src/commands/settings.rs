//! Settings and about.

use serde::Deserialize;
use tauri::{AppHandle, Runtime};
use wire::window::{AboutView, SettingsView, UpdateView};

use super::Host;
use crate::app::about;
use crate::background::updater;
use crate::error::Answer;
use crate::settings::apply;

/// A folder that the host may look into.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    Data,
    Logs,
}

/// What is set.
#[tauri::command(rename_all = "snake_case")]
pub async fn get_settings(host: Host<'_>) -> Answer<SettingsView> {
    Ok(host.settings())
}

/// Sets it; gives what is set from here on.
#[tauri::command(rename_all = "snake_case")]
pub async fn save_settings(host: Host<'_>, settings: SettingsView) -> Answer<SettingsView> {
    apply::save(&host, settings).await
}

/// What the program is and where its things are.
#[tauri::command(rename_all = "snake_case")]
pub async fn get_about(host: Host<'_>) -> Answer<AboutView> {
    Ok(about::about(&host))
}

/// Copies what somebody who helps would ask for: nothing secret, nobody's name.
#[tauri::command(rename_all = "snake_case")]
pub async fn copy_diagnostics(host: Host<'_>) -> Answer<()> {
    let text = about::diagnostics(&host).await;
    host.clipboard.copy(text).await
}

/// Shows a folder in the system's own way.
#[tauri::command(rename_all = "snake_case")]
pub async fn open_folder(host: Host<'_>, which: Which) -> Answer<()> {
    let folder = match which {
        Which::Data => host.folder(),
        Which::Logs => host.paths.logs.clone(),
    };
    host.on_desktop(move |desktop| desktop.open_folder(&folder)).await?
}

/// Whether a newer version is known. Asks nobody.
#[tauri::command(rename_all = "snake_case")]
pub async fn get_update(host: Host<'_>) -> Answer<UpdateView> {
    Ok(host.updates.view())
}

/// Asks which version is the newest.
#[tauri::command(rename_all = "snake_case")]
pub async fn look_for_update<R: Runtime>(app: AppHandle<R>) -> Answer<UpdateView> {
    updater::check(&app).await
}

/// Installs the version that was found and starts it.
#[tauri::command(rename_all = "snake_case")]
pub async fn install_update<R: Runtime>(app: AppHandle<R>) -> Answer<()> {
    updater::install(&app).await
}
