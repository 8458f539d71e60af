//! A lock that returns under a new device id: its codes count where Seam lists them, and the host says once whether it
//! is the same lock.

use domain::Pin;
use domain::code::CodeEntry;
use domain::ids::{AccessCodeId, DeviceId};
use domain::lifecycle::State;
use jiff::SignedDuration;
use ops::LockAnswer;
use ops::door::Door;
use ops::issue::{Accepted, IssueOrder, Issued, Objection, Risk};
use ops::same_lock::{Why, answer, perhaps_same};
use testkit::{door, now};

use crate::world::{Scene, stay, typed};

fn id(text: &str) -> DeviceId {
    DeviceId::new(text)
}

/// Three stays at the loft have their codes, which are ready; then the account is reconnected, and Seam knows the lock
/// as `loft-2`.
async fn reconnected(how: impl Fn(&mut domain::reading::CodeReading, usize)) -> (Scene, Vec<CodeEntry>) {
    let scene = Scene::synced().await;
    scene.world().doors[0].limit = Some(3);
    let mut entries = Vec::new();
    for day in [3, 10, 17] {
        let asked = IssueOrder { accepted: Accepted::Everything, ..keyed("loft", day) };
        let (entry, _) = scene.issued(asked).await;
        scene.world().confirm(&format!("{day:02}4711"));
        entries.push(scene.follow(&entry, 60).await);
    }
    {
        let mut world = scene.world();
        world.doors[0] = limited("loft-2");
        for (place, code) in world.codes.iter_mut().enumerate() {
            code.device_id = Some(id("loft-2"));
            how(code, place);
        }
    }
    scene.book.sync(&|_| ()).await.unwrap();
    (scene, entries)
}

fn limited(id: &str) -> domain::reading::DoorReading {
    domain::reading::DoorReading { limit: Some(3), ..door(id, "Loft") }
}

fn keyed(door: &str, day: i8) -> IssueOrder {
    IssueOrder { stay_key: Some(format!("booking-{day}")), ..stay(door, day, day + 3) }
}

fn under_new_ids(code: &mut domain::reading::CodeReading, place: usize) {
    code.id = AccessCodeId::new(format!("unmanaged-{place}"));
    code.is_managed = false;
}

async fn seen(scene: &Scene, door: &str) -> Door {
    let door = id(door);
    scene.see(move |at| ops::door::by_id(&at.read, &door, at.tables, at.times)).await
}

async fn entry(scene: &Scene, entry: &CodeEntry) -> CodeEntry {
    let id = entry.intent.id;
    scene.see(move |at| ops::detail::entry(at, id)).await
}

async fn say(scene: &Scene, is_same: bool) {
    let answered = LockAnswer { gone: id("loft"), door: id("loft-2"), is_same };
    scene.context().note_down(move |write, at| answer(write, &answered, at.times.now)).await.unwrap();
}

#[tokio::test]
async fn moved_codes_count_once_at_the_new_door() {
    for (how, what) in [(None, "with their own ids"), (Some(under_new_ids), "as unmanaged ones under new ids")] {
        let (scene, entries) = reconnected(|code, place| how.into_iter().for_each(|how| how(code, place))).await;
        let (old, new) = (seen(&scene, "loft").await, seen(&scene, "loft-2").await);
        assert_eq!(new.places.used(), 3, "{what}: every place is taken where Seam lists the codes");
        assert_eq!(old.places.used(), 0, "{what}: and none where they were made");
        for before in &entries {
            let after = entry(&scene, before).await;
            assert_eq!(after.code.device_id, id("loft-2"), "{what}: the code has moved");
            assert_eq!(after.code.state, State::Set, "{what}: it is as ready as before");
            assert_eq!(after.code.second_codes, Vec::<String>::new(), "{what}: and is no second code");
            assert_eq!(after.code.pin, before.code.pin, "{what}: its PIN is what it was");
            assert!(after.code.differs.is_empty(), "{what}: that it moved is no difference: {:?}", after.code.differs);
        }
        let asked = IssueOrder { accepted: Accepted::Everything, ..stay("loft-2", 24, 27) };
        let issued = scene.issue(asked).await;
        let is_full = matches!(&issued, Issued::Objected(why) if matches!(**why, Objection::Full { used: 3, .. }));
        assert!(is_full, "{what}: a full lock gets no code more: {issued:?}");
        assert_eq!(scene.creates(), 3, "{what}: nothing was sent");
        let before = scene.see(move |at| Ok(at.read.record_history(9)?.len())).await;
        scene.book.sync(&|_| ()).await.unwrap();
        let events = scene.see(move |at| Ok(at.read.record_history(9)?.len())).await;
        assert_eq!(events, before, "{what}: and once told it is no news");
    }
}

#[tokio::test]
async fn a_code_with_another_pin_or_window_is_a_second_code() {
    let (scene, entries) = reconnected(|code, place| {
        under_new_ids(code, place);
        match place {
            0 => code.pin = Pin::new("999999"),
            1 => code.ends_at = code.ends_at.map(|end| end + SignedDuration::from_hours(1)),
            _ => code.pin = None,
        }
    })
    .await;
    let second = |entry: &CodeEntry| entry.code.second_codes.clone();
    assert_eq!(second(&entry(&scene, &entries[0]).await), ["unmanaged-0"], "another PIN is another code");
    assert_eq!(second(&entry(&scene, &entries[1]).await), ["unmanaged-1"], "and so is another window");
    assert!(second(&entry(&scene, &entries[2]).await).is_empty(), "a PIN that is not given says nothing");
    assert_eq!(seen(&scene, "loft-2").await.places.used(), 3, "each takes a place where it is listed");
}

#[tokio::test]
async fn two_listed_codes_are_two_codes() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("471100");
    let ready = scene.follow(&entry, 60).await;
    let mut twin = scene.world().codes[0].clone();
    twin.id = AccessCodeId::new("twin");
    twin.pin = None;
    scene.world().codes.push(twin);
    scene.book.sync(&|_| ()).await.unwrap();
    let id = ready.intent.id;
    let entry = scene.see(move |at| ops::detail::entry(at, id)).await;
    assert_eq!(entry.code.second_codes, ["twin"], "the same marker and window, and ours is still there");
}

#[tokio::test]
async fn a_stays_code_at_a_possibly_same_lock_needs_its_own_yes() {
    // The codes are not listed anywhere: only the name suggests that it is the same lock.
    let (scene, entries) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    let pairs = scene.see(|at| perhaps_same(&at.read)).await;
    let told: Vec<_> = pairs.iter().map(|pair| (pair.gone.as_str(), pair.door.as_str(), pair.why)).collect();
    assert_eq!(told, [("loft", "loft-2", Why::SiteAndName)], "the host is asked");
    let issued = scene.issue(keyed("loft-2", 3)).await;
    let Issued::Objected(why) = issued else { panic!("asked about, not {issued:?}") };
    let Objection::NeedsYes(risks) = *why else { panic!("a risk, not {why:?}") };
    let is_about =
        |risk: &Risk| matches!(risk, Risk::PerhapsSameLock(entry) if entry.intent.id == entries[0].intent.id);
    assert!(risks.iter().any(is_about), "the stay's code at the other door is named: {risks:?}");
    let later = IssueOrder { stay_key: Some("booking-3".into()), ..stay("loft-2", 24, 27) };
    let issued = scene.issue(later).await;
    assert!(matches!(issued, Issued::Objected(_)), "by its key, too, whatever the times: {issued:?}");
    assert_eq!(scene.creates(), 3, "nothing was sent");
}

#[tokio::test]
async fn after_a_yes_the_new_door_shows_everything() {
    let (scene, entries) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    let record = scene.book.record.clone();
    record.set_host_limit(id("loft"), Some(2), now()).await.unwrap();
    let note =
        |write: &store::Write<'_>, at: &ops::Snapshot<'_>| ops::notes::add_to_door(write, at, &id("loft"), "sticks");
    scene.context().note_down(note).await.unwrap();
    say(&scene, true).await;
    assert!(scene.see(|at| perhaps_same(&at.read)).await.is_empty(), "who has answered is not asked again");
    let (old, new) = (seen(&scene, "loft").await, seen(&scene, "loft-2").await);
    assert_eq!((old.places.used(), new.places.used()), (0, 3), "the codes take their places at the new door");
    assert_eq!(new.places.limit.map(|limit| limit.count), Some(2), "the host's own limit goes on");
    assert_eq!(old.successor, Some(id("loft-2")), "the old door says where its lock is");
    let page = scene.see(|at| ops::door_page::door_page(at, &id("loft-2"))).await;
    assert_eq!(page.notes.len(), 1, "the notes are seen there");
    let (again, created) = scene.issued(keyed("loft-2", 3)).await;
    assert_eq!((again.intent.id, created), (entries[0].intent.id, false), "the stay has its code");
    let changed = IssueOrder { stay_key: Some("booking-3".into()), ..stay("loft-2", 24, 27) };
    let issued = scene.issue(changed).await;
    assert!(matches!(issued, Issued::Objected(_)), "a booking whose times changed is known: {issued:?}");
    assert_eq!(scene.creates(), 3, "and nothing was sent");
    let calendar = ops::calendar::Days { door: Some(id("loft-2")), from: Some("2026-12-01".into()), step: 0, days: 31 };
    let days = scene.see(move |at| ops::calendar::calendar(at, &calendar)).await;
    assert_eq!(days.doors[0].bars.len(), 3, "the calendar has the stays");
    assert_eq!(entry(&scene, &entries[0]).await.intent.device_id, id("loft"), "the history stays as it was");
}

#[tokio::test]
async fn a_possibly_full_lock_needs_a_yes() {
    let (scene, _) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    let issued = scene.issue(stay("loft-2", 24, 27)).await;
    let Issued::Objected(why) = issued else { panic!("asked about, not {issued:?}") };
    let Objection::NeedsYes(risks) = *why else { panic!("a risk, not {why:?}") };
    let is_full = |risk: &Risk| matches!(risk, Risk::PerhapsFull { used: 3, limit: 3, .. });
    assert!(risks.iter().any(is_full), "with the other door's codes it is full: {risks:?}");
}

#[tokio::test]
async fn answers_about_gone_doors_say_nothing_about_a_third() {
    let (scene, entries) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    say(&scene, true).await;
    // The first id comes back, and the host confirms that the second was the same lock; then both are gone.
    scene.world().doors[0] = limited("loft");
    scene.book.sync(&|_| ()).await.unwrap();
    let back = LockAnswer { gone: id("loft-2"), door: id("loft"), is_same: true };
    scene.context().note_down(move |write, at| answer(write, &back, at.times.now)).await.unwrap();
    scene.world().doors[0] = limited("loft-3");
    scene.book.sync(&|_| ()).await.unwrap();
    let pairs = scene.see(|at| perhaps_same(&at.read)).await;
    assert!(
        pairs.iter().any(|pair| pair.gone == id("loft") && pair.door == id("loft-3")),
        "the host is asked: {pairs:?}"
    );
    let issued = scene.issue(keyed("loft-3", 3)).await;
    assert!(matches!(issued, Issued::Objected(_)), "no second code without a yes: {issued:?}");
    let third = LockAnswer { gone: id("loft"), door: id("loft-3"), is_same: true };
    scene.context().note_down(move |write, at| answer(write, &third, at.times.now)).await.unwrap();
    let (again, created) = scene.issued(keyed("loft-3", 3)).await;
    assert_eq!((again.intent.id, created), (entries[0].intent.id, false), "after a yes the stay has its code");
    assert_eq!(seen(&scene, "loft-3").await.places.used(), 3, "and the places are taken there");
    assert_eq!(scene.creates(), 3, "nothing was sent");
}

#[tokio::test]
async fn after_a_yes_codes_made_elsewhere_count_once() {
    let scene = Scene::synced().await;
    {
        let mut world = scene.world();
        for number in 0..2 {
            let wanted = domain::reading::CreateCode {
                device_id: id("loft"),
                name: format!("Portal {number}"),
                starts_at: "2026-12-20T20:00:00Z".into(),
                ends_at: "2026-12-22T20:00:00Z".into(),
                round_by_day: false,
            };
            world.make(&wanted);
            world.codes.last_mut().unwrap().is_managed = false;
        }
    }
    scene.book.sync(&|_| ()).await.unwrap();
    {
        let mut world = scene.world();
        world.doors[0] = door("loft-2", "Loft");
        for (place, code) in world.codes.iter_mut().enumerate() {
            code.device_id = Some(id("loft-2"));
            code.id = AccessCodeId::new(format!("anew-{place}"));
        }
    }
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(seen(&scene, "loft-2").await.places.elsewhere, 2, "as Seam lists them");
    say(&scene, true).await;
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(seen(&scene, "loft-2").await.places.elsewhere, 2, "they are the same codes");
    let listed = scene.see(|at| ops::door_page::outside(at, None)).await;
    assert_eq!(listed.len(), 2, "each is shown once");
}

#[tokio::test]
async fn after_a_yes_the_hosts_limit_can_be_removed() {
    let (scene, _) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    let record = scene.book.record.clone();
    record.set_host_limit(id("loft"), Some(2), now()).await.unwrap();
    say(&scene, true).await;
    assert_eq!(seen(&scene, "loft-2").await.row.host_limit, Some(2), "it is the new door's");
    record.set_host_limit(id("loft-2"), None, now()).await.unwrap();
    assert_eq!(seen(&scene, "loft-2").await.places.limit.map(|limit| limit.count), Some(3), "Seam's applies again");
}

#[tokio::test]
async fn a_stay_noted_at_either_door_has_its_code() {
    let (scene, entries) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    let noted = |door: &'static str| {
        let scene = &scene;
        async move {
            let asked = ops::draft::DraftQuery { stay_key: Some("booking-3".into()), ..typed(door, 3, 6) };
            scene.context().note_down(move |write, at| ops::stays::record(write, at, &asked, None)).await.unwrap()
        }
    };
    let here = noted("loft-2").await;
    assert_eq!(here.stay.entry, None, "they are two doors yet");
    say(&scene, true).await;
    let planned = scene.see(ops::stays::planned).await;
    let made: Vec<_> = planned.iter().map(|stay| stay.entry.as_ref().map(|entry| entry.intent.id)).collect();
    assert_eq!(made, [Some(entries[0].intent.id)], "its code is the one that was made before");
    let again = noted("loft-2").await;
    assert!(!again.is_new, "and it is noted once");
}

#[tokio::test]
async fn after_a_no_they_are_two_locks() {
    let (scene, _) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    say(&scene, false).await;
    assert!(scene.see(|at| perhaps_same(&at.read)).await.is_empty(), "who has answered is not asked again");
    assert_eq!(seen(&scene, "loft").await.places.used(), 3, "the codes of the door that is gone stay there");
    let (_, created) = scene.issued(IssueOrder { accepted: Accepted::Everything, ..keyed("loft-2", 3) }).await;
    assert!(created, "and the other door's stay is its own");
}

#[tokio::test]
async fn a_lock_listed_under_its_old_id_again_gets_its_codes_back() {
    let (scene, _) = reconnected(|code, _| code.device_id = Some(id("nowhere"))).await;
    say(&scene, true).await;
    scene.world().doors.push(door("loft", "Loft"));
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(seen(&scene, "loft").await.places.used(), 3, "what was made for it is seen there");
    assert_eq!(seen(&scene, "loft-2").await.places.used(), 0, "and at the other door no longer");
}

#[tokio::test]
async fn a_lost_answer_is_found_at_the_new_door() {
    let scene = Scene::synced().await;
    scene.fate(crate::fake::Fate::Lost);
    scene.world().stale = true;
    let (unknown, _) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(unknown.code.state, State::Unknown, "its answer is lost");
    {
        let mut world = scene.world();
        world.stale = false;
        world.doors[0] = door("loft-2", "Loft");
        world.codes[0].device_id = Some(id("loft-2"));
    }
    scene.book.sync(&|_| ()).await.unwrap();
    let found = entry(&scene, &unknown).await;
    assert_eq!(found.code.state, State::Accepted, "found by its marker");
    assert_eq!(found.code.device_id, id("loft-2"), "where Seam lists it");
    assert_eq!(seen(&scene, "loft-2").await.places.used(), 1, "it takes one place");
}

#[tokio::test]
async fn a_door_is_found_by_its_displayed_name() {
    let scene = Scene::new();
    let site = |name: &str, id: &str, site: &str| {
        let mut door = door(id, name);
        door.site = Some(site.to_owned());
        door
    };
    {
        let mut world = scene.world();
        let names = ["Zoe\u{308}\u{2019}s\u{a0}Loft\u{2013}2", "Cabin"];
        world.doors = names.iter().enumerate().map(|(place, name)| door(&format!("d{place}"), name)).collect();
        world.doors.extend([site("Pool", "north", "Hotel North"), site("Pool", "south", "Hotel South")]);
        world.doors.push(door("old", "Cabin"));
    }
    scene.book.sync(&|_| ()).await.unwrap();
    scene.world().doors.pop();
    scene.book.sync(&|_| ()).await.unwrap();
    let find = |asked: &'static str| {
        scene.see(move |at| {
            Ok(ops::door::find(&at.read, asked, at.tables, at.times).map(|door| door.id().to_string()).ok())
        })
    };
    for (asked, found) in [
        ("zo\u{eb}'s loft-2", Some("d0")),
        ("ZO\u{cb}\u{2018}S  LOFT\u{2014}2", Some("d0")),
        ("cab", Some("d1")),
        ("Cabin", Some("d1")),
        ("old", Some("old")),
        ("Pool", None),
    ] {
        assert_eq!(find(asked).await.as_deref(), found, "{asked:?}");
    }
    let apart = |door: Door| door.apart;
    assert_eq!(apart(seen(&scene, "north").await).as_deref(), Some("Hotel North"), "their sites tell them apart");
    assert_eq!(apart(seen(&scene, "d1").await), None, "a door that is gone is nobody's namesake");
}
