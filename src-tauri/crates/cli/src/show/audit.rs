//! Readiness, door by door: each failed check, its fix, and who can apply it.

use wire::{AuditView, CheckView, DoorAuditView, Level};
use words::say;

use super::paper::{Paper, Tone};
use super::{blocks, door_name, tone};

/// `none`: the message if there are no doors.
pub fn audit(view: &AuditView, none: &str, paper: &Paper) -> String {
    if view.doors.is_empty() {
        return none.to_owned();
    }
    let ready = view.doors.iter().filter(|door| door.ready).count();
    let title = paper.headline(&say!("show-ready-of", ready = ready, doors = view.doors.len()));
    let tables = paper.paint(Tone::Dim, &say!("show-tables", version = view.tables.as_str()));
    let doors = view.doors.iter().map(|door| self::door(door, paper));
    blocks(std::iter::once(title).chain(doors).chain([tables]))
}

/// One door with every failed check.
pub fn door(door: &DoorAuditView, paper: &Paper) -> String {
    let (word, tone) = if door.ready { (say!("show-ready"), Tone::Good) } else { (say!("show-not-ready"), Tone::Bad) };
    let title =
        format!("{}  {}", paper.headline(&door_name(&door.name, door.apart.as_deref())), paper.paint(tone, &word));
    let open = door.checks.iter().filter(|check| check.level != Level::Pass);
    let lines = open.map(|check| finding(check, paper));
    std::iter::once(title).chain(lines).collect::<Vec<_>>().join("\n")
}

fn finding(check: &CheckView, paper: &Paper) -> String {
    let (word, tone) = tone::level(check.level);
    let who = check.who.map(|who| format!(" [{}]", who.said())).unwrap_or_default();
    let mend = check.mend.as_deref().map(|mend| format!(" {mend}")).unwrap_or_default();
    let first = format!("  {}  ", paper.paint(tone, &format!("{word:<4}")));
    paper.hanging(&format!("{}{mend}{who}", check.message), &first, "        ")
}
