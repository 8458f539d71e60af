//! Unknown outcomes: never sent again automatically, settled by looking.

use std::sync::{Mutex, mpsc};
use std::time::Duration;

use domain::cause::NotSentWhy;
use domain::code::CodeEntry;
use domain::lifecycle::State;
use domain::reading::CreateOutcome;
use ops::Stage;
use ops::issue::{IssueOrder, Issued, Objection};
use store::Store;
use testkit::now;

use crate::fake::Fate;
use crate::world::{Scene, stay};

#[tokio::test]
async fn a_look_finds_the_code_of_a_lost_answer() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Lost);
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(entry.code.state, State::Unknown, "not known, never “failed”");
    let entry = scene.follow(&entry, 3).await;
    assert_eq!(entry.code.state, State::Accepted, "the first look, after 2 s, finds it");
    assert_eq!(scene.creates(), 1, "nothing was sent again");
}

#[tokio::test]
async fn issuing_again_after_a_lost_answer_looks_and_never_sends() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Vanished);
    scene.issued(stay("loft", 3, 6)).await;
    for _ in 0..5 {
        let (entry, created) = scene.issued(stay("loft", 3, 6)).await;
        assert_eq!((entry.code.state, created), (State::Unknown, false), "still not known");
    }
    assert_eq!(scene.creates(), 1, "the first request stays the only one");
}

#[tokio::test]
async fn a_stale_list_settles_nothing_and_a_later_one_does() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Lost);
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().stale = true;
    let entry = scene.follow(&entry, 60).await;
    assert_eq!((entry.code.state, entry.code.looks), (State::Unknown, 4), "absence proves nothing");
    scene.world().stale = false;
    let synced = scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(synced.found, 1, "every sync is a look");
}

#[tokio::test]
async fn an_incomplete_look_counts_for_nothing() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Vanished);
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.world().unreadable.push(entry.intent.device_id.clone());
    let looked = scene.book.look(None, &|_| ()).await.unwrap();
    assert_eq!(looked.unread.len(), 1, "it says which door it could not read");
    assert_eq!(scene.follow(&entry, 0).await.code.looks, 0, "and counts no look");
}

#[tokio::test]
async fn stops_looking_after_an_empty_look_past_the_end() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Vanished);
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let look = async || scene.book.look(None, &|_| ()).await.unwrap().entries.len();
    assert_eq!(look().await, 1, "it may still be found");
    scene.world().now = "2026-12-07T00:00:00Z".parse().unwrap();
    assert_eq!(look().await, 1, "once more after its end");
    assert_eq!(look().await, 0, "and that was the last: Seam keeps nothing for ever");
    let reads = scene.world().reads;
    assert_eq!(scene.follow(&entry, 3_600).await.code.state, State::Unknown, "nobody will know");
    assert_eq!(scene.world().reads, reads, "and nobody is asked");
}

#[tokio::test]
async fn another_attempt_is_the_hosts_choice_after_enough_looks() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Late);
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    let mut asked = stay("loft", 3, 6);
    asked.another = true;
    asked.accepted = ops::issue::Accepted::Everything;
    let early = scene.issue(asked.clone()).await;
    let Issued::Objected(objection) = early else { panic!("an objection, not {early:?}") };
    assert!(matches!(*objection, Objection::TooEarlyForAnother { .. }), "too early: {objection:?}");
    let followed = scene.follow(&entry, 3_600).await;
    assert!(followed.code.looks >= 6, "it was looked for {} times", followed.code.looks);
    let (second, created) = scene.issued(asked.clone()).await;
    assert_eq!((second.intent.marker.attempt(), created), (2, true), "a second attempt, by choice");
    scene.world().deliver();
    let synced = scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(synced.found, 1, "the first request was only late, and both codes are in the record");
    let (_, created) = scene.issued(asked).await;
    assert!(!created && scene.creates() == 2, "and no third is made, whatever is asked");
}

/// A late request, looked for long enough that the host may ask for another.
async fn late_and_looked_for(scene: &Scene) -> (CodeEntry, IssueOrder) {
    scene.fate(Fate::Late);
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    scene.follow(&entry, 3_600).await;
    let mut asked = stay("loft", 3, 6);
    asked.another = true;
    (entry, asked)
}

#[tokio::test]
async fn an_abandoned_attempt_counts_once_its_code_is_found() {
    let scene = Scene::synced().await;
    let (entry, asked) = late_and_looked_for(&scene).await;
    scene.fate(Fate::Instead(CreateOutcome::NotSent { why: NotSentWhy::NoConnection }));
    let (second, _) = scene.issued(asked).await;
    assert_eq!(second.code.state, State::NotSent, "the second attempt never left");
    scene.world().deliver();
    let (found, created) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!((found.intent.id, created), (entry.intent.id, false), "the first was only late, and is the stay's code");
    assert_eq!(scene.creates(), 2, "no third request was made");
}

#[tokio::test]
async fn a_late_code_found_before_sending_stops_another_attempt() {
    let scene = Scene::synced().await;
    let (first, mut asked) = late_and_looked_for(&scene).await;
    asked.accepted = ops::issue::Accepted::Everything;
    scene.fate(Fate::Answered);
    let (second, _) = scene.issued(asked.clone()).await;
    scene.world().fail();
    assert_eq!(scene.follow(&second, 60).await.code.state, State::Failed, "the second came to nothing");
    scene.world().deliver();
    let (found, created) = scene.issued(asked).await;
    assert_eq!((found.intent.id, created), (first.intent.id, false), "the first was only late, and is the stay's code");
    assert_eq!(scene.creates(), 2, "no third request was made");
}

#[tokio::test]
async fn a_second_code_for_a_stay_raises_an_alarm_and_is_counted() {
    let scene = Scene::synced().await;
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    {
        let mut world = scene.world();
        let mut twin = world.codes[0].clone();
        twin.id = domain::ids::AccessCodeId::new("twin");
        world.codes.push(twin);
    }
    let synced = scene.book.sync(&|_| ()).await.unwrap();
    assert_eq!(synced.second_codes, 1, "the alarm");
    let entry = scene.follow(&entry, 0).await;
    assert_eq!(entry.code.second_codes, ["twin"], "both are recorded");
    let usage = scene.usage("loft").await;
    assert_eq!((usage.live, usage.elsewhere), (1, 1), "and both take a place where Seam lists them");
    assert_eq!(scene.book.sync(&|_| ()).await.unwrap().second_codes, 0, "the same twin is told once");
}

#[tokio::test]
async fn work_of_a_dead_process_becomes_not_sent_or_unknown() {
    let scene = Scene::synced().await;
    let dead = scene.second_window();
    let (name, intent) = (dead.owner.name().to_owned(), scene.issued(stay("pool", 3, 6)).await.0.intent);
    let record = |owner: String, attempt: u8, sends: bool| {
        let new = domain::code::NewIntent {
            device_id: intent.device_id.clone(),
            door_name: intent.door_name.clone(),
            stay_key: None,
            marker: domain::marker::Marker::new(intent.marker.base().clone(), attempt).unwrap(),
            label: "left behind".into(),
            promise: intent.promise.clone(),
        };
        scene.book.record.write(move |write| {
            let row = write.record_intent(&new, &owner, Vec::new(), now())?;
            if sends {
                let sending = domain::event::EventBody::Sending { owner, server_at: None };
                write.append(row.id, &sending, &domain::event::Secrets::default(), now())?;
            }
            Ok(row.id)
        })
    };
    let (one, two) = (record(name.clone(), 2, false).await.unwrap(), record(name, 3, true).await.unwrap());
    scene.book.recover().await.unwrap();
    let state = async |id| scene.book.record.read(move |read| Ok(read.code(id)?.unwrap().code.state)).await.unwrap();
    assert_eq!(state(one).await, State::Intent, "its process lives, so it is left alone");
    drop(dead);
    scene.book.recover().await.unwrap();
    assert_eq!(state(one).await, State::NotSent, "nobody will send it");
    assert_eq!(state(two).await, State::Unknown, "nobody waits for its answer");
}

#[tokio::test]
async fn unclaimed_intent_blocks_nothing() {
    let scene = Scene::synced().await;
    scene.book.record.on_thread(|store| Ok(store.wait_at_most(Duration::from_millis(1))?)).await.unwrap();
    let (let_go, until) = mpsc::channel();
    let (told, hear) = mpsc::channel();
    let (until, hear) = (Mutex::new(Some(until)), Mutex::new(hear));
    // As soon as the intent is on disk, another program takes the record and holds it.
    let busy = |stage: Stage| {
        let until = until.lock().unwrap().take_if(|_| matches!(stage, Stage::Recorded { .. }));
        let Some(until) = until else { return };
        let (folder, told) = (scene.folder.path().to_owned(), told.clone());
        std::thread::spawn(move || {
            let mut other = Store::open(&folder, now()).unwrap();
            let hold = |_: &store::Write<'_>| {
                told.send(()).unwrap();
                until.recv().unwrap();
                Ok::<_, store::Error>(())
            };
            other.write(hold).unwrap();
            told.send(()).unwrap();
        });
        hear.lock().unwrap().recv().unwrap();
    };
    let failed = scene.book.issue(stay("loft", 3, 6), &busy).await;
    assert!(matches!(failed, Err(ops::Error::BeforeSending(_))), "nothing was sent: {failed:?}");
    let_go.send(()).unwrap();
    hear.into_inner().unwrap().recv().unwrap();
    let (entry, created) = scene.issued(stay("loft", 3, 6)).await;
    assert!(created && scene.creates() == 1, "asked for again, one code is made");
    assert_eq!(entry.intent.marker.attempt(), 2, "by an attempt of its own");
    let first = scene.see(move |at| Ok(at.read.attempts(entry.intent.marker.base())?.remove(0))).await;
    assert_eq!(first.code.state, State::NotSent, "the first was not sent, and takes no place");
}

fn refusal() -> CreateOutcome {
    let (kind, message, request_id) = ("provider_error".to_owned(), "no".to_owned(), Some("r".to_owned()));
    CreateOutcome::Refused { status: 422, kind, message, request_id }
}

#[tokio::test]
async fn a_code_made_despite_a_refusal_is_found_immediately() {
    let scene = Scene::synced().await;
    scene.fate(Fate::MadeBut(refusal()));
    let (entry, created) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!((entry.code.state, created), (State::Accepted, true), "the look after the refusal found it");
    assert!(!scene.issued(stay("loft", 3, 6)).await.1, "the stay has its code");
    assert_eq!(scene.creates(), 1, "nothing was sent again");
}

#[tokio::test]
async fn an_unconfirmed_refusal_is_checked_later() {
    let scene = Scene::synced().await;
    scene.fate(Fate::MadeBut(refusal()));
    let door = scene.world().doors[0].device_id.clone();
    let (world, hidden) = (scene.world.clone(), door.clone());
    let hide = move |stage: Stage| {
        if stage == Stage::Sending {
            world.lock().unwrap().unreadable.push(hidden.clone());
        }
    };
    let Issued::Code { entry, .. } = scene.book.issue(stay("loft", 3, 6), &hide).await.unwrap() else {
        panic!("the refusal is on disk, whether or not the door can be read")
    };
    assert_eq!(entry.code.state, State::Refused, "as Seam said");
    scene.world().unreadable.clear();
    scene.world().now = "2026-11-23T12:01:00Z".parse().unwrap();
    let looked = scene.book.look(None, &|_| ()).await.unwrap();
    let states: Vec<State> = looked.entries.iter().map(|(entry, _)| entry.code.state).collect();
    assert_eq!(states, [State::Accepted], "the look goes to the door of the refusal, and tells what it found");
    let reads = scene.world().reads;
    scene.book.look(None, &|_| ()).await.unwrap();
    assert_eq!(scene.world().reads, reads + 2, "then it is settled: only the key and the code are asked for");
}

#[tokio::test]
async fn a_confirmed_refusal_is_not_reported_again() {
    let scene = Scene::synced().await;
    scene.fate(Fate::Instead(refusal()));
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    assert_eq!(entry.code.state, State::Refused, "the look found nothing");
    let looked = scene.book.look(None, &|_| ()).await.unwrap();
    assert!(looked.entries.is_empty() && looked.unread.is_empty(), "nothing to be told: {looked:?}");
}
