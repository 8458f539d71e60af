//! How full each door is.

use wire::{LimitView, LimitsView, id, say};

use super::blocks;
use super::doors::places;
use super::paper::{Paper, Tone};
use super::table::{Cell, Column, Table};
use super::time::short;

const COLUMNS: [Column; 7] = [
    Column::text(id!("column-door"), 10),
    Column::figures(id!("column-taken")),
    Column::figures(id!("column-here")),
    Column::figures(id!("column-in-flight")).spare(2),
    Column::figures(id!("column-elsewhere")),
    Column::whole(id!("column-limit-by")).spare(3),
    Column::whole(id!("column-next-free")).spare(1),
];

/// `none`: what to say where there are no doors.
pub fn limits(view: &LimitsView, none: &str, paper: &Paper) -> String {
    if let [door] = view.doors.as_slice() {
        return paper.hanging(&door.message, &format!("{}: ", paper.headline(&door.name)), "");
    }
    if view.doors.is_empty() {
        return none.to_owned();
    }
    let mut table = Table::new(&COLUMNS);
    for door in &view.doors {
        table.row(row(door));
    }
    let hint = say!("show-limits-hint");
    blocks([table.lines(paper, ""), paper.paint(Tone::Dim, &paper.wrapped(&hint, ""))])
}

fn row(door: &LimitView) -> Vec<Cell> {
    let taken = &door.places;
    let source = match taken.limit_source.as_deref() {
        Some("seam") => say!("limit-by-seam"),
        Some("host") => say!("limit-by-host"),
        _ => say!("limit-by-nobody"),
    };
    let next = door.next_free_lock_time.as_deref().map(short);
    vec![
        Cell::new(&door.name).toned(Tone::Strong),
        places(taken),
        Cell::new(taken.live.to_string()),
        Cell::new(taken.in_flight.to_string()),
        Cell::new(taken.elsewhere.to_string()),
        Cell::new(source),
        Cell::new(next.unwrap_or_default()),
    ]
}
