//! The ledger and a code in full.

use domain::ids::DeviceId;
use domain::{Pin, RawAnswer};
use ops::codes::{CodesQuery, page};
use ops::detail;

use crate::world::{Scene, stay};

async fn listed(scene: &Scene, asked: CodesQuery) -> Vec<i64> {
    let page = scene.see(move |at| page(at, &CodesQuery { limit: 50, ..asked })).await;
    page.entries.iter().map(|entry| entry.intent.id.0).collect()
}

#[tokio::test]
async fn a_filter_by_time_uses_each_doors_clock() {
    let scene = Scene::new();
    scene.world().doors[1].zones.metadata = Some("Europe/Berlin".into());
    scene.book.sync(&|_| ()).await.unwrap();
    scene.issued(stay("loft", 3, 6)).await;
    scene.issued(stay("pool", 3, 6)).await;
    let at = |text: &str, door: Option<&str>| CodesQuery {
        at: Some(text.to_owned()),
        door: door.map(DeviceId::new),
        ..CodesQuery::default()
    };
    let cases = [
        (at("2026-12-03T15:59", None), vec![]),
        (at("2026-12-03T16:00", None), vec![2, 1]),
        (at("2026-12-06T09:59", None), vec![2, 1]),
        (at("2026-12-06T10:00", None), vec![]),
        (at("2026-12-03T16:00", Some("loft")), vec![1]),
        (at("2026-12-03T16:00Z", None), vec![2]),
        (at(" ", None), vec![2, 1]),
    ];
    for (asked, expected) in cases {
        let told = format!("{asked:?}");
        assert_eq!(listed(&scene, asked).await, expected, "{told}");
    }
}

#[tokio::test]
async fn paging_skips_the_same_rows_with_and_without_a_filter() {
    let scene = Scene::synced().await;
    for (from, to) in [(3, 4), (5, 6), (7, 8), (9, 10), (11, 12)] {
        scene.issued(stay("loft", from, to)).await;
    }
    for (skip, expected) in [(0, vec![5, 4, 3, 2, 1]), (2, vec![3, 2, 1]), (4, vec![1]), (5, vec![]), (99, vec![])] {
        let all = CodesQuery { skip, ..CodesQuery::default() };
        let door = CodesQuery { door: Some(DeviceId::new("loft")), ..all.clone() };
        let found = CodesQuery { search: Some("loft".into()), ..all.clone() };
        for asked in [all, door, found] {
            assert_eq!(listed(&scene, asked).await, expected, "{skip} passed over");
        }
    }
    let after = CodesQuery { after: Some(domain::ids::IntentId(5)), skip: 1, ..CodesQuery::default() };
    let page = scene.see(move |at| page(at, &CodesQuery { limit: 2, ..after })).await;
    let ids: Vec<i64> = page.entries.iter().map(|entry| entry.intent.id.0).collect();
    assert_eq!((ids, page.total, page.next), (vec![3, 2], 5, Some(domain::ids::IntentId(2))), "from a cursor, too");
}

#[tokio::test]
async fn code_details_hold_everything_but_the_pin() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let id = entry.intent.id;
    {
        let mut world = scene.world();
        world.confirm("583201");
        world.codes[0].raw = RawAnswer::new(r#"{"access_code_id":"code-1","code":"583201","status":"set"}"#);
    }
    scene.follow(&entry, 60).await;
    let detail = scene.see(move |at| detail::detail(at, id)).await;
    let answer = detail.answer.unwrap();
    assert!(answer.contains("code-1") && !answer.contains("583201"), "the answer without its PIN: {answer}");
    assert_eq!(detail.chain.map(|(event, hash)| (event > 0, hash.len())), Some((true, 64)), "its place in the chain");
    assert!(detail.attempts.is_empty(), "there was one attempt");
    let pin = scene.see(move |at| detail::pin(at, id)).await;
    assert_eq!(pin.as_ref().map(Pin::expose), Some("583201"), "only where the host asks for it");
}

#[tokio::test]
async fn a_read_only_record_can_be_reviewed_but_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    drop(store::Store::open(folder.path(), jiff::Timestamp::UNIX_EPOCH).unwrap());
    let record = ops::Record::read_only(store::Reader::open(folder.path()).unwrap(), store::Error::DiskFull);
    assert!(matches!(record.why_read_only(), Some(store::Error::DiskFull)), "it says why");
    assert_eq!(
        record.read(|read| Ok(read.codes_in(domain::lifecycle::State::Set)?.len())).await.unwrap(),
        0,
        "it is read"
    );
    let refused = record
        .write(|write| {
            Ok(write.add_note(store::NotedOn::Door(&DeviceId::new("d")), "x", jiff::Timestamp::UNIX_EPOCH)?)
        })
        .await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("the disk is full"), "nothing is written, and why is said: {refused}");
}
