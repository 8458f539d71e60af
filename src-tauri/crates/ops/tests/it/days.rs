//! Today and the days ahead, by each door's own date.

use domain::cause::NotSentWhy;
use domain::ids::DeviceId;
use domain::reading::DoorReading;
use jiff::SignedDuration;
use ops::attention::Attention;
use ops::calendar::{Calendar, Days, calendar};
use ops::today::{Today, today};
use ops::{status, stays};
use testkit::now;

use crate::fake::Fate;
use crate::world::{Scene, stay, typed};

async fn see_today(scene: &Scene) -> Today {
    scene.see(today).await
}

async fn days(scene: &Scene, from: &str, days: u32) -> Calendar {
    let asked = Days { door: None, from: Some(from.to_owned()), step: 0, days };
    scene.see(move |at| calendar(at, &asked)).await
}

fn kinds(today: &Today) -> Vec<&'static str> {
    let kind = |need: &Attention| match need {
        Attention::NotKnown { .. } => "not_known",
        Attention::PerhapsSame(_) => "perhaps_same",
        Attention::Gone(_) => "gone",
        Attention::NoCode(_) => "no_code",
        Attention::Failed(_) => "failed",
        Attention::SecondCode(_) => "second_code",
        Attention::Differs(_) => "differs",
        Attention::NotIssued(_) => "not_issued",
        Attention::Door { .. } => "door",
    };
    today.needs.iter().map(kind).collect()
}

async fn note(scene: &Scene, door: &str, from: i8, to: i8) -> i64 {
    let asked = typed(door, from, to);
    scene.context().note_down(move |write, at| stays::record(write, at, &asked, None)).await.unwrap().stay.row.id
}

#[tokio::test]
async fn today_is_the_doors_date_not_the_computers() {
    let scene = Scene::new();
    scene.world().doors[1].zones.metadata = Some("Pacific/Auckland".into());
    scene.book.sync(&|_| ()).await.unwrap();
    let mut asked = stay("pool", 4, 6);
    asked.accepted = ops::issue::Accepted::Everything;
    scene.issued(stay("loft", 3, 6)).await;
    scene.issued(asked).await;
    // In New York it is the evening of the 3rd, in Los Angeles the afternoon, in Auckland already the 4th.
    for (now, expected) in [
        ("2026-12-03T01:00:00Z", &[][..]),
        ("2026-12-03T12:00:00Z", &["Loft", "Pool House"][..]),
        ("2026-12-04T01:00:00Z", &["Loft", "Pool House"][..]),
        ("2026-12-04T09:00:00Z", &["Pool House"][..]),
        ("2026-12-04T12:00:00Z", &[][..]),
    ] {
        scene.world().now = now.parse().unwrap();
        let names: Vec<String> = see_today(&scene).await.arriving.into_iter().map(|guest| guest.name).collect();
        assert_eq!(names, expected, "arriving at {now}");
    }
    scene.world().now = "2026-12-06T02:00:00Z".parse().unwrap();
    let leaving: Vec<String> = see_today(&scene).await.leaving.into_iter().map(|guest| guest.name).collect();
    assert_eq!(leaving, ["Pool House"], "in Auckland it is the 6th, in Los Angeles still the 5th");
}

#[tokio::test]
async fn arrivals_are_listed_by_time_with_or_without_a_code() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    note(&scene, "pool", 3, 6).await;
    scene.world().now = "2026-12-03T20:00:00Z".parse().unwrap();
    let today = see_today(&scene).await;
    let came: Vec<_> = today.arriving.iter().map(|guest| (guest.name.as_str(), guest.civil.to_string())).collect();
    let expected = [("Pool House", "2026-12-03T15:45:00".to_owned()), ("Loft", "2026-12-03T16:00:00".to_owned())];
    assert_eq!(came, expected, "a recorded stay by its own time, a code by the lock's");
    assert_eq!(kinds(&today), ["no_code"], "and the one without a code waits for the host");
}

#[tokio::test]
async fn an_arrival_whose_code_failed_is_listed() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Instead(domain::reading::CreateOutcome::NotSent { why: NotSentWhy::NoConnection }));
    scene.issued(stay("loft", 3, 6)).await;
    scene.world().now = "2026-12-03T20:00:00Z".parse().unwrap();
    let came = async || {
        let arriving = see_today(&scene).await.arriving.into_iter();
        arriving.map(|guest| (guest.name, guest.civil.to_string())).collect::<Vec<_>>()
    };
    let expected = [("Loft".to_owned(), "2026-12-03T15:45:00".to_owned())];
    assert_eq!(came().await, expected, "by the stay's own time, for no code has another");
    note(&scene, "loft", 3, 6).await;
    assert_eq!(came().await, expected, "once, though the host has noted the stay down as well");
    scene.issued(stay("loft", 3, 6)).await;
    let expected = [("Loft".to_owned(), "2026-12-03T16:00:00".to_owned())];
    assert_eq!(came().await, expected, "with its code by the lock's time");
}

#[tokio::test]
async fn the_week_starts_at_the_earliest_local_date() {
    let scene = Scene::synced().await;
    // In Los Angeles it is the evening of the 2nd; the computer, in New York, has the 3rd.
    scene.world().now = "2026-12-03T06:00:00Z".parse().unwrap();
    let today = see_today(&scene).await;
    assert_eq!(today.week.first.to_string(), "2026-12-02", "whoever leaves there on the 2nd is still in the picture");
}

#[tokio::test]
async fn only_doors_that_are_nearly_full_are_named() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    assert!(see_today(&scene).await.capacity.is_empty(), "one code of many");
    scene.book.record.set_host_limit(DeviceId::new("loft"), Some(1), now()).await.unwrap();
    let capacity = see_today(&scene).await.capacity;
    let full: Vec<&str> = capacity.iter().map(|door| door.door.as_str()).collect();
    assert_eq!(full, ["loft"], "the only one of one");
}

#[tokio::test]
async fn busy_doors_come_first() {
    let scene = Scene::new();
    let pattern = scene.world().doors[0].clone();
    scene.world().doors.extend((0..20).map(|number| {
        let id = format!("many-{number:02}");
        DoorReading { device_id: DeviceId::new(&id), name: id, ..pattern.clone() }
    }));
    scene.book.sync(&|_| ()).await.unwrap();
    scene.world().now = "2026-12-03T20:00:00Z".parse().unwrap();
    note(&scene, "many-19", 4, 6).await;
    let today = see_today(&scene).await;
    let doors = &today.week.doors;
    assert_eq!(doors.len(), 12, "no more than is taken in at a glance");
    assert_eq!(doors[0].name, "many-19", "the last by name, but the one with a guest");
    let all = scene.see(|at| Ok(at.read.doors()?.len())).await;
    assert_eq!(doors.len() + today.more_doors, all, "and it is said how many are left out");
}

#[tokio::test]
async fn a_stay_without_a_code_becomes_a_task_a_day_before() {
    let scene = Scene::synced().await;
    note(&scene, "loft", 3, 6).await;
    let arrival: jiff::Timestamp = "2026-12-03T23:45:00Z".parse().unwrap();
    for (before, expected) in [(25, &[][..]), (24, &["no_code"][..]), (0, &["no_code"][..]), (-60, &["no_code"][..])] {
        scene.world().now = arrival - SignedDuration::from_hours(before);
        assert_eq!(kinds(&see_today(&scene).await), expected, "{before} hours before");
    }
    scene.issued(stay("loft", 3, 6)).await;
    assert!(kinds(&see_today(&scene).await).is_empty(), "with its code it waits no longer");
}

#[tokio::test]
async fn a_problem_stays_a_task_until_its_stay_is_over() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Vanished);
    scene.issued(stay("loft", 3, 4)).await;
    let (entry, _) = scene.issued(stay("loft", 5, 6)).await;
    scene.world().fail();
    scene.follow(&entry, 30).await;
    let (entry, _) = scene.issued(stay("loft", 7, 8)).await;
    scene.world().codes[1].starts_at = Some("2026-12-08T01:00:00Z".parse().unwrap());
    scene.follow(&entry, 30).await;
    scene.fate(Fate::Instead(domain::reading::CreateOutcome::NotSent { why: NotSentWhy::NoConnection }));
    scene.issued(stay("pool", 9, 10)).await;
    let expected = ["not_known", "failed", "differs", "not_issued"];
    assert_eq!(kinds(&see_today(&scene).await), expected, "the most urgent first");
    let status = scene.see(status::status).await;
    assert_eq!((status.needs_you, status.doors, status.not_ready), (4, 2, 0), "the frame counts the same");
    scene.issued(stay("pool", 9, 10)).await;
    assert_eq!(kinds(&see_today(&scene).await), expected[..3], "a later attempt that came about settles it");
    scene.world().now = "2026-12-20T00:00:00Z".parse().unwrap();
    assert!(kinds(&see_today(&scene).await).is_empty(), "what is over waits for nobody");
}

#[tokio::test]
async fn a_door_becomes_a_task_only_if_a_stay_needs_it() {
    let scene = Scene::new();
    scene.world().doors[1].offline_capable = domain::reading::Capability::No;
    scene.book.sync(&|_| ()).await.unwrap();
    assert!(kinds(&see_today(&scene).await).is_empty(), "nobody is to come");
    assert_eq!(scene.see(status::status).await.not_ready, 1, "readiness counts it all the same");
    note(&scene, "pool", 13, 16).await;
    assert_eq!(kinds(&see_today(&scene).await), ["door"], "now somebody is");
}

#[tokio::test]
async fn bars_follow_half_days_on_the_doors_clock() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    scene.issued(stay("loft", 6, 8)).await;
    let planned = note(&scene, "loft", 7, 9).await;
    let calendar = days(&scene, "2026-12-03", 7).await;
    let loft = &calendar.doors[0];
    let bars: Vec<_> = loft.bars.iter().map(|bar| (bar.place.from, bar.place.to, bar.lane)).collect();
    assert_eq!(bars, [(1, 7, 0), (7, 11, 0), (9, 13, 1)], "guests meet at noon; an overlap has a lane of its own");
    assert_eq!(loft.lanes, 2, "as many lanes as overlap");
    let is_planned =
        |bar: &ops::calendar::Bar| matches!(&bar.what, ops::calendar::BarOf::Planned(stay) if stay.row.id == planned);
    assert!(loft.bars.iter().any(is_planned), "a stay without a code is a bar, too");
    let cut = days(&scene, "2026-12-05", 2).await;
    let ends: Vec<_> = cut.doors[0].bars.iter().map(|bar| (bar.place.begins_before, bar.place.ends_after)).collect();
    assert_eq!(ends, [(true, false), (false, true)], "what reaches outside says so");
}

#[tokio::test]
async fn clock_changes_move_no_bar() {
    let scene = Scene::synced().await;
    let mut asked = stay("loft", 3, 6);
    let at = |month, day, hour, minute| {
        ops::preview::AskedTime::Civil(jiff::civil::date(2027, month, day).at(hour, minute, 0, 0))
    };
    // Clocks go forward in the night of 14 March 2027.
    (asked.stay.from, asked.stay.to) = (at(3, 13, 16, 0), at(3, 15, 10, 0));
    scene.issued(asked).await;
    let calendar = days(&scene, "2027-03-13", 3).await;
    let bar = &calendar.doors[0].bars[0];
    assert_eq!((bar.place.from, bar.place.to), (1, 5), "from an afternoon to a morning, the short day between");
}

#[tokio::test]
async fn a_calendar_starts_today_and_moves_in_steps() {
    let scene = Scene::synced().await;
    scene.world().now = "2026-11-24T03:00:00Z".parse().unwrap();
    for (step, days, first, shown) in [(0, 7, "2026-11-23", 7), (-7, 500, "2026-11-16", 93), (30, 0, "2026-12-23", 1)] {
        let asked = Days { door: None, from: None, step, days };
        let calendar = scene.see(move |at| calendar(at, &asked)).await;
        assert_eq!(
            (calendar.first.to_string().as_str(), calendar.days),
            (first, shown),
            "in New York it is still the 23rd: step {step}"
        );
    }
    let bad = Days { door: None, from: Some("tomorrow".into()), step: 0, days: 7 };
    let refused = scene.context().look_up(move |at| calendar(at, &bad)).await;
    assert!(matches!(refused, Err(ops::Error::BadTime(_))), "{refused:?}");
    assert!(now() < scene.world().now, "the clock was put forward");
}
