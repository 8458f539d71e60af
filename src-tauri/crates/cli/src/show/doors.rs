//! The table of doors.

use jiff::Timestamp;
use wire::{DoorView, DoorsView, Level, PlacesView, Room};
use words::{id, say};

use super::paper::{Paper, Tone};
use super::table::{Cell, Column, Table};
use super::time::ago;
use super::{blocks, door_name, section};

const COLUMNS: [Column; 6] = [
    Column::text(id!("column-door"), 10),
    Column::text(id!("column-zone"), 12).spare(1),
    Column::figures(id!("column-slots")),
    Column::figures(id!("column-codes")),
    Column::whole(id!("column-read")).spare(2),
    Column::text(id!("column-to-know"), 10),
];

/// `none`: the message if there are no doors.
pub fn doors(view: &DoorsView, none: &str, now: Timestamp, paper: &Paper) -> String {
    if view.doors.is_empty() {
        return none.to_owned();
    }
    let hint = say!("show-doors-hint");
    let hint = paper.paint(Tone::Dim, &paper.wrapped(&hint, ""));
    blocks([table(view, now, paper), one_lock(view, paper), hint])
}

/// The doors that may be one lock, with the command to type; each pair once.
fn one_lock(view: &DoorsView, paper: &Paper) -> String {
    let listed =
        view.doors.iter().flat_map(|door| door.perhaps_same.iter().filter(|pair| pair.door_id == door.door_id));
    let line = |pair: &wire::PerhapsSameView| {
        let command = format!("latchbook same-lock {} {}", pair.gone_id, pair.door_id);
        say!("show-perhaps-same", question = pair.message.as_str(), command = command)
    };
    section(&say!("show-one-lock"), &listed.map(line).collect::<Vec<_>>(), paper)
}

/// The rows alone.
pub fn table(view: &DoorsView, now: Timestamp, paper: &Paper) -> String {
    let mut table = Table::new(&COLUMNS);
    for door in &view.doors {
        table.row(row(door, now));
    }
    table.lines(paper, "")
}

fn row(door: &DoorView, now: Timestamp) -> Vec<Cell> {
    let zone = door.zone.as_deref().map_or(Cell::new(say!("show-not-known")).toned(Tone::Bad), Cell::from);
    let read = door.last_read_at.as_deref().map_or_else(|| say!("show-never"), |at| ago(at, now));
    vec![
        Cell::new(door_name(&door.name, door.apart.as_deref())).toned(if door.gone { Tone::Dim } else { Tone::Strong }),
        zone,
        slots(door),
        places(&door.places),
        Cell::new(read).toned(Tone::Dim),
        to_know(door),
    ]
}

fn slots(door: &DoorView) -> Cell {
    let text = format!("{}/{}", door.usable_slots, door.slots);
    Cell::new(text).toned(if door.usable_slots == 0 { Tone::Bad } else { Tone::Plain })
}

/// Taken places out of the limit.
pub fn places(places: &PlacesView) -> Cell {
    let limit = places.limit.map_or("?".to_owned(), |limit| limit.to_string());
    let tone = match places.room {
        Room::Full => Tone::Bad,
        Room::Scarce => Tone::Warn,
        Room::Plenty | Room::Unknown => Tone::Plain,
    };
    Cell::new(format!("{}/{limit}", places.used)).toned(tone)
}

fn to_know(door: &DoorView) -> Cell {
    if door.gone {
        return Cell::new(say!("show-gone")).toned(Tone::Dim);
    }
    if !door.managed {
        return Cell::new(say!("show-unmanaged")).toned(Tone::Bad);
    }
    if door.places.room == Room::Full {
        return Cell::new(say!("show-full")).toned(Tone::Bad);
    }
    let worst = door.warnings.iter().find(|warning| warning.level == Level::Fail).or(door.warnings.first());
    let others = door.warnings.len().saturating_sub(1);
    let more = if others > 0 { format!(" (+{others})") } else { String::new() };
    worst.map_or(Cell::new("").toned(Tone::Plain), |warning| {
        let tone = if warning.level == Level::Fail { Tone::Bad } else { Tone::Warn };
        Cell::new(format!("{}{more}", warning.code.replace('_', " "))).toned(tone)
    })
}
