//! Settings and about.

use wire::window::{AboutView, Folder, SettingsView};

use super::Host;
use crate::app::about;
use crate::error::Answer;
use crate::settings::apply;

/// What is set.
pub async fn get_settings(host: Host<'_>) -> Answer<SettingsView> {
    Ok(host.settings())
}

/// Sets it; gives what is set from here on.
pub async fn save_settings(host: Host<'_>, settings: SettingsView) -> Answer<SettingsView> {
    apply::save(&host, settings).await
}

/// What the program is and where its things are.
pub async fn get_about(host: Host<'_>) -> Answer<AboutView> {
    Ok(about::about(&host))
}

/// Copies what somebody who helps would ask for: nothing secret, nobody's name.
pub async fn copy_diagnostics(host: Host<'_>) -> Answer<()> {
    let text = about::diagnostics(&host).await;
    host.clipboard.copy(text).await
}

/// Shows a folder in the system's own way.
pub async fn open_folder(host: Host<'_>, which: Folder) -> Answer<()> {
    let folder = match which {
        Folder::Data => host.folder(),
        Folder::Logs => host.paths.logs.clone(),
    };
    host.on_desktop(move |desktop| desktop.open_folder(&folder)).await?
}
