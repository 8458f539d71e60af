//! Opening, syncing over real HTTP into a real file, and reading it back from the file alone.

use simulator::{Options, Simulator};

fn key() -> domain::ApiKey {
    domain::ApiKey::parse(simulator::API_KEY).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn synced_doors_are_read_offline() {
    let folder = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(Options::plain(3)).await.unwrap();
    let endpoint = seam::Endpoint::parse(&simulator.url()).unwrap();
    let app = runtime::open(folder.path(), endpoint, key()).unwrap();
    let synced = app.sync(&|_| {}).await.unwrap();
    assert_eq!(synced.doors, 3, "every door was read");
    drop(app);
    simulator.stop().await;
    let offline = runtime::open_offline(folder.path()).unwrap();
    let doors = ops::door::all(&offline.read(), offline.tables(), offline.times().unwrap()).unwrap();
    assert_eq!(doors.len(), 3, "the record alone knows them");
    assert!(runtime::verify(folder.path()).unwrap().is_sound(), "and is sound");
}

#[tokio::test]
async fn an_unreachable_server_does_not_invalidate_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = seam::Endpoint::parse("http://127.0.0.1:9").unwrap();
    let app = runtime::open(folder.path(), endpoint, key()).unwrap();
    let error = app.connect().await.unwrap_err();
    assert!(matches!(error, ops::Error::Seam(ref why) if why.is_passing()), "{error} is no verdict on the key");
}

#[test]
fn reading_does_not_create_a_missing_record() {
    let folder = tempfile::tempdir().unwrap();
    let missing = runtime::open_offline(folder.path()).err();
    assert!(matches!(missing, Some(runtime::Error::Record(store::Error::Missing { .. }))), "{missing:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "reading leaves no trace");
}
