//! The window.
use std::process::ExitCode;

/// Runs the window until it is closed.
pub fn run() -> ExitCode {
    let context = tauri::generate_context!("tauri.conf.json");
    let _ = tauri::Builder::default().run(context);
    ExitCode::SUCCESS
}
