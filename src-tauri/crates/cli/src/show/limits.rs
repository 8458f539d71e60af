//! How full each door is.

use wire::{LimitSource, LimitView, LimitsView};
use words::{id, say};

use super::doors::places;
use super::paper::{Paper, Tone};
use super::table::{Cell, Column, Table};
use super::time::short;
use super::{blocks, door_name};

const COLUMNS: [Column; 7] = [
    Column::text(id!("column-door"), 10),
    Column::figures(id!("column-taken")),
    Column::figures(id!("column-here")),
    Column::figures(id!("column-in-flight")).spare(2),
    Column::figures(id!("column-elsewhere")),
    Column::whole(id!("column-limit-by")).spare(3),
    Column::whole(id!("column-next-free")).spare(1),
];

/// `none`: the message if there are no doors.
pub fn limits(view: &LimitsView, none: &str, paper: &Paper) -> String {
    if let [door] = view.doors.as_slice() {
        let message = paper.hanging(&door.message, &format!("{}: ", paper.headline(&name(door))), "");
        return blocks([message, unlisted(view, paper)]);
    }
    if view.doors.is_empty() {
        return none.to_owned();
    }
    let mut table = Table::new(&COLUMNS);
    for door in &view.doors {
        table.row(row(door));
    }
    let hint = say!("show-limits-hint");
    blocks([table.lines(paper, ""), unlisted(view, paper), paper.paint(Tone::Dim, &paper.wrapped(&hint, ""))])
}

fn name(door: &LimitView) -> String {
    let gone = say!("show-gone");
    door_name(&door.name, door.apart.as_deref().or(door.gone.then_some(gone.as_str())))
}

/// Codes whose places only the host can free.
fn unlisted(view: &LimitsView, paper: &Paper) -> String {
    let line = |door: &LimitView| {
        let codes = door.unlisted_without_end.join(", ");
        say!("show-limits-unlisted", door = name(door), codes = codes)
    };
    let doors = view.doors.iter().filter(|door| !door.unlisted_without_end.is_empty());
    doors.map(|door| paper.wrapped(&line(door), "")).collect::<Vec<_>>().join("\n")
}

fn row(door: &LimitView) -> Vec<Cell> {
    let taken = &door.places;
    let source = match taken.limit_source {
        Some(LimitSource::Seam) => say!("limit-by-seam"),
        Some(LimitSource::Host) => say!("limit-by-host"),
        None => say!("limit-by-nobody"),
    };
    let next = door.next_free_lock_time.as_deref().map(short);
    vec![
        Cell::new(name(door)).toned(Tone::Strong),
        places(taken),
        Cell::new(taken.live.to_string()),
        Cell::new(taken.in_flight.to_string()),
        Cell::new(taken.elsewhere.to_string()),
        Cell::new(source),
        Cell::new(next.unwrap_or_default()),
    ]
}
