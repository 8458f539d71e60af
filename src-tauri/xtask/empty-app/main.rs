//! A window of Tauri with an empty page: what the window's figures are compared with (`cargo xtask bench`).

use std::process::ExitCode;

/// What any question of a page to its program costs.
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
