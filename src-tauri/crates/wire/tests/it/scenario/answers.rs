//! The core's answers to the page, by the names of the commands: the operations and views that the shell puts together,
//! without the shell.

use std::sync::Arc;

use domain::ids::{AccessCodeId, DeviceId, IntentId};
use ops::draft::draft;
use ops::{
    Error, LockAnswer, Snapshot, Stage as Step, Write, calendar, codes, detail, door_page, elsewhere, notes, same_lock,
    stays, today,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wire::*;
use words::Language;

use super::Stage;

type Answer = Result<Value, CommandError>;

/// The shell's defaults, if nothing is set.
const LABEL: &str = "{door} {from}–{to}";

/// An argument of a command.
fn part<T: DeserializeOwned>(request: &Value, name: &str) -> T {
    serde_json::from_value(request[name].clone()).unwrap()
}

fn door_of(request: &Value) -> DeviceId {
    DeviceId::new(part::<String>(request, "door_id"))
}

fn intent_of(request: &Value) -> IntentId {
    IntentId(part(request, "intent_id"))
}

fn told<T: Serialize>(done: Result<T, Error>) -> Answer {
    done.map(|value| serde_json::to_value(value).unwrap()).map_err(|error| CommandError::from_error(&error))
}

impl Stage {
    fn look_up<T: Serialize + Send + 'static>(
        &self,
        work: impl FnOnce(&Snapshot<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Answer {
        told(self.run(self.context().look_up(work)))
    }

    pub fn note_down<T: Serialize + Send + 'static>(
        &self,
        work: impl FnOnce(&Write<'_>, &Snapshot<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Answer {
        told(self.run(self.context().note_down(work)))
    }

    pub fn show(&self) -> Show<'_> {
        Show { pins: false, times: self.book.times(), tables: &self.book.tables, here: None }
    }

    /// Asks as the page does.
    pub fn ask(&self, command: &str, request: &Value) -> Answer {
        match command {
            "get_status" | "get_today" | "get_readiness" | "list_doors" | "list_stays" => self.overview(command),
            "get_door" | "get_calendar" | "list_codes_elsewhere" => self.door(command, request),
            "list_codes" | "get_code" | "reveal_pin" => self.code(command, request),
            "get_guest_card" | "get_ledger_sheet" => self.paper(command, request),
            "preview_stay" => {
                let asked = part::<DraftRequest>(request, "draft").asked(LABEL);
                self.look_up(move |at| Ok(DraftView::new(&draft(at, &asked)?, at)))
            }
            "record_stay" | "remove_stay" | "restore_stay" | "undo_stay" => {
                self.has_changed(&[Changed::Stays, Changed::Status]);
                self.stay(command, request)
            }
            "issue_code" | "look" | "confirm_probable" | "compare_with_seam" | "sync_now" => {
                self.seam(command, request)
            }
            _ => self.note(command, request),
        }
    }

    fn overview(&self, command: &str) -> Answer {
        match command {
            "get_status" => {
                let can = AbilitiesView { protect_screen: true, tray: true };
                let bare = StatusView { can, ..StatusView::empty(Mode::Demo, KeyState::Absent, &self.book.tables) };
                self.look_up(move |at| Ok(bare.with(&ops::status::status(at)?, at)))
            }
            "get_today" => self.look_up(|at| Ok(TodayView::new(&today::today(at)?, at))),
            "get_readiness" => self.look_up(|at| Ok(ReadinessView::new(&ops::readiness::readiness(at)?, None, at))),
            "list_doors" => self.look_up(|at| {
                let doors = ops::door::all(&at.read, at.tables, at.times)?;
                Ok(DoorsView::new(&doors, at.tables, at.times.now))
            }),
            _ => self.look_up(|at| Ok(stays::planned(at)?.iter().map(PlannedStayView::new).collect::<Vec<_>>())),
        }
    }

    fn door(&self, command: &str, request: &Value) -> Answer {
        match command {
            "get_door" => self.show_door(door_of(request)),
            "get_calendar" => {
                let days = part::<CalendarRequest>(request, "request").days();
                self.look_up(move |at| Ok(CalendarView::new(&calendar::calendar(at, &days)?, at)))
            }
            _ => {
                let door = part::<Option<String>>(request, "door_id").map(DeviceId::new);
                self.look_up(move |at| {
                    let outside = door_page::outside(at, door.as_ref())?;
                    Ok(outside.iter().map(CodeElsewhereView::new).collect::<Vec<_>>())
                })
            }
        }
    }

    fn show_door(&self, id: DeviceId) -> Answer {
        self.look_up(move |at| Ok(DoorPageView::new(&door_page::door_page(at, &id)?, at)))
    }

    fn code(&self, command: &str, request: &Value) -> Answer {
        match command {
            "list_codes" => {
                let asked = part::<CodesRequest>(request, "request").asked();
                self.look_up(move |at| Ok(CodeLinesView::new(&codes::page(at, &asked)?, &Show::new(at))))
            }
            "get_code" => {
                let id = intent_of(request);
                self.look_up(move |at| {
                    let mut view = CodeDetailView::new(&detail::detail(at, id)?, &Show::new(at));
                    // The chain contains the name of a run, which is random; a look reads doors in no fixed order.
                    view.chain = view.chain.map(|_| "#241 9f2c41d07be6a358".to_owned());
                    Ok(view)
                })
            }
            _ => {
                let id = intent_of(request);
                let pin = self.look_up(move |at| Ok(detail::pin(at, id)?.as_ref().map(PinShown::new)))?;
                // The words are the shell's.
                if pin.is_null() {
                    Err(CommandError::new(ErrorCode::NotReady, "There is no PIN yet."))
                } else {
                    Ok(pin)
                }
            }
        }
    }

    fn paper(&self, command: &str, request: &Value) -> Answer {
        // The words are the shell's.
        let why = |_| CommandError::new(ErrorCode::NotReady, "The code is not ready yet.");
        if command == "get_guest_card" {
            let (id, with_pin) = (intent_of(request), part::<bool>(request, "with_pin"));
            let show = move |at: &Snapshot<'_>| {
                let show = Show { pins: with_pin, ..Show::new(at) };
                Ok(CodeView::new(&detail::entry(at, id)?, false, &show))
            };
            let code = self.run(self.context().look_up(show)).map_err(|error| CommandError::from_error(&error))?;
            let wanted = CardRequest {
                language: Language::from_tag(&part::<String>(request, "language")).unwrap(),
                with_pin,
                with_label: part(request, "with_label"),
                demo: true,
                ..CardRequest::default()
            };
            return CardView::new(&code, &wanted).map(|card| json!(card)).map_err(why);
        }
        let (asked, here) = (part::<CodesRequest>(request, "request").asked(), self.here);
        let look = move |at: &Snapshot<'_>| {
            let page = CodesView::new(&codes::page(at, &asked)?, &Show { here: None, ..Show::new(at) });
            Ok((page, ClockView::new(here, at.here, at)))
        };
        let (page, printed) =
            self.run(self.context().look_up(look)).map_err(|error| CommandError::from_error(&error))?;
        let imprint = Imprint { printed, workspace: Some("Ocean Beach".to_owned()), demo: true };
        let (mut rows, total) = (LedgerRows::default(), usize::try_from(page.total).unwrap());
        let sheet = rows.take(&page, false).and_then(|()| rows.finish(&imprint, &[], total));
        sheet.map(|sheet| json!(sheet)).map_err(why)
    }

    fn stay(&self, command: &str, request: &Value) -> Answer {
        let id = |name| part::<i64>(request, name);
        match command {
            "record_stay" => {
                let asked = part::<DraftRequest>(request, "draft").asked(LABEL);
                let instead = part(request, "instead_of");
                self.note_down(move |write, at| Ok(NotedStayView::new(&stays::record(write, at, &asked, instead)?)))
            }
            "remove_stay" => {
                let id = id("stay_id");
                self.note_down(move |write, at| stays::remove(write, at, id))
            }
            "restore_stay" => {
                let id = id("stay_id");
                self.note_down(move |write, at| stays::restore(write, at, id))
            }
            _ => {
                let (id, replaced) = (id("stay_id"), part::<Vec<i64>>(request, "replaced"));
                self.note_down(move |write, at| stays::undo(write, at, id, &replaced))
            }
        }
    }

    fn seam(&self, command: &str, request: &Value) -> Answer {
        const CODES: [Changed; 3] = [Changed::Status, Changed::Doors, Changed::Codes];
        let door = || part::<Option<String>>(request, "door_id").map(DeviceId::new);
        match command {
            "issue_code" => self.issue(part(request, "request")),
            "look" => {
                // Its doors come in no fixed order.
                let looked = told(self.run(self.book.look(door(), &|_| ())).map(|it| LookView::new(&it, &self.show())));
                self.has_ended(Job::Look, &CODES);
                looked
            }
            "confirm_probable" => {
                let code = AccessCodeId::new(part::<String>(request, "access_code_id"));
                let adopted = self.run(self.book.adopt(intent_of(request), code));
                self.has_changed(&CODES);
                told(adopted.map(|entry| CodeView::new(&entry, false, &self.show())))
            }
            "compare_with_seam" => {
                let compared = self.run(self.book.compare(door(), &self.progress(Job::Compare)));
                self.has_ended(Job::Compare, &[]);
                told(compared.map(|compared| CompareView::new(&compared, &self.show())))
            }
            _ => {
                let synced = self.run(self.book.sync(&self.progress(Job::Sync)));
                self.has_ended(Job::Sync, &CODES);
                told(synced.map(|synced| SyncView::new(&synced)))
            }
        }
    }

    fn issue(&self, request: IssueRequest) -> Answer {
        let (door, told_to) = (request.draft.door_id.clone(), Arc::clone(&self.told));
        let (zone, now) = (self.book.tables.zone("America/Vancouver"), self.world().now);
        let tell = move |step: Step| {
            let event = StageEvent::new(&door, None, &step, zone.as_ref(), now);
            told_to.lock().unwrap().push(("stage", json!(event)));
        };
        let issued = self.run(self.book.issue_order(request.order(LABEL), &tell));
        self.has_changed(&[Changed::Status, Changed::Doors, Changed::Codes, Changed::Stays]);
        told(issued.map(|(door, issued)| IssuedView::new(&door, &issued, &self.show())))
    }

    fn note(&self, command: &str, request: &Value) -> Answer {
        match command {
            "add_code_note" => {
                let (id, text) = (intent_of(request), part::<String>(request, "text"));
                self.note_down(move |write, at| notes::add_to_code(write, at, id, &text))?;
                self.has_changed(&[Changed::Notes]);
                self.look_up(move |at| Ok(CodeDetailView::new(&detail::detail(at, id)?, &Show::new(at)).notes))
            }
            "mark_sent" => {
                let (id, is_sent) = (intent_of(request), part::<bool>(request, "is_sent"));
                self.note_down(move |write, at| notes::mark_sent(write, at, id, is_sent))?;
                self.has_changed(&[Changed::Notes]);
                Ok(Value::Null)
            }
            "add_door_test" => {
                let test = notes::NewDoorTest {
                    door: door_of(request),
                    intent: part::<Option<i64>>(request, "intent_id").map(IntentId),
                    worked: part(request, "worked"),
                    note: part(request, "note"),
                };
                self.note_down(move |write, at| notes::add_test(write, at, &test))?;
                self.has_changed(&[Changed::Notes, Changed::Doors]);
                Ok(self.show_door(door_of(request))?["tests"].take())
            }
            "say_if_same_lock" => {
                let gone = DeviceId::new(part::<String>(request, "gone_id"));
                let answer = LockAnswer { gone, door: door_of(request), is_same: part(request, "is_same") };
                self.note_down(move |write, at| same_lock::answer(write, &answer, at.times.now))?;
                let changed = [Changed::Doors, Changed::Codes, Changed::Stays, Changed::Notes, Changed::Status];
                self.has_changed(&changed);
                self.show_door(door_of(request))
            }
            "put_code_away" => {
                let (door, code) = (door_of(request), AccessCodeId::new(part::<String>(request, "access_code_id")));
                self.note_down(move |write, at| elsewhere::put_away(write, &door, &code, at.times.now))?;
                self.has_changed(&[Changed::Doors, Changed::Status]);
                self.show_door(door_of(request))
            }
            "set_host_limit" => {
                let now = self.world().now;
                told(self.run(self.book.record.set_host_limit(door_of(request), part(request, "limit"), now)))?;
                self.has_changed(&[Changed::Doors, Changed::Status]);
                self.show_door(door_of(request))
            }
            other => Err(CommandError::new(ErrorCode::Internal, format!("the scenario does not know {other}"))),
        }
    }
}
