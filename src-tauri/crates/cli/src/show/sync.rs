//! The changes from a sync.

use wire::{SyncView, UnreadView};
use words::say;

use super::paper::Paper;
use super::{blocks, section};

pub fn synced(view: &SyncView, paper: &Paper) -> String {
    let doors = if view.new_doors > 0 {
        say!("show-doors-new", doors = view.doors, new = view.new_doors)
    } else {
        say!("show-doors", doors = view.doors)
    };
    let read = say!("show-read", doors = doors, codes = say!("limit-codes", count = view.codes));
    let unread = by_reason(&view.unread);
    let next = if view.new_doors > 0 { say!("show-next-audit") } else { String::new() };
    blocks([
        paper.headline(&read),
        section(&say!("show-to-know"), &view.messages, paper),
        section(&say!("show-not-read"), &unread, paper),
        next,
    ])
}

/// Doors that could not be read for the same reason share a line.
fn by_reason(unread: &[UnreadView]) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for door in unread {
        match reasons.iter_mut().find(|(message, _)| *message == door.message) {
            Some((_, doors)) => doors.push(&door.door),
            None => reasons.push((&door.message, vec![&door.door])),
        }
    }
    reasons.into_iter().map(|(message, doors)| format!("{}: {message}", doors.join(", "))).collect()
}
