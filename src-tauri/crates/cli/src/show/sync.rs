//! What a sync brought.

use wire::{SyncView, say};

use super::paper::Paper;
use super::{blocks, section};

pub fn synced(view: &SyncView, paper: &Paper) -> String {
    let doors = if view.new_doors > 0 {
        say!("show-doors-new", doors = view.doors, new = view.new_doors)
    } else {
        say!("show-doors", doors = view.doors)
    };
    let read = say!("show-read", doors = doors, codes = say!("limit-codes", count = view.codes));
    let unread: Vec<String> = view.unread.iter().map(|door| format!("{}: {}", door.door, door.message)).collect();
    let next = if view.new_doors > 0 { say!("show-next-audit") } else { String::new() };
    blocks([
        paper.headline(&read),
        section(&say!("show-to-know"), &view.messages, paper),
        section(&say!("show-not-read"), &unread, paper),
        next,
    ])
}
