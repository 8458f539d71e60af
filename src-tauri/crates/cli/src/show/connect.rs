//! The key's workspace and where the key is stored.

use wire::{ConnectView, DisconnectView};
use words::say;

use super::blocks;
use super::paper::Paper;

pub fn connected(view: &ConnectView, paper: &Paper) -> String {
    let kept = if cfg!(target_os = "macos") {
        say!("cli-key-kept-macos")
    } else if cfg!(windows) {
        say!("cli-key-kept-windows")
    } else {
        say!("cli-key-kept-linux")
    };
    blocks([&view.message, &kept, &say!("cli-sync-next")].map(|said| paper.wrapped(said, "")))
}

pub fn forgotten(view: &DisconnectView, paper: &Paper) -> String {
    paper.wrapped(&view.message, "")
}
