//! A disk that changed a bit of Seam's data: the next sync restores it, and no other door suffers.

use std::path::Path;

use domain::code_elsewhere::CodeElsewhere;
use domain::event::EventBody;
use domain::ids::DeviceId;
use domain::reading::CreateCode;
use ops::Error;
use ops::issue::Issued;
use store::{FILE_NAME, Problem, Reader, Soundness};
use testkit::{account, now};

use crate::world::{Scene, open, stay};

/// A record of two doors, one of them with a limit that the host set, an account, and a code made elsewhere.
async fn scene() -> Scene {
    let scene = Scene::new();
    {
        let mut world = scene.world();
        world.accounts.push(account("account", "Keys and more"));
        world.doors[0].model = Some("Model of the loft".to_owned());
        world.make(&CreateCode {
            device_id: DeviceId::new("loft"),
            name: "Somebody".to_owned(),
            starts_at: "2026-12-20T12:00:00Z".to_owned(),
            ends_at: "2026-12-21T12:00:00Z".to_owned(),
            round_by_day: false,
        });
        world.codes[0].slot_name = Some("Slot of somebody".to_owned());
    }
    scene.book.sync(&|_| ()).await.unwrap();
    scene.book.record.set_host_limit(DeviceId::new("loft"), Some(9), now()).await.unwrap();
    scene
}

/// Closes the record, changes one bit in it wherever these words occur, and opens it again.
fn damaged(scene: Scene, words: &str) -> Scene {
    let Scene { folder, world, book } = scene;
    drop(book);
    let path = folder.path().join(FILE_NAME);
    let mut bytes = std::fs::read(&path).unwrap();
    let places: Vec<usize> = (0..bytes.len()).filter(|place| bytes[*place..].starts_with(words.as_bytes())).collect();
    assert!(!places.is_empty(), "{words} stands in the record");
    places.into_iter().for_each(|place| bytes[place] ^= 1);
    std::fs::write(&path, bytes).unwrap();
    let book = open(folder.path(), &world);
    Scene { folder, world, book }
}

fn verified(folder: &Path) -> Soundness {
    Reader::open(folder).unwrap().verify().unwrap()
}

async fn outside(scene: &Scene) -> Vec<CodeElsewhere> {
    scene.book.record.read(|read| Ok(read.codes_elsewhere(&DeviceId::new("loft"), now())?)).await.unwrap()
}

#[tokio::test]
async fn the_next_sync_repairs_rows_that_mirror_seam() {
    for words in ["Ocean Beach", "Keys and more", "Model of the loft", "Slot of somebody", "code-1"] {
        let before = scene().await;
        let sound = outside(&before).await;
        let scene = damaged(before, words);
        let found = verified(scene.folder.path());
        assert!(found.is_mended_by_sync(), "{words}: only what a sync mends is damaged: {:?}", found.problems);
        let shown = scene.see(|at| Ok((ops::status::status(at)?, ops::today::today(at)?))).await;
        assert!(shown.0.doors >= 1, "{words}: pages go on without it");
        scene.book.sync(&|_| ()).await.unwrap();
        assert_eq!(verified(scene.folder.path()).problems, [], "{words}: the record is sound again");
        let id = DeviceId::new("loft");
        let loft = scene.book.record.read(move |read| Ok(read.door(&id)?.unwrap())).await.unwrap();
        assert_eq!(loft.reading.model.as_deref(), Some("Model of the loft"), "{words}: Seam's words are Seam's");
        assert_eq!(loft.host_limit, Some(9), "{words}: the host's figure is the host's");
        assert_eq!(outside(&scene).await, sound, "{words}: whoever made it, it takes its place");
        let history = scene.book.record.read(|read| Ok(read.record_history(1)?)).await.unwrap();
        assert_eq!(history[0].body, EventBody::Mended { rows: 1 }, "{words}: the record says that it was mended");
        assert_eq!(scene.book.sync(&|_| ()).await.unwrap().mended, 0, "{words}: once");
    }
}

#[tokio::test]
async fn a_damaged_door_does_not_stop_the_others() {
    let scene = damaged(scene().await, "Model of the loft");
    let (tables, times) = (scene.book.tables.clone(), ops::Times::corrected(now(), None));
    let found = scene.book.record.read(move |read| {
        let names = ops::door::all(read, &tables, times)?.iter().map(|door| door.name().to_owned()).collect::<Vec<_>>();
        Ok((names, ops::door::find(read, "pool", &tables, times)?.name().to_owned()))
    });
    assert_eq!(
        found.await.unwrap(),
        (vec!["Pool House".to_owned()], "Pool House".to_owned()),
        "they are listed and found"
    );
    let (tables, times) = (scene.book.tables.clone(), ops::Times::corrected(now(), None));
    let sought = scene.book.record.read(move |read| ops::door::find(read, "loft", &tables, times)).await;
    assert!(sought.is_err_and(|error| error.is_damage()), "it is not said that there is no such door");
    let status = scene.see(ops::status::status).await;
    assert_eq!((status.doors, status.damaged_doors), (1, 1), "and the host is told that one is not shown");
    let issued = scene.book.issue(stay("pool", 3, 6), &|_| ()).await.unwrap();
    assert!(matches!(issued, Issued::Code { .. }), "the pool's own rows are sound: {issued:?}");
    let refused = scene.book.issue(stay("loft", 3, 6), &|_| ()).await;
    let is_damage = matches!(&refused, Err(Error::BeforeSending(error)) if error.is_damage());
    assert!(is_damage, "nothing is issued from what is damaged: {refused:?}");
    scene.book.sync(&|_| ()).await.unwrap();
    let issued = scene.book.issue(stay("loft", 3, 6), &|_| ()).await.unwrap();
    assert!(matches!(issued, Issued::Code { .. }), "what Seam said again can be issued from: {issued:?}");
}

#[tokio::test]
async fn nothing_is_issued_while_codes_made_elsewhere_cannot_be_counted() {
    // The key of the row: the code is no longer among any door's codes.
    let scene = damaged(scene().await, "code-1");
    let refused = scene.book.issue(stay("pool", 3, 6), &|_| ()).await;
    let Err(Error::Unsound(problem)) = refused else { panic!("nothing is sent: {refused:?}") };
    assert!(problem.is_mended_by_sync(), "and a sync mends it: {problem}");
    assert_eq!(scene.book.sync(&|_| ()).await.unwrap().mended, 1, "it says so");
    let issued = scene.book.issue(stay("pool", 3, 6), &|_| ()).await.unwrap();
    assert!(matches!(issued, Issued::Code { .. }), "then the host goes on: {issued:?}");
}

#[tokio::test]
async fn a_damaged_code_made_elsewhere_is_replaced_only_once_its_door_is_read() {
    let before = scene().await;
    let scene = damaged(before, "Slot of somebody");
    scene.world().unreadable.push(DeviceId::new("loft"));
    scene.book.sync(&|_| ()).await.unwrap();
    assert!(
        verified(scene.folder.path()).is_mended_by_sync(),
        "nobody has said it again, so it is still there, and damaged"
    );
    scene.world().unreadable.clear();
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(verified(scene.folder.path()).problems, [], "said again");
    assert_eq!(outside(&scene).await.len(), 1, "and counted");
}

#[tokio::test]
async fn slot_changes_of_a_damaged_door_are_reported() {
    let before = scene().await;
    let (entry, _) = before.issued(stay("loft", 3, 6)).await;
    let scene = damaged(before, "Model of the loft");
    scene.world().doors[0].slots.remove(0);
    let synced = scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(synced.lost_slots[0].intent, entry.intent.id, "the code that lost its slot is named");
    assert_eq!(synced.mended, 1, "as is the damage");
    assert_eq!(scene.see(ops::status::status).await.damaged_doors, 0, "which is over");
}

#[tokio::test]
async fn a_damaged_door_that_is_gone_does_not_stop_a_sync() {
    let before = scene().await;
    let scene = damaged(before, "Model of the loft");
    scene.world().doors.remove(0);
    scene.book.sync(&|_| ()).await.unwrap();
    assert!(!verified(scene.folder.path()).is_sound(), "nobody says it again, so it stays damaged, and is told");
}

#[tokio::test]
async fn damaged_slots_are_replaced_and_stay_reported() {
    let scene = damaged(scene().await, "Guest 16:00");
    scene.book.sync(&|_| ()).await.unwrap();
    let issued = scene.book.issue(stay("loft", 3, 6), &|_| ()).await.unwrap();
    assert!(matches!(issued, Issued::Code { .. }), "the door has its slots again: {issued:?}");
    let found = verified(scene.folder.path());
    assert_eq!(found.problems, [Problem::Rows(2, "slot_snapshot".to_owned())], "history is never written anew");
    assert!(!found.is_mended_by_sync(), "and no sync mends it");
}

#[tokio::test]
async fn a_damaged_id_is_not_taken_for_another_workspace() {
    let scene = Scene::new();
    scene.world().workspace = "workspace-of-ours".to_owned();
    scene.book.sync(&|_| ()).await.unwrap();
    let scene = damaged(scene, "workspace-of-ours");
    let refused = scene.book.sync(&|_| ()).await;
    let is_damage = matches!(&refused, Err(Error::Record(error)) if error.is_damage());
    assert!(is_damage, "whose record this is can no longer be told: {refused:?}");
}
