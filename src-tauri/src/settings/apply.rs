//! Changing settings: they are checked, stored, and take effect immediately.

use std::sync::Arc;

use wire::{Changed, SettingsView};

use super::store::{bounded, check};
use crate::background::arrivals;
use crate::desktop::Desktop;
use crate::error::{CommandResult, not_writable};
use crate::language;
use crate::record::key;
use crate::shell::Shell;

/// Applies new settings now and stores them for the next start; returns them within their bounds.
///
/// # Errors
/// They are invalid or cannot be stored; then nothing is changed.
pub async fn save(shell: &Arc<Shell>, settings: SettingsView) -> CommandResult<SettingsView> {
    let (new, old) = (bounded(settings), shell.settings());
    check(&new, &old)?;
    shell.settings.replace(new.clone()).map_err(|error| not_writable(&error))?;
    language::apply(&new);
    if new.endpoint != old.endpoint
        && let Some(session) = shell.record.live()
    {
        // The host's own doors are read from another server from now on.
        drop(key::find_in_background(shell, &session));
    }
    let has_tray = new.tray || old.tray;
    let now = new.clone();
    shell.on_desktop(move |desktop| show(desktop, &now, &old)).await?;
    if has_tray {
        arrivals::refresh_tray(shell).await;
    }
    shell.page.changed(&[Changed::Settings]);
    Ok(new)
}

/// Shows on the desktop what has changed.
fn show(desktop: &dyn Desktop, new: &SettingsView, old: &SettingsView) {
    if new.language != old.language {
        desktop.reword_menus();
    }
    if new.protect_screen != old.protect_screen {
        desktop.protect_screen(new.protect_screen);
    }
    if new.theme != old.theme {
        desktop.set_theme(new.theme);
    }
    if new.zoom != old.zoom {
        desktop.zoom(new.zoom);
    }
}
