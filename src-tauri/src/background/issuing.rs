//! Issuing from the app: every stage is reported, and nothing that the page does interrupts it.

use std::sync::Arc;

use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::tables::Zone;
use ops::Stage;
use ops::door::Door;
use ops::issue::{Issued, Order};
use runtime::App;
use wire::{
    Changed, CodeView, CommandError, ErrorCode, IssueRequest, IssuedView, Job, LookView, StageEvent, UnrecordedView,
};

use crate::background::{record_later, unrecorded, watch};
use crate::error::{CommandResult, from_operation, internal};
use crate::events::PageEvent;
use crate::record::session::Opened;
use crate::shell::Shell;

/// Issues one code and follows it. A refusal by Latchbook or Seam is a result, not an error.
pub async fn issue(shell: &Arc<Shell>, request: &IssueRequest) -> CommandResult<IssuedView> {
    let (session, order) = (shell.opened()?, request.order(&shell.settings().label_template));
    let (app, sending) = (session.app()?, shell.in_flight.begin());
    let work = Arc::clone(shell);
    // In its own task: closing or reloading the page drops the command, and must not drop this.
    let issuing = tokio::spawn(async move {
        let (door, issued) = send(&work, &session, &app, order).await?;
        work.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes, Changed::Stays]);
        let view = IssuedView::new(&door, &issued, &session.show(&app));
        let result = match issued {
            Issued::Code { entry, .. } => {
                watch::follow(&work, session.session(), &entry);
                Ok(view)
            }
            Issued::Unrecorded { entry, answer, why } => {
                let held = UnrecordedView::new(&entry, &answer, &why, &session.show(&app));
                // Without a code the host has nothing to write down.
                let result = match unrecorded::is_code(&answer) {
                    true => Ok(view),
                    false => Err(CommandError::new(ErrorCode::Unrecorded, held.message.clone())),
                };
                record_later::hold(&work, held, *entry, *answer);
                result
            }
            Issued::Objected(_) => Ok(view),
        };
        drop(sending);
        result
    });
    issuing.await.map_err(|error| internal(&error))?
}

async fn send(shell: &Shell, session: &Opened, app: &App, order: Order) -> CommandResult<(Door, Issued)> {
    let id = order.draft.door.clone();
    let (zone, door) = (zone_of(session, id.clone()).await, id.map_or_else(String::new, |id| id.to_string()));
    let report = |stage: Stage| {
        let event = StageEvent::new(&door, None, &stage, zone.as_ref(), app.best_time());
        shell.page.emit(PageEvent::Stage(event));
        if matches!(stage, Stage::Recorded { .. }) {
            shell.page.changed(&[Changed::Codes, Changed::Status]);
        }
    };
    let issued = app.issue_order(order, &report).await;
    match &issued {
        Ok((_, Issued::Code { entry, created })) => {
            tracing::info!(intent = entry.intent.id.0, state = ?entry.code.state, created, "issued");
        }
        Ok((_, Issued::Objected(_))) => tracing::info!("nothing was sent because of an objection"),
        Ok((_, Issued::Unrecorded { .. })) => tracing::error!("an answer could not be recorded"),
        Err(error) => tracing::warn!(%error, "nothing was sent"),
    }
    issued.map_err(from_operation)
}

/// The zone for the times in stages. Issuing itself does not need it.
async fn zone_of(session: &Opened, door: Option<DeviceId>) -> Option<Zone> {
    let door = door?;
    let found = session.look_up(move |at| ops::door::by_id(&at.read, &door, at.tables, at.times)).await;
    found.ok()?.zone.zone
}

/// Settles unknown outcomes and confirms unconfirmed codes. A door that Seam does not return is listed as unread.
pub async fn look(shell: &Arc<Shell>, door: Option<DeviceId>) -> CommandResult<LookView> {
    let session = shell.opened()?;
    let app = session.app()?;
    let asked = Arc::clone(&app);
    let looked = shell.jobs.run(Job::Look, |reporter| async move {
        let report = move |step: ops::Step| reporter.report(step.done, Some(step.doors), &step.door);
        asked.look(door, &report).await.map_err(from_operation)
    });
    let looked = looked.await;
    shell.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes]);
    Ok(LookView::new(&looked?, &session.show(&app)))
}

/// Adopts the code that the host recognises as the one whose answer was lost, and follows it.
pub async fn confirm(shell: &Arc<Shell>, intent: IntentId, code: AccessCodeId) -> CommandResult<CodeView> {
    let session = shell.opened()?;
    let app = session.app()?;
    let entry = app.adopt(intent, code).await.map_err(from_operation)?;
    shell.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes]);
    watch::follow(shell, session.session(), &entry);
    Ok(CodeView::new(&entry, false, &session.show(&app)))
}
