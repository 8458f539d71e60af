//! The record compared with Seam: only differences, and nothing is written.

use domain::ids::AccessCodeId;
use domain::reading::ReadError;
use ops::Error;
use ops::compare::Compared;
use store::Store;
use testkit::now;

use crate::world::{Scene, stay};

async fn compared(scene: &Scene) -> Compared {
    scene.book.compare(None, &|_| ()).await.unwrap()
}

/// Loft with one code that is set, and Pool House with one.
async fn settled() -> Scene {
    let scene = Scene::synced().await;
    for door in ["loft", "pool"] {
        let (entry, _) = scene.issued(stay(door, 3, 6)).await;
        scene.world().confirm("583201");
        scene.follow(&entry, 60).await;
    }
    scene
}

#[tokio::test]
async fn only_differences_are_shown() {
    let scene = settled().await;
    let compared = compared(&scene).await;
    assert!(compared.doors.is_empty() && compared.unread.is_empty(), "{compared:?}");
    assert_eq!((compared.compared_doors, compared.compared_codes), (2, 2), "everything was looked at");
}

#[tokio::test]
async fn every_kind_of_difference_is_reported_and_nothing_is_written() {
    let scene = settled().await;
    {
        let mut world = scene.world();
        world.codes[0].ends_at = Some("2026-12-06T19:00:00Z".parse().unwrap());
        world.codes.remove(1);
        let mut foreign = world.codes[0].clone();
        (foreign.id, foreign.name) = (AccessCodeId::new("portal"), Some("Cleaner".into()));
        world.codes.push(foreign);
    }
    let events = |scene: &Scene| Store::open(scene.folder.path(), now()).unwrap().verify().unwrap().events;
    let before = events(&scene);
    let compared = compared(&scene).await;
    let [loft, pool] = compared.doors.as_slice() else { panic!("both doors differ: {compared:?}") };
    let whats: Vec<&str> = loft.different[0].1.iter().map(|found| found.word()).collect();
    assert_eq!((loft.different.len(), whats), (1, vec!["ends"]), "its end is another at Seam");
    assert_eq!(loft.foreign.iter().map(|code| code.row.id.as_str()).collect::<Vec<_>>(), ["portal"], "made elsewhere");
    assert_eq!((pool.missing.len(), pool.different.len()), (1, 0), "gone from Seam");
    assert_eq!(events(&scene), before, "comparing writes nothing");
    scene.book.sync(&|_| ()).await.unwrap();
    let after = self::compared(&scene).await;
    assert!(after.doors.iter().all(|door| door.foreign.is_empty() && door.different.is_empty()), "{after:?}");
}

#[tokio::test]
async fn a_stale_list_reports_no_code_missing() {
    let scene = settled().await;
    scene.world().stale = true;
    assert!(compared(&scene).await.doors.is_empty(), "each code is asked for by its id first");
}

#[tokio::test]
async fn a_code_that_became_ready_is_reported() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("583201");
    let compared = compared(&scene).await;
    let whats: Vec<&str> = compared.doors[0].different[0].1.iter().map(|found| found.word()).collect();
    assert_eq!(whats, ["pin_there", "state"], "its PIN is there and it is set");
}

#[tokio::test]
async fn an_unreadable_door_is_named_and_another_workspace_refused() {
    let scene = settled().await;
    let loft = scene.world().doors[0].device_id.clone();
    scene.world().unreadable.push(loft);
    let compared = compared(&scene).await;
    assert!(
        matches!(compared.unread.as_slice(), [(name, ReadError::Unavailable { .. })] if name == "Loft"),
        "{compared:?}"
    );
    assert_eq!(compared.compared_doors, 1, "the other was compared");
    scene.world().workspace = "w2".into();
    let other = scene.book.compare(None, &|_| ()).await;
    assert!(matches!(other, Err(Error::OtherWorkspace { .. })), "all would be missing there: {other:?}");
}
