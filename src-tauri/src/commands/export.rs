//! Exports the ledger to a file and compares it with Seam.

use domain::ids::DeviceId;
use wire::{CodesRequest, CompareView, ExportFormat, Job, LedgerSheetView};

use super::Host;
use crate::error::{CommandResult, from_operation};
use crate::handout::export;

/// Exports every code that matches the request to where the host chooses; `None` if the dialog was dismissed.
pub async fn export_codes(
    host: Host<'_>,
    request: CodesRequest,
    format: ExportFormat,
) -> CommandResult<Option<String>> {
    export::codes(&host, &request, format).await
}

/// The first codes that match the request, laid out for paper.
pub async fn get_ledger_sheet(host: Host<'_>, request: CodesRequest) -> CommandResult<LedgerSheetView> {
    export::sheet_of(&host, &request).await
}

/// Differences between the record and Seam.
pub async fn compare_with_seam(host: Host<'_>, door_id: Option<String>) -> CommandResult<CompareView> {
    let session = host.opened()?;
    let (app, door) = (session.app()?, door_id.map(DeviceId::new));
    let compared = host.jobs.run(Job::Compare, |reporter| async {
        let report = move |step: ops::Step| reporter.report(step.done, Some(step.doors), &step.door);
        app.compare(door, &report).await.map_err(from_operation)
    });
    Ok(CompareView::new(&compared.await?, &session.show(&app)))
}
