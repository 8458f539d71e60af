//! Every state, risk, objection and error has its own sentence that says what to do.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Duration;

use domain::cause::{NotSentWhy, UnknownWhy};
use domain::difference::Difference;
use domain::ids::{IntentId, SlotId};
use domain::lifecycle::{State, Transition};
use domain::reading::{About, CreateOutcome, ReadError};
use domain::stay::StayFault;
use domain::zone::ZoneFault;
use ops::Stage;
use ops::issue::{Objection, Risk};
use ops::preview::disagreements;
use ops::{Error, Problem, RecordError, Unfit};
use testkit::{at, notice, now, tables};
use wire::{CodeState, CodeView, CommandError, ObjectionView, RiskView, StageView, UnrecordedView};

use crate::build::{asked, door, door_in, entry, promise, show, with_pin};

/// Phrases that tell a host to do something, or that nothing needs doing.
const DOING: &[&str] = &[
    "accept",
    "ask",
    "check",
    "choose",
    "close",
    "compare",
    "connect",
    "count",
    "do not issue",
    "enter",
    "give",
    "issue",
    "keeps asking",
    "look",
    "make ",
    "mend",
    "nothing needs",
    "preview",
    "read",
    "restore",
    "safe to",
    "see",
    "send",
    "shorten",
    "shows",
    "sign in",
    "sync",
    "tell",
    "the record stays",
    "try",
    "update",
    "use",
    "verify",
    "move",
    "wait",
    "write",
    "split",
];

pub fn says_what_to_do(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    DOING.iter().any(|word| lower.contains(word))
}

/// Each exists, says what to do, and differs from all others.
pub fn hold(kind: &str, sentences: &[String]) {
    differ(kind, sentences);
    for sentence in sentences {
        assert!(says_what_to_do(sentence), "{kind} says what to do: {sentence:?}");
    }
}

/// Each exists and differs from all others.
pub fn differ(kind: &str, sentences: &[String]) {
    let mut seen = HashSet::new();
    for sentence in sentences {
        assert!(sentence.len() > 20 && sentence.ends_with('.'), "{kind} is said in whole sentences: {sentence:?}");
        assert!(seen.insert(sentence), "{kind} has a sentence of its own: {sentence:?}");
    }
}

pub fn states() -> Vec<State> {
    State::ALL.to_vec()
}

#[test]
fn every_state_says_what_is_safe() {
    let tables = tables();
    let said: Vec<String> =
        states().into_iter().map(|state| CodeView::new(&entry(state), false, &show(&tables)).message).collect();
    hold("a state", &said);
}

#[test]
fn an_unknown_outcome_is_never_called_failed() {
    let tables = tables();
    let mut looked = entry(State::Unknown);
    looked.code.looks = 6;
    looked.code.first_look_at = Some(at("2026-11-23T11:00:00Z"));
    looked.code.last_look_at = Some(at("2026-11-23T11:30:00Z"));
    let mut superseded = looked.clone();
    superseded.code.superseded = true;
    let mut over = looked.clone();
    over.code.ends_at = at("2026-11-20T00:00:00Z");
    let late = CodeView::new(&looked, false, &show(&tables));
    assert!(late.may_try_another, "six looks over half an hour are enough");
    assert!(
        late.message.contains("two codes") && late.message.contains("gone for good"),
        "the cost of another attempt is told: {}",
        late.message
    );
    let unclear = [entry(State::Sending), entry(State::Unknown), looked, superseded, over]
        .map(|entry| CodeView::new(&entry, false, &show(&tables)));
    for view in &unclear {
        assert_eq!(view.state, CodeState::Unknown, "its outcome is not known");
        assert!(!view.message.to_lowercase().contains("fail"), "a code may exist: {}", view.message);
        assert!(view.message.starts_with("We don't know"), "and that comes first: {}", view.message);
    }
    assert!(!unclear[3].may_try_another && !unclear[4].may_try_another, "neither a second time nor when it is over");
}

#[test]
fn every_state_of_the_record_is_one_of_the_contract() {
    for state in State::ALL {
        let shown = CodeState::from(*state);
        assert!(shown.in_record().contains(state), "{state:?} is found by the filter for {shown:?}");
        assert_eq!(CodeState::parse(shown.as_str()), Some(shown), "its word is read back");
        assert_eq!(serde_json::to_value(shown).unwrap(), shown.as_str(), "and is the word in JSON");
    }
    let mut ended = entry(State::Set);
    ended.code.ends_at = at("2026-11-22T00:00:00Z");
    let tables = tables();
    assert_eq!(CodeView::new(&ended, false, &show(&tables)).state, CodeState::Ended, "its window is over");
}

#[test]
fn a_code_on_its_way_says_what_it_waits_for() {
    let tables = tables();
    let mut scheduled = entry(State::Accepted);
    scheduled.code.scheduled_at = Some(at("2026-12-03T23:00:00Z"));
    let mut late = entry(State::Setting);
    late.intent.made_at = at("2026-11-23T10:00:00Z");
    let mut differs = with_pin(entry(State::Set));
    differs.code.differs = vec![Difference::Name];
    let entries = [
        entry(State::Accepted),
        with_pin(entry(State::Accepted)),
        entry(State::Setting),
        scheduled,
        late,
        differs,
        with_pin(entry(State::Set)),
    ];
    let said: Vec<String> = entries.iter().map(|entry| CodeView::new(entry, false, &show(&tables)).message).collect();
    hold("a code on its way", &said);
    assert!(said[3].contains("3 Dec 2026, 15:00"), "the time is the door's: {}", said[3]);
}

pub fn risks() -> Vec<Risk> {
    let vancouver = door_in("America/Vancouver");
    let tables = tables();
    let stay = asked("2027-01-03T15:45", "2027-01-06T10:15", domain::stay::Allowance::Hour);
    let preview = ops::preview::preview(&vancouver, &stay, &tables).unwrap();
    let disagree = disagreements(&preview.matching.candidates[0], preview.zone, &tables);
    let (starts_at, ends_at) = (promise().starts_at, promise().ends_at);
    vec![
        Risk::OfflineUnknown,
        Risk::Scarce { left: 2 },
        Risk::SameSlotOverlaps { label: Some("Loft".to_owned()), starts_at: Some(starts_at), ends_at: None },
        Risk::OtherOverlaps { label: "Loft".to_owned(), starts_at, ends_at },
        Risk::TablesDisagree(disagree),
        Risk::StayChanged(Box::new(entry(State::Set))),
        Risk::FailedBefore(Box::new(entry(State::Failed))),
        Risk::GoneBefore(Box::new(entry(State::Gone))),
        Risk::PerhapsSameLock(Box::new(entry(State::Set))),
        Risk::PerhapsFull { door: "Loft".into(), used: 20, limit: 20 },
    ]
}

#[test]
fn every_risk_says_what_may_happen() {
    let door = door();
    let said: Vec<String> = risks().iter().map(|risk| RiskView::new(risk, &door).message).collect();
    differ("a risk", &said);
    assert!(said[4].contains("UTC-07") && said[4].contains("UTC-08"), "both offsets are shown: {}", said[4]);
}

pub fn objections() -> Vec<Objection> {
    let promise = Box::new(promise());
    vec![
        Objection::NotReady(ops::audit::audit(&door(), &tables(), now())),
        Objection::NoSlot,
        Objection::SlotNotOffered(SlotId::new("z")),
        Objection::SlotChanged { expected: promise.clone(), now: Some(promise.clone()) },
        Objection::SlotChanged { expected: promise, now: None },
        Objection::Over { ends_at: now() },
        Objection::Full { used: 50, limit: 50, next_free: Some(now()) },
        Objection::Full { used: 50, limit: 50, next_free: None },
        Objection::NeedsYes(risks()),
        Objection::TooEarlyForAnother { entry: Box::new(entry(State::Unknown)) },
        Objection::IssuedElsewhere { access_code_id: "code-9".to_owned() },
        Objection::TooManyAttempts,
    ]
}

#[test]
fn every_objection_says_that_nothing_was_sent() {
    let (door, tables) = (door(), tables());
    let views: Vec<ObjectionView> =
        objections().iter().map(|objection| ObjectionView::new(objection, &door, &show(&tables))).collect();
    hold("an objection", &views.iter().map(|view| view.message.clone()).collect::<Vec<_>>());
    for view in &views {
        let calm = view.message.to_lowercase();
        assert!(
            calm.contains("nothing was sent") || calm.contains("not known"),
            "it is clear that none was made: {calm}"
        );
        assert_eq!(CommandError::from_objection(view).code, view.code, "the error has the objection's code");
    }
    assert_eq!(views[8].risks.len(), 10, "each risk is told");
    assert!(views[9].existing.is_some(), "the attempt that is not known is shown");
}

fn read_errors() -> Vec<ReadError> {
    let text = || "x".to_owned();
    vec![
        ReadError::NoConnection(text()),
        ReadError::TimedOut,
        ReadError::Unauthorized,
        ReadError::Forbidden { message: text() },
        ReadError::NotFound { kind: text() },
        ReadError::RateLimited { retry_after: Some(Duration::from_secs(9)) },
        ReadError::RateLimited { retry_after: None },
        ReadError::Refused { status: 400, kind: text(), message: text(), request_id: None },
        ReadError::Unavailable { status: 503 },
        ReadError::NotSeam,
        ReadError::TooLarge { limit: 8 },
        ReadError::CutOff,
    ]
}

fn record_errors() -> Vec<RecordError> {
    let (path, text) = (|| PathBuf::from("there"), || "x".to_owned());
    vec![
        RecordError::Damaged { what: text() },
        RecordError::SetAside { set_aside: path() },
        RecordError::Orphan { left: path() },
        RecordError::Newer { found: 2, known: 1 },
        RecordError::NotOurs { path: path() },
        RecordError::Missing { path: path() },
        RecordError::Closed { folder: path() },
        RecordError::NotAFile { path: path() },
        RecordError::Unreadable { path: path() },
        RecordError::Busy,
        RecordError::DiskFull,
        RecordError::LittleRoom { free: 123_456_789, wanted: 200_000_000 },
        RecordError::Unfit { folder: path(), why: Unfit::Synced("OneDrive") },
        RecordError::Unfit { folder: path(), why: Unfit::Network("nfs4".to_owned()) },
        RecordError::NotWritable { why: text() },
        RecordError::Impossible(Transition::Sending, Some(State::Unknown), IntentId(1)),
        RecordError::Exists { path: path() },
        RecordError::Unsound { path: path(), what: text() },
        RecordError::Io(std::io::Error::other("x")),
    ]
}

pub fn errors() -> Vec<Error> {
    let text = || "x".to_owned();
    let mut errors = vec![
        Error::BeforeSending(RecordError::Busy),
        Error::BeforeSending(RecordError::DiskFull),
        Error::Unsound(Problem::Schema),
        Error::NoSuchDoor(text()),
        Error::AmbiguousDoor { asked: text(), names: vec![text(), text()] },
        Error::NoSuchCode(text()),
        Error::NotDescribed,
        Error::NoZone(ZoneFault::Missing),
        Error::NoZone(ZoneFault::Unknown(text())),
        Error::NoZone(ZoneFault::Disagree),
        Error::Stay(StayFault::NotAfter),
        Error::Stay(StayFault::OutOfRange),
        Error::BadTime(text()),
        Error::BadStayKey,
        Error::OtherWorkspace { pinned: text(), found: text() },
        Error::NeverSynced,
        Error::Interrupted,
        Error::Lost(IntentId(1)),
    ];
    errors.extend(read_errors().into_iter().map(Error::Seam));
    errors.extend(record_errors().into_iter().map(Error::Record));
    errors
}

#[test]
fn every_error_says_what_to_do() {
    let told: Vec<CommandError> = errors().iter().map(CommandError::from_error).collect();
    hold("an error", &told.iter().map(|error| error.message.clone()).collect::<Vec<_>>());
    for error in &told {
        assert_eq!(serde_json::to_value(error.code).unwrap(), error.code.as_str(), "one word everywhere");
        assert!(error.detail.is_some(), "the cause is kept: {error:?}");
    }
}

#[test]
fn hostile_texts_in_an_error_are_cleaned() {
    let error = CommandError::from_error(&Error::NoSuchDoor(format!("a\u{202e}\n{}", "b".repeat(9_000))));
    assert!(error.message.len() < 400, "a long name is cut: {}", error.message.len());
    assert!(!error.message.contains(['\u{202e}', '\n']), "and plain: {}", error.message);
}

#[test]
fn every_stage_is_worded() {
    let stages = [
        Stage::Reading,
        Stage::Recorded { marker: "#7KQ2M9XA4T-1".to_owned() },
        Stage::Waiting { seconds: 3 },
        Stage::Sending,
        Stage::Answered { state: State::Unknown },
        Stage::Asking { state: State::Unknown, asked: 2 },
    ];
    let told: Vec<StageView> = stages.iter().map(StageView::new).collect();
    let words: HashSet<&str> = told.iter().map(|view| view.stage.as_str()).collect();
    assert_eq!(words.len(), stages.len(), "each stage has its word");
    assert!(told[4].message.contains("not known"), "an unknown outcome is called so: {}", told[4].message);
}

#[test]
fn an_answer_that_could_not_be_recorded_is_on_the_screen() {
    let tables = tables();
    let why = RecordError::DiskFull;
    let answers = [
        CreateOutcome::NotSent { why: NotSentWhy::NoConnection },
        CreateOutcome::Unknown { why: UnknownWhy::TimedOut },
        CreateOutcome::Accepted {
            id: domain::ids::AccessCodeId::new("code-1"),
            reading: None,
            raw: domain::RawAnswer::new(""),
            request_id: None,
        },
    ];
    let told: Vec<UnrecordedView> = answers
        .iter()
        .map(|answer| UnrecordedView::new(&entry(State::Sending), answer, &why, &show(&tables)))
        .collect();
    hold("an answer that could not be recorded", &told.iter().map(|view| view.message.clone()).collect::<Vec<_>>());
    assert_eq!(told[2].access_code_id.as_deref(), Some("code-1"), "the id is all there is");
    assert!(!told[1].message.to_lowercase().contains("fail"), "a code may exist: {}", told[1].message);
}

#[test]
fn without_a_zone_times_are_called_utc() {
    let mut door = door();
    door.zone.zone = None;
    let limits = wire::LimitsView::new(&[(door, Vec::new())]);
    let message = &limits.doors[0].message;
    assert!(
        message.contains("24 Nov 2026, 18:00 UTC") && !message.contains("lock time"),
        "whose clock it is: {message}"
    );
}

#[test]
fn a_code_that_is_set_says_what_seam_no_longer_sees() {
    let tables = tables();
    let mut set = with_pin(entry(State::Set));
    let quiet = CodeView::new(&set, false, &show(&tables)).message;
    set.code.errors = vec![notice("account_disconnected", "", About::Account)];
    let told = CodeView::new(&set, false, &show(&tables)).message;
    assert!(
        told.starts_with(&quiet) && told.contains("account_disconnected"),
        "it stays ready, and more is said: {told}"
    );
}
