//! The ledger as a whole: CSV for programs, a workbook for a spreadsheet. With `--limit` at most that many codes.

use std::ops::ControlFlow;
use std::path::Path;

use domain::ids::IntentId;
use ops::CodeFilter;
use paper::{Progress, Stopped};
use runtime::Offline;
use wire::{CodesView, ErrorCode};
use words::say;

use super::{Page, damaged, page, salvage};
use crate::args::CodesArgs;
use crate::commands::{Outcome, new_file};
use crate::exit::{Exit, Failure};
use crate::invocation::Invocation;
use crate::screen::{Screen, stdout_is_new_file};

/// How many codes are held in memory at once while a file is written.
const AT_A_TIME: u32 = 500;

/// The requested form of the export.
#[derive(Clone, Copy)]
pub enum Wish<'a> {
    CsvToStdout,
    Csv(&'a Path),
    Xlsx(&'a Path),
}

impl<'a> Wish<'a> {
    pub fn new(args: &'a CodesArgs) -> Option<Self> {
        let csv = |file: &'a Option<_>| match file.as_deref().filter(|file| !is_stdout(file)) {
            Some(file) => Self::Csv(file),
            None => Self::CsvToStdout,
        };
        args.xlsx.as_deref().map(Self::Xlsx).or_else(|| args.csv.as_ref().map(csv))
    }
}

fn is_stdout(file: &Path) -> bool {
    file.as_os_str() == "-"
}

pub fn export(
    invocation: &Invocation,
    offline: &Offline,
    filter: CodeFilter,
    args: &CodesArgs,
    wish: Wish<'_>,
) -> Outcome {
    let left = args.limit.unwrap_or(u32::MAX);
    let mut pages = Pages { offline, filter, args, left, taken: 0, unread: None };
    match wish {
        Wish::CsvToStdout => stream(&invocation.screen, &mut pages)?,
        Wish::Csv(file) => save(&invocation.screen, file, &mut pages, |pages| {
            paper::ledger_csv(pages, true, on).map(String::into_bytes)
        })?,
        Wish::Xlsx(file) if is_stdout(file) => return Err(Failure::usage(say!("cli-workbook-to-stdout"))),
        Wish::Xlsx(file) => save(&invocation.screen, file, &mut pages, |pages| paper::ledger_xlsx(pages, true, on))?,
    }
    pages.unread.map_or(Ok(Exit::Done), |unread| Err(damaged(unread)))
}

/// Page by page, so that the first rows come immediately. PINs are shown only under `--show-pins`.
fn stream(screen: &Screen, pages: &mut Pages<'_>) -> Result<(), Failure> {
    screen.print_as_it_is(&paper::csv_headings(stdout_is_new_file()).map_err(unmade)?);
    for page in pages {
        screen.print(&paper::csv_lines(&page?, true).map_err(unmade)?);
    }
    Ok(())
}

fn save<'a>(
    screen: &Screen,
    file: &Path,
    pages: &mut Pages<'a>,
    lay_out: impl FnOnce(&mut Pages<'a>) -> Result<Vec<u8>, Stopped<Failure>>,
) -> Result<(), Failure> {
    new_file::can_be_made(file)?;
    new_file::write(file, &lay_out(pages).map_err(why_not)?)?;
    let said = say!("cli-saved", codes = pages.taken, path = file.display().to_string());
    screen.print(&screen.paper.wrapped(&said, ""));
    Ok(())
}

fn on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn why_not(why: Stopped<Failure>) -> Failure {
    match why {
        Stopped::Source(failure) => failure,
        Stopped::Paper(error) => unmade(error),
        Stopped::Cancelled => unmade("cancelled"),
    }
}

fn unmade(error: impl ToString) -> Failure {
    Failure::new(ErrorCode::Internal, say!("cli-not-exported", error = error.to_string()))
}

/// The codes that match the filter, page by page; from a damaged record, those that can be read.
struct Pages<'a> {
    offline: &'a Offline,
    filter: CodeFilter,
    args: &'a CodesArgs,
    /// How many codes may still follow.
    left: u32,
    taken: u64,
    /// As in [`Page`].
    unread: Option<u64>,
}

impl Iterator for Pages<'_> {
    type Item = Result<CodesView, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        (self.left > 0).then(|| self.read())
    }
}

impl Pages<'_> {
    fn read(&mut self) -> Result<CodesView, Failure> {
        let Page { mut view, unread } = page(self.offline, &self.filter, self.left.min(AT_A_TIME), self.args)?;
        if unread.is_some() {
            // Each page of a damaged record is searched for in all of it, so the rest comes in one page.
            (view, self.unread) = (salvage(self.offline, &self.filter, self.left, self.args)?.0, unread);
            view.next = None;
        }
        let codes = u32::try_from(view.codes.len()).unwrap_or(u32::MAX);
        self.filter.after = view.next.map(IntentId);
        self.left = if view.next.is_some() { self.left.saturating_sub(codes) } else { 0 };
        self.taken += u64::from(codes);
        Ok(view)
    }
}
