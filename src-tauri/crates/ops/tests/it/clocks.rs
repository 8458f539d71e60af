//! A clock that was wrong at the last sync and is right again: nothing is over before it is over by both.

use domain::code::CodeEntry;
use domain::ids::DeviceId;
use domain::lifecycle::{State, seen_at};
use domain::readiness::{Check, Level};
use jiff::{SignedDuration, Timestamp};
use ops::draft::draft;
use ops::issue::Objection;
use store::CodeFilter;

use crate::world::{Scene, stay, typed};

const OFF_BY: [i64; 6] = [8, 5 * 24, 40 * 24, -8, -5 * 24, -40 * 24];

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

fn later(at: Timestamp, by: i64) -> Timestamp {
    at.checked_add(hours(by)).unwrap()
}

/// Syncs while this computer's clock is this many hours behind Seam's; then it is right again.
async fn sync_while_behind(scene: &Scene, by: i64) {
    {
        let mut world = scene.world();
        world.set_back = Some(later(world.now, -by));
    }
    scene.book.sync(&|_| ()).await.unwrap();
    scene.world().set_back = None;
}

/// A code at the loft that works for six more hours, with a recorded stay that leaves tomorrow.
async fn code_for_six_more_hours() -> (Scene, CodeEntry) {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("583201");
    let entry = scene.follow(&entry, 600).await;
    assert_eq!(entry.code.state, State::Set, "the lock knows it");
    scene.world().now = later(entry.code.ends_at, -6);
    let asked = typed("pool", 6, 7);
    scene.context().note_down(move |write, at| ops::stays::record(write, at, &asked, None)).await.unwrap();
    (scene, entry)
}

/// Its state, how many places of the loft are taken, and how many codes are listed as set.
async fn seen(scene: &Scene, entry: &CodeEntry) -> (State, u32, u64) {
    let entry = entry.clone();
    scene
        .see(move |at| {
            let code = at.read.code(entry.intent.id)?.unwrap().code;
            let door = ops::door::by_id(&at.read, &code.device_id, at.tables, at.times)?;
            let set = CodeFilter { states: vec![State::Set], ..CodeFilter::default() };
            let listed = at.read.codes(&set, 10, at.times)?.total;
            Ok((seen_at(code.state, code.ends_at, at.times), door.places.used(), listed))
        })
        .await
}

#[tokio::test]
async fn a_wrong_clock_ends_no_working_code() {
    for by in OFF_BY {
        let (scene, entry) = code_for_six_more_hours().await;
        sync_while_behind(&scene, by).await;
        assert_eq!(seen(&scene, &entry).await, (State::Set, 1, 1), "{by} h behind at the sync: it works, in its place");
        let planned = scene.see(ops::stays::planned).await;
        assert_eq!(planned.len(), 1, "{by} h: a stay that leaves tomorrow is on the list");
        scene.world().now = later(entry.code.ends_at, 41 * 24);
        assert_eq!(seen(&scene, &entry).await, (State::Ended, 0, 0), "{by} h: at last it is over by both");
    }
}

#[tokio::test]
async fn a_wrong_clock_ends_no_future_stay() {
    for by in OFF_BY {
        let (scene, _) = code_for_six_more_hours().await;
        sync_while_behind(&scene, by).await;
        let drafted = scene.see(move |at| draft(at, &typed("pool", 9, 10))).await;
        let objection = drafted.outlook.unwrap().objection;
        assert!(objection.is_none(), "{by} h behind at the sync: {objection:?}");
    }
}

#[tokio::test]
async fn the_next_sync_corrects_the_clock() {
    let (scene, entry) = code_for_six_more_hours().await;
    sync_while_behind(&scene, -40 * 24).await;
    scene.world().now = later(entry.code.ends_at, 1);
    assert_eq!(seen(&scene, &entry).await.0, State::Set, "by the corrected clock it still works");
    let skew = async || scene.see(|at| Ok(at.times.skew())).await;
    assert_eq!(skew().await, Some(hours(-40 * 24)), "and the clocks are said to be apart");
    // The sync that corrects it need not be complete.
    scene.world().unreadable.push(DeviceId::new("pool"));
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!((seen(&scene, &entry).await.0, skew().await), (State::Ended, None), "the clocks agree");
}

#[tokio::test]
async fn issuing_goes_by_the_clock_in_seams_answers() {
    let (scene, entry) = code_for_six_more_hours().await;
    scene.world().set_back = Some(later(entry.code.ends_at, -40 * 24));
    scene.world().now = later(entry.code.ends_at, 1);
    let over = scene.book.issue(stay("pool", 3, 6), &|_| ()).await.unwrap();
    let ops::issue::Issued::Objected(objection) = over else { panic!("nothing is sent: {over:?}") };
    assert!(matches!(*objection, Objection::Over { .. }), "Seam's clock is known: {objection:?}");
    scene.world().codes.clear();
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(seen(&scene, &entry).await.0, State::Set, "it vanished after its end: nobody is alarmed");
    scene.world().set_back = None;
    assert_eq!(seen(&scene, &entry).await.0, State::Ended, "and once the clock is right it is over by both");
}

#[tokio::test]
async fn a_vanished_code_is_not_taken_for_ended() {
    let (scene, entry) = code_for_six_more_hours().await;
    sync_while_behind(&scene, 8).await;
    // From here on Seam's answers carry no date.
    scene.world().undated = true;
    scene.world().codes.clear();
    scene.book.read_door(&entry.code.device_id).await.unwrap();
    assert_eq!(seen(&scene, &entry).await, (State::Gone, 1, 0), "it may still open the door");
}

#[tokio::test]
async fn a_reading_from_the_future_is_not_fresh() {
    let scene = Scene::synced().await;
    sync_while_behind(&scene, -40 * 24).await;
    let door = DeviceId::new("loft");
    let freshness = async |door: DeviceId| {
        let page = scene.see(move |at| ops::door_page::door_page(at, &door)).await;
        page.findings.into_iter().find(|finding| finding.check == Check::Freshness).unwrap().level
    };
    scene.book.read_door(&door).await.unwrap();
    assert_eq!(freshness(DeviceId::new("pool")).await, Level::Warn, "its date is still to come");
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(freshness(door).await, Level::Pass, "read just now, by a clock that is right");
}
