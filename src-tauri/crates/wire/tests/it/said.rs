//! All sentences, as one page for each language: for proofreading, and so that no sentence changes unnoticed.

use domain::Word;
use domain::cause::{NotSentWhy, UnknownWhy};
use domain::difference::Difference;
use domain::ids::DeviceId;
use domain::lifecycle::State;
use domain::limit::{Limit, LimitSource};
use domain::readiness::{Check, Finding, Level, What, Who};
use domain::reading::{About, CreateOutcome, ReadError, WorkspaceReading};
use domain::slot;
use domain::stay::Allowance;
use ops::Stage;
use ops::look::Looked;
use ops::sync::Synced;
use ops::{Error, EventBody, Problem, Reading, RecordError, Soundness, Times};
use testkit::{at, notice, now, tables, workspace};
use wire::{
    BackupView, CheckView, CodeView, CommandError, ConnectView, DisconnectView, DoorView, LimitsView, LookView,
    ObjectionView, PreviewView, RestoreView, RiskView, SlotsView, StageView, SyncView, UnrecordedView, VerifyView,
};
use words::{ClockStyle, Language};

use crate::build::{asked, door, door_in, entry, facts, named, show, synced, with_pin};
use crate::{build, events, findings, sentences};

/// A page: headings, with the sentences below each.
fn page() -> String {
    let parts: [(&str, Vec<String>); 14] = [
        ("states", states()),
        ("differences", differences()),
        ("events", happened()),
        ("risks", sentences::risks().iter().map(|risk| RiskView::new(risk, &door()).message).collect()),
        ("objections", objections()),
        ("errors", sentences::errors().iter().map(|error| CommandError::from_error(error).message).collect()),
        ("findings", found()),
        ("notices", notices()),
        ("slots", slots()),
        ("previews", previews()),
        ("limits", limits()),
        ("stages", stages()),
        ("syncs and looks", syncs().into_iter().chain(looked()).collect()),
        ("the record and the key", record()),
    ];
    let told = parts.map(|(heading, said)| format!("# {heading}\n{}\n", said.join("\n")));
    told.join("\n")
}

#[test]
fn all_that_is_said_in_each_language() {
    for language in Language::hosts() {
        insta::assert_snapshot!(format!("said_{}", language.tag()), words::speaking(language, page));
    }
}

#[test]
fn sentences_tell_times_by_the_clock_that_is_set() {
    let ready = with_pin(entry(State::Set));
    let said = words::telling_time_by(ClockStyle::Hours12, || shown(&ready));
    assert!(said.contains("3 Dec 2026, 4:00 PM to 6 Dec 2026, 10:00 AM"), "as in lists: {said}");
    assert!(shown(&ready).contains("16:00"), "24 hours unless something else is set");
}

fn shown(entry: &ops::CodeEntry) -> String {
    let tables = tables();
    CodeView::new(entry, false, &show(&tables)).message
}

fn states() -> Vec<String> {
    let of_states = sentences::states().into_iter().map(entry);
    let with = |state: State, change: &dyn Fn(&mut ops::CodeEntry)| {
        let mut entry = entry(state);
        change(&mut entry);
        entry
    };
    let looks = |looks: u64| {
        move |entry: &mut ops::CodeEntry| {
            entry.code.looks = u32::try_from(looks).unwrap();
            entry.code.first_look_at = Some(at("2026-11-23T11:00:00Z"));
            entry.code.last_look_at = Some(at("2026-11-23T11:30:00Z"));
        }
    };
    let more = [
        with(State::Unknown, &looks(1)),
        with(State::Unknown, &looks(6)),
        with(State::Unknown, &|entry| entry.code.superseded = true),
        with(State::Unknown, &|entry| entry.code.ends_at = at("2026-11-20T00:00:00Z")),
        with(State::Accepted, &|entry| entry.code.scheduled_at = Some(at("2026-12-03T23:00:00Z"))),
        with(State::Accepted, &|entry| entry.intent.made_at = at("2026-11-23T10:00:00Z")),
        with_pin(entry(State::Accepted)),
        with_pin(with(State::Set, &|entry| entry.code.second_codes = vec!["code-2".to_owned()])),
        with(State::Set, &|entry| entry.code.differs = vec![Difference::Name]),
    ];
    of_states.chain(more).map(|entry| shown(&entry)).collect()
}

fn differences() -> Vec<String> {
    let mut entry = entry(State::Set);
    entry.code.differs = build::differences().to_vec();
    let tables = tables();
    CodeView::new(&entry, false, &show(&tables)).differs.into_iter().map(|difference| difference.message).collect()
}

fn happened() -> Vec<String> {
    let reading = |progress: &str| Reading {
        progress: Word::read(progress),
        has_pin: true,
        scheduled_at: Some(now().as_millisecond()),
        differs: vec![Difference::Name],
        ..Reading::default()
    };
    let mut all = events::bodies();
    all.extend(NotSentWhy::ALL.iter().map(|why| EventBody::NotSent { why: (*why).into() }));
    all.extend(unknown().map(|why| EventBody::Unknown { why }));
    all.extend(["waiting", "ready", "failed", "new"].map(|progress| EventBody::Read(Box::new(reading(progress)))));
    all.extend([
        EventBody::Intent { owner: String::new(), intent_sum: String::new(), risks: Vec::new() },
        EventBody::NotSent { why: Word::read("Connection reset by peer") },
        EventBody::HostLimit { device_id: "door-1".to_owned(), limit: Some(50) },
        EventBody::Restored { events_in_backup: 1, set_aside: Some("old.db".to_owned()) },
        EventBody::Mended { rows: 1 },
    ]);
    let refused = [(400, "invalid_input"), (401, "a"), (403, "b"), (404, "c"), (429, "d"), (400, "failed_to_issue")];
    all.extend(refused.map(|(status, error)| EventBody::Refused {
        status,
        error: error.to_owned(),
        message: "No.".to_owned(),
        request_id: None,
        retry_after_ms: None,
    }));
    events::told(all).history.unwrap().into_iter().map(|row| row.detail).collect()
}

fn unknown() -> [UnknownWhy; 9] {
    let status = 307;
    [
        UnknownWhy::TimedOut,
        UnknownWhy::Broken,
        UnknownWhy::Redirect { status },
        UnknownWhy::Status { status: 503 },
        UnknownWhy::NotSeam { status },
        UnknownWhy::TooLarge,
        UnknownWhy::NoId,
        UnknownWhy::Stopped,
        UnknownWhy::Other { word: "a reason that is new".to_owned(), status: None },
    ]
}

fn objections() -> Vec<String> {
    let tables = tables();
    let of = |objection| ObjectionView::new(objection, &door(), &show(&tables)).message;
    let one = ops::issue::Objection::NeedsYes(vec![ops::issue::Risk::Scarce { left: 1 }]);
    sentences::objections().iter().chain([&one]).map(of).collect()
}

fn found() -> Vec<String> {
    let view = |check, level, what| CheckView::new(&Finding { check, level, who: Some(Who::Host), what });
    let more = [What::UnusableSlots(1), What::PlacesLeft(1)];
    let bad = findings::all_findings().into_iter().chain(more).map(|what| view(Check::Slots, Level::Warn, what));
    let fine = Check::ALL.iter().map(|check| view(*check, Level::Pass, What::Fine));
    bad.chain(fine).map(|check| format!("{} | {}", check.message, check.mend.unwrap_or_default())).collect()
}

fn notices() -> Vec<String> {
    let mut door = door();
    let unknown = [notice("brand_new", "", About::Device), notice("brand_new", "Raw text", About::Device)];
    door.row.reading.warnings = findings::KNOWN.map(|code| notice(code, "Raw", About::Device)).to_vec();
    door.row.reading.warnings.extend(unknown);
    let view = DoorView::new(&door, &tables(), now());
    view.warnings.into_iter().map(|warning| warning.message).collect()
}

fn slots() -> Vec<String> {
    let odd = [
        "noon",
        "25:00",
        "10:00+99:00",
        "10:00+9",
        "10:00[x",
        "10:00:00.000000000000000000000000000000000000000[PST]",
        "",
    ];
    let mut read: Vec<_> = odd.iter().map(|time| facts(time, time, time, "10:00")).collect();
    read.extend([facts("o", "Out", "16:00", "late"), facts("z", "Zone", "16:00[PST]", "10:00[PST]")]);
    read.push(facts("z", "Twice", "16:00", "10:00"));
    read.push(slot::SlotFacts { check_in: None, ..facts("n", "None", "", "10:00") });
    read.push(slot::SlotFacts { is_one_shot: true, ..facts("s", "Shot", "16:00", "10:00") });
    read.push(slot::SlotFacts { is_master: true, ..facts("m", "Master", "16:00", "10:00") });
    let (mut unusable, mut bare) = (door(), door());
    unusable.slots = slot::read(read, &tables());
    bare.slots.clear();
    let view = SlotsView::new(&unusable);
    let reasons = view.slots.into_iter().filter_map(|slot| slot.reason).map(|reason| reason.message);
    reasons.chain(view.message).chain(SlotsView::new(&bare).message).collect()
}

fn previews() -> Vec<String> {
    let (mut bare, mut masters, mut full, mut scarce, mut gone, mut torn, mut odd) =
        (door(), door(), door(), door(), door(), door(), door());
    bare.slots.clear();
    masters.slots.retain(|slot| slot.facts.is_master);
    full.places.limit = Some(Limit { count: 13, source: LimitSource::Host, passed_over: None });
    scarce.places.limit = Some(Limit { count: 15, source: LimitSource::Host, passed_over: None });
    gone.row.gone_at = Some(now());
    torn.zone = domain::zone::choose([named("America/Denver"), named("America/Phoenix")].concat(), &tables());
    let biweekly = slot::SlotFacts { is_biweekly: true, ..facts("w", "Weekly", "16:00-08:00", "10:00-08:00") };
    odd.slots = slot::read(vec![biweekly], &tables());
    let mut night = door_in("America/New_York");
    night.slots = slot::read(vec![facts("n", "Night", "01:30", "02:30")], &tables());
    let hour = Allowance::Hour;
    let usual = || asked("2026-12-03T15:45", "2026-12-06T10:15", hour);
    let previews = [
        (&bare, usual()),
        (&masters, usual()),
        (&full, usual()),
        (&scarce, usual()),
        (&gone, usual()),
        (&torn, usual()),
        (&odd, usual()),
        (&odd, asked("2026-07-03T15:45", "2026-07-06T10:15", hour)),
        (&door(), asked("2026-12-03T00:00", "2026-12-05T23:59", Allowance::Day)),
        (&door(), asked("2026-12-03T16:00", "2026-12-06T10:00", hour)),
        (&door(), asked("2026-12-01T12:00", "2027-01-02T12:00", hour)),
        (&door(), asked("2026-12-01T14:00", "2027-01-20T12:00", hour)),
        (&door(), asked("2026-12-03T08:00", "2026-12-06T20:00", hour)),
        (&door(), asked("2026-12-03T15:00", "2026-12-03T15:30", hour)),
        (&night, asked("2026-10-30T01:30", "2026-11-01T02:30", hour)),
        (&night, asked("2026-11-01T01:30", "2026-11-03T02:30", hour)),
        (&night, asked("2026-03-05T01:30", "2026-03-08T02:30", hour)),
        (&door_in("America/Vancouver"), asked("2027-01-03T15:45", "2027-01-06T10:15", hour)),
    ];
    let always = previews.iter().flat_map(|(door, stay)| previewed(door, stay));
    always.chain(["2026-12-03T23:40:00Z", "2026-12-04T01:00:00Z", "2026-12-06T18:00:00Z"].map(previewed_at)).collect()
}

/// The effect of that time on a code from the 3rd, 16:00, to the 6th, 10:00, in Los Angeles.
fn previewed_at(now: &str) -> String {
    let stay = asked("2026-12-03T16:00", "2026-12-06T10:00", Allowance::Hour);
    let view = PreviewView::as_of(Times::corrected(at(now), None), &door(), &stay, &tables()).unwrap();
    let told = view.notes.into_iter().filter(|note| ["soon", "over"].contains(&note.code.as_str()));
    told.map(|note| format!("{}: {}", note.code, note.message)).collect()
}

fn previewed(door: &ops::door::Door, stay: &ops::preview::StayQuery) -> Vec<String> {
    let view = PreviewView::new(door, stay, &tables()).unwrap();
    let candidates = view.candidates.into_iter().map(|candidate| candidate.message);
    let refused = view.refused.into_iter().map(|refused| refused.message);
    let notes = view.notes.into_iter().map(|note| format!("{}: {}", note.code, note.message));
    [view.message].into_iter().chain(candidates).chain(refused).chain(notes).chain(["-".to_owned()]).collect()
}

fn limits() -> Vec<String> {
    let with = |live, limit, source| {
        let mut door = door();
        door.places.live = live;
        door.places.limit = Some(Limit { count: limit, source, passed_over: None });
        door
    };
    let (mut open, mut without_zone) = (door(), door());
    open.places.limit = None;
    without_zone.zone.zone = None;
    without_zone.places.next_free = None;
    let doors = [door(), with(1, 4, LimitSource::Host), with(47, 50, LimitSource::Seam), open, without_zone];
    LimitsView::new(&doors.map(|door| (door, Vec::new()))).doors.into_iter().map(|limit| limit.message).collect()
}

fn stages() -> Vec<String> {
    let mut stages = vec![
        Stage::Reading,
        Stage::Recorded { marker: "#7KQ2M9XA4T-1".to_owned() },
        Stage::Waiting { seconds: 3 },
        Stage::Sending,
        Stage::Asking { state: State::Setting, asked: 2 },
    ];
    stages.extend(State::ALL.iter().map(|state| Stage::Answered { state: *state }));
    stages.iter().map(|stage| StageView::new(stage).message).collect()
}

fn syncs() -> Vec<String> {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let many = Synced {
        new_doors: 0,
        gone_doors: names(&["Attic", "Loft", "Iglesia"]),
        unmanaged_doors: names(&["Barn", "Iglesia"]),
        managed_again: names(&["Shed", "Iglesia"]),
        slots_changed: names(&["a", "b", "c", "d", "e", "f", "g"]),
        lost_slots: [synced().lost_slots, synced().lost_slots].concat(),
        found: 2,
        second_codes: 2,
        of_other_records: 2,
        unread: ["Cabin", "Igloo"].map(|door| (door.to_owned(), ReadError::TimedOut)).to_vec(),
        mended: 2,
        skew_ms: Some(600_000_000),
        ..synced()
    };
    [Synced::default(), synced(), many].iter().flat_map(|synced| SyncView::new(synced).messages).collect()
}

fn looked() -> Vec<String> {
    let tables = tables();
    let looks = [(0, 0, 0), (1, 0, 0), (2, 0, 1), (2, 1, 0), (3, 1, 2), (2, 2, 0)];
    let view = |(asked, unknown, unread)| {
        let entries = (0..asked).map(|at| (entry(if at < unknown { State::Unknown } else { State::Set }), Vec::new()));
        let unread = (0..unread).map(|_| (DeviceId::new("door-2"), Error::Seam(ReadError::TimedOut))).collect();
        LookView::new(&Looked { entries: entries.collect(), unread }, &show(&tables)).message
    };
    looks.map(view).to_vec()
}

fn record() -> Vec<String> {
    let sound = |codes, problems| Soundness { events: 9, codes, problems };
    let path = std::path::Path::new("latchbook.db");
    let damaged = sound(1, vec![Problem::Chain(4), Problem::Rows(1, "code".to_owned())]);
    let mut told = VerifyView::new(&damaged).problems;
    told.extend([
        VerifyView::new(&damaged).message,
        VerifyView::new(&sound(2, vec![Problem::Schema])).message,
        VerifyView::new(&sound(2, Vec::new())).message,
        VerifyView::new(&sound(2, vec![Problem::Rows(1, "door".to_owned())])).message,
        BackupView::new(&sound(1, Vec::new()), path).message,
        RestoreView::new(&sound(1, Vec::new()), path, None).message,
        RestoreView::new(&sound(2, Vec::new()), path, Some(path)).message,
        DisconnectView::new(true).message,
        DisconnectView::new(false).message,
    ]);
    for (is_sandbox, is_suspended) in [(true, false), (false, true)] {
        let workspace = WorkspaceReading { is_sandbox, is_suspended, ..workspace() };
        told.push(ConnectView::new(&workspace).message);
    }
    let accepted = |reading| CreateOutcome::Accepted {
        id: domain::ids::AccessCodeId::new("code-1"),
        reading,
        raw: domain::RawAnswer::new(""),
        request_id: None,
    };
    let answers = [
        CreateOutcome::NotSent { why: NotSentWhy::NoConnection },
        CreateOutcome::Unknown { why: UnknownWhy::TimedOut },
        accepted(None),
    ];
    let tables = tables();
    told.extend(answers.iter().map(|answer| {
        UnrecordedView::new(&entry(State::Sending), answer, &RecordError::DiskFull, &show(&tables)).message
    }));
    told
}
