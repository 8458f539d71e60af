//! A preview: the choice, the other candidates, and why the rest do not fit.

use wire::{CandidateView, PreviewView, RefusedView};
use words::{id, say};

use super::doors::places;
use super::paper::{Paper, Tone};
use super::table::{Cell, Column, Table};
use super::time::{long, short};
use super::{blocks, section};

const CANDIDATES: [Column; 7] = [
    Column::whole(""),
    Column::text(id!("column-slot"), 10),
    Column::whole(id!("column-opens")),
    Column::whole(id!("column-closes")),
    Column::figures(id!("column-missing")),
    Column::figures(id!("column-extra")).spare(1),
    Column::text(id!("column-id"), 36).spare(2),
];

pub fn preview(view: &PreviewView, paper: &Paper) -> String {
    let (from, to) = (long(&view.stay.from), long(&view.stay.to));
    let title = say!("show-title", door = paper.headline(&view.door), from = from, to = to, zone = view.zone.as_str());
    let disagreements: Vec<String> = view.disagreements.iter().map(|one| one.message.clone()).collect();
    let notes: Vec<String> = view.notes.iter().map(|note| note.message.clone()).collect();
    blocks([
        paper.wrapped(&title, ""),
        message(view, paper),
        candidates(view, paper),
        section(&say!("show-to-know"), &notes, paper),
        section(&say!("show-tables-disagree"), &disagreements, paper),
        refused(&view.refused, paper),
        paper.paint(Tone::Dim, &say!("show-places-taken", places = places(&view.places).text)),
    ])
}

fn message(view: &PreviewView, paper: &Paper) -> String {
    let tone = if view.chosen.is_some() { Tone::Good } else { Tone::Bad };
    let word = if view.chosen.is_some() { say!("show-fits") } else { say!("show-fits-not") };
    paper.hanging(&view.message, &format!("{} ", paper.paint(tone, &word)), "")
}

/// The validity windows that slots offer, the choice first.
pub fn candidates(view: &PreviewView, paper: &Paper) -> String {
    let mut table = Table::new(&CANDIDATES);
    for (index, candidate) in view.candidates.iter().enumerate() {
        table.row(row(candidate, index == 0));
    }
    table.lines(paper, "")
}

fn row(candidate: &CandidateView, is_chosen: bool) -> Vec<Cell> {
    let minutes = |minutes: u32| if minutes == 0 { Cell::new("-") } else { Cell::new(format!("{minutes} min")) };
    let dst = candidate.dst.map(|_| format!(" {}", say!("show-clock-change"))).unwrap_or_default();
    let tone = if is_chosen { Tone::Strong } else { Tone::Plain };
    vec![
        Cell::new(if is_chosen { "->" } else { "" }),
        Cell::new(format!("{}{dst}", candidate.name)).toned(tone),
        Cell::new(short(&candidate.entry)).toned(tone),
        Cell::new(short(&candidate.exit)).toned(tone),
        minutes(candidate.uncovered_minutes),
        minutes(candidate.extra_minutes),
        Cell::new(&candidate.slot_id).toned(Tone::Dim),
    ]
}

fn refused(slots: &[RefusedView], paper: &Paper) -> String {
    let line = |slot: &RefusedView| format!("{}: {}", slot.name, slot.message);
    section(&say!("show-refused"), &slots.iter().map(line).collect::<Vec<_>>(), paper)
}
