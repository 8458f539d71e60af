//! From made to set, failed, gone and ended.

use domain::ids::AccessCodeId;
use domain::lifecycle::State;
use domain::reading::{About, EventReading, Pending};
use ops::issue::Issued;
use testkit::{event, notice};

use crate::world::{Scene, stay};

#[tokio::test]
async fn a_pin_shows_only_once_it_is_confirmed() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().codes[0].pin = domain::Pin::new("111111");
    let early = scene.follow(&entry, 2).await;
    assert_eq!(early.code.state, State::Accepted, "digits alone do not confirm");
    {
        let mut world = scene.world();
        world.codes[0].status = Some("setting".into());
        world.codes[0].pin = None;
    }
    let setting = scene.follow(&early, 4).await;
    assert_eq!(setting.code.state, State::Setting, "under way");
    assert!(setting.code.pin.is_some(), "digits once seen are not forgotten");
    scene.world().confirm("111111");
    assert_eq!(scene.follow(&setting, 60).await.code.state, State::Set, "set");
}

#[tokio::test]
async fn a_pin_shared_with_another_code_of_the_door_is_reported() {
    let scene = Scene::synced().await;
    let (first, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("583201");
    scene.follow(&first, 60).await;
    let mut beside = stay("loft", 5, 8);
    beside.accepted = ops::issue::Accepted::Everything;
    let (second, _) = scene.issued(beside).await;
    scene.world().confirm("583201");
    let (third, _) = scene.issued(stay("loft", 9, 12)).await;
    scene.world().confirm("583201");
    let whats = |entry: &domain::code::CodeEntry| {
        entry.code.differs.iter().map(|found| found.word().to_owned()).collect::<Vec<_>>()
    };
    let second = scene.follow(&second, 60).await;
    assert_eq!(whats(&second), ["shared_pin"], "both open on the fifth and the sixth");
    assert_eq!(second.code.state, State::Set, "it is a note: the PIN is shown as it came");
    scene.world().codes[1].warnings.push(notice("new", "Something", About::Code));
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(whats(&scene.follow(&second, 0).await), ["shared_pin"], "and stays told when the code is read again");
    assert!(whats(&scene.follow(&third, 60).await).is_empty(), "at another time the same digits harm nobody");
}

#[tokio::test]
async fn a_change_at_seam_is_reported_with_the_old_value() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("583201");
    scene.follow(&entry, 60).await;
    {
        let code = &mut scene.world().codes[0];
        code.pin = domain::Pin::new("774410");
        code.ends_at = "2026-12-07T18:00:00Z".parse().ok();
        code.name = Some("Cleaner".into());
    }
    scene.book.sync(&|_| ()).await.unwrap();
    let changed = scene.follow(&entry, 0).await;
    let mut what: Vec<_> = changed.code.differs.iter().map(|found| found.word()).collect();
    what.sort_unstable();
    assert_eq!(what, ["ends", "name", "pin_changed"], "all that was changed, though its name is no longer ours");
    assert_eq!(changed.code.pin.unwrap().expose(), "774410", "the PIN that opens now");
    assert_eq!(changed.code.ends_at.to_string(), "2026-12-07T18:00:00Z", "until when it opens now");
    assert_eq!(changed.intent.promise.ends_at.to_string(), "2026-12-06T18:00:00Z", "and what was promised");
    let history = scene.see(move |at| Ok(at.read.history(entry.intent.id)?)).await;
    let pins: Vec<_> = history.iter().filter_map(|event| event.secrets.pin.as_ref()).map(|pin| pin.expose()).collect();
    assert_eq!(pins, ["583201", "774410"], "both PINs are in the record, each with when it was read");
}

#[tokio::test]
async fn a_deferred_code_is_polled_when_it_is_due() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let due = "2026-11-23T12:00:40Z".parse().ok();
    scene.world().codes[0].pending = Some(vec![Pending { code: "deferring_creation".into(), scheduled_at: due }]);
    let waiting = scene.follow(&entry, 5).await;
    assert_eq!(waiting.code.scheduled_at, due, "the record knows when");
    scene.world().confirm("583201");
    assert_eq!(scene.follow(&waiting, 60).await.code.state, State::Set, "and it is asked then");
}

#[tokio::test]
async fn the_known_error_codes_fail_a_code() {
    for code in ["dormakaba_oracode_no_valid_user_level", "dormakaba_oracode_invalid_time_range", "provider_issue"] {
        let scene = Scene::synced().await;
        let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
        scene.world().codes[0].errors.push(notice(code, "No slot", About::Code));
        let entry = scene.follow(&entry, 60).await;
        assert_eq!(entry.code.state, State::Failed, "{code} fails the code");
        assert_eq!(entry.code.errors[0].code, code, "and is kept verbatim");
    }
}

#[tokio::test]
async fn a_stuck_code_stays_unconfirmed_and_is_never_made_again() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let stuck = scene.follow(&entry, 7_200).await;
    assert_eq!(stuck.code.state, State::Accepted, "two hours later it still waits");
    assert!(!scene.issued(stay("loft", 3, 6)).await.1, "issuing again shows it");
    assert_eq!(scene.creates(), 1, "and makes no other");
}

#[tokio::test]
async fn polling_backs_off_while_seam_is_unreachable() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let before = {
        let mut world = scene.world();
        world.away = true;
        world.reads
    };
    scene.follow(&entry, 3_600).await;
    let tried = scene.world().reads - before;
    assert!((50..80).contains(&tried), "once a minute for an hour, not each second: {tried}");
    scene.world().away = false;
    scene.world().confirm("583201");
    assert_eq!(scene.follow(&entry, 60).await.code.state, State::Set, "when it is back, it is asked");
}

#[tokio::test]
async fn following_continues_after_unreadable_answers() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("583201");
    scene.world().garbled = 3;
    assert_eq!(scene.follow(&entry, 60).await.code.state, State::Set, "the next one can be");
    assert_eq!(scene.world().garbled, 0, "after those that could not");
}

#[tokio::test]
async fn a_vanished_code_is_gone_before_its_end_and_ended_after() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().confirm("583201");
    scene.follow(&entry, 60).await;
    scene.world().codes.clear();
    scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(scene.follow(&entry, 0).await.code.state, State::Set, "just made, its absence says nothing");
    scene.world().now = "2026-11-23T12:20:00Z".parse().unwrap();
    scene.book.sync(&|_| ()).await.unwrap();
    let gone = scene.follow(&entry, 0).await;
    assert_eq!(gone.code.state, State::Gone, "before its end");
    let mut asked = stay("loft", 3, 6);
    asked.accepted = ops::issue::Accepted::Everything;
    assert!(!scene.issued(asked.clone()).await.1, "it may still work at the door, so a yes is not enough");
    asked.another = true;
    assert!(scene.issued(asked).await.1, "another is the host's choice");
    assert_eq!(scene.usage("loft").await.live, 2, "and both count");
    assert!(gone.code.pin.is_some(), "its digits are kept");
    let later = Scene::synced().await;
    let (entry, _) = later.issued(stay("loft", 3, 6)).await;
    later.world().confirm("583201");
    later.follow(&entry, 60).await;
    later.world().now = "2026-12-07T00:00:00Z".parse().unwrap();
    later.world().codes.clear();
    let issued = later.issue(stay("loft", 3, 6)).await;
    assert!(matches!(issued, Issued::Code { created: false, .. }), "a stay that is over has its code: {issued:?}");
    let id = AccessCodeId::new("code-1");
    let event = EventReading { access_code_id: Some(id), ..event("e", "access_code.deleted") };
    assert!(later.book.apply_event(&event).await.unwrap(), "the event is about a code of ours");
    assert_eq!(later.follow(&entry, 0).await.code.state, State::Ended, "after its end it has ended");
}

#[tokio::test]
async fn an_event_rereads_its_code_once() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let event = {
        let mut world = scene.world();
        world.confirm("583201");
        world.event("ev-1", "access_code.set_on_device")
    };
    assert!(scene.book.apply_event(&event).await.unwrap(), "news");
    assert_eq!(scene.follow(&entry, 0).await.code.state, State::Set, "the code was read");
    let reads = scene.world().reads;
    assert!(!scene.book.apply_event(&event).await.unwrap(), "the same event again is none");
    assert_eq!(scene.world().reads, reads, "and asks nobody");
}
