//! Whose key it is and where it is kept.

use wire::{ConnectView, DisconnectView};

use super::blocks;
use super::paper::Paper;

pub fn connected(view: &ConnectView, paper: &Paper) -> String {
    let kept = if cfg!(target_os = "macos") {
        "The key is kept in your login keychain (Keychain Access shows it as org.latchbook.desktop), nowhere else."
    } else if cfg!(windows) {
        "The key is kept in the Windows Credential Manager (as org.latchbook.desktop), nowhere else."
    } else {
        "The key is kept in your desktop's keychain (Passwords and Keys shows it as org.latchbook.desktop), nowhere else."
    };
    blocks([paper.wrapped(&view.message, ""), paper.wrapped(kept, "")])
}

pub fn forgotten(view: &DisconnectView, paper: &Paper) -> String {
    paper.wrapped(&view.message, "")
}
