//! Latchbook's refusals, and its questions beforehand.

use domain::ids::AccessCodeId;
use domain::reading::{About, Capability};
use ops::Error;
use ops::issue::{Issued, Objection, Risk};
use testkit::{notice, now, slot};

use crate::world::{Scene, stay};

async fn objection(scene: &Scene, asked: ops::issue::IssueOrder) -> Objection {
    match scene.issue(asked).await {
        Issued::Objected(objection) => *objection,
        other => panic!("an objection, not {other:?}"),
    }
}

async fn risks(scene: &Scene, asked: ops::issue::IssueOrder) -> Vec<&'static str> {
    match objection(scene, asked).await {
        Objection::NeedsYes(risks) => risks.iter().map(Risk::word).collect(),
        other => panic!("risks, not {other:?}"),
    }
}

#[tokio::test]
async fn a_full_door_is_refused_and_a_nearly_full_one_needs_a_yes() {
    let scene = Scene::synced().await;
    scene.world().doors[0].limit = Some(4);
    scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(risks(&scene, stay("loft", 10, 12)).await, ["scarce"], "three places are left");
    for (from, to) in [(10, 12), (14, 16), (20, 22)] {
        let mut asked = stay("loft", from, to);
        asked.accepted = ops::issue::Accepted::Everything;
        scene.issued(asked).await;
    }
    let mut asked = stay("loft", 24, 26);
    asked.accepted = ops::issue::Accepted::Everything;
    let full = objection(&scene, asked).await;
    assert!(matches!(full, Objection::Full { used: 4, limit: 4, next_free: Some(_) }), "yes does not help: {full:?}");
    assert_eq!(scene.creates(), 4, "the fifth was never sent");
}

#[tokio::test]
async fn codes_made_elsewhere_count_towards_the_limit() {
    let scene = Scene::synced().await;
    {
        let mut world = scene.world();
        world.doors[0].limit = Some(1);
        let wanted = domain::reading::CreateCode {
            device_id: world.doors[0].device_id.clone(),
            name: "Cleaner".into(),
            starts_at: "2026-12-01T00:00:00Z".into(),
            ends_at: "2027-12-01T00:00:00Z".into(),
            round_by_day: false,
        };
        world.make(&wanted);
        world.codes[0].is_managed = false;
    }
    assert!(
        matches!(objection(&scene, stay("loft", 3, 6)).await, Objection::Full { .. }),
        "the portal's code takes the place"
    );
}

#[tokio::test]
async fn an_overlap_in_the_same_slot_needs_a_yes() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(
        risks(&scene, stay("loft", 5, 8)).await,
        ["same_slot_overlaps"],
        "a second code of a level may void the first"
    );
    let mut other_slot = stay("loft", 4, 5);
    other_slot.stay.from = ops::preview::AskedTime::parse("2026-12-04T12:00").unwrap();
    other_slot.stay.to = ops::preview::AskedTime::parse("2026-12-05T12:00").unwrap();
    assert_eq!(risks(&scene, other_slot).await, ["other_overlaps"], "perhaps the same stay under another key");
    scene.issued(stay("loft", 6, 8)).await;
    assert_eq!(scene.creates(), 2, "a stay that follows at the door's changeover overlaps nothing");
}

#[tokio::test]
async fn a_second_code_for_changed_times_is_a_choice() {
    let scene = Scene::synced().await;
    let keyed = |from, to| {
        let mut asked = stay("loft", from, to);
        asked.stay_key = Some("HM12345".into());
        asked
    };
    scene.issued(keyed(3, 6)).await;
    assert_eq!(risks(&scene, keyed(13, 16)).await, ["stay_changed"], "the first code stays");
    assert!(!scene.issued(keyed(3, 6)).await.1, "unchanged it is the same stay");
}

#[tokio::test]
async fn a_failed_code_is_not_replaced_without_a_yes() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().fail();
    scene.follow(&entry, 30).await;
    assert_eq!(risks(&scene, stay("loft", 3, 6)).await, ["failed_before"], "it may still take a place");
}

#[tokio::test]
async fn a_door_without_offline_codes_is_refused_and_an_unknown_one_needs_a_yes() {
    let scene = Scene::synced().await;
    scene.world().doors[0].offline_capable = Capability::No;
    assert!(matches!(objection(&scene, stay("loft", 3, 6)).await, Objection::NotReady(_)), "no offline codes");
    scene.world().doors[0].offline_capable = Capability::Unknown;
    assert_eq!(risks(&scene, stay("loft", 3, 6)).await, ["offline_unknown"], "a missing flag is unknown, not no");
    scene.world().doors[0].errors.push(notice("account_disconnected", "", About::Account));
    let mut asked = stay("loft", 3, 6);
    asked.accepted = ops::issue::Accepted::Everything;
    assert!(
        matches!(objection(&scene, asked).await, Objection::NotReady(_)),
        "a disconnected account blocks every code"
    );
}

#[tokio::test]
async fn disagreeing_zone_tables_need_a_yes() {
    let scene = Scene::synced().await;
    scene.world().doors[0].zones.metadata = Some("America/Vancouver".into());
    assert_eq!(risks(&scene, stay("loft", 3, 6)).await, ["tables_disagree"], "an hour wrong all winter by one of them");
}

#[tokio::test]
async fn a_missing_slot_zone_door_or_time_each_has_its_own_refusal() {
    let scene = Scene::synced().await;
    let mut night = stay("loft", 3, 6);
    night.stay.from = ops::preview::AskedTime::parse("2026-12-03T20:00").unwrap();
    assert!(matches!(objection(&scene, night).await, Objection::NoSlot), "no slot within the hour");
    let mut chosen = stay("loft", 3, 6);
    chosen.slot = Some(domain::ids::SlotId::new("zzz"));
    assert!(matches!(objection(&scene, chosen).await, Objection::SlotNotOffered(_)), "a slot that is not offered");
    scene.world().now = "2027-02-01T00:00:00Z".parse().unwrap();
    assert!(
        matches!(objection(&scene, stay("loft", 3, 6)).await, Objection::Over { .. }),
        "by Seam's clock it is over"
    );
    scene.world().doors[1].zones.metadata = None;
    let no_zone = scene.book.issue(stay("pool", 13, 16), &|_| ()).await;
    assert!(matches!(no_zone, Err(Error::NoZone(_))), "a door without a zone cannot issue: {no_zone:?}");
    let other_zone = ops::preview::AskedTime::parse("2026-12-03T15:45[Europe/Berlin]");
    assert!(matches!(other_zone, Err(Error::BadTime(_))), "a zone in a time is not dropped without a word");
    for far in ["2026-12-03T15:45+14:01", "2026-12-03T15:45-18:00", "2026-12-03T15:45+2000"] {
        let no_clock = ops::preview::AskedTime::parse(far);
        assert!(matches!(no_clock, Err(Error::BadTime(_))), "no clock on Earth is so far from UTC: {far}");
    }
    for near in ["2026-12-03T15:45+14:00", "2026-12-03T15:45-12", "2026-12-03T15:45:00-0330", "2026-12-03 15:45Z"] {
        assert!(ops::preview::AskedTime::parse(near).is_ok(), "{near} is an instant");
    }
    let no_door = scene.book.issue(stay("nowhere", 3, 6), &|_| ()).await;
    assert!(matches!(no_door, Err(Error::NoSuchDoor(_))), "an unknown door: {no_door:?}");
    assert_eq!(scene.creates(), 0, "none of them was sent");
}

#[tokio::test]
async fn day_rounding_is_sent_only_if_needed() {
    let scene = Scene::synced().await;
    scene.world().doors[0].slots = vec![slot("b", "12:00", "12:00")];
    let mut asked = stay("loft", 3, 6);
    asked.stay.allowance = domain::stay::Allowance::Day;
    scene.issued(asked).await;
    assert!(scene.world().creates[0].round_by_day, "four hours need the day");
    let mut near = stay("pool", 3, 6);
    near.stay.allowance = domain::stay::Allowance::Day;
    scene.issued(near).await;
    assert!(!scene.world().creates[1].round_by_day, "a quarter of an hour does not");
}

#[tokio::test]
async fn a_code_made_elsewhere_in_the_same_slot_is_a_risk() {
    let scene = Scene::synced().await;
    let laptop = Scene::synced().await;
    laptop.issued(stay("loft", 4, 7)).await;
    let mut outside = laptop.world().codes[0].clone();
    outside.name = Some("Made in the portal".into());
    outside.id = AccessCodeId::new("portal");
    scene.world().codes.push(outside);
    assert_eq!(risks(&scene, stay("loft", 3, 6)).await, ["same_slot_overlaps"], "whoever made it");
    assert_eq!(now(), scene.world().now, "and no time was waited");
}
