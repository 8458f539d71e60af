//! `issue`: one code for a stay, followed until it is set or the wait is over.

mod ask;
mod expect;
mod follow;
mod progress;

use domain::ids::SlotId;
use domain::lifecycle::State;
use domain::reading::CreateOutcome;
use ops::door::Door;
use ops::issue::{Accepted, IssueOrder, Issued, Objection};
use ops::preview::StayQuery;
use ops::probable::probable;
use ops::{CodeEntry, RecordError};
use runtime::App;
use wire::{CodeState, CodeView, CommandError, ObjectionView, PreviewView, UnrecordedView};
use words::say;

use super::Outcome;
use crate::args::IssueArgs;
use crate::exit::{Exit, Failure};
use crate::invocation::{Invocation, show, wait_for};
use crate::show::{code, issue as page};
use ask::Answer;
use progress::Progress;

pub fn run(invocation: &Invocation, args: IssueArgs) -> Outcome {
    let stay = args.stay.asked()?;
    wait_for(async {
        let app = invocation.app().await?;
        let progress = Progress::new(&invocation.screen);
        let (asked, door) = ask_for(&app, &args, stay).await?;
        let issuing = Issuing { invocation, app: &app, args: &args, progress: &progress, door };
        issuing.tell_if_soon(&asked);
        let issued = tokio::select! {
            issued = issuing.issue(asked.clone()) => issued?,
            () = runtime::told_to_stop() => return Err(progress.stopped()),
        };
        invocation.screen.heed(app.times());
        issuing.finish(asked, issued).await
    })
}

/// Converts the arguments to a request.
async fn ask_for(app: &App, args: &IssueArgs, stay: StayQuery) -> Result<(IssueOrder, Door), Failure> {
    let (name, tables) = (args.stay.door.clone(), app.tables.clone());
    let door = app.look_up(move |read, times| ops::door::find(read, &name, &tables, times)).await?;
    let slot = args.slot.as_deref().map(SlotId::new);
    let expected = expect::promise(&door, &stay, slot.as_ref(), &app.tables)?;
    let asked = IssueOrder {
        door: door.id().clone(),
        stay,
        slot,
        label: args.label.clone(),
        stay_key: args.stay_key.clone(),
        accepted: if args.yes { Accepted::Everything } else { Accepted::Nothing },
        another: false,
        expected: expected.map(Box::new),
        recorded_stay: None,
    };
    Ok((asked, door))
}

/// One run of the command.
struct Issuing<'a> {
    invocation: &'a Invocation,
    app: &'a App,
    args: &'a IssueArgs,
    progress: &'a Progress<'a>,
    door: Door,
}

impl Issuing<'_> {
    /// Warns if Seam may need longer than is left before the code starts.
    fn tell_if_soon(&self, asked: &IssueOrder) {
        let preview = PreviewView::as_of(self.app.times(), &self.door, &asked.stay, &self.app.tables);
        let notes = preview.map(|view| view.notes).unwrap_or_default();
        if let Some(note) = notes.iter().find(|note| note.code == "soon") {
            self.invocation.screen.note(&note.message);
        }
    }

    /// Issues, asking the host if possible.
    async fn issue(&self, mut asked: IssueOrder) -> Result<Issued, Failure> {
        loop {
            let issued = self.app.issue(asked.clone(), &|stage| self.progress.tell(&stage)).await?;
            match &issued {
                Issued::Objected(objection) => match self.accepts(objection).await? {
                    true => asked.accepted = Accepted::These(ops::issue::keys_of(objection)),
                    false => return Ok(issued),
                },
                Issued::Code { entry, created: false } if self.args.another && !asked.another => {
                    let view = CodeView::new(entry, false, &show(self.app, false));
                    if !matches!(view.state, CodeState::Unknown | CodeState::Gone) || view.superseded {
                        return Ok(issued);
                    }
                    if view.may_try_another && ask::another(&self.invocation.screen, &view).await == Answer::No {
                        return Err(Failure::new(wire::ErrorCode::NeedsYes, say!("cli-not-another")));
                    }
                    asked.another = true;
                }
                Issued::Code { .. } | Issued::Unrecorded { .. } => return Ok(issued),
            }
        }
    }

    /// Whether the host accepts the risks when asked.
    async fn accepts(&self, objection: &Objection) -> Result<bool, Failure> {
        if !matches!(objection, Objection::NeedsYes(_)) {
            return Ok(false);
        }
        let view = ObjectionView::new(objection, &self.door, &show(self.app, false));
        Ok(ask::risks(&self.invocation.screen, &view).await == Answer::Yes)
    }

    /// Follows the outcome and shows it.
    async fn finish(&self, asked: IssueOrder, issued: Issued) -> Outcome {
        match issued {
            Issued::Code { entry, created } => {
                let ended = self.follow(asked, *entry, created).await?;
                self.show(ended).await
            }
            Issued::Objected(objection) => Err(self.objected(&objection, &asked)),
            Issued::Unrecorded { entry, answer, why } => {
                let view = UnrecordedView::new(&entry, &answer, &why, &show(self.app, true));
                self.invocation.screen.hand_over(&view, page::unrecorded);
                Ok(Exit::Record)
            }
        }
    }

    fn objected(&self, objection: &Objection, asked: &IssueOrder) -> Failure {
        let mut view = ObjectionView::new(objection, &self.door, &show(self.app, false));
        if matches!(objection, Objection::NoSlot) {
            view.message = self.why_no_slot(asked).unwrap_or(view.message);
        }
        self.tell_objection(&view);
        let mut failure = Failure::from(CommandError::from_objection(&view));
        failure.more = serde_json::to_value(&view).ok().map(|view| ("objection", view));
        failure
    }

    /// An answer that must be written down, with its exit code.
    fn unrecorded(&self, entry: &CodeEntry, answer: &CreateOutcome, why: &RecordError) -> Failure {
        let view = UnrecordedView::new(entry, answer, why, &show(self.app, true));
        self.invocation.screen.margin_print(&page::unrecorded(&view, &self.invocation.screen.margin));
        Failure::new(wire::ErrorCode::NotWritable, say!("cli-write-down"))
    }

    /// The preview's reason for the stay, which is more than that nothing fits.
    fn why_no_slot(&self, asked: &IssueOrder) -> Option<String> {
        let refusal = PreviewView::new(&self.door, &asked.stay, &self.app.tables).ok()?.refusal?;
        Some(format!("{} {}", refusal.message, say!("cli-nothing-sent")))
    }

    // A host who was asked has read it already.
    fn tell_objection(&self, view: &ObjectionView) {
        let screen = &self.invocation.screen;
        if screen.json || (screen.can_ask() && !view.risks.is_empty()) {
            return;
        }
        let told = page::objection(view, &screen.margin);
        if !told.is_empty() {
            screen.margin_print(&told);
        }
        if !view.risks.is_empty() {
            screen.note(&say!("cli-add-yes"));
        }
    }

    async fn show(&self, ended: follow::Ended) -> Outcome {
        let id = ended.entry.intent.id;
        let entry = ended.entry.clone();
        let seen = self.app.record.read(move |read| Ok((read.history(id)?, probable(read, &entry)?)));
        let (history, probable) = seen.await?;
        let show = show(self.app, true);
        let view = CodeView::new(&ended.entry, ended.created, &show);
        let view = view.with_history(&history, &show).with_probable(&probable, &show);
        if !self.invocation.screen.hand_over(&view, code::issued) {
            self.invocation.screen.note(&say!("cli-pin-unread", number = view.intent_id.to_string()));
        }
        if let Some(trouble) = ended.trouble {
            self.invocation.screen.note(&say!("cli-followed-no-further", why = trouble.error.message));
        }
        if ended.entry.code.state == State::Intent {
            self.invocation.screen.note(&say!("cli-another-window"));
            return Ok(Exit::NotKnown);
        }
        Ok(Exit::from_state(view.state, follow::refusal(&history).map(|(status, _)| status)))
    }
}
