//! The record's soundness, a backup, a restore.

use wire::{BackupView, RestoreView, VerifyView};
use words::say;

use super::paper::{Paper, Tone};
use super::{blocks, section};

pub fn verified(view: &VerifyView, paper: &Paper) -> String {
    let (word, tone) = if view.sound { (say!("show-sound"), Tone::Good) } else { (say!("show-damaged"), Tone::Bad) };
    let message = paper.hanging(&view.message, &format!("{}  ", paper.paint(tone, &word)), "");
    blocks([message, section(&say!("show-found"), &view.problems, paper)])
}

pub fn backed_up(view: &BackupView, paper: &Paper) -> String {
    paper.wrapped(&view.message, "")
}

pub fn restored(view: &RestoreView, paper: &Paper) -> String {
    paper.wrapped(&view.message, "")
}
