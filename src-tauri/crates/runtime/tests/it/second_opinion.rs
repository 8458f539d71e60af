//! The simulator chooses slots by its own rules, written from the same page. Its choice must match the preview's promise.

use std::time::Duration;

use domain::instant::moment;
use domain::reading::{CreateCode, CreateOutcome};
use domain::stay::{Allowance, Preference};
use jiff::SignedDuration;
use jiff::civil::date;
use ops::SeamApi;
use ops::door::{self, Door};
use ops::preview::{AskedTime, StayQuery, preview};
use simulator::{Options, Simulator};

const STAYS: u64 = 400;

/// Deterministic pseudo-random numbers: the next one below `below`.
fn next(seed: &mut u64, below: u64) -> i64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    i64::try_from((*seed >> 33) % below).unwrap()
}

fn stay(seed: &mut u64) -> StayQuery {
    let minutes = |count: i64| SignedDuration::from_mins(count);
    let first = date(2027, 1, 1).at(0, 0, 0, 0).checked_add(minutes(next(seed, 300 * 288) * 5)).unwrap();
    let last = first.checked_add(minutes(30 + next(seed, 33 * 288) * 5)).unwrap();
    let allowance = if next(seed, 2) == 0 { Allowance::Hour } else { Allowance::Day };
    let (from, to) = (AskedTime::Civil(first), AskedTime::Civil(last));
    StayQuery { from, to, allowance, preference: Preference::Nearest }
}

/// The stay's own times, unrounded, as a program without a preview would send them.
fn unrounded(door: &Door, asked: &StayQuery, number: u64) -> CreateCode {
    let written = |time: AskedTime| {
        let AskedTime::Civil(civil) = time else { panic!("civil times only") };
        moment(civil, door.zone.zone.as_ref().unwrap().clock()).unwrap().as_sent()
    };
    CreateCode {
        device_id: door.id().clone(),
        name: format!("stay {number}"),
        starts_at: written(asked.from),
        ends_at: written(asked.to),
        round_by_day: asked.allowance == Allowance::Day,
    }
}

/// Times that a clock change skips or repeats cannot be sent unrounded without choosing; they are not compared.
fn is_plain(door: &Door, asked: &StayQuery) -> bool {
    let plain = |time: AskedTime| match time {
        AskedTime::Civil(civil) => {
            moment(civil, door.zone.zone.as_ref().unwrap().clock()).is_ok_and(|moment| moment.dst.is_none())
        }
        AskedTime::Instant(_) => false,
    };
    plain(asked.from) && plain(asked.to)
}

#[tokio::test]
async fn the_simulator_chooses_what_the_preview_promised() {
    let options = Options {
        setting_ms: 0,
        set_ms: 0,
        slots: 12,
        max_codes: 10_000,
        creates_per_minute: 0,
        now: Some("2026-11-23T12:00:00Z".parse().unwrap()),
        ..Options::plain(6)
    };
    let simulator = Simulator::start(options).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let key = domain::ApiKey::parse(simulator::API_KEY).unwrap();
    let app = runtime::open(folder.path(), seam::Endpoint::parse(&simulator.url()).unwrap(), key).unwrap();
    app.sync(&|_| ()).await.unwrap();
    let tables = app.tables.clone();
    let doors = app.look_up(move |read, times| door::all(read, &tables, times)).await.unwrap();
    let mut seed = 7;
    let (mut fits, mut refused) = (0, 0);
    for number in 0..STAYS {
        let door = &doors[usize::try_from(next(&mut seed, doors.len() as u64)).unwrap()];
        let asked = stay(&mut seed);
        if !is_plain(door, &asked) {
            continue;
        }
        let shown = preview(door, &asked, &app.tables).unwrap();
        let outcome = app.seam.create(&unrounded(door, &asked, number)).await;
        let Some(promised) = shown.matching.candidates.first() else {
            assert!(
                matches!(outcome, CreateOutcome::Refused { status: 400, .. }),
                "{asked:?} fits no slot of {}: {outcome:?}",
                door.name()
            );
            refused += 1;
            continue;
        };
        let CreateOutcome::Accepted { id, .. } = outcome else { panic!("{asked:?} fits {}: {outcome:?}", door.name()) };
        simulator.advance(Duration::from_secs(1));
        let code = app.seam.code(&id).await.unwrap().unwrap();
        assert_eq!(code.slot_id.as_ref(), Some(&promised.slot.facts.id), "the slot for {asked:?} at {}", door.name());
        let window = (code.starts_at, code.ends_at);
        assert_eq!(window, (Some(promised.entry.instant), Some(promised.exit.instant)), "the window for {asked:?}");
        fits += 1;
    }
    assert!(fits > 50 && refused > 50, "both happen often: {fits} fit, {refused} do not");
}
