//! Doors that Seam only watches: known, shown as such, and never a reason to forget or to conclude anything.

use domain::ids::DeviceId;
use domain::lifecycle::State;
use domain::readiness::{What, is_ready};
use domain::reading::{CreateCode, ReadError};
use jiff::SignedDuration;
use ops::Error;
use ops::audit::audit;
use ops::door::{self, Door};
use ops::issue::{Issued, Objection};
use ops::preview::preview;
use ops::sync::Synced;

use crate::world::{Scene, stay};

async fn sync(scene: &Scene) -> Synced {
    scene.book.sync(&|_| ()).await.unwrap()
}

async fn kept(scene: &Scene, id: &'static str) -> Door {
    let now = ops::Times::corrected(scene.world().now, None);
    let tables = scene.book.tables.clone();
    let read = move |read: &store::Read<'_>| door::by_id(read, &DeviceId::new(id), &tables, now);
    scene.book.record.read(read).await.unwrap()
}

fn found(scene: &Scene, door: &Door) -> (Vec<What>, bool) {
    let findings = audit(door, &scene.book.tables, scene.world().now);
    let ready = is_ready(&findings);
    (findings.into_iter().map(|finding| finding.what).filter(|what| *what != What::Fine).collect(), ready)
}

/// Later than the time in which the absence of a code proves nothing.
fn an_hour_later(scene: &Scene) {
    let mut world = scene.world();
    world.now = world.now.checked_add(SignedDuration::from_hours(1)).unwrap();
}

fn made_elsewhere(scene: &Scene) {
    scene.world().make(&CreateCode {
        device_id: DeviceId::new("loft"),
        name: "Cleaner".into(),
        starts_at: "2026-12-20T12:00:00Z".into(),
        ends_at: "2026-12-21T12:00:00Z".into(),
        round_by_day: false,
    });
}

#[tokio::test]
async fn a_door_switched_to_unmanaged_is_reported_and_keeps_its_facts() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    made_elsewhere(&scene);
    sync(&scene).await;
    let before = kept(&scene, "loft").await;
    scene.world().switch("loft", false);
    let synced = sync(&scene).await;
    assert_eq!((synced.unmanaged_doors, synced.gone_doors), (vec!["Loft".into()], Vec::new()), "told, and not gone");
    let after = kept(&scene, "loft").await;
    assert_eq!(found(&scene, &after), (vec![What::NotManaged], false), "not ready, for this reason and no other");
    let reading = domain::reading::DoorReading { is_managed: true, ..after.row.reading.clone() };
    assert_eq!(reading, before.row.reading, "name, slots, zone and limit are as they were known");
    assert_eq!(after.places, before.places, "and so are the places");
    assert_eq!(scene.follow(&entry, 0).await.code.state, entry.code.state, "the code is what it was");
    assert!(sync(&scene).await.unmanaged_doors.is_empty(), "it is told once");
}

#[tokio::test]
async fn nothing_is_sent_for_a_door_switched_since_the_last_sync() {
    let scene = Scene::synced().await;
    scene.world().switch("loft", false);
    let Issued::Objected(objection) = scene.issue(stay("loft", 3, 6)).await else { panic!("nothing is sent") };
    let Objection::NotReady(findings) = *objection else { panic!("the door is not ready: {objection:?}") };
    assert_eq!(findings[0].what, What::NotManaged, "not gone, though it is not where managed doors are");
    assert_eq!(scene.creates(), 0, "Seam was not asked for a code");
    scene.world().switch("loft", true);
    assert_eq!(sync(&scene).await.managed_again, ["Loft"], "switched back, it is told");
    scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(scene.creates(), 1, "and codes are made for it");
}

#[tokio::test]
async fn absence_from_a_watched_doors_lists_proves_nothing() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    made_elsewhere(&scene);
    sync(&scene).await;
    let before = kept(&scene, "loft").await.places;
    scene.world().switch("loft", false);
    scene.world().codes.clear();
    an_hour_later(&scene);
    sync(&scene).await;
    sync(&scene).await;
    scene.book.confirm_all().await.unwrap();
    assert_eq!(kept(&scene, "loft").await.places, before, "no place is free because Seam looks away");
    let state = scene.follow(&entry, 0).await.code.state;
    assert_eq!(state, State::Accepted, "and no code is called gone");
    assert!(scene.book.compare(None, &|_| ()).await.unwrap().doors.is_empty(), "nor missing");
}

#[tokio::test]
async fn a_first_connection_names_doors_that_are_only_watched() {
    let scene = Scene::new();
    scene.world().switch("loft", false);
    scene.world().switch("pool", false);
    for time in ["first", "second"] {
        let synced = sync(&scene).await;
        assert_eq!(synced.unmanaged_doors, ["Loft at dormakaba", "Pool House at dormakaba"], "named the {time} time");
    }
    let loft = kept(&scene, "loft").await;
    assert_eq!(
        found(&scene, &loft),
        (vec![What::NotManaged], false),
        "what Seam does not say is not blamed on anybody"
    );
    let shown = preview(&loft, &stay("loft", 3, 6).stay, &scene.book.tables);
    assert!(matches!(shown, Err(Error::NotDescribed)), "nor is a zone asked for: {shown:?}");
    scene.world().switch("loft", true);
    let synced = sync(&scene).await;
    assert_eq!((synced.managed_again.len(), synced.unmanaged_doors.len()), (1, 0), "the other one is told already");
    let loft = kept(&scene, "loft").await;
    assert_eq!((loft.name(), found(&scene, &loft)), ("Loft", (Vec::new(), true)), "described, it is ready");
}

#[tokio::test]
async fn an_unserved_list_of_watched_doors_proves_nothing() {
    let not_served = [
        ReadError::NotFound { kind: "route_not_found".into() },
        ReadError::Forbidden { message: "no".into() },
        ReadError::NotSeam,
    ];
    for refused in not_served {
        let shown = refused.to_string();
        let scene = Scene::synced().await;
        scene.world().switch("loft", false);
        sync(&scene).await;
        scene.world().unmanaged_refused = Some(refused);
        let synced = sync(&scene).await;
        assert_eq!(
            (synced.doors, synced.gone_doors.len()),
            (1, 0),
            "{shown}: the sync goes on, and the door is not gone"
        );
        assert_eq!(found(&scene, &kept(&scene, "loft").await).0, [What::NotManaged], "{shown}: it is what it was");
    }
    let scene = Scene::synced().await;
    scene.world().unmanaged_refused = Some(ReadError::Unavailable { status: 503 });
    assert!(scene.book.sync(&|_| ()).await.is_err(), "a list that is only away for now is read the next time");
}

#[tokio::test]
async fn a_workspace_without_doors_counts_as_synced() {
    let scene = Scene::new();
    let found = async || {
        let tables = scene.book.tables.clone();
        let now = ops::Times::corrected(scene.world().now, None);
        scene.book.record.read(move |read| door::find(read, "Loft", &tables, now)).await
    };
    assert!(matches!(found().await, Err(Error::NeverSynced)), "a sync would help");
    scene.world().doors.clear();
    assert_eq!(sync(&scene).await.doors, 0, "Seam has none");
    assert!(matches!(found().await, Err(Error::NoSuchDoor(_))), "another sync would not");
}
