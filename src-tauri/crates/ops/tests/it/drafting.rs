//! A stay while the host fills it in: shows what issuing would do, and calls nothing.

use domain::ids::SlotId;
use domain::reading::Capability;
use ops::draft::{Aspect, Draft, DraftQuery, Friction, draft};
use ops::issue::{Accepted, Caution, Objection, Risk, keys};
use testkit::slot;

use crate::fake::Fate;
use crate::world::{Scene, stay, typed};

async fn drafted(scene: &Scene, asked: DraftQuery) -> Draft {
    scene.see(move |at| draft(at, &asked)).await
}

fn fault(draft: &Draft) -> Option<&'static str> {
    draft.fault.as_ref().map(|(field, _)| field.as_str())
}

fn risks(draft: &Draft) -> Vec<String> {
    draft.outlook.as_ref().map_or(Vec::new(), |outlook| keys(&outlook.risks))
}

fn cautions(draft: &Draft) -> Vec<&'static str> {
    draft.outlook.iter().flat_map(|outlook| &outlook.cautions).map(Caution::word).collect()
}

#[tokio::test]
async fn an_exact_stay_needs_only_a_click() {
    let scene = Scene::synced().await;
    let reads = scene.world().reads;
    let draft = drafted(&scene, typed("loft", 3, 6)).await;
    let outlook = draft.outlook.unwrap();
    let chosen = outlook.chosen.unwrap();
    assert_eq!(chosen.sent_from, "2026-12-03T16:00:00-08:00", "the slot's time, as it would be sent");
    assert_eq!(draft.label, "Loft Dec 3-6", "the default label");
    assert_eq!(outlook.friction, Friction::None, "a quarter of an hour and plenty of room");
    assert!(outlook.objection.is_none() && outlook.existing.is_none(), "nothing stands in the way");
    assert!(outlook.aspects.iter().any(|aspect| matches!(aspect, Aspect::Overlap { codes: 0 })), "that was looked at");
    let told = scene.issued(stay("loft", 3, 6)).await.0;
    assert_eq!(outlook.marker, Some(told.intent.marker), "the marker is the one that is sent");
    assert_eq!(told.intent.promise.sent_from, chosen.sent_from, "and so is the window");
    assert!(scene.world().reads > reads, "issuing reads Seam");
}

#[tokio::test]
async fn a_draft_makes_no_requests() {
    let scene = Scene::synced().await;
    let reads = scene.world().reads;
    drafted(&scene, typed("loft", 3, 6)).await;
    let read_since = scene.world().reads - reads;
    assert_eq!((read_since, scene.creates()), (0, 0), "each key press makes one");
}

#[tokio::test]
async fn unreadable_input_is_reported_at_its_field() {
    let scene = Scene::synced().await;
    let with = |change: fn(&mut DraftQuery)| {
        let mut asked = typed("loft", 3, 6);
        change(&mut asked);
        asked
    };
    type Case = (fn(&mut DraftQuery), Option<&'static str>);
    let cases: [Case; 12] = [
        (|_| (), None),
        (|asked| asked.from_date = String::new(), None),
        (|asked| asked.from_time = "1x".into(), Some("from_time")),
        (|asked| asked.from_date = "3 Dec".into(), Some("from_date")),
        (|asked| asked.to_time = "25:00".into(), Some("to_time")),
        (|asked| asked.to_date = "2026-02-30".into(), Some("to_date")),
        (|asked| asked.to_date = "2026-12-01".into(), Some("to_date")),
        (|asked| asked.to_date = "2026-12-03".into(), Some("to_time")),
        (|asked| asked.from_date = "1026-12-03".into(), Some("from_date")),
        (|asked| asked.door = Some(domain::ids::DeviceId::new("nowhere")), Some("door")),
        (|asked| asked.door = None, None),
        (|asked| asked.stay_key = Some("a\nb".into()), Some("stay_key")),
    ];
    for (number, (change, expected)) in cases.into_iter().enumerate() {
        let draft = drafted(&scene, with(change)).await;
        assert_eq!(fault(&draft), expected, "case {number}");
        assert!(expected.is_none() || draft.outlook.is_none(), "case {number}: nothing is promised on a fault");
    }
    scene.world().doors[1].zones.metadata = None;
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(fault(&drafted(&scene, typed("pool", 3, 6)).await), Some("door"), "a door without a zone cannot issue");
}

#[tokio::test]
async fn friction_grows_with_the_harm() {
    let mut late = typed("loft", 3, 6);
    late.from_time = "15:29".into();
    let mut just = typed("loft", 3, 6);
    just.from_time = "15:45".into();
    just.to_time = "10:15".into();
    let places = |limit| move |scene: &Scene| scene.world().doors[0].limit = Some(limit);
    let nothing = |_: &Scene| ();
    type Case = (DraftQuery, Box<dyn Fn(&Scene)>, Friction, &'static [&'static str], &'static str);
    let cases: Vec<Case> = vec![
        (just, Box::new(nothing), Friction::None, &[], "15 minutes are no shift"),
        (late, Box::new(nothing), Friction::Boxes, &["shift"], "31 minutes are"),
        (typed("loft", 3, 6), Box::new(places(5)), Friction::None, &[], "five of five places are left"),
        (typed("loft", 3, 6), Box::new(places(3)), Friction::Count, &[], "the last three are counted"),
        (typed("loft", 3, 6), Box::new(places(0)), Friction::Count, &[], "a full door is refused anyway"),
    ];
    for (asked, change, friction, expected, why) in cases {
        let scene = Scene::new();
        change(&scene);
        scene.book.sync(&|_| ()).await.unwrap();
        let draft = drafted(&scene, asked).await;
        assert_eq!(cautions(&draft), expected, "{why}");
        assert_eq!(draft.outlook.unwrap().friction, friction, "{why}");
    }
}

/// This many codes made in the portal, of no slot that we know.
fn made_elsewhere(scene: &Scene, count: usize) {
    let mut world = scene.world();
    let wanted = domain::reading::CreateCode {
        device_id: world.doors[0].device_id.clone(),
        name: "Cleaner".into(),
        starts_at: "2026-01-01T00:00:00Z".into(),
        ends_at: "2027-12-01T00:00:00Z".into(),
        round_by_day: false,
    };
    for _ in 0..count {
        world.make(&wanted);
        let code = world.codes.last_mut().unwrap();
        (code.is_managed, code.slot_id) = (false, None);
    }
}

#[tokio::test]
async fn the_last_fifth_needs_a_tick_and_the_last_three_a_count() {
    let scene = Scene::new();
    made_elsewhere(&scene, 15);
    scene.world().doors[0].limit = Some(20);
    let cases: [(usize, &[&str], Friction); 3] =
        [(0, &[], Friction::None), (1, &["last_fifth"], Friction::Boxes), (1, &[], Friction::Count)];
    for (more, expected, friction) in cases {
        made_elsewhere(&scene, more);
        scene.book.sync(&|_| ()).await.unwrap();
        let draft = drafted(&scene, typed("loft", 3, 6)).await;
        let left = 20 - scene.world().codes.len();
        assert_eq!(cautions(&draft), expected, "{left} of 20 are left");
        assert_eq!(draft.outlook.unwrap().friction, friction, "{left} of 20 are left");
    }
}

#[tokio::test]
async fn a_stay_that_begins_soon_needs_a_tick() {
    let scene = Scene::new();
    scene.world().now = "2026-12-03T23:31:00Z".parse().unwrap();
    scene.book.sync(&|_| ()).await.unwrap();
    let mut asked = typed("pool", 3, 6);
    assert_eq!(cautions(&drafted(&scene, asked.clone()).await), ["soon"], "it begins in 29 minutes");
    asked.from_date = "2026-12-04".into();
    assert!(cautions(&drafted(&scene, asked).await).is_empty(), "and this one tomorrow");
}

#[tokio::test]
async fn a_draft_follows_the_rules_of_issuing() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 4, 7)).await;
    let overlapping = drafted(&scene, typed("loft", 3, 6)).await;
    assert_eq!(overlapping.outlook.as_ref().unwrap().friction, Friction::Boxes, "an overlap is worth a box");
    let named = risks(&overlapping);
    assert!(named[0].starts_with("same_slot_overlaps:"), "{named:?}");
    scene.world().doors[0].offline_capable = Capability::No;
    scene.book.sync(&|_| ()).await.unwrap();
    let refused = drafted(&scene, typed("loft", 13, 16)).await.outlook.unwrap();
    assert!(matches!(refused.objection, Some(Objection::NotReady(_))), "{:?}", refused.objection);
    let mut night = typed("pool", 3, 6);
    night.from_time = "8pm".into();
    let none = drafted(&scene, night).await.outlook.unwrap();
    assert!(matches!(none.objection, Some(Objection::NoSlot)), "{:?}", none.objection);
}

#[tokio::test]
async fn a_stay_that_has_its_code_shows_it() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let outlook = drafted(&scene, typed("loft", 3, 6)).await.outlook.unwrap();
    assert_eq!(outlook.existing.map(|found| found.intent.id), Some(entry.intent.id), "in place of the form");
    assert!(outlook.risks.is_empty(), "nothing is to accept");
    scene.fate(Fate::Vanished);
    let (unknown, _) = scene.issued(stay("loft", 13, 16)).await;
    let mut asked = typed("loft", 13, 16);
    let outlook = drafted(&scene, asked.clone()).await.outlook.unwrap();
    assert_eq!(outlook.existing.map(|found| found.intent.id), Some(unknown.intent.id), "an attempt stands in the way");
    asked.another = true;
    let outlook = drafted(&scene, asked).await.outlook.unwrap();
    assert!(matches!(outlook.objection, Some(Objection::TooEarlyForAnother { .. })), "not before six looks");
}

#[tokio::test]
async fn a_chosen_slot_is_kept_while_it_is_offered() {
    let scene = Scene::synced().await;
    scene.world().doors[0].slots.push(slot("c", "15:00", "11:00"));
    scene.book.sync(&|_| ()).await.unwrap();
    let mut asked = typed("loft", 3, 6);
    asked.slot = Some(SlotId::new("c"));
    let chosen = |draft: Draft| draft.outlook.unwrap().chosen.unwrap().slot_id.to_string();
    assert_eq!(chosen(drafted(&scene, asked.clone()).await), "c", "the host's choice");
    asked.slot = Some(SlotId::new("gone"));
    assert_eq!(chosen(drafted(&scene, asked).await), "a", "else the first, and the page shows which");
}

#[tokio::test]
async fn the_template_makes_the_label() {
    let scene = Scene::synced().await;
    let mut asked = typed("loft", 30, 31);
    asked.label_template = "{from} to {to}: {door}".into();
    assert_eq!(drafted(&scene, asked.clone()).await.label, "Dec 30 to Dec 31: Loft", "filled in");
    asked.label = Some("  ".into());
    assert_eq!(drafted(&scene, asked.clone()).await.label, "Dec 30 to Dec 31: Loft", "blank is none");
    asked.label = Some("Käthe".into());
    assert_eq!(drafted(&scene, asked).await.label, "Käthe", "the host's own stands");
}

#[tokio::test]
async fn accepting_the_shown_risks_accepts_no_new_one() {
    let scene = Scene::synced().await;
    scene.issued(stay("loft", 4, 7)).await;
    let draft = drafted(&scene, typed("loft", 3, 6)).await;
    let mut asked = stay("loft", 3, 6);
    asked.accepted = Accepted::These(risks(&draft).into_iter().collect());
    let mut other = stay("loft", 3, 5);
    other.accepted = Accepted::Everything;
    scene.issued(other).await;
    let ops::issue::Issued::Objected(objection) = scene.issue(asked.clone()).await else {
        panic!("a new overlap objects")
    };
    let Objection::NeedsYes(named) = *objection else { panic!("by name") };
    assert_eq!(named.iter().map(Risk::word).collect::<Vec<_>>(), ["same_slot_overlaps"; 2], "both are told");
    asked.accepted = Accepted::These(keys(&named).into_iter().collect());
    assert!(scene.issued(asked).await.1, "accepted, it is sent");
}
