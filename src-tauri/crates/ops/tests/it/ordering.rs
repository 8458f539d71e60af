//! Issuing exactly what was on the screen.

use domain::risk::RiskKind;
use ops::draft::{DraftQuery, draft};
use ops::issue::{Issued, Objection, Order, Shown};
use ops::{EventBody, stays};
use testkit::slot;

use crate::world::{Scene, typed};

/// The page's request after the host has seen a draft.
async fn order(scene: &Scene, asked: DraftQuery) -> Order {
    let for_look = asked.clone();
    let outlook = scene.see(move |at| draft(at, &for_look)).await.outlook.unwrap();
    let chosen = outlook.chosen.unwrap();
    let shown = Shown { slot: chosen.slot_id, starts_at: chosen.sent_from, ends_at: chosen.sent_to };
    let cautions = outlook.cautions.iter().map(|caution| caution.word().to_owned());
    let accepted = ops::issue::keys(&outlook.risks).into_iter().chain(cautions).collect();
    Order { draft: asked, shown, accepted, recorded_stay: None }
}

async fn issued(scene: &Scene, order: Order) -> Issued {
    scene.book.issue_order(order, &|_| ()).await.unwrap().1
}

#[tokio::test]
async fn issues_what_the_preview_showed() {
    let scene = Scene::synced().await;
    let mut asked = typed("loft", 3, 6);
    asked.label = Some("Smith".into());
    let order = order(&scene, asked).await;
    let shown = order.shown.clone();
    let Issued::Code { entry, created: true } = issued(&scene, order).await else { panic!("a code") };
    assert_eq!(entry.intent.promise.sent_from, shown.starts_at, "the window of the page");
    assert!(scene.world().creates[0].name.ends_with(" Smith"), "under the label of the page");
}

#[tokio::test]
async fn refuses_what_changed_since_the_preview() {
    let scene = Scene::synced().await;
    let order = order(&scene, typed("loft", 3, 6)).await;
    scene.world().doors[0].slots = vec![slot("a", "15:30", "10:00")];
    let Issued::Objected(objection) = issued(&scene, order.clone()).await else { panic!("nothing is sent") };
    let Objection::SlotChanged { expected, now: Some(now) } = *objection else { panic!("{objection:?}") };
    assert_eq!((expected.entry.hour(), now.entry.hour()), (16, 15), "both are told");
    assert_eq!(scene.creates(), 0, "and nothing is sent");
    scene.world().doors[0].slots = vec![slot("b", "12:00", "12:00")];
    let Issued::Objected(objection) = issued(&scene, order).await else { panic!("nothing is sent") };
    assert!(matches!(*objection, Objection::SlotChanged { now: None, .. }), "the slot went: {objection:?}");
}

#[tokio::test]
async fn ticked_risks_are_recorded() {
    let scene = Scene::synced().await;
    let mut asked = typed("loft", 3, 6);
    asked.from_time = "15:10".into();
    let order = order(&scene, asked).await;
    let Issued::Code { entry, .. } = issued(&scene, order).await else { panic!("a code") };
    let history = scene.see(move |at| Ok(at.read.history(entry.intent.id)?)).await;
    let EventBody::Intent { risks, .. } = &history[0].body else { panic!("the intent comes first") };
    assert_eq!(risks, &[RiskKind::Shift], "what the host saw and ticked");
}

#[tokio::test]
async fn issuing_links_the_code_to_its_recorded_stay() {
    let scene = Scene::synced().await;
    let asked = typed("loft", 3, 6);
    let noted = asked.clone();
    let stay = scene.context().note_down(move |write, at| stays::record(write, at, &noted, None)).await.unwrap().stay;
    assert!(!stay.has_code(), "not yet");
    let mut moved = asked;
    moved.from_time = "16:15".into();
    let mut order = order(&scene, moved).await;
    order.recorded_stay = Some(stay.row.id);
    let Issued::Code { entry, .. } = issued(&scene, order.clone()).await else { panic!("a code") };
    let found = scene.see(stays::planned).await;
    assert_eq!(found[0].row.intent, Some(entry.intent.id), "although its times were moved");
    assert!(found[0].has_code(), "it is no longer without");
    let Issued::Code { created: false, .. } = issued(&scene, order).await else { panic!("the same code") };
}

#[tokio::test]
async fn a_code_at_another_door_is_not_linked_to_a_recorded_stay() {
    let scene = Scene::synced().await;
    let noted = typed("loft", 3, 6);
    let stay = scene.context().note_down(move |write, at| stays::record(write, at, &noted, None)).await.unwrap().stay;
    let mut order = order(&scene, typed("pool", 3, 6)).await;
    order.recorded_stay = Some(stay.row.id);
    let Issued::Code { .. } = issued(&scene, order).await else { panic!("a code") };
    let found = scene.see(stays::planned).await;
    assert!(!found[0].has_code(), "the guest of the loft cannot get in with a code of the pool");
}
