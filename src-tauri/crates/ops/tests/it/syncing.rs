//! Sync: complete, repeatable, and honest about anything it could not read.

use domain::ids::{AccessCodeId, DeviceId};
use domain::reading::CodeReading;
use ops::Error;
use ops::issue::{Issued, Objection};
use store::CodeFilter;
use testkit::{door, now};

use crate::world::{Scene, stay};

async fn last_read(scene: &Scene, id: &str) -> Option<String> {
    let id = DeviceId::new(id);
    let row = scene.book.record.read(move |read| Ok(read.door(&id)?.unwrap())).await.unwrap();
    row.read_at.map(|at| at.to_string())
}

fn advance(scene: &Scene, seconds: i64) {
    let mut world = scene.world();
    world.now = world.now.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap();
}

#[tokio::test]
async fn a_sync_without_changes_writes_only_its_time() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    scene.book.sync(&|_| ()).await.unwrap();
    let written = async || scene.book.record.on_thread(|store| Ok(store.rows_written())).await.unwrap();
    let before = written().await;
    advance(&scene, 60);
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(written().await - before, 1, "one row: when everything was read");
    assert_eq!(last_read(&scene, "loft").await.as_deref(), Some("2026-11-23T12:01:00Z"), "every door carries it");
}

#[tokio::test]
async fn codes_of_another_record_are_reported_once() {
    let scene = Scene::synced().await;
    let laptop = Scene::synced().await;
    laptop.issued(stay("loft", 3, 6)).await;
    scene.issued(stay("loft", 8, 9)).await;
    let theirs = laptop.world().codes[0].clone();
    scene.world().codes.push(CodeReading { id: AccessCodeId::new("theirs"), ..theirs });
    let told = async || scene.book.sync(&|_| ()).await.unwrap().of_other_records;
    assert_eq!(told().await, 1, "the other laptop's, and not this record's own");
    assert_eq!(told().await, 0, "it is known by now, as made elsewhere");
}

#[tokio::test]
async fn an_unreadable_door_keeps_its_last_reading() {
    let scene = Scene::synced().await;
    scene.world().unreadable.push(DeviceId::new("pool"));
    advance(&scene, 600);
    let synced = scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(synced.unread.len(), 1, "it is named");
    assert_eq!(last_read(&scene, "loft").await.as_deref(), Some("2026-11-23T12:10:00Z"), "the other was read now");
    assert_eq!(last_read(&scene, "pool").await.as_deref(), Some("2026-11-23T12:00:00Z"), "this one earlier");
}

#[tokio::test]
async fn a_door_missing_only_from_the_list_is_not_gone() {
    let scene = Scene::synced().await;
    scene.world().unlisted.push(DeviceId::new("pool"));
    assert!(scene.book.sync(&|_| ()).await.unwrap().gone_doors.is_empty(), "asked for by its id, it is there");
    scene.issued(stay("pool", 3, 6)).await;
    assert_eq!(scene.creates(), 1, "and codes are made for it");
}

#[tokio::test]
async fn a_vanished_door_is_marked_gone_until_it_returns() {
    let scene = Scene::synced().await;
    let pool = scene.world().doors.pop().unwrap();
    advance(&scene, 600);
    assert_eq!(scene.book.sync(&|_| ()).await.unwrap().gone_doors, ["Pool House"], "it is told");
    assert_eq!(
        last_read(&scene, "pool").await.as_deref(),
        Some("2026-11-23T12:00:00Z"),
        "as last read when it was there"
    );
    let issued = scene.issue(stay("pool", 3, 6)).await;
    let Issued::Objected(objection) = issued else { panic!("an objection, not {issued:?}") };
    assert!(matches!(*objection, Objection::NotReady(_)), "nothing is issued for it: {objection:?}");
    scene.world().doors.push(pool);
    assert!(scene.book.sync(&|_| ()).await.unwrap().gone_doors.is_empty(), "back again");
    let id = DeviceId::new("pool");
    let gone = scene.book.record.read(move |read| Ok(read.door(&id)?.unwrap().gone_at)).await.unwrap();
    assert_eq!(gone, None, "and no longer gone");
}

#[tokio::test]
async fn slot_changes_that_affect_a_future_code_are_reported() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().doors[0].slots.remove(0);
    let synced = scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(synced.slots_changed, ["Loft"], "the door");
    assert_eq!(synced.lost_slots[0].intent, entry.intent.id, "and the code that lost its slot");
}

#[tokio::test]
async fn another_workspaces_key_stops_the_sync() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("pool", 3, 6)).await;
    scene.world().workspace = "w2".into();
    scene.world().codes.clear();
    let issued = scene.book.issue(stay("loft", 3, 6), &|_| ()).await;
    assert!(matches!(issued, Err(Error::OtherWorkspace { .. })), "nothing is issued with it: {issued:?}");
    let told: &(dyn Fn(ops::Stage) + Send + Sync) = &|_| ();
    let followed = scene.book.follow(entry.intent.id, std::time::Duration::from_secs(60), told).await;
    assert!(matches!(followed, Err(Error::OtherWorkspace { .. })), "nor is anything concluded: {followed:?}");
    scene.world().doors = vec![door("other", "Other")];
    let refused = scene.book.sync(&|_| ()).await;
    let Err(Error::OtherWorkspace { pinned, found }) = refused else {
        panic!("the record belongs to one workspace: {refused:?}")
    };
    assert!(pinned.ends_with("w1") && found.ends_with("w2"), "called alike, they are told apart: {pinned} and {found}");
    let doors = scene.book.record.read(|read| Ok(read.doors()?.len())).await.unwrap();
    assert_eq!(doors, 2, "nothing of the other was taken in");
}

#[tokio::test]
async fn issued_codes_can_be_read_offline() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    let reader = store::Reader::open(scene.folder.path()).unwrap();
    let page = reader.read().codes(&CodeFilter::default(), 10, ops::Times::corrected(now(), None)).unwrap();
    assert_eq!(page.total, 1, "by another reader, without Seam");
}
