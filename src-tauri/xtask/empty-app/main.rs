//! A Tauri window with an empty page: the baseline for the window's figures (`cargo xtask bench`).

use std::process::ExitCode;

/// Baseline cost of any call from a page to its program.
#[tauri::command]
async fn echo(text: String) -> String {
    text
}

fn main() -> ExitCode {
    let context = tauri::generate_context!();
    match tauri::Builder::default().invoke_handler(tauri::generate_handler![echo]).run(context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
