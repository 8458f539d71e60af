//! The ledger as a table.

use wire::{CodeView, CodesView};
use words::{id, say};

use super::blocks;
use super::paper::{Paper, Tone};
use super::table::{Cell, Column, Table};
use super::time::short;
use super::tone;

const COLUMNS: [Column; 7] = [
    Column::figures(id!("column-number")),
    Column::text(id!("column-door"), 8),
    Column::whole(id!("column-from")),
    Column::whole(id!("column-to")),
    Column::whole(id!("column-state")),
    Column::whole(id!("column-pin")),
    Column::text(id!("column-label"), 8).spare(1),
];

pub fn codes(view: &CodesView, paper: &Paper) -> String {
    if view.codes.is_empty() {
        return say!("cli-no-codes");
    }
    let next = view.next.map(|next| format!(" {}", say!("show-more", next = next.to_string()))).unwrap_or_default();
    let count = format!("{}{next}", say!("show-count", shown = view.codes.len(), codes = view.total));
    blocks([table(&view.codes, paper), paper.paint(Tone::Dim, &count)])
}

/// The rows alone.
pub fn table(codes: &[CodeView], paper: &Paper) -> String {
    let mut table = Table::new(&COLUMNS);
    for code in codes {
        table.row(row(code));
    }
    table.lines(paper, "")
}

fn row(code: &CodeView) -> Vec<Cell> {
    let (word, tone) = tone::state(code.state);
    let mark = if code.differs.is_empty() && code.second_codes.is_empty() { "" } else { " !" };
    let pin = code.pin.as_ref().map(wire::PinShown::expose).or(code.pin_masked.as_deref());
    vec![
        Cell::new(code.intent_id.to_string()),
        Cell::new(&code.door),
        Cell::new(short(&code.entry)),
        Cell::new(short(&code.exit)),
        Cell::new(format!("{word}{mark}")).toned(tone),
        Cell::new(pin.unwrap_or_default()),
        Cell::new(&code.label),
    ]
}
