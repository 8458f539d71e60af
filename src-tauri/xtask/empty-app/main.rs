//! A window of Tauri with an empty page: what the window's figures are compared with (`cargo xtask bench`).

use std::process::ExitCode;

fn main() -> ExitCode {
    let context = tauri::generate_context!();
    match tauri::Builder::default().run(context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
