//! Issuing a code and the steps around it: the preview, stays kept without a code, looks for unknown outcomes.

use domain::ids::{AccessCodeId, DeviceId, IntentId};
use ops::draft::draft;
use ops::stays;
use wire::{
    Changed, CodeView, DraftRequest, DraftView, IssueRequest, IssuedView, LookView, NotedStayView, PlannedStayView,
    UnrecordedView,
};

use super::Host;
use crate::background::issuing;
use crate::error::CommandResult;

/// Previews what issuing would do. Makes no network calls.
pub async fn preview_stay(host: Host<'_>, draft: DraftRequest) -> CommandResult<DraftView> {
    let asked = draft.asked(&host.settings().label_template);
    host.opened()?.look_up(move |at| Ok(DraftView::new(&self::draft(at, &asked)?, at))).await
}

/// Issues the code that the host previewed.
pub async fn issue_code(host: Host<'_>, request: IssueRequest) -> CommandResult<IssuedView> {
    issuing::issue(&host, &request).await
}

/// Answers that could not be recorded, with their PINs: the only copy.
pub async fn list_unrecorded(host: Host<'_>) -> CommandResult<Vec<UnrecordedView>> {
    Ok(host.unrecorded.list())
}

/// Dismisses one of them once the host has written it down.
pub async fn put_unrecorded_away(host: Host<'_>, marker: String) -> CommandResult<()> {
    host.unrecorded.dismiss(&marker);
    host.page.changed(&[Changed::Unrecorded]);
    Ok(())
}

/// Settles unknown outcomes at one door or all.
pub async fn look(host: Host<'_>, door_id: Option<String>) -> CommandResult<LookView> {
    issuing::look(&host, door_id.map(DeviceId::new)).await
}

/// Adopts a code at Seam that the host recognises as the one whose answer was lost, and returns it.
pub async fn confirm_probable(host: Host<'_>, intent_id: i64, access_code_id: String) -> CommandResult<CodeView> {
    issuing::confirm(&host, IntentId(intent_id), AccessCodeId::new(access_code_id)).await
}

/// Keeps a stay without a code, replacing an older version of it.
pub async fn record_stay(host: Host<'_>, draft: DraftRequest, instead_of: Option<i64>) -> CommandResult<NotedStayView> {
    let asked = draft.asked(&host.settings().label_template);
    let noted = host.opened()?.note_down(move |write, at| stays::record(write, at, &asked, instead_of)).await?;
    host.page.changed(&[Changed::Stays, Changed::Status]);
    Ok(NotedStayView::new(&noted))
}

/// Takes a stay off the list.
pub async fn remove_stay(host: Host<'_>, stay_id: i64) -> CommandResult<()> {
    host.opened()?.note_down(move |write, at| stays::remove(write, at, stay_id)).await?;
    host.page.changed(&[Changed::Stays, Changed::Status]);
    Ok(())
}

/// Restores it to the list.
pub async fn restore_stay(host: Host<'_>, stay_id: i64) -> CommandResult<()> {
    host.opened()?.note_down(move |write, at| stays::restore(write, at, stay_id)).await?;
    host.page.changed(&[Changed::Stays, Changed::Status]);
    Ok(())
}

/// Undoes keeping a stay and restores the version it replaced.
pub async fn undo_stay(host: Host<'_>, stay_id: i64, replaced: Vec<i64>) -> CommandResult<()> {
    host.opened()?.note_down(move |write, at| stays::undo(write, at, stay_id, &replaced)).await?;
    host.page.changed(&[Changed::Stays, Changed::Status]);
    Ok(())
}

/// Stays kept without a code.
pub async fn list_stays(host: Host<'_>) -> CommandResult<Vec<PlannedStayView>> {
    let stays = host.opened()?.look_up(stays::planned).await?;
    Ok(stays.iter().map(PlannedStayView::new).collect())
}
