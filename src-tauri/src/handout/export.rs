//! Documents for the host: the ledger and the readiness report.
//!
//! Owns: reading a ledger of any length page by page, while others write, until it ends or is stopped. Refuses: PINs.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use ops::codes::CodesQuery;
use ops::{Clock as _, Snapshot, TimeContext};
use paper::{LedgerPrint, Print, Progress, Stopped};
use runtime::SystemClock;
use wire::{
    ClockView, CodesRequest, CodesView, CommandError, ExportFormat, Imprint, Job, LedgerRows, LedgerSheetView, Mode,
    ReadinessView, Show,
};
use words::say;

use crate::background::jobs::Reporter;
use crate::blocking::run_blocking;
use crate::error::{CommandResult, from_operation, from_paper, from_runtime, stopped};
use crate::handout::file::{save, sheet};
use crate::local_zone::local_zone;
use crate::record::session::show;
use crate::shell::Shell;

/// Codes read per page.
const AT_A_TIME: u32 = 500;

/// Inputs of a ledger file.
struct Export {
    folder: PathBuf,
    asked: CodesQuery,
    format: ExportFormat,
    print: LedgerPrint,
}

/// Saves the ledger where the host chooses; returns the path, or `None` if the host dismissed the dialog. A failed or stopped
/// export leaves no file.
pub async fn codes(shell: &Arc<Shell>, request: &CodesRequest, format: ExportFormat) -> CommandResult<Option<String>> {
    let print = print(shell).await?;
    let export = Export {
        folder: shell.folder(),
        asked: request.asked(),
        format,
        print: LedgerPrint { print, scope: scope(request), pins: false },
    };
    let made = shell.jobs.run(Job::Export, |reporter| run_blocking(move || export.make(&reporter)));
    let ending = format.ending();
    let name = format!("latchbook-codes-{}.{ending}", today());
    save(shell, say!("shell-save-codes"), name, ending, made.await??).await
}

/// The first codes that the request lets through, for the page to lay out as the PDF does.
pub async fn sheet_of(shell: &Shell, request: &CodesRequest) -> CommandResult<LedgerSheetView> {
    let Print { imprint, .. } = print(shell).await?;
    let asked = request.asked();
    let look = move |at: &Snapshot<'_>| Ok(CodesView::new(&ops::codes::page(at, &asked)?, &in_utc(at)));
    let page = shell.opened()?.look_up(look).await?;
    let mut rows = LedgerRows::default();
    let total = usize::try_from(page.total).unwrap_or(usize::MAX);
    let sheet = rows.take(&page, false).and_then(|()| rows.finish(&imprint, &scope(request), total));
    sheet.map_err(|why| from_paper(why.into()))
}

/// Files and paper have every moment in UTC.
fn in_utc<'a>(at: &Snapshot<'a>) -> Show<'a> {
    Show { here: None, ..show(at, false) }
}

/// The host's date, for the name of a file.
fn today() -> jiff::civil::Date {
    local_zone().to_datetime(SystemClock.now()).date()
}

/// What the request leaves out, in the host's words.
fn scope(request: &CodesRequest) -> Vec<String> {
    request.search.iter().chain(&request.at).cloned().collect()
}

/// Saves the readiness report of all doors where the host chooses.
pub async fn readiness(shell: &Arc<Shell>) -> CommandResult<Option<String>> {
    let (print, key) = (print(shell).await?, shell.key_to_check());
    let look = move |at: &Snapshot<'_>| Ok(ReadinessView::new(&ops::readiness::readiness(at)?, key, at));
    let view = shell.opened()?.look_up(look).await?;
    let made = run_blocking(move || paper::readiness_pdf(&view, &print).map_err(from_paper)).await??;
    let name = format!("latchbook-readiness-{}.pdf", today());
    save(shell, say!("shell-save-readiness"), name, "pdf", made).await
}

impl Export {
    fn make(mut self, reporter: &Reporter) -> CommandResult<Vec<u8>> {
        let offline = runtime::open_offline(&self.folder).map_err(from_runtime)?;
        let (read, here) = (offline.read(), local_zone());
        let times = offline.times().map_err(from_runtime)?;
        let at = Snapshot { read, moment: TimeContext { tables: offline.tables(), times, here: &here } };
        self.asked.limit = AT_A_TIME;
        let (asked, mut is_over) = (&mut self.asked, false);
        let pages = std::iter::from_fn(|| {
            let page = (!is_over).then(|| next_page(&at, asked))?;
            is_over = page.as_ref().map_or(true, |page| page.next.is_none());
            Some(page)
        });
        let report = |progress: Progress| report(reporter, progress);
        match self.format {
            ExportFormat::Xlsx => paper::ledger_xlsx(pages, false, report),
            ExportFormat::Csv => paper::ledger_csv(pages, false, report).map(String::into_bytes),
            ExportFormat::Pdf => paper::ledger_pdf(&self.print, pages, report),
        }
        .map_err(why_not)
    }
}

/// Reads a page of the ledger and moves `asked` to the next.
fn next_page(at: &Snapshot<'_>, asked: &mut CodesQuery) -> CommandResult<CodesView> {
    let page = ops::codes::page(at, asked).map_err(from_operation)?;
    let view = CodesView::new(&page, &in_utc(at));
    (asked.after, asked.skip) = (view.next.map(domain::ids::IntentId), 0);
    Ok(view)
}

fn report(reporter: &Reporter, progress: Progress) -> ControlFlow<()> {
    let figure = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    reporter.report(figure(progress.done), Some(figure(progress.total)), "");
    if reporter.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

fn why_not(why: Stopped<CommandError>) -> CommandError {
    match why {
        Stopped::Cancelled => stopped(),
        Stopped::Source(error) => error,
        Stopped::Paper(error) => from_paper(error),
    }
}

/// Language, paper size and clock of documents for the host.
async fn print(shell: &Shell) -> CommandResult<Print> {
    let look = |at: &Snapshot<'_>| {
        let name = at.here.iana_name().unwrap_or_default();
        let workspace = at.read.workspace()?.map(|workspace| words::clean(&workspace.name));
        Ok((ClockView::new(name, at.here, at), workspace))
    };
    let (printed, workspace) = shell.opened()?.look_up(look).await?;
    Ok(Print {
        language: words::spoken(),
        paper: sheet(),
        clock: words::clock(),
        imprint: Imprint { printed, workspace, demo: shell.mode().0 == Mode::Demo },
    })
}
