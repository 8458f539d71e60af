//! A lost answer whose code was renamed on the way, and codes made elsewhere that Seam stops listing.

use domain::code::CodeEntry;
use domain::event::EventBody;
use domain::ids::{AccessCodeId, DeviceId};
use domain::lifecycle::State;
use jiff::SignedDuration;
use ops::Error;
use ops::issue::{Accepted, IssueOrder, Issued, Objection};
use ops::probable::probable;
use testkit::door;

use crate::fake::Fate;
use crate::world::{Scene, stay};

async fn lost(name: impl Fn(&str) -> Option<String>) -> (Scene, CodeEntry) {
    let scene = Scene::synced().await;
    scene.fate(Fate::Lost);
    scene.world().stale = true;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(entry.code.state, State::Unknown, "its answer is lost");
    {
        let mut world = scene.world();
        world.stale = false;
        let code = world.codes.last_mut().unwrap();
        code.name = code.name.as_deref().and_then(&name);
    }
    scene.book.look(None, &|_| ()).await.unwrap();
    let id = entry.intent.id;
    let entry = scene.see(move |at| ops::detail::entry(at, id)).await;
    (scene, entry)
}

async fn used(scene: &Scene) -> u32 {
    let door = DeviceId::new("loft");
    scene.see(move |at| ops::door::by_id(&at.read, &door, at.tables, at.times)).await.places.used()
}

async fn probably(scene: &Scene, entry: &CodeEntry) -> Vec<String> {
    let entry = entry.clone();
    let codes = scene.see(move |at| probable(&at.read, &entry)).await;
    codes.into_iter().map(|code| code.id.to_string()).collect()
}

#[tokio::test]
async fn a_marker_without_its_sign_or_in_lower_case_is_found() {
    for (name, what) in [
        ((|name: &str| Some(name.to_lowercase())) as fn(&str) -> Option<String>, "in lower case"),
        (|name| Some(name.trim_start_matches('#').to_owned()), "without #"),
        (|name| Some(format!("  {}", name.trim_start_matches('#').to_lowercase())), "both"),
    ] {
        let (_, entry) = lost(name).await;
        assert_eq!(entry.code.state, State::Accepted, "{what}: the look finds it");
        assert!(entry.code.differs.is_empty(), "{what}: it is the name that was sent: {:?}", entry.code.differs);
    }
}

#[tokio::test]
async fn a_code_without_its_marker_is_probable_until_the_host_confirms_it() {
    let (scene, entry) = lost(|_| Some("Loft Dec 3-6".into())).await;
    assert_eq!(entry.code.state, State::Unknown, "nothing is adopted by itself");
    assert_eq!(probably(&scene, &entry).await, ["code-1"], "it is shown as probably this one");
    assert_eq!(used(&scene).await, 1, "and takes one place, not two");
    let adopted = scene.book.adopt(entry.intent.id, AccessCodeId::new("code-1")).await.unwrap();
    assert_eq!(adopted.code.state, State::Accepted, "the host says so");
    assert_eq!(adopted.code.access_code_id, Some(AccessCodeId::new("code-1")), "it is the stay's code");
    assert_eq!(used(&scene).await, 1, "one place still");
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(used(&scene).await, 1, "and after the next sync");
    assert_eq!(scene.creates(), 1, "nothing was sent again");
}

/// The differences of a code.
type Change = fn(&mut domain::reading::CodeReading);

#[tokio::test]
async fn a_code_with_another_window_slot_time_or_owner_is_not_probable() {
    let hours = SignedDuration::from_hours;
    let (scene, entry) = lost(|_| None).await;
    assert_eq!(probably(&scene, &entry).await, ["code-1"], "without any name it is");
    let original = scene.world().codes[0].clone();
    let changes: [(&str, Change); 4] = [
        ("another end", |code| code.ends_at = code.ends_at.map(|end| end + SignedDuration::from_mins(1))),
        ("another slot", |code| code.slot_id = Some(domain::ids::SlotId::new("b"))),
        ("made before the request", |code| {
            code.created_at = code.created_at.map(|at| at - SignedDuration::from_mins(1))
        }),
        ("made an hour after it", |code| {
            code.created_at = code.created_at.map(|at| at + SignedDuration::from_mins(61))
        }),
    ];
    for (what, change) in changes {
        let mut code = original.clone();
        change(&mut code);
        scene.world().codes = vec![code];
        scene.book.sync(&|_| ()).await.unwrap();
        assert!(probably(&scene, &entry).await.is_empty(), "{what}");
        let refused = scene.book.adopt(entry.intent.id, AccessCodeId::new("code-1")).await;
        assert!(matches!(refused, Err(Error::NotProbable(_))), "{what}: not even at the host's word: {refused:?}");
        assert_eq!(used(&scene).await, 2, "{what}: it is a code of somebody else's, and both may be on the lock");
    }
    let mut unnamed = original;
    unnamed.slot_id = None;
    unnamed.created_at = unnamed.created_at.map(|at| at + hours(1));
    scene.world().codes = vec![unnamed];
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(probably(&scene, &entry).await, ["code-1"], "a slot that is not named says nothing, and the hour is in");
}

#[tokio::test]
async fn a_renamed_code_of_a_lock_that_came_back_is_confirmed_by_its_new_id() {
    let (scene, entry) = lost(|_| Some("Loft Dec 3-6".into())).await;
    {
        let mut world = scene.world();
        world.doors[0] = door("loft-2", "Loft");
        world.codes[0].device_id = Some(DeviceId::new("loft-2"));
        world.codes[0].id = AccessCodeId::new("anew");
    }
    scene.book.sync(&|_| ()).await.unwrap();
    let same = ops::LockAnswer { gone: DeviceId::new("loft"), door: DeviceId::new("loft-2"), is_same: true };
    scene.context().note_down(move |write, at| ops::same_lock::answer(write, &same, at.times.now)).await.unwrap();
    assert_eq!(probably(&scene, &entry).await, ["anew"], "by the id under which Seam lists it");
    let adopted = scene.book.adopt(entry.intent.id, AccessCodeId::new("anew")).await.unwrap();
    assert_eq!((adopted.code.state, adopted.code.device_id), (State::Accepted, DeviceId::new("loft-2")), "where it is");
    let door = DeviceId::new("loft-2");
    let door = scene.see(move |at| ops::door::by_id(&at.read, &door, at.tables, at.times)).await;
    assert_eq!(door.places.used(), 1, "it takes one place");
}

#[tokio::test]
async fn a_name_that_only_resembles_a_marker_matches_no_stay() {
    let scene = Scene::new();
    portal(&scene, &["p1"], None);
    scene.world().codes[0].name = Some("4012345678-1 Smith".into());
    let synced = scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(synced.of_other_records, 0, "a booking's number is not told as another computer's code");
}

#[tokio::test]
async fn an_unlisted_second_code_keeps_its_place() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    let mut twin = scene.world().codes[0].clone();
    twin.id = AccessCodeId::new("twin");
    scene.world().codes.push(twin);
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(used(&scene).await, 2, "both may be on the lock");
    scene.world().codes.pop();
    for _ in 0..3 {
        scene.book.sync(&|_| ()).await.unwrap();
    }
    assert_eq!(used(&scene).await, 2, "ours is not the other under a new id");
}

/// Codes made in the portal, of another slot than the stays use.
fn portal(scene: &Scene, ids: &[&str], end: Option<&str>) {
    let mut world = scene.world();
    let pattern = {
        let wanted = domain::reading::CreateCode {
            device_id: DeviceId::new("loft"),
            name: String::new(),
            starts_at: "2026-12-20T12:00:00-08:00".into(),
            ends_at: "2026-12-22T12:00:00-08:00".into(),
            round_by_day: false,
        };
        let code = world.make(&wanted);
        world.codes.pop();
        code
    };
    for id in ids {
        let mut code = pattern.clone();
        code.id = AccessCodeId::new(*id);
        code.name = Some(format!("Guest {id}"));
        code.is_managed = false;
        code.slot_id = Some(domain::ids::SlotId::new("b"));
        code.ends_at = end.and_then(|end| end.parse().ok());
        world.codes.push(code);
    }
}

#[tokio::test]
async fn unlisted_codes_made_elsewhere_keep_their_places() {
    let scene = Scene::new();
    scene.world().doors[0].limit = Some(4);
    portal(&scene, &["p1", "p2", "p3"], Some("2026-12-22T20:00:00Z"));
    scene.book.sync(&|_| ()).await.unwrap();
    let asked = |day| IssueOrder { accepted: Accepted::Everything, ..stay("loft", day, day + 2) };
    let (ours, _) = scene.issued(asked(3)).await;
    scene.world().codes.retain(|code| code.is_managed);
    for _ in 0..3 {
        scene.book.sync(&|_| ()).await.unwrap();
    }
    assert_eq!(used(&scene).await, 4, "what was computed for the lock works until its end");
    let issued = scene.issue(asked(10)).await;
    let is_full = matches!(&issued, Issued::Objected(why) if matches!(**why, Objection::Full { used: 4, .. }));
    assert!(is_full, "there is no place for a fifth: {issued:?}");
    let page = scene.see(|at| ops::door_page::outside(at, None)).await;
    assert_eq!(page.iter().filter(|code| code.row.is_unlisted()).count(), 3, "they are shown as no longer listed");
    // The account shows them again, under new ids.
    portal(&scene, &["n1", "n2", "n3"], Some("2026-12-22T20:00:00Z"));
    for (code, old) in scene.world().codes.iter_mut().filter(|code| !code.is_managed).zip(["p1", "p2", "p3"]) {
        code.name = Some(format!("Guest {old}"));
    }
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(used(&scene).await, 4, "the same codes under other ids take no further place");
    assert_eq!(ours.intent.device_id, DeviceId::new("loft"), "beside ours");
    scene.world().codes.retain(|code| code.is_managed);
    scene.world().now = "2026-12-23T00:00:00Z".parse().unwrap();
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(used(&scene).await, 0, "and after their end they take none");
}

#[tokio::test]
async fn an_unlisted_code_without_an_end_keeps_its_place_until_dismissed() {
    let scene = Scene::new();
    portal(&scene, &["cleaner"], None);
    scene.book.sync(&|_| ()).await.unwrap();
    let put_away = || async {
        let (door, id) = (DeviceId::new("loft"), AccessCodeId::new("cleaner"));
        scene.context().note_down(move |write, at| ops::elsewhere::put_away(write, &door, &id, at.times.now)).await
    };
    let refused = put_away().await;
    assert!(matches!(refused, Err(Error::NotPutAway(_))), "Seam lists it: {refused:?}");
    scene.world().codes.clear();
    for _ in 0..3 {
        scene.book.sync(&|_| ()).await.unwrap();
    }
    assert_eq!(used(&scene).await, 1, "nobody but the host knows");
    put_away().await.unwrap();
    assert_eq!(used(&scene).await, 0, "the host has said so");
    let history = scene.see(|at| Ok(at.read.record_history(1)?)).await;
    let is_noted = matches!(&history[0].body, EventBody::PutAway { access_code_id, .. } if access_code_id == "cleaner");
    assert!(is_noted, "and it stands in the history: {:?}", history[0].body);
    portal(&scene, &["cleaner"], None);
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(used(&scene).await, 1, "if Seam lists it again it counts again");
}

#[tokio::test]
async fn a_confirmed_code_that_seam_shows_as_unset_is_reported() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("471100");
    let ready = scene.follow(&entry, 60).await;
    let id = ready.intent.id;
    let differs = || async {
        scene.book.sync(&|_| ()).await.unwrap();
        let entry = scene.see(move |at| ops::detail::entry(at, id)).await;
        assert_eq!(entry.code.state, State::Set, "the lock needs nobody's word");
        assert_eq!(entry.code.pin.map(|pin| pin.expose().to_owned()).as_deref(), Some("471100"), "its PIN stays");
        entry.code.differs.into_iter().map(|differs| differs.word().to_owned()).collect::<Vec<_>>()
    };
    for status in ["unset", "removing"] {
        scene.world().codes[0].status = Some(status.into());
        scene.world().codes[0].pin = None;
        assert_eq!(differs().await, ["unseen"], "{status}: without an error it is told");
    }
    scene.world().confirm("471100");
    assert!(differs().await.is_empty(), "and once it is seen again it is not");
}

#[tokio::test]
async fn an_end_beyond_the_calendar_is_a_difference() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().codes[0].ends_at = Some(jiff::Timestamp::MAX);
    scene.book.sync(&|_| ()).await.unwrap();
    let id = entry.intent.id;
    let entry = scene.see(move |at| ops::detail::entry(at, id)).await;
    let whats: Vec<_> = entry.code.differs.iter().map(|differs| differs.word()).collect();
    assert_eq!(whats, ["ends"], "the host is told");
    assert_eq!(used(&scene).await, 1, "and it keeps its place");
}
