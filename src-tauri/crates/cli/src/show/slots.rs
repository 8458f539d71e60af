//! The table of a door's slots.

use wire::{SlotView, SlotsView};
use words::{id, say};

use super::blocks;
use super::paper::{Paper, Tone};
use super::table::{Cell, Column, Table};

const COLUMNS: [Column; 6] = [
    Column::text(id!("column-slot"), 12),
    Column::text(id!("column-check-in"), 8),
    Column::text(id!("column-check-out"), 9),
    Column::text(id!("column-kind"), 8),
    Column::text(id!("column-use"), 12),
    Column::text(id!("column-id"), 36).spare(2),
];

pub fn slots(view: &SlotsView, paper: &Paper) -> String {
    let zone = match view.zone.as_deref() {
        Some(zone) => say!("show-slots-zone", zone = zone),
        None => say!("show-slots-no-zone"),
    };
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
        let said = || said.as_deref().and_then(|said| said.split('[').next()).map(words::clean);
        Cell::new(read.clone().or_else(said).unwrap_or_else(|| "?".to_owned()))
    };
    let kinds = [
        slot.is_24_hour.then(|| say!("kind-24-hours")),
        slot.is_biweekly.then(|| say!("kind-biweekly")),
        slot.is_one_shot.then(|| say!("kind-one-shot")),
        slot.is_master.then(|| say!("kind-master")),
    ];
    let kind: Vec<String> = kinds.into_iter().flatten().collect();
    let usable = match &slot.reason {
        None => Cell::new(say!("show-usable")).toned(Tone::Good),
        Some(reason) => Cell::new(say!("show-not-usable", why = reason.message.as_str())).toned(Tone::Dim),
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
