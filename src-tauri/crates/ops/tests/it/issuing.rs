//! One code for a stay, whatever is clicked and whatever Seam answers.

use domain::cause::NotSentWhy;
use domain::lifecycle::State;
use domain::reading::{CodeReading, CreateOutcome};
use ops::Stage;
use ops::issue::{Issued, Objection};
use std::sync::Mutex;
use std::time::Duration;
use testkit::now;

use crate::fake::Fate;
use crate::world::{Scene, stay};

#[tokio::test]
async fn a_code_is_made_once_and_followed_until_it_is_set() {
    let scene = Scene::synced().await;
    let stages = Mutex::new(Vec::new());
    let issued = scene.book.issue(stay("loft", 3, 6), &|stage| stages.lock().unwrap().push(stage)).await.unwrap();
    let Issued::Code { entry, created: true } = issued else { panic!("a new code, not {issued:?}") };
    assert_eq!(entry.code.state, State::Accepted, "made, and waiting for its digits");
    let sent = scene.world().creates[0].clone();
    assert_eq!(sent.starts_at, "2026-12-03T16:00:00-08:00", "the slot's exact time, with the zone's offset");
    assert_eq!(sent.ends_at, "2026-12-06T10:00:00-08:00", "so that no rounding is left to the server");
    assert!(!sent.round_by_day, "nothing to round by a day");
    assert_eq!(sent.name, format!("{} Loft Dec 3-6", entry.intent.marker), "the marker stands first");
    scene.world().confirm("058320");
    let entry = scene.follow(&entry, 60).await;
    assert_eq!(entry.code.state, State::Set, "confirmed");
    assert_eq!(entry.code.pin.unwrap().expose(), "058320", "with its digits");
    assert!(entry.code.differs.is_empty(), "as promised: {:?}", entry.code.differs);
    let stages = stages.into_inner().unwrap();
    assert_eq!(stages[0], Stage::Reading, "the door is read first");
    assert!(matches!(stages[1], Stage::Recorded { .. }) && stages[2] == Stage::Sending, "recorded before it is sent");
}

#[tokio::test]
async fn issuing_again_returns_the_code_without_asking_seam() {
    let scene = Scene::synced().await;
    let (first, _) = scene.issued(stay("loft", 3, 6)).await;
    let reads = scene.world().reads;
    let (again, created) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!((again.intent.id, created), (first.intent.id, false), "the code that exists");
    assert_eq!((scene.creates(), scene.world().reads), (1, reads), "nothing was sent or read");
}

#[tokio::test]
async fn unsent_and_refused_attempts_may_be_repeated() {
    let scene = Scene::synced().await;
    let refused = CreateOutcome::Refused {
        status: 400,
        kind: "invalid_input".into(),
        message: "no".into(),
        request_id: Some("r".into()),
    };
    let limited = CreateOutcome::RateLimited {
        retry_after: Some(Duration::from_secs(2)),
        message: "slow down".into(),
        request_id: None,
    };
    let cases = [
        (CreateOutcome::NotSent { why: NotSentWhy::ConnectionRefused }, State::NotSent),
        (refused, State::Refused),
        (limited, State::Refused),
    ];
    for (outcome, state) in cases {
        scene.fate(Fate::Instead(outcome));
        let (entry, created) = scene.issued(stay("loft", 3, 6)).await;
        assert_eq!((entry.code.state, created), (state, true), "the attempt ends there");
    }
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(entry.intent.marker.attempt(), 4, "each attempt has its own number");
    assert_eq!(scene.world().codes.len(), 1, "and one code is there in the end");
}

#[tokio::test]
async fn two_windows_that_click_at_once_make_one_code() {
    let scene = Scene::synced().await;
    let other = scene.second_window();
    let (told, other_told) = (|_: Stage| (), |_: Stage| ());
    let (one, two) =
        tokio::join!(scene.book.issue(stay("loft", 3, 6), &told), other.issue(stay("loft", 3, 6), &other_told));
    let entry = |issued: Issued| match issued {
        Issued::Code { entry, created } => (entry.intent.id, created),
        other => panic!("a code, not {other:?}"),
    };
    let (one, two) = (entry(one.unwrap()), entry(two.unwrap()));
    assert_eq!(one.0, two.0, "both see the same attempt");
    assert_ne!(one.1, two.1, "one of them sent it");
    assert_eq!(scene.creates(), 1, "once");
}

#[tokio::test]
async fn an_answer_with_only_a_readable_id_is_a_code() {
    let scene = Scene::synced().await;
    scene.fate(Fate::IdOnly);
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(entry.code.state, State::Accepted, "made, look closer");
    scene.world().confirm("583201");
    assert_eq!(scene.follow(&entry, 60).await.code.state, State::Set, "by its id the rest is read");
}

#[tokio::test]
async fn every_reading_is_compared_with_the_promise() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    {
        let mut world = scene.world();
        let code = world.codes.last_mut().unwrap();
        code.starts_at = "2026-12-03T20:00:00Z".parse().ok();
        code.slot_id = Some(domain::ids::SlotId::new("b"));
        world.confirm("583201");
    }
    let entry = scene.follow(&entry, 60).await;
    let what: Vec<_> = entry.code.differs.iter().map(|difference| difference.word()).collect();
    assert_eq!(what, ["starts", "slot"], "both differences are told");
    assert_eq!(entry.code.starts_at.to_string(), "2026-12-03T20:00:00Z", "the answer is the truth");
    scene.world().codes.last_mut().unwrap().starts_at = "2026-12-04T00:00:00Z".parse().ok();
    scene.book.sync(&|_| ()).await.unwrap();
    let entry = scene.follow(&entry, 0).await;
    assert_eq!(entry.code.differs.len(), 2, "a difference that went away is still told");
}

#[tokio::test]
async fn at_most_eight_requests_per_door_and_minute_are_sent() {
    let scene = Scene::synced().await;
    scene.world().doors[0].limit = None;
    for day in 1..=9 {
        let mut asked = stay("loft", day, day + 1);
        asked.accepted = ops::issue::Accepted::Everything;
        scene.issued(asked).await;
        let slept = scene.world().slept;
        assert_eq!(slept.is_zero(), day <= 8, "after {day} codes {slept:?} were waited");
    }
    assert!(scene.world().slept >= Duration::from_secs(59), "the ninth waited for the minute to pass");
}

#[tokio::test]
async fn adopts_the_code_of_another_computer_instead_of_making_one() {
    let scene = Scene::synced().await;
    let laptop = Scene::synced().await;
    let (there, _) = laptop.issued(stay("loft", 3, 6)).await;
    scene.world().codes.clone_from(&laptop.world().codes);
    let (here, created) = scene.issued(stay("loft", 3, 6)).await;
    assert!(!created && scene.creates() == 0, "nothing was sent");
    assert_eq!(here.intent.marker, there.intent.marker, "it is the same attempt");
    assert_eq!(here.code.access_code_id, there.code.access_code_id, "with the same code");
    scene.world().confirm("583201");
    assert_eq!(scene.follow(&here, 60).await.code.state, State::Set, "and is followed like any other");
}

#[tokio::test]
async fn adopts_the_working_code_of_another_computer() {
    let scene = Scene::synced().await;
    let laptop = Scene::synced().await;
    laptop.issued(stay("loft", 3, 6)).await;
    let made = laptop.world().codes[0].clone();
    laptop.world().fail();
    let failed = laptop.world().codes[0].clone();
    laptop.world().codes.push(CodeReading {
        id: domain::ids::AccessCodeId::new("works"),
        name: made.name.clone().map(|name| name.replace("-1", "-2")),
        status: Some("set".into()),
        ..made
    });
    assert!(failed.id.as_str() < "works", "the failed one comes first by its id");
    scene.world().codes.clone_from(&laptop.world().codes);
    let (here, created) = scene.issued(stay("loft", 3, 6)).await;
    assert!(!created && scene.creates() == 0, "nothing was sent");
    assert_eq!(here.code.access_code_id.as_ref().map(|id| id.as_str()), Some("works"), "not the one that failed");
}

#[tokio::test]
async fn another_computers_code_replaces_our_failed_one() {
    let scene = Scene::synced().await;
    let (ours, _) = scene.issued(stay("loft", 3, 6)).await;
    let mut theirs = scene.world().codes[0].clone();
    scene.world().fail();
    assert_eq!(scene.follow(&ours, 60).await.code.state, State::Failed, "ours came to nothing");
    theirs.id = domain::ids::AccessCodeId::new("theirs");
    theirs.name = theirs.name.map(|name| name.replace("-1", "-2"));
    scene.world().codes.push(theirs);
    let mut asked = stay("loft", 3, 6);
    asked.accepted = ops::issue::Accepted::Everything;
    let (taken, created) = scene.issued(asked.clone()).await;
    assert_eq!(
        (taken.intent.marker.attempt(), created),
        (2, false),
        "the other computer's second attempt is the stay's code"
    );
    scene.book.sync(&|_| ()).await.unwrap();
    assert!(!scene.issued(asked).await.1 && scene.creates() == 1, "and nothing was made beside it");
}

#[tokio::test]
async fn a_slot_changed_since_the_preview_stops_issuing() {
    let scene = Scene::synced().await;
    let (shown, _) = Scene::synced().await.issued(stay("loft", 3, 6)).await;
    scene.world().doors[0].slots[0].check_in = Some("15:00".into());
    let mut asked = stay("loft", 3, 6);
    asked.expected = Some(Box::new(shown.intent.promise));
    let issued = scene.issue(asked).await;
    let Issued::Objected(objection) = issued else { panic!("an objection, not {issued:?}") };
    assert!(
        matches!(*objection, Objection::SlotChanged { now: Some(_), .. }),
        "with what it would be now: {objection:?}"
    );
    assert_eq!(scene.creates(), 0, "nothing was sent");
}

#[tokio::test]
async fn an_answer_with_another_stays_id_is_not_this_stays_code() {
    let scene = Scene::synced().await;
    let (first, _) = scene.issued(stay("loft", 3, 6)).await;
    let taken = scene.world().codes[0].clone();
    let outcome = CreateOutcome::Accepted {
        id: taken.id.clone(),
        raw: taken.raw.clone(),
        reading: Some(Box::new(taken)),
        request_id: None,
    };
    scene.fate(Fate::Instead(outcome));
    let (second, created) = scene.issued(stay("pool", 3, 6)).await;
    assert_ne!(second.intent.id, first.intent.id, "the answer is about this stay's request");
    assert_eq!((second.code.state, created), (State::Unknown, true), "and what came of it is not known");
    assert_eq!(second.code.access_code_id, None, "the other stay's code is not shown as this one's");
}

#[tokio::test]
async fn no_code_is_made_until_all_codes_of_the_door_are_read() {
    let scene = Scene::synced().await;
    let door = scene.world().doors[0].device_id.clone();
    scene.world().unreadable.push(door);
    let refused = scene.book.issue(stay("loft", 3, 6), &|_| ()).await.unwrap_err();
    assert!(matches!(refused, ops::Error::Seam(_)), "the look before sending was not complete: {refused}");
    let intents = scene.book.record.read(|read| Ok(read.codes_in(State::Intent)?.len())).await.unwrap();
    assert_eq!((scene.creates(), intents), (0, 0), "nothing was recorded or sent");
}

#[tokio::test]
async fn changing_the_computers_clock_changes_no_decision() {
    for set in ["2016-01-01T00:00:00Z", "2036-01-01T00:00:00Z"] {
        let scene = Scene::synced().await;
        scene.fate(Fate::Lost);
        let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
        // Only this computer's clock: Seam's goes on, and comes with every answer.
        scene.world().set_back = set.parse().ok();
        let (again, created) = scene.issued(stay("loft", 3, 6)).await;
        assert_eq!((again.intent.id, created), (entry.intent.id, false), "{set}: the stay has its code");
        assert_eq!(again.code.state, State::Accepted, "{set}: found by the look, neither over nor gone");
        let (other, _) = scene.issued(stay("loft", 13, 16)).await;
        assert_eq!(other.code.state, State::Accepted, "{set}: and another stay is issued as ever");
        assert_eq!(scene.creates(), 2, "{set}: one code each");
    }
}

#[tokio::test]
async fn a_backup_made_while_issuing_is_complete() {
    let scene = Scene::synced().await;
    let (folder, copy) = (scene.folder.path().to_owned(), scene.folder.path().join("copy.db"));
    let to = copy.clone();
    scene.world().meanwhile = Some(Box::new(move || {
        store::back_up(store::Reader::open(&folder).unwrap().read(), &to).unwrap();
    }));
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(entry.code.state, State::Accepted, "the code does not mind");
    let elsewhere = tempfile::tempdir().unwrap();
    let (soundness, _) = store::restore(&copy, elsewhere.path(), now()).unwrap();
    assert!(soundness.is_sound(), "nor does the copy: {:?}", soundness.problems);
    let restored = store::Reader::open(elsewhere.path()).unwrap();
    let sending = restored.read().codes_in(State::Sending).unwrap();
    assert_eq!(sending.len(), 1, "it holds the request that was under way, so that it will be looked for");
}
