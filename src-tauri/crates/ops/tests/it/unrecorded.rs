//! Another program holds the record: before the request, and when Seam has made the code.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use domain::code::CodeEntry;
use domain::lifecycle::State;
use domain::reading::CreateOutcome;
use ops::issue::Issued;
use store::{Error, Store};
use testkit::now;

use crate::world::{Scene, stay};

/// Writes in the record until told to stop; returns once it has begun.
fn hold(mut other: Store, held: Receiver<()>) {
    let (taken, is_taken) = channel();
    std::thread::spawn(move || {
        other.write(|_| {
            taken.send(()).unwrap();
            held.recv().unwrap();
            Ok::<_, Error>(())
        })
    });
    is_taken.recv().unwrap();
}

#[tokio::test]
async fn nothing_is_sent_if_the_intent_cannot_be_recorded() {
    let scene = Scene::synced().await;
    scene.book.record.on_thread(|store| Ok(store.wait_at_most(Duration::from_millis(5))?)).await.unwrap();
    let (let_go, held) = channel::<()>();
    hold(Store::open(scene.folder.path(), now()).unwrap(), held);
    let refused = scene.book.issue(stay("loft", 3, 6), &|_| ()).await.unwrap_err();
    assert!(matches!(refused, ops::Error::BeforeSending(Error::Busy)), "it says that nothing was sent: {refused}");
    assert_eq!(scene.creates(), 0, "and nothing was");
    let_go.send(()).unwrap();
    scene.book.record.on_thread(|store| Ok(store.wait_at_most(Duration::from_secs(5))?)).await.unwrap();
    assert!(scene.issued(stay("loft", 3, 6)).await.1, "trying again is safe");
    assert_eq!(scene.creates(), 1, "one code");
}

#[tokio::test]
async fn an_answer_that_cannot_be_recorded_is_handed_to_the_host() {
    let scene = Scene::synced().await;
    let let_go = hold_from_the_request(&scene).await;
    let (entry, answer) = unrecorded(&scene).await;
    assert_eq!(scene.world().slept, Duration::from_secs(1), "five tries, a quarter of a second apart");
    let busy = again(&scene, &entry, &answer).await.unwrap_err();
    assert!(matches!(busy, ops::Error::Record(Error::Busy)), "the record is still held: {busy}");
    let_go.send(()).unwrap();
    let id = scene.book.record.read(|read| Ok(read.codes_in(State::Sending)?[0].intent.id)).await.unwrap();
    scene.book.record.on_thread(|store| Ok(store.wait_at_most(Duration::from_secs(5))?)).await.unwrap();
    // No other process may touch its request while it lives; the next start takes it up.
    let Scene { world, folder, book } = scene;
    drop(book);
    let scene = Scene { book: crate::world::open(folder.path(), &world), world, folder };
    scene.book.look(None, &|_| ()).await.unwrap();
    let state = scene.book.record.read(move |read| Ok(read.code(id)?.unwrap().code.state)).await.unwrap();
    assert_eq!(state, State::Accepted, "the next look brings it into the record");
    assert_eq!(scene.creates(), 1, "one code");
}

/// Another program takes the record when the next request arrives, and holds it until told to stop.
async fn hold_from_the_request(scene: &Scene) -> Sender<()> {
    scene.book.record.on_thread(|store| Ok(store.wait_at_most(Duration::from_millis(5))?)).await.unwrap();
    let other = Store::open(scene.folder.path(), now()).unwrap();
    let (let_go, held) = channel();
    scene.world().meanwhile = Some(Box::new(move || hold(other, held)));
    let_go
}

/// Tries once more to record the answer, in whatever record the scene has.
async fn again(scene: &Scene, entry: &CodeEntry, answer: &CreateOutcome) -> Result<CodeEntry, ops::Error> {
    let (entry, answer) = (entry.clone(), answer.clone());
    scene.book.record.write(move |write| ops::issue::record_again(write, &entry, &answer, now())).await
}

/// Issues, and expects that the answer cannot be recorded.
async fn unrecorded(scene: &Scene) -> (CodeEntry, CreateOutcome) {
    match scene.issue(stay("loft", 3, 6)).await {
        Issued::Unrecorded { entry, answer, why } => {
            assert!(matches!(*answer, CreateOutcome::Accepted { .. }), "what Seam said is not lost: {answer:?}");
            assert!(matches!(why, Error::Busy), "with the reason: {why}");
            (*entry, *answer)
        }
        issued => panic!("it cannot be on disk: {issued:?}"),
    }
}

#[tokio::test]
async fn the_answer_is_recorded_once_the_record_is_writable() {
    let scene = Scene::synced().await;
    let let_go = hold_from_the_request(&scene).await;
    let (entry, answer) = unrecorded(&scene).await;
    let_go.send(()).unwrap();
    scene.book.record.on_thread(|store| Ok(store.wait_at_most(Duration::from_secs(5))?)).await.unwrap();
    let recorded = again(&scene, &entry, &answer).await.unwrap();
    assert_eq!(recorded.code.state, State::Accepted, "nothing was lost, without another start");
    let twice = again(&scene, &entry, &answer).await.unwrap();
    assert_eq!((twice.code.seq, twice.code.second_codes), (recorded.code.seq, Vec::new()), "once is enough");
    assert_eq!(scene.creates(), 1, "one code");
    let elsewhere = again(&Scene::synced().await, &entry, &answer).await;
    assert!(matches!(elsewhere, Err(ops::Error::Lost(_))), "another record has no such intent: {elsewhere:?}");
}

#[tokio::test]
async fn no_code_is_requested_if_the_disk_is_nearly_full() {
    let scene = Scene::synced().await;
    let want = async |bytes| {
        let wanted = scene.book.record.on_thread(move |store| {
            store.want_room(bytes);
            Ok(())
        });
        wanted.await.unwrap();
    };
    want(u64::MAX).await;
    let refused = scene.book.issue(stay("loft", 3, 6), &|_| ()).await.unwrap_err();
    let ops::Error::BeforeSending(Error::LittleRoom { free, .. }) = refused else { panic!("{refused}") };
    assert!(free > 0, "it says how much is left");
    assert_eq!(scene.creates(), 0, "an answer that might not be recorded is not asked for");
    want(1).await;
    assert!(scene.issued(stay("loft", 3, 6)).await.1, "with room, it is");
    want(u64::MAX).await;
    assert!(!scene.issued(stay("loft", 3, 6)).await.1, "a code that is there is shown, however full the disk");
}
