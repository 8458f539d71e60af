//! One JSON document per view: keys are a contract.

use std::path::Path;

use domain::difference::Difference;
use domain::ids::{DeviceId, IntentId};
use domain::lifecycle::State;
use domain::reading::{About, ReadError};
use domain::stay::Allowance;
use insta::assert_json_snapshot;
use ops::Stage;
use ops::issue::{Objection, Risk};
use ops::look::Looked;
use ops::{CodePage, Error, Event, EventBody, Problem, Secrets, Soundness};
use testkit::{at, notice, now, tables, workspace};
use wire::{
    AuditView, BackupView, CodeLinesView, CodeView, CodesView, CommandError, ConnectView, DisconnectView, DoorsView,
    LimitsView, LookView, ObjectionView, PreviewView, RestoreView, SlotsView, StageView, SyncView, VerifyView,
};

use crate::build::{asked, door, entry, show, synced, with_pin};

#[test]
fn preview() {
    let stay = asked("2026-12-03T15:45", "2026-12-06T10:15", Allowance::Day);
    assert_json_snapshot!(PreviewView::new(&door(), &stay, &tables()).unwrap());
}

#[test]
fn preview_refused() {
    let stay = asked("2026-12-03T14:59", "2026-12-06T10:00", Allowance::Hour);
    assert_json_snapshot!(PreviewView::new(&door(), &stay, &tables()).unwrap());
}

#[test]
fn code() {
    let tables = tables();
    let mut entry = with_pin(entry(State::Set));
    entry.code.starts_at = at("2026-12-04T01:00:00Z");
    entry.code.given_slot_id = Some("b".to_owned());
    entry.code.given_slot_name = Some("Guest 24 h".to_owned());
    entry.code.differs =
        vec![Difference::Starts { promised: at("2026-12-04T00:00:00Z"), given: at("2026-12-04T01:00:00Z") }];
    entry.code.warnings = vec![notice("delay_in_setting_on_device", "Slow", About::Code)];
    let event = |id, body| Event { id, intent: Some(IntentId(7)), at: now(), body, secrets: Secrets::default() };
    let history = [
        event(1, EventBody::Intent { owner: "o".to_owned(), intent_sum: "s".to_owned(), risks: Vec::new() }),
        event(2, EventBody::Accepted { access_code_id: "code-1".to_owned(), request_id: None }),
    ];
    assert_json_snapshot!(CodeView::new(&entry, true, &show(&tables)).with_history(&history, &show(&tables)));
}

#[test]
fn codes() {
    let tables = tables();
    let page = CodePage { entries: vec![entry(State::Unknown)], total: 3, next: Some(IntentId(7)) };
    assert_json_snapshot!(CodesView::new(&page, &show(&tables)));
}

#[test]
fn code_lines() {
    let tables = tables();
    // Its window is over, and Seam has not been asked since.
    let mut over = entry(State::Set);
    over.code.ends_at = now();
    let page = CodePage { entries: vec![with_pin(entry(State::Set)), over], total: 3, next: Some(IntentId(7)) };
    assert_json_snapshot!(CodeLinesView::new(&page, &show(&tables)));
}

#[test]
fn doors() {
    let mut gone = door();
    gone.row.gone_at = Some(now());
    gone.row.reading.name = "Attic".to_owned();
    gone.places.limit = None;
    assert_json_snapshot!(DoorsView::new(&[door(), gone], &tables(), now()));
}

#[test]
fn slots() {
    assert_json_snapshot!(SlotsView::new(&door()));
}

#[test]
fn audit() {
    assert_json_snapshot!(AuditView::new(&[door()], &tables(), now()));
}

#[test]
fn limits() {
    assert_json_snapshot!(LimitsView::new(&[(door(), Vec::new())]));
}

#[test]
fn verify() {
    let problems = vec![Problem::Chain(4), Problem::Rows(1, "code".to_owned())];
    assert_json_snapshot!(VerifyView::new(&Soundness { events: 9, codes: 2, problems }));
}

#[test]
fn backup_and_restore() {
    let sound = Soundness { events: 9, codes: 2, problems: Vec::new() };
    let path = Path::new("latchbook-backup.db");
    assert_json_snapshot!((
        VerifyView::new(&sound),
        BackupView::new(&sound, path),
        RestoreView::new(&sound, path, Some(Path::new("latchbook.db.set-aside")))
    ));
}

#[test]
fn sync() {
    assert_json_snapshot!(SyncView::new(&synced()));
}

#[test]
fn look() {
    let tables = tables();
    let looked = Looked {
        entries: vec![(entry(State::Unknown), Vec::new())],
        unread: vec![(DeviceId::new("door-2"), Error::Seam(ReadError::TimedOut))],
    };
    assert_json_snapshot!(LookView::new(&looked, &show(&tables)));
}

#[test]
fn objection() {
    let tables = tables();
    let objection = Objection::NeedsYes(vec![Risk::OfflineUnknown, Risk::Scarce { left: 1 }]);
    assert_json_snapshot!(ObjectionView::new(&objection, &door(), &show(&tables)));
}

#[test]
fn connect() {
    assert_json_snapshot!((ConnectView::new(&workspace()), DisconnectView::new(true), DisconnectView::new(false)));
}

#[test]
fn stage_and_error() {
    let error = CommandError::from_error(&Error::NoSuchDoor("Lof".to_owned())).into_view();
    assert_json_snapshot!((StageView::new(&Stage::Waiting { seconds: 12 }), error));
}
