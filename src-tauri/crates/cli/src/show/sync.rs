//! What a sync brought.

use wire::SyncView;

use super::paper::Paper;
use super::{blocks, section};

pub fn synced(view: &SyncView, paper: &Paper) -> String {
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let new = if view.new_doors > 0 { format!(" ({} new)", view.new_doors) } else { String::new() };
    let read = format!("Read {}{new} and {}.", count(view.doors, "door", "doors"), count(view.codes, "code", "codes"));
    let unread: Vec<String> = view.unread.iter().map(|door| format!("{}: {}", door.door, door.message)).collect();
    let next = if view.new_doors > 0 { "Next: latchbook audit" } else { "" };
    blocks([
        paper.headline(&read),
        section("To know", &view.messages, paper),
        section("Not read", &unread, paper),
        next.to_owned(),
    ])
}
