//! The demo's content: simulated doors on this computer, with their own record.
//!
//! Owns: what the demo shows at first. Its codes are made by the same operations as any others. Refuses: the host's record
//! and key. Each demo starts afresh: the simulator forgets its codes, so the record is not kept either.

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use domain::ApiKey;
use domain::ids::DeviceId;
use domain::stay::{Allowance, Preference};
use domain::tables::ZoneTables;
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Span, Timestamp};
use ops::Clock as _;
use ops::draft::DraftQuery;
use ops::issue::{Accepted, IssueOrder};
use ops::preview::{AskedTime, StayQuery};
use runtime::{App, SystemClock};
use seam::Endpoint;
use simulator::{ErrorBody, Fault, FaultKind, Options, Simulator};
use wire::{CommandError, ErrorCode, KeyState, Mode};
use words::say;

use crate::error::{CommandResult, from_operation, internal};
use crate::record::demo::Demo;
use crate::record::session::{Link, Session};

/// The stays begin in the past, so that some are over.
const DAYS_BEFORE: i64 = 8;

/// How long each of a simulated code's two steps takes.
const STEP_MS: u64 = 2_500;

/// Door, days until arrival (from today), nights, label.
const STAYS: [(&str, i64, i64, &str); 13] = [
    ("Loft", -7, 4, "Okafor"),
    ("Garden House", -6, 5, "Lindqvist"),
    ("Studio", -5, 3, "Ferreira"),
    ("Loft", -2, 2, "Smith"),
    ("Garden House", -1, 3, "Nakamura"),
    ("Attic", -1, 1, "Brandt"),
    ("Loft", 0, 3, "Lee"),
    ("Studio", 0, 2, "Moreau"),
    ("Fisherman's House", 1, 4, "Power"),
    ("Garden House", 2, 7, "Silva"),
    ("Attic", 3, 5, "Novak"),
    ("Loft", 5, 2, "Haddad"),
    ("Studio", 9, 6, "Andersen"),
];

/// The path that makes codes.
const CREATE: &str = "/access_codes/create";

/// Stays that have no code yet.
const WITHOUT_CODE: [(&str, i64, i64, &str); 2] = [("Boathouse", 0, 3, "Dubois"), ("Garden House", 11, 4, "Marino")];

/// A stay whose code Seam refuses.
const REFUSED: (&str, i64, i64, &str) = ("Studio", 4, 2, "Castillo");

/// Starts the simulator and fills a new record from it.
pub async fn open(folder: &Path, tables: ZoneTables) -> CommandResult<Session> {
    clear(folder)?;
    let now = SystemClock.now();
    let begin = now.saturating_sub(SignedDuration::from_hours(24 * DAYS_BEFORE)).map_err(|error| internal(&error))?;
    let simulator = Simulator::start(options(begin)).await.map_err(|error| internal(&error))?;
    let endpoint = Endpoint::parse(&simulator.url()).map_err(|error| internal(&error))?;
    let key = ApiKey::parse(simulator.api_key()).map_err(|error| internal(&error))?;
    let session = Session::open(Mode::Demo, folder, tables, Some(Demo::new(simulator)))?;
    let app = session.join(endpoint, key)?;
    if let Some(demo) = &session.demo {
        fill(demo, &app, now).await.map_err(from_operation)?;
    }
    for stay in WITHOUT_CODE {
        note_down(&session, now, stay).await?;
    }
    session.set_link(Link::with(app, KeyState::Session, None));
    Ok(session)
}

fn options(begin: Timestamp) -> Options {
    Options {
        doors: 14,
        codes: 18,
        setting_ms: STEP_MS,
        set_ms: STEP_MS,
        creates_per_minute: 0,
        now: Some(begin),
        ..Options::default()
    }
}

/// Removes the last demo's record.
fn clear(folder: &Path) -> CommandResult<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(CommandError::new(ErrorCode::NotWritable, say!("shell-demo-folder", error = error.to_string())))
        }
        _ => Ok(()),
    }
}

/// Issues the demo's codes, then moves the simulator's clock to this computer's.
async fn fill(demo: &Demo, app: &App, now: Timestamp) -> Result<(), ops::Error> {
    app.sync(&|_| {}).await?;
    let today = Offset::UTC.to_datetime(now).date();
    for stay in STAYS {
        issue(app, today, stay).await?;
    }
    demo.simulator.fault(Fault::new(refusal()).at(CREATE));
    issue(app, today, REFUSED).await?;
    demo.simulator.advance(Duration::from_millis(3 * STEP_MS));
    app.confirm_all().await?;
    let behind = now.duration_since(demo.simulator.now());
    demo.simulator.advance(Duration::try_from(behind).unwrap_or_default());
    app.sync(&|_| {}).await?;
    demo.simulator.fault(lost_answer());
    Ok(())
}

fn refusal() -> FaultKind {
    FaultKind::Status {
        status: 400,
        body: ErrorBody::Seam,
        error_type: Some("invalid_input".to_owned()),
        message: Some("No matching predefined time slot was found on the device.".to_owned()),
        retry_after: None,
        commit: false,
    }
}

/// The host's first code simply works. The answer to the second is lost, to show how its code is found again.
fn lost_answer() -> Fault {
    Fault { skip: 1, ..Fault::new(FaultKind::Drop { commit: true }).at(CREATE) }
}

async fn issue(app: &App, today: Date, stay: (&str, i64, i64, &str)) -> Result<(), ops::Error> {
    let (door, from, nights, label) = stay;
    let (name, tables) = (door.to_owned(), app.tables.clone());
    let door = app.look_up(move |read, times| ops::door::find(read, &name, &tables, times)).await?;
    let day = |days: i64| today.checked_add(Span::new().days(days)).unwrap_or(today);
    let asked = asked(door.id().clone(), day(from), day(from + nights), label);
    app.issue(asked, &|_| {}).await.map(drop)
}

async fn note_down(session: &Session, now: Timestamp, stay: (&str, i64, i64, &str)) -> CommandResult<()> {
    let (door, from, nights, label) = stay;
    let date =
        move |days: i64| Offset::UTC.to_datetime(now).date().checked_add(Span::new().days(days)).unwrap_or_default();
    let (name, label) = (door.to_owned(), label.to_owned());
    let noted = session.note_down(move |write, at| {
        let door = ops::door::find(&at.read, &name, at.tables, at.times)?;
        let asked = DraftQuery {
            door: Some(door.id().clone()),
            from_date: date(from).to_string(),
            from_time: "16:00".to_owned(),
            to_date: date(from + nights).to_string(),
            to_time: "10:00".to_owned(),
            allowance: Allowance::Hour,
            preference: Preference::Nearest,
            slot: None,
            label: Some(label),
            label_template: String::new(),
            stay_key: None,
            another: false,
        };
        ops::stays::record(write, at, &asked, None).map(drop)
    });
    noted.await
}

/// A quarter of an hour off the usual slot at each end.
fn asked(door: DeviceId, from: Date, to: Date, label: &str) -> IssueOrder {
    IssueOrder {
        door,
        stay: StayQuery {
            from: AskedTime::Civil(from.at(15, 45, 0, 0)),
            to: AskedTime::Civil(to.at(10, 15, 0, 0)),
            allowance: Allowance::Hour,
            preference: Preference::Nearest,
        },
        slot: None,
        label: Some(label.to_owned()),
        stay_key: None,
        accepted: Accepted::Everything,
        another: false,
        expected: None,
        recorded_stay: None,
    }
}
