//! The ledger on paper: one line for each code, over as many pages as needed.
//!
//! Refuses: choosing the codes (the caller hands over filtered pages of views), and the content of a line
//! (`wire::LedgerSheetView` has it, also for the page).
//!
//! Memory: all lines are read before the first page is drawn, so that every page can show the page count. A line is
//! about 300 bytes.

mod columns;

use std::ops::ControlFlow;

use wire::{CodesView, LedgerRowView, LedgerRows, LedgerSheetView};
use words::civil::said;

use crate::ink::{Document, Fonts, Node, Pen, paragraph, table};
use crate::report::{MARGIN, Print, Running};
use crate::{Error, Stopped};

use columns::Table;

/// Up to this many lines have a structure for screen readers: half a million cells would make the file ten times as
/// large.
const STRUCTURED: usize = 2_000;

/// The height of the note above the table, in points.
const NOTE_HEIGHT: f32 = 16.0;

/// The progress of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Out of `total`; both in steps that take about equally long, not in codes.
    pub done: u64,
    pub total: u64,
}

/// The options of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerPrint {
    pub print: Print,
    /// The filters in words: `Door Loft`, `only set`. Empty for the whole ledger.
    pub scope: Vec<String>,
    /// Otherwise bullets, even if the views have PINs in clear.
    pub pins: bool,
}

/// The ledger as a PDF. Asks for `pages` one after the other; calls `tell` for every page read and drawn, which stops
/// the work by [`ControlFlow::Break`].
///
/// # Errors
/// [`Stopped::Source`] with the error of a page that could not be read; [`Stopped::Cancelled`] if `tell` says so.
pub fn ledger_pdf<E>(
    wanted: &LedgerPrint,
    pages: impl IntoIterator<Item = Result<CodesView, E>>,
    mut tell: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<Vec<u8>, Stopped<E>> {
    let print = &wanted.print;
    print.speaking(|| {
        let mut rows = LedgerRows::default();
        for page in pages {
            let page = page.map_err(Stopped::Source)?;
            rows.take(&page, wanted.pins).map_err(Error::from)?;
            let done = rows.len() as u64;
            ask(&mut tell, Progress { done, total: page.total.max(done) * 2 })?;
        }
        let total = rows.len();
        let sheet = rows.finish(&print.imprint, &wanted.scope, total).map_err(Error::from)?;
        let fonts = Fonts::load()?;
        Ledger::new(&sheet, print, &fonts).draw(&mut tell)
    })
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

/// A ledger that is ready to be drawn.
struct Ledger<'a> {
    sheet: &'a LedgerSheetView,
    table: Table<'a>,
    running: Running<'a>,
    print: &'a Print,
}

impl<'a> Ledger<'a> {
    fn new(sheet: &'a LedgerSheetView, print: &'a Print, fonts: &'a Fonts) -> Self {
        let running = Running::new(&sheet.sheet, fonts, print.landscape());
        let table = Table::new(fonts, &sheet.columns, &dates(), running.width());
        Self { sheet, table, running, print }
    }

    fn draw<E>(&self, tell: &mut impl FnMut(Progress) -> ControlFlow<()>) -> Result<Vec<u8>, Stopped<E>> {
        let is_structured = self.sheet.rows.len() <= STRUCTURED;
        let mut document = Document::new(&self.running.about(self.print, is_structured))?;
        let pages = self.pages();
        let mut structure = Structure::default();
        let mut done = self.sheet.rows.len() as u64;
        for (number, part) in (1..).zip(&pages) {
            let drawn = document.page(|pen| self.page(pen, number, pages.len(), part));
            if is_structured {
                structure.add(drawn);
            }
            done += part.len() as u64;
            ask(tell, Progress { done, total: self.sheet.rows.len() as u64 * 2 })?;
        }
        Ok(document.finish(structure.whole())?)
    }

    /// The lines of each page; one page at least.
    fn pages(&self) -> Vec<&'a [LedgerRowView]> {
        let first = self.table.rows_in(self.running.bottom() - self.first_row(true));
        let further = self.table.rows_in(self.running.bottom() - self.first_row(false));
        let (head, rest) = self.sheet.rows.split_at(first.min(self.sheet.rows.len()));
        [head].into_iter().chain(rest.chunks(further.max(1))).collect()
    }

    fn first_row(&self, is_first: bool) -> f32 {
        let note = if is_first { NOTE_HEIGHT } else { 0.0 };
        self.running.top(is_first) + note + self.table.head_height()
    }

    fn page(&self, pen: &mut Pen<'_, '_>, number: usize, pages: usize, part: &[LedgerRowView]) -> Structure {
        let is_first = number == 1;
        let mut text = self.running.head(pen, is_first);
        let mut y = self.running.top(is_first);
        if is_first {
            let (set, lines) = self.running.note(&self.sheet.note);
            text.push(paragraph(pen.write_lines(MARGIN, y, set, &lines)));
            y += NOTE_HEIGHT;
        }
        let mut rows: Vec<Node> = self.table.head(pen, y, is_first).into_iter().collect();
        rows.extend(self.table.rows(pen, y + self.table.head_height(), part));
        self.running.foot(pen, number, pages);
        Structure { text, rows }
    }
}

/// The drawn content in reading order: the part above the table, and the table's rows.
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

/// A time of each month, and those with words of their own: one of them is as wide as any.
fn dates() -> Vec<String> {
    let date = |month, hour, minute| said(jiff::civil::datetime(2026, month, 28, hour, minute, 0, 0));
    (1..=12).flat_map(|month| [date(month, 0, 0), date(month, 12, 0), date(month, 22, 58)]).collect()
}
