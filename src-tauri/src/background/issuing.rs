//! Issuing from the window: every step is told, and nothing that the page does ends it half-way.

use std::sync::Arc;

use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::tables::Zone;
use ops::Stage;
use ops::door::Door;
use ops::issue::{Issued, Order};
use runtime::App;
use wire::window::{Changed, IssueRequest, IssuedView, Job, StageEvent};
use wire::{Code, CodeView, CommandError, LookView, Show, UnrecordedView};

use crate::background::{record_later, unrecorded, watch};
use crate::error::{Answer, from_operation, internal};
use crate::events::PageEvent;
use crate::record::session::Opened;
use crate::shell::Shell;

/// Issues one code and goes on watching it.
///
/// # Errors
/// There is no key, or nothing was sent. What Latchbook or Seam refuses is an answer.
pub async fn issue(shell: &Arc<Shell>, request: &IssueRequest) -> Answer<IssuedView> {
    let (session, order) = (shell.opened()?, request.order(&shell.settings().label_template));
    let (app, sending) = (session.app()?, shell.in_flight.begin());
    let work = Arc::clone(shell);
    // On its own: a page that is closed or loaded again drops the command, and must not drop this.
    let issuing = tokio::spawn(async move {
        let (door, issued) = send(&work, &session, &app, order).await?;
        work.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes, Changed::Stays]);
        let view = IssuedView::of(&door, &issued, &show(&app));
        let result = match issued {
            Issued::Code { entry, .. } => {
                watch::follow(&work, session.session(), &entry);
                Ok(view)
            }
            Issued::Unrecorded { entry, answer, why } => {
                let held = UnrecordedView::of(&entry, &answer, &why, &show(&app));
                // Without a code there is nothing to write down.
                let result = match unrecorded::is_code(&answer) {
                    true => Ok(view),
                    false => Err(CommandError::new(Code::Unrecorded, held.message.clone())),
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

async fn send(shell: &Shell, session: &Opened, app: &App, order: Order) -> Answer<(Door, Issued)> {
    let id = order.draft.door.clone();
    let (zone, door) = (zone_of(session, id.clone()).await, id.map_or_else(String::new, |id| id.to_string()));
    let report = |stage: Stage| {
        let event = StageEvent::of(&door, None, &stage, zone.as_ref(), app.best_time());
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
        Ok((_, Issued::Objected(_))) => tracing::info!("nothing was sent: there was an objection"),
        Ok((_, Issued::Unrecorded { .. })) => tracing::error!("an answer could not be recorded"),
        Err(error) => tracing::warn!(%error, "nothing was sent"),
    }
    issued.map_err(from_operation)
}

/// The zone by whose clock steps are told; the steps themselves do not need it.
async fn zone_of(session: &Opened, door: Option<DeviceId>) -> Option<Zone> {
    let door = door?;
    let found = session.look_up(move |at| ops::door::by_id(&at.read, &door, at.tables, at.times)).await;
    found.ok()?.zone.zone
}

/// Settles what is not known, and asks for what is not confirmed.
///
/// # Errors
/// There is no key, or the record cannot be read. A door that Seam does not give is among the unread.
pub async fn look(shell: &Arc<Shell>, door: Option<DeviceId>) -> Answer<LookView> {
    let session = shell.opened()?;
    let app = session.app()?;
    let asked = Arc::clone(&app);
    let looked = shell.jobs.run(Job::Look, |reporter| async move {
        let report = move |step: ops::Step| reporter.report(step.done, Some(step.doors), &step.door);
        asked.look(door, &report).await.map_err(from_operation)
    });
    let looked = looked.await;
    shell.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes]);
    Ok(LookView::of(&looked?, &show(&app)))
}

/// Takes the host's word that a code at Seam is the one whose answer was lost, and goes on watching it.
///
/// # Errors
/// There is no key, the code is not probably this one, or Seam cannot be read.
pub async fn confirm(shell: &Arc<Shell>, intent: IntentId, code: AccessCodeId) -> Answer<CodeView> {
    let session = shell.opened()?;
    let app = session.app()?;
    let entry = app.adopt(intent, code).await.map_err(from_operation)?;
    shell.page.changed(&[Changed::Status, Changed::Doors, Changed::Codes]);
    watch::follow(shell, session.session(), &entry);
    Ok(CodeView::of(&entry, false, &show(&app)))
}

/// How codes are shown by what speaks to Seam; never with PINs.
pub fn show(app: &App) -> Show<'_> {
    Show { pins: false, times: app.times(), tables: &app.tables }
}
