//! How long the pages take on a record of 20,000 codes. Run by hand: `cargo test --release -p ops --test it large -- --ignored
//! --nocapture`.

use std::time::{Duration, Instant};

use domain::code::NewIntent;
use domain::ids::{DeviceId, IntentId, SlotId};
use jiff::ToSpan as _;
use jiff::civil::date;
use ops::calendar::{Days, calendar};
use ops::codes::{CodesQuery, page};
use ops::draft::draft;
use ops::readiness::readiness;
use ops::{Error, RecordContext, Snapshot, detail, status, today};
use testkit::{door, now, put_set_code, slot, three_nights};

use crate::fake::FakeClock;
use crate::world::{Scene, typed};

const DOORS: i64 = 40;
const CODES: i64 = 20_000;

/// The `n`-th stay at a door, in four years that end a year from now.
fn intent(number: i64, n: i64) -> NewIntent {
    let days = n * 365 * 5 / (CODES / DOORS);
    let mut new = three_nights(&format!("d{number}"), &format!("Door {number}"), date(2022, 11, 23) + days.days());
    new.promise.slot_id = SlotId::new("s0");
    new
}

async fn filled() -> Scene {
    let scene = Scene::new();
    let doors = (0..DOORS).map(|number| {
        let mut door = door(&format!("d{number}"), &format!("Door {number}"));
        let hour = |number: i64, offset: i64| format!("{:02}:00", (number + offset) % 24);
        door.slots = (0..16).map(|slots| slot(&format!("s{slots}"), &hour(slots, 8), &hour(slots, 2))).collect();
        door.limit = Some(200);
        door
    });
    scene.world().doors = doors.collect();
    scene.book.sync(&|_| ()).await.unwrap();
    let fill = |write: &store::Write<'_>| {
        for number in 0..CODES {
            let new = intent(number % DOORS, number / DOORS);
            let made = new.promise.starts_at.min(now());
            put_set_code(write, &new, &format!("c{number}"), "583201", made)?;
        }
        Ok(())
    };
    scene.book.record.write(fill).await.unwrap();
    scene
}

/// The slowest of the fastest nineteen in twenty.
#[expect(clippy::print_stdout, reason = "the figures are what this is run for")]
async fn timed<T: Send + 'static>(
    context: &RecordContext<FakeClock>,
    what: &str,
    work: impl Fn(&Snapshot<'_>) -> Result<T, Error> + Clone + Send + 'static,
) -> Duration {
    let mut times = Vec::new();
    for _ in 0..60 {
        let work = work.clone();
        let begun = Instant::now();
        context.look_up(move |at| work(at)).await.unwrap();
        times.push(begun.elapsed());
    }
    times.sort();
    println!("{what:24} median {:>10.2?}   p95 {:>10.2?}", times[30], times[56]);
    times[56]
}

#[tokio::test]
#[ignore = "takes a minute, and measures"]
async fn pages_of_a_large_record_are_quick() {
    let scene = filled().await;
    let context = scene.context();
    let asked = typed("d7", 3, 6);
    let preview = timed(&context, "draft", move |at| draft(at, &asked)).await;
    timed(&context, "today", today::today).await;
    timed(&context, "status", status::status).await;
    let days = Days { door: None, from: None, step: 0, days: 31 };
    timed(&context, "calendar, 31 days", move |at| calendar(at, &days)).await;
    let one = Days { door: Some(DeviceId::new("d7")), from: None, step: 0, days: 93 };
    timed(&context, "calendar of one door", move |at| calendar(at, &one)).await;
    let first = CodesQuery { limit: 100, ..CodesQuery::default() };
    let deep = CodesQuery { skip: 15_000, ..first.clone() };
    let door = CodesQuery { door: Some(DeviceId::new("d7")), skip: 300, ..first.clone() };
    let search = CodesQuery { search: Some("door".into()), skip: 15_000, ..first.clone() };
    let then = CodesQuery { at: Some("2026-12-03T21:00".into()), ..first.clone() };
    for (what, asked) in [
        ("first page", first),
        ("page 150", deep),
        ("page of a door", door),
        ("page found", search),
        ("page of a time", then),
    ] {
        timed(&context, what, move |at| page(at, &asked)).await;
    }
    timed(&context, "code in full", |at| detail::detail(at, IntentId(9_000))).await;
    timed(&context, "readiness", readiness).await;
    assert!(preview < Duration::from_millis(10), "a draft is made for each key press: {preview:?}");
}
