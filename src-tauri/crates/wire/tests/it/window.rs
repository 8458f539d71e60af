//! One JSON document per view of the window: keys are a contract.

use domain::RawAnswer;
use domain::difference::Difference;
use domain::ids::{AccessCodeId, DeviceId, IntentId, WorkspaceId};
use domain::lifecycle::State;
use domain::marker::MarkerBase;
use domain::readiness::Level;
use domain::reading::ReadError;
use domain::stay::{Allowance, Preference};
use insta::assert_json_snapshot;
use jiff::civil::date;
use ops::attention::Attention;
use ops::calendar::{Bar, BarOf, Calendar, DoorDays, Place};
use ops::capacity::Capacity;
use ops::compare::{Compared, Differing, DoorDifferences};
use ops::detail::Detail;
use ops::door_page::{DoorPage, ListedElsewhere};
use ops::draft::{Aspect, Draft, Fault, Field, Friction, Outlook};
use ops::issue::{Caution, Issued, Objection, Risk};
use ops::readiness::{DoorReadiness, Readiness};
use ops::same_lock::Why;
use ops::stays::{Noted, PlannedStay};
use ops::today::{Guest, GuestOf, Today};
use ops::{
    CodeElsewhere, DoorTest, Event, EventBody, NewStay, Note, RecordedStay, Secrets, TimeContext, Times, Workspace,
};
use testkit::{at, now, tables};
use wire::{
    CalendarRequest, CalendarView, CodeDetailView, CodesRequest, CompareView, DoorPageView, DraftRequest, DraftView,
    IssueRequest, IssuedView, KeyState, Mode, NotedStayView, PlannedStayView, ReadinessView, SettingsView, ShownView,
    StatusView, TodayView,
};

use crate::build::{asked, door, entry, perhaps_same, promise, show, with_pin};

/// Views of one moment, without reading the record.
fn on_moment<T>(view: impl FnOnce(&TimeContext<'_>) -> T) -> T {
    let tables = tables();
    let here = tables.zone("Europe/Madrid").unwrap().clock().clone();
    let times = Times::corrected(now(), None);
    view(&TimeContext { tables: &tables, times, here: &here })
}

fn capacity() -> Capacity {
    let door = door();
    let lasts_to = Some(at("2027-01-18T20:00:00Z"));
    let (name, zone) = (door.name().to_owned(), door.zone.zone.clone());
    Capacity { door: door.id().clone(), name, zone, places: door.places, lasts_to }
}

fn planned() -> PlannedStay {
    let promise = promise();
    let new = NewStay {
        device_id: DeviceId::new("door-1"),
        base: MarkerBase::read("7KQ2M9XA4T").unwrap(),
        stay_key: Some("HM12345".into()),
        label: RawAnswer::new("Smith\u{202e} <b>"),
        stay: promise.stay,
        allowance: Allowance::Hour,
        preference: Preference::Nearest,
        zone: promise.zone,
        starts_at: promise.starts_at,
        ends_at: promise.ends_at,
    };
    let row = RecordedStay { id: 3, new, removed: false, intent: None, made_at: now() };
    PlannedStay { row, door: "Loft".into(), entry: None }
}

fn outside() -> ListedElsewhere {
    let row = CodeElsewhere {
        id: AccessCodeId::new("portal"),
        device_id: DeviceId::new("door-1"),
        is_managed: false,
        name: Some(RawAnswer::new("Cleaner")),
        marker: None,
        starts_at: None,
        ends_at: Some(at("2027-12-01T08:00:00Z")),
        slot_id: None,
        slot_name: Some("Staff".into()),
        status: None,
        created_at: Some(now()),
        first_read_at: now(),
        missed_at: None,
        gone_at: None,
    };
    ListedElsewhere { row, door: "Loft".into(), zone: door().zone.zone }
}

fn calendar() -> Calendar {
    let place = |from, to, begins_before, ends_after| Place { from, to, begins_before, ends_after };
    let civil = |day, hour| Some(date(2026, 12, day).at(hour, 0, 0, 0));
    let bar = |what, entry, exit, place, lane| Bar { what, entry, exit, place, lane };
    let bars = vec![
        bar(BarOf::Elsewhere(outside().row.into()), None, civil(5, 0), place(0, 6, true, false), 0),
        bar(BarOf::Code(entry(State::Set).into()), civil(3, 16), civil(6, 10), place(1, 6, false, true), 1),
        bar(BarOf::Planned(planned().into()), civil(5, 16), civil(5, 20), place(5, 6, false, false), 2),
    ];
    let doors = vec![DoorDays { door: DeviceId::new("door-1"), name: "Loft".into(), bars, lanes: 3 }];
    Calendar { first: date(2026, 12, 3), days: 3, doors }
}

fn workspace() -> Workspace {
    Workspace {
        id: WorkspaceId::new("w1"),
        name: "Ocean Beach".into(),
        is_sandbox: true,
        is_suspended: false,
        read_at: Some(at("2026-11-23T11:30:00Z")),
        skew_ms: Some(-300_000),
    }
}

fn request() -> DraftRequest {
    DraftRequest {
        door_id: "door-1".into(),
        from_date: "2026-12-03".into(),
        from_time: "3:45 pm".into(),
        to_date: "2026-12-06".into(),
        to_time: "1015".into(),
        rounding: wire::Rounding::Hour,
        prefer: wire::Preference::Nearest,
        slot_id: None,
        label: None,
        stay_key: None,
        another: false,
    }
}

fn draft() -> Draft {
    let promise = promise();
    Draft {
        door: Some(door()),
        from: Some(promise.stay.arrival()),
        to: Some(promise.stay.departure()),
        from_time: Some(promise.stay.arrival().time()),
        to_time: Some(promise.stay.departure().time()),
        fault: None,
        label: "Küche Dec 3-6".into(),
        capacity: Some(capacity()),
        findings: Vec::new(),
        outlook: Some(Outlook {
            stay: asked("2026-12-03T15:45", "2026-12-06T10:15", Allowance::Hour),
            marker: Some(entry(State::Set).intent.marker),
            existing: None,
            chosen: Some(promise),
            objection: None,
            risks: vec![Risk::Scarce { left: 2 }],
            cautions: vec![Caution::Shift { entry_off: 45, exit_off: -20 }],
            friction: Friction::Count,
            aspects: vec![
                Aspect::Length { minutes: 3_960 },
                Aspect::Tables { disagreements: Vec::new() },
                Aspect::Overlap { codes: 1 },
                Aspect::Shift(Some((45, -20))),
            ],
        }),
    }
}

#[test]
fn a_draft() {
    on_moment(|at| assert_json_snapshot!(DraftView::new(&draft(), at)));
}

#[test]
fn a_draft_with_a_fault() {
    let fault = Some((Field::FromTime, Fault::NotATime("16".into())));
    let draft = Draft { fault, outlook: None, door: None, capacity: None, ..draft() };
    on_moment(|at| assert_json_snapshot!(DraftView::new(&draft, at)));
}

#[test]
fn a_draft_of_a_stay_that_has_its_code() {
    let mut draft = draft();
    let outlook = draft.outlook.as_mut().unwrap();
    outlook.existing = Some(Box::new(with_pin(entry(State::Set))));
    (outlook.risks, outlook.cautions, outlook.friction) = (Vec::new(), Vec::new(), Friction::None);
    let shown = on_moment(|at| serde_json::to_string(&DraftView::new(&draft, at)).unwrap());
    assert!(shown.contains("\"intent_id\":7"), "its code stands there");
    assert!(!shown.contains(crate::build::PIN), "and its PIN does not: {shown}");
}

#[test]
fn requests_of_a_stay_and_of_issuing_it() {
    let shown = ShownView {
        slot_id: "a".into(),
        starts_at: "2026-12-03T16:00:00-08:00".into(),
        ends_at: "2026-12-06T10:00:00-08:00".into(),
    };
    let accepted = vec!["scarce".to_owned()];
    assert_json_snapshot!(IssueRequest { draft: request(), shown, accepted, stay_id: Some(3) });
    let older = r#"{"door_id":"","from_date":"","from_time":"","to_date":"","to_time":"","rounding":"1h","prefer":"cover",
        "slot_id":null,"label":null,"stay_key":" "}"#;
    let asked = serde_json::from_str::<DraftRequest>(older).unwrap().asked("{door}");
    assert!(asked.door.is_none() && asked.stay_key.is_none() && !asked.another, "what is blank is not given");
}

#[test]
fn results_of_issuing() {
    let (tables, door) = (tables(), door());
    let code = Issued::Code { entry: entry(State::Accepted).into(), created: true };
    let objected = Issued::Objected(Objection::Full { used: 50, limit: 50, next_free: None }.into());
    let views = [code, objected].map(|issued| IssuedView::new(&door, &issued, &show(&tables)));
    assert_json_snapshot!(views);
}

#[test]
fn today() {
    let guest = |of, civil| Guest { door: DeviceId::new("door-1"), name: "Loft".into(), of, civil, at: now() };
    let failing = ops::audit::audit(&door(), &tables(), now());
    let failing = failing.into_iter().filter(|finding| finding.level == Level::Warn).take(1).collect();
    let mut odd = entry(State::Set);
    odd.code.second_codes = vec!["code-2".into()];
    let today = Today {
        arriving: vec![
            guest(GuestOf::Code(with_pin(entry(State::Set)).into()), date(2026, 11, 23).at(16, 0, 0, 0)),
            guest(GuestOf::Planned(planned().into()), date(2026, 11, 23).at(15, 45, 0, 0)),
        ],
        leaving: Vec::new(),
        needs: vec![
            Attention::NotKnown { entry: entry(State::Unknown).into(), probable: 0 },
            Attention::NotKnown { entry: entry(State::Unknown).into(), probable: 1 },
            Attention::PerhapsSame(Box::new(perhaps_same(Why::Codes))),
            Attention::NoCode(planned().into()),
            Attention::SecondCode(odd.into()),
            Attention::NotIssued(entry(State::Refused).into()),
            Attention::Door { door: DeviceId::new("door-2"), name: "Pool".into(), failing },
        ],
        capacity: vec![capacity()],
        week: Calendar { doors: Vec::new(), ..calendar() },
        more_doors: 3,
    };
    on_moment(|at| assert_json_snapshot!(TodayView::new(&today, at)));
}

#[test]
fn a_clock_that_differs_from_this_computers() {
    let seen = |zone: &str| {
        let mut stay = planned();
        stay.row.new.zone = zone.to_owned();
        let civil = stay.row.new.stay.arrival();
        let of = GuestOf::Planned(stay.into());
        let guest = Guest { door: DeviceId::new("door-1"), name: "Loft".into(), of, civil, at: now() };
        let (arriving, week) = (vec![guest], Calendar { doors: Vec::new(), ..calendar() });
        let (leaving, needs, capacity) = (Vec::new(), Vec::new(), Vec::new());
        let today = Today { arriving, leaving, needs, capacity, week, more_doors: 0 };
        on_moment(|at| TodayView::new(&today, at)).arriving.remove(0).clock
    };
    assert_eq!(seen("Europe/Paris"), None, "Paris shows what Madrid does");
    assert_eq!(seen("Mars/Olympus"), None, "what it shows is not known");
    assert_eq!(seen("Asia/Kathmandu").as_deref(), Some("Kathmandu time, 4 h 45 min ahead"), "east of here");
    assert_eq!(seen("America/New_York").as_deref(), Some("New York time, 6 h behind"), "west of here");
}

#[test]
fn a_calendar() {
    on_moment(|at| assert_json_snapshot!(CalendarView::new(&calendar(), at)));
    let request = CalendarRequest { door_id: None, from: None, step: -7, days: 14 };
    assert_eq!(request.days().step, -7, "the step is taken over");
}

#[test]
fn a_recorded_stay() {
    let with_code = PlannedStay { entry: Some(entry(State::Set).into()), ..planned() };
    assert_json_snapshot!((PlannedStayView::new(&planned()), PlannedStayView::new(&with_code)));
}

#[test]
fn a_stay_that_was_noted() {
    let noted = Noted { stay: planned(), is_new: true, replaced: vec![3] };
    assert_json_snapshot!(NotedStayView::new(&noted));
}

#[test]
fn a_code_in_full() {
    let (tables, body) = (tables(), EventBody::Accepted { access_code_id: "code-1".into(), request_id: None });
    let detail = Detail {
        entry: entry(State::Set),
        history: vec![Event { id: 9, intent: Some(IntentId(7)), at: now(), body, secrets: Secrets::default() }],
        answer: Some("{\n  \"code\": \"••••\"\n}".into()),
        chain: Some((9, "3fa9c1d2e4b5f60718293a4b5c6d7e8f".repeat(2))),
        sent: Vec::new(),
        notes: vec![Note { text: RawAnswer::new("told by text"), at: now() }],
        attempts: vec![IntentId(6)],
        probable: vec![outside().row],
    };
    assert_json_snapshot!(CodeDetailView::new(&detail, &show(&tables)));
    let request = CodesRequest { states: vec![wire::CodeState::Unknown], limit: 50, ..CodesRequest::default() };
    assert_eq!(request.asked().states, [State::Sending, State::Unknown], "a state on the screen is two of the record");
}

#[test]
fn a_door_in_full() {
    let test = DoorTest { intent: Some(IntentId(7)), worked: Some(true), note: RawAnswer::new("opened"), at: now() };
    let page = DoorPage {
        findings: ops::audit::audit(&door(), &tables(), now()).into_iter().take(2).collect(),
        capacity: capacity(),
        outside: vec![outside()],
        notes: vec![Note { text: RawAnswer::new("sticks"), at: now() }],
        tests: vec![test],
        door: door(),
    };
    on_moment(|at| assert_json_snapshot!(DoorPageView::new(&page, at)));
}

#[test]
fn a_comparison() {
    let tables = tables();
    let (promised, given) = (at("2026-12-06T18:00:00Z"), at("2026-12-06T19:00:00Z"));
    let differing = vec![
        Differing::Difference(Difference::Ends { promised, given }),
        Differing::Difference(Difference::Slot { promised: "Guest".into(), given: "Guest 24 h".into() }),
        Differing::State { record: State::Setting, seam: State::Set },
        Differing::PinThere,
    ];
    let found = DoorDifferences {
        door: door(),
        missing: Vec::new(),
        foreign: vec![outside()],
        different: vec![(entry(State::Setting), differing)],
    };
    let unread = vec![("Cabin".to_owned(), ReadError::TimedOut)];
    let compared = Compared { doors: vec![found], compared_doors: 2, compared_codes: 5, unread };
    assert_json_snapshot!(CompareView::new(&compared, &show(&tables)));
    let said = |compared: &Compared| CompareView::new(compared, &show(&tables)).message;
    let alike = Compared { compared_doors: 2, compared_codes: 5, ..Compared::default() };
    let unread = Compared { unread: vec![("Cabin".to_owned(), ReadError::TimedOut)], ..Compared::default() };
    assert_ne!(said(&alike), said(&unread), "what could not be read is not called alike");
}

#[test]
fn readiness() {
    let mut bare = door();
    bare.slots = Vec::new();
    bare.row.reading.name = "Cabin".into();
    let of = |door: ops::door::Door| DoorReadiness {
        findings: ops::audit::audit(&door, &tables(), now()),
        tests: Vec::new(),
        door,
    };
    let readiness = Readiness {
        doors: vec![of(door()), of(bare)],
        workspace: Some(workspace()),
        problem: Some(ops::Problem::Chain(4)),
    };
    on_moment(|at| assert_json_snapshot!(ReadinessView::new(&readiness, Some(KeyState::Session), at)));
}

#[test]
fn every_state_of_the_key_and_the_clock_has_its_view() {
    let of = |workspace: Option<Workspace>, key| {
        let readiness = Readiness { doors: Vec::new(), workspace, problem: None };
        on_moment(|at| ReadinessView::new(&readiness, Some(key), at)).app
    };
    let keys = [
        KeyState::Absent,
        KeyState::Kept,
        KeyState::Session,
        KeyState::Environment,
        KeyState::Locked,
        KeyState::Unavailable,
    ];
    for key in keys {
        for check in of(Some(workspace()), key) {
            assert_eq!(check.mend.is_some(), check.level != wire::Level::Pass, "{key:?}: {check:?} says what to do");
        }
    }
    let skewed = |skew_ms| Some(Workspace { skew_ms, ..workspace() });
    for (workspace, level) in [
        (None, wire::Level::Warn),
        (skewed(None), wire::Level::Warn),
        (skewed(Some(60_000)), wire::Level::Pass),
        (skewed(Some(180_000)), wire::Level::Warn),
        (skewed(Some(-180_000)), wire::Level::Warn),
    ] {
        let told = of(workspace.clone(), KeyState::Kept);
        let clock = told.iter().find(|check| check.check == "clock").unwrap();
        assert_eq!(clock.level, level, "{workspace:?}");
    }
}

#[test]
fn a_status() {
    let status = ops::status::Status {
        workspace: Some(workspace()),
        doors: 3,
        damaged_doors: 1,
        needs_you: 2,
        not_ready: 1,
        watched: 1,
    };
    let empty = StatusView::empty(Mode::Live, KeyState::Kept, &tables());
    on_moment(|at| {
        let at = TimeContext { times: Times::corrected(now(), Some(-480_000)), ..*at };
        assert_json_snapshot!((&empty, empty.clone().with(&status, &at)));
    });
}

#[test]
fn settings() {
    assert_json_snapshot!(SettingsView::default());
    let older: SettingsView = serde_json::from_str(r#"{"check_in":"15:00"}"#).unwrap();
    assert_eq!(
        (older.check_in.as_str(), older.outbox_seconds),
        ("15:00", 5),
        "what an older file lacks is the default"
    );
}
