//! The about page and the diagnostics that someone who helps would ask for.
//!
//! Refuses: names, PINs and keys. Diagnostics hold versions, counts and folders only.

use wire::AboutView;

use crate::app::log::redacted;
use crate::record::status;
use crate::shell::Shell;

pub fn about(shell: &Shell) -> AboutView {
    AboutView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        commit: env!("LATCHBOOK_COMMIT").to_owned(),
        tables: shell.tables().version(),
        sqlite: runtime::sqlite_version().to_owned(),
        webview: tauri::webview_version().unwrap_or_default(),
        data_folder: shell.paths.data.display().to_string(),
        log_folder: shell.paths.logs.display().to_string(),
        licences: LICENCES.to_owned(),
    }
}

const LICENCES: &str = include_str!("../../licences.txt");

/// Text to paste into a support message.
pub async fn diagnostics(shell: &Shell) -> String {
    let about = about(shell);
    let mut lines = vec![
        format!("Latchbook {} ({})", about.version, about.commit),
        format!("System: {} {}", std::env::consts::OS, std::env::consts::ARCH),
        format!("Zone tables: {} | SQLite {} | WebView {}", about.tables, about.sqlite, about.webview),
        format!("Portable: {}", shell.paths.is_portable),
    ];
    match status::status(shell).await {
        Ok(status) => {
            lines.push(format!("Mode: {:?} | Key: {:?} | Doors: {}", status.mode, status.key, status.doors));
            lines.push(format!("Minutes since sync: {:?} | Watched: {}", status.synced_minutes_ago, status.watched));
            lines.push(format!("Jobs: {:?} | Record: {:?}", status.jobs, status.record_trouble));
        }
        Err(error) => lines.push(format!("Status: {}", error.code.as_str())),
    }
    // Versions and counts are short; anything as long as a PIN is redacted.
    lines.iter().map(|line| redacted(line)).collect::<Vec<_>>().join("\n")
}
