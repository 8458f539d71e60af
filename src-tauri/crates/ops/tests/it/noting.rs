//! Everything the host notes down: stays, notes, tests. Seam receives none of it.

use domain::ids::{DeviceId, IntentId};
use ops::notes::{self, NewDoorTest};
use ops::{Error, detail, door_page, stays};

use crate::world::{Scene, stay, typed};

#[tokio::test]
async fn a_stay_is_noted_once_and_can_be_removed_and_restored() {
    let scene = Scene::synced().await;
    let context = scene.context();
    let record = async |label: Option<&str>| {
        let mut asked = typed("loft", 3, 6);
        asked.label = label.map(str::to_owned);
        context.note_down(move |write, at| stays::record(write, at, &asked, None)).await.unwrap()
    };
    let first = record(Some("Smith")).await;
    let again = record(Some("Smith")).await;
    assert_eq!((again.stay.row.id, again.is_new), (first.stay.row.id, false), "the same stay is noted once");
    let noted = record(Some("Smith and Lee")).await;
    assert_eq!((noted.is_new, &noted.replaced), (true, &vec![first.stay.row.id]), "what undoing has to restore");
    let second = noted.stay;
    let listed = async || scene.see(stays::planned).await.iter().map(|stay| stay.row.id).collect::<Vec<_>>();
    assert_eq!(listed().await, [second.row.id], "a new label takes the place of the old");
    let id = second.row.id;
    context.note_down(move |write, at| stays::remove(write, at, id)).await.unwrap();
    assert!(listed().await.is_empty(), "taken back");
    context.note_down(move |write, at| stays::restore(write, at, id)).await.unwrap();
    assert_eq!(listed().await, [id], "and restored");
    let nobody = context.note_down(|write, at| stays::remove(write, at, 99)).await;
    assert!(matches!(nobody, Err(Error::NoSuchStay(99))), "{nobody:?}");
    assert_eq!(scene.creates(), 0, "Seam hears nothing of it");
}

#[tokio::test]
async fn a_moved_stay_replaces_its_older_note_until_it_has_a_code() {
    let scene = Scene::synced().await;
    let record = async |from: i8, instead_of: Option<i64>| {
        let asked = typed("loft", from, from + 3);
        scene.context().note_down(move |write, at| stays::record(write, at, &asked, instead_of)).await.unwrap()
    };
    let listed = async || scene.see(stays::planned).await.iter().map(|stay| stay.row.id).collect::<Vec<_>>();
    let first = record(3, None).await.stay.row.id;
    let moved = record(13, Some(first)).await;
    let id = moved.stay.row.id;
    assert_eq!((listed().await, moved.replaced), (vec![id], vec![first]), "no guest comes twice");
    scene.issued(stay("loft", 13, 16)).await;
    let third = record(23, Some(id)).await;
    assert_eq!(listed().await, [id, third.stay.row.id], "a stay with a code stays on the list: the code works");
    assert!(third.replaced.is_empty(), "and nothing was replaced: {:?}", third.replaced);
    let undone = scene.context().note_down(move |write, at| stays::undo(write, at, id, &[first])).await;
    assert!(matches!(undone, Err(Error::StayHasCode(_))), "undoing would invite a second code: {undone:?}");
    assert_eq!(listed().await, [id, third.stay.row.id], "and nothing of it was done");
    let again = record(13, Some(third.stay.row.id)).await;
    assert_eq!((again.is_new, again.replaced), (false, vec![third.stay.row.id]), "moved back: the guest comes once");
}

#[tokio::test]
async fn a_stay_keeps_the_code_of_its_moved_times_under_a_new_label() {
    let scene = Scene::synced().await;
    let record = async |label: &str| {
        let mut asked = typed("loft", 3, 6);
        asked.label = Some(label.to_owned());
        scene.context().note_down(move |write, at| stays::record(write, at, &asked, None)).await.unwrap().stay
    };
    let first = record("Smith").await;
    let mut asked = stay("loft", 3, 6);
    asked.stay.from = ops::preview::AskedTime::Civil(jiff::civil::date(2026, 12, 3).at(16, 15, 0, 0));
    asked.recorded_stay = Some(first.row.id);
    scene.issued(asked).await;
    assert!(record("Smith and Lee").await.has_code(), "the code is this stay's, whatever it is called");
}

#[tokio::test]
async fn an_existing_code_is_not_linked_to_a_stay_at_another_door() {
    let scene = Scene::synced().await;
    let asked = typed("loft", 3, 6);
    let noted = scene.context().note_down(move |write, at| stays::record(write, at, &asked, None)).await.unwrap();
    let mut there = stay("pool", 3, 6);
    scene.issued(there.clone()).await;
    there.recorded_stay = Some(noted.stay.row.id);
    assert!(!scene.issued(there).await.1, "the pool's stay has its code");
    assert!(!scene.see(stays::planned).await[0].has_code(), "which does not open the loft");
}

#[tokio::test]
async fn an_incomplete_stay_is_not_noted() {
    let scene = Scene::synced().await;
    let mut asked = typed("loft", 3, 6);
    asked.to_time = String::new();
    let half = scene.context().note_down(move |write, at| stays::record(write, at, &asked, None)).await;
    assert!(matches!(half, Err(Error::BadTime(_))), "{half:?}");
}

#[tokio::test]
async fn notes_and_door_tests_show_on_their_pages() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let (id, loft) = (entry.intent.id, DeviceId::new("loft"));
    let door = loft.clone();
    let test = move |door: &DeviceId, intent| NewDoorTest {
        door: door.clone(),
        intent,
        worked: Some(true),
        note: " opened ".into(),
    };
    let own = test(&door, Some(id));
    scene
        .context()
        .note_down(move |write, at| {
            notes::add_to_code(write, at, id, " told by text ")?;
            notes::add_to_code(write, at, id, "  ")?;
            notes::add_to_door(write, at, &door, "sticks")?;
            notes::add_test(write, at, &own)
        })
        .await
        .unwrap();
    let detail = scene.see(move |at| detail::detail(at, id)).await;
    let texts: Vec<&str> = detail.notes.iter().map(|note| note.text.expose()).collect();
    assert_eq!(texts, ["told by text"], "blank notes are none");
    let page = scene.see(move |at| door_page::door_page(at, &loft)).await;
    assert_eq!(page.notes.len(), 1, "the door's own");
    assert_eq!((page.tests[0].intent, page.tests[0].worked), (Some(id), Some(true)), "and what was tried there");
    let elsewhere = test(&DeviceId::new("pool"), Some(id));
    let wrong = scene.context().note_down(move |write, at| notes::add_test(write, at, &elsewhere)).await;
    assert!(matches!(wrong, Err(Error::NoSuchCode(_))), "a code of another door: {wrong:?}");
    let none = scene.context().note_down(|write, at| notes::add_to_code(write, at, IntentId(99), "x")).await;
    assert!(matches!(none, Err(Error::NoSuchCode(_))), "{none:?}");
}
