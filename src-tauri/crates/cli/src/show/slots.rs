//! The table of a door's slots.

use wire::{SlotView, SlotsView};

use super::blocks;
use super::paper::{Paper, Tone};
use super::table::{Cell, Column, Table};

const COLUMNS: [Column; 6] = [
    Column::text("SLOT", 12),
    Column::text("CHECK-IN", 8),
    Column::text("CHECK-OUT", 9),
    Column::text("KIND", 8),
    Column::text("USE", 12),
    Column::text("ID", 36).spare(2),
];

pub fn slots(view: &SlotsView, paper: &Paper) -> String {
    let zone =
        view.zone.as_deref().map_or("its time zone is not known".to_owned(), |zone| format!("lock time, {zone}"));
    let title = paper.wrapped(&format!("{} ({zone})", paper.headline(&view.door)), "");
    let mut table = Table::new(&COLUMNS);
    for slot in &view.slots {
        table.row(row(slot));
    }
    let message = view.message.as_deref().map(|message| paper.wrapped(message, "")).unwrap_or_default();
    blocks([title, table.lines(paper, "  "), message])
}

fn row(slot: &SlotView) -> Vec<Cell> {
    let time = |read: &Option<String>, said: &Option<String>| {
        let said = || said.as_deref().and_then(|said| said.split('[').next()).map(wire::clean);
        Cell::new(read.clone().or_else(said).unwrap_or_else(|| "?".to_owned()))
    };
    let kinds = [
        (slot.is_24_hour, "24 hours"),
        (slot.is_biweekly, "biweekly"),
        (slot.is_one_shot, "one-shot"),
        (slot.is_master, "master"),
    ];
    let kind: Vec<&str> = kinds.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
    let usable = match &slot.reason {
        None => Cell::new("yes").toned(Tone::Good),
        Some(reason) => Cell::new(format!("no: {}", reason.message)).toned(Tone::Dim),
    };
    vec![
        Cell::new(&slot.name),
        time(&slot.check_in, &slot.check_in_said),
        time(&slot.check_out, &slot.check_out_said),
        Cell::new(kind.join(", ")),
        usable,
        Cell::new(&slot.slot_id).toned(Tone::Dim),
    ]
}
