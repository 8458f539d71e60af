//! The ledger on paper: one line for each code, over as many pages as it takes.
//!
//! Owns: which columns there are. Refuses: choosing the codes (the caller hands over pages of views, filtered), and PINs unless
//! they are asked for here *and* stand in the views in clear.
//!
//! Memory: the lines are read before the first page is drawn, so that every page can say how many there are. A line is about
//! 300 bytes.

mod columns;
mod row;
mod words;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use wire::CodesView;

use crate::civil::Civil;
use crate::ink::{Document, Fonts, Node, Pen, paragraph, table};
use crate::plain::{place, plain};
use crate::report::{MARGIN, Print, Running};
use crate::{Error, Stopped};

use columns::Table;
use row::Row;
use words::{Words, words};

/// Up to so many lines have a structure for screen readers: half a million cells would make the file ten times as large.
const STRUCTURED: usize = 2_000;

/// How many zones are named; more are “each door's own”.
const NAMED_ZONES: usize = 4;

/// Of the note above the table, in points.
const NOTE_HEIGHT: f32 = 16.0;

/// How far a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Of `total`; both in steps that take about as long as each other, not in codes.
    pub done: u64,
    pub total: u64,
}

/// How the ledger is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerPrint {
    pub print: Print,
    /// What was left out, in words: `Door Loft`, `only set`. Empty for the whole ledger.
    pub scope: Vec<String>,
    /// Otherwise bullets, even where the views have PINs in clear.
    pub pins: bool,
}

/// The ledger as a PDF. `pages` are asked for one after the other; `tell` is told of every page read and drawn, and stops the
/// work by [`ControlFlow::Break`].
///
/// # Errors
/// [`Stopped::Source`] with the error of a page that could not be had; [`Stopped::Cancelled`] where `tell` says so.
pub fn ledger_pdf<E>(
    wanted: &LedgerPrint,
    pages: impl IntoIterator<Item = Result<CodesView, E>>,
    mut tell: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<Vec<u8>, Stopped<E>> {
    let words = words(wanted.print.language);
    let mut read = Read::default();
    for page in pages {
        let page = page.map_err(Stopped::Source)?;
        read.take(&page, wanted, &words)?;
        ask(&mut tell, Progress { done: read.done(), total: page.total.max(read.done()) * 2 })?;
    }
    let fonts = Fonts::load()?;
    let ledger = Ledger::new(wanted, &read, &fonts, words)?;
    ledger.draw(&mut tell)
}

/// Reads page by page for a table that is written as it is read.
pub(crate) fn read<E>(
    pages: impl IntoIterator<Item = Result<CodesView, E>>,
    mut take: impl FnMut(&CodesView) -> Result<(), Error>,
    mut tell: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<(), Stopped<E>> {
    let mut done = 0;
    for page in pages {
        let page = page.map_err(Stopped::Source)?;
        take(&page)?;
        done += page.codes.len() as u64;
        ask(&mut tell, Progress { done, total: page.total.max(done) })?;
    }
    Ok(())
}

fn ask<E>(tell: &mut impl FnMut(Progress) -> ControlFlow<()>, progress: Progress) -> Result<(), Stopped<E>> {
    match tell(progress) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Stopped::Cancelled),
    }
}

/// What has been read. Not `Debug`: it may hold PINs.
#[derive(Default)]
struct Read {
    rows: Vec<Row>,
    zones: BTreeSet<String>,
}

impl Read {
    fn take(&mut self, page: &CodesView, wanted: &LedgerPrint, words: &Words) -> Result<(), Error> {
        for code in &page.codes {
            self.rows.push(Row::of(code, wanted, words)?);
            if !self.zones.contains(&code.zone) && self.zones.len() <= NAMED_ZONES {
                self.zones.insert(code.zone.clone());
            }
        }
        Ok(())
    }

    fn done(&self) -> u64 {
        self.rows.len() as u64
    }
}

/// A ledger that is ready to be drawn.
struct Ledger<'a> {
    rows: &'a [Row],
    table: Table<'a>,
    running: Running<'a>,
    note: String,
    wanted: &'a LedgerPrint,
}

impl<'a> Ledger<'a> {
    fn new(wanted: &'a LedgerPrint, read: &'a Read, fonts: &'a Fonts, words: Words) -> Result<Self, Error> {
        let scope = wanted.scope.iter().map(|part| plain(part)).chain([words.count(read.rows.len())]);
        let size = wanted.print.landscape();
        let running = Running::new(&wanted.print, fonts, size, words.title, scope)?;
        let table = Table::new(fonts, &words, &dates(&wanted.print)?, running.width());
        Ok(Self { rows: &read.rows, table, running, note: words.note(&zones(&read.zones)), wanted })
    }

    fn draw<E>(&self, tell: &mut impl FnMut(Progress) -> ControlFlow<()>) -> Result<Vec<u8>, Stopped<E>> {
        let is_structured = self.rows.len() <= STRUCTURED;
        let mut document = Document::new(&self.running.about(&self.wanted.print, is_structured))?;
        let pages = self.pages();
        let mut structure = Structure::default();
        let mut done = self.rows.len() as u64;
        for (number, part) in (1..).zip(&pages) {
            let drawn = document.page(|pen| self.page(pen, number, pages.len(), part));
            if is_structured {
                structure.add(drawn);
            }
            done += part.len() as u64;
            ask(tell, Progress { done, total: self.rows.len() as u64 * 2 })?;
        }
        Ok(document.finish(structure.whole())?)
    }

    /// The lines of each page; one page at least.
    fn pages(&self) -> Vec<&'a [Row]> {
        let first = self.table.rows_in(self.running.bottom() - self.first_row(true));
        let further = self.table.rows_in(self.running.bottom() - self.first_row(false));
        let (head, rest) = self.rows.split_at(first.min(self.rows.len()));
        [head].into_iter().chain(rest.chunks(further.max(1))).collect()
    }

    fn first_row(&self, is_first: bool) -> f32 {
        let note = if is_first { NOTE_HEIGHT } else { 0.0 };
        self.running.top(is_first) + note + self.table.head_height()
    }

    fn page(&self, pen: &mut Pen<'_, '_>, number: usize, pages: usize, part: &[Row]) -> Structure {
        let is_first = number == 1;
        let mut text = self.running.head(pen, is_first);
        let mut y = self.running.top(is_first);
        if is_first {
            let (set, lines) = self.running.note(&self.note);
            text.push(paragraph(pen.write_lines(MARGIN, y, set, &lines)));
            y += NOTE_HEIGHT;
        }
        let mut rows: Vec<Node> = self.table.head(pen, y, is_first).into_iter().collect();
        rows.extend(self.table.rows(pen, y + self.table.head_height(), part));
        self.running.foot(pen, number, pages);
        Structure { text, rows }
    }
}

/// What was written, in reading order: what stands above the table, and the table's rows.
#[derive(Default)]
struct Structure {
    text: Vec<Node>,
    rows: Vec<Node>,
}

impl Structure {
    fn add(&mut self, page: Self) {
        self.text.extend(page.text);
        self.rows.extend(page.rows);
    }

    fn whole(mut self) -> Vec<Node> {
        if !self.rows.is_empty() {
            self.text.push(table(self.rows));
        }
        self.text
    }
}

/// A date of each month: one of them is as wide as any.
fn dates(print: &Print) -> Result<Vec<String>, Error> {
    let date = |month| Civil::read(&format!("2026-{month:02}-28T12:00"), print.tongue(), print.clock);
    (1..=12).map(|month| Ok(date(month)?.short())).collect()
}

/// The zones as people call them; empty where there are too many to name.
fn zones(zones: &BTreeSet<String>) -> String {
    if zones.len() > NAMED_ZONES {
        return String::new();
    }
    zones.iter().map(|zone| place(zone).unwrap_or_else(|| plain(zone))).collect::<Vec<_>>().join(", ")
}
