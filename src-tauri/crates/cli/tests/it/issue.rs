//! Issuing from the command line: its options, and the checks before anything is sent.

use simulator::{ErrorBody, Fault, FaultKind, Options, SlotChange, SlotSpec};

use crate::world::{STAY, World, quick};

fn rate_limited(seconds: u64) -> FaultKind {
    FaultKind::Status {
        status: 429,
        body: ErrorBody::Seam,
        error_type: Some("rate_limited".to_owned()),
        message: None,
        retry_after: Some(seconds),
        commit: false,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn waits_and_tries_once_more_if_asked_to() {
    let world = World::synced(quick(2)).await;
    world.simulator.fault(Fault::new(rate_limited(1)));
    let (view, code) = world.issue("Door 101", &["--wait", "20"]);
    assert_eq!((code, &view["attempt"], &view["state"]), (0, &2.into(), &"set".into()), "{view}");
    world.simulator.fault(Fault::new(rate_limited(30)));
    let (view, code) = world.issue("Door 102", &["--wait", "2"]);
    assert_eq!((code, &view["state"]), (5, &"refused".into()), "the wait is too short for that: {view}");
    assert_eq!(view["reason"]["retry_after_seconds"], 30, "the wait is reported");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_changed_since_the_sync_stops_issuing() {
    let world = World::synced(quick(1)).await;
    let slots = vec![SlotSpec::new("Guest", "15:30:00[America/Los_Angeles]", "10:00:00[America/Los_Angeles]")];
    let device_id = world.simulator.door_ids()[0].clone();
    world.simulator.set_slots(&SlotChange { device_id, slots }).unwrap();
    let (view, code) = world.issue("Door 101", &[]);
    assert_eq!((code, &view["error"]["code"]), (3, &"slot_changed".into()), "{view}");
    assert_eq!(world.simulator.creates().requests, 0, "nothing was sent");
    let (view, code) = world.issue("Door 101", &[]);
    assert_eq!(
        (code, &view["entry"]),
        (0, &"2027-12-03T15:30".into()),
        "the next request promises the new slot: {view}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_with_changed_times_needs_a_yes() {
    let world = World::synced(quick(1)).await;
    assert_eq!(world.issue("Door 101", &["--stay", "HM1"]).1, 0, "the first");
    let later = ["issue", "Door 101", "--from", "2027-12-10T15:45", "--to", "2027-12-13T10:15", "--stay", "HM1"];
    let (view, code) = world.json(&later);
    assert_eq!((code, &view["objection"]["risks"][0]["code"]), (3, &"stay_changed".into()), "{view}");
    let (view, code) = world.json(&[later.as_slice(), &["--yes"]].concat());
    assert_eq!((code, &view["created"]), (0, &true.into()), "{view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_attempt_is_not_offered_early() {
    let world = World::synced(quick(1)).await;
    world.simulator.fault(Fault::new(FaultKind::Drop { commit: false }));
    assert_eq!(world.issue("Door 101", &["--wait", "0"]).1, 4, "not known");
    let (view, code) = world.issue("Door 101", &["--wait", "0", "--another"]);
    assert_eq!((code, &view["error"]["code"]), (3, &"too_early_for_another".into()), "{view}");
    assert_eq!(world.simulator.creates().requests, 1, "an unknown outcome never causes a request by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_attempt_is_a_choice_after_enough_looks() {
    let world = World::synced(quick(1)).await;
    world.simulator.fault(Fault::new(FaultKind::Drop { commit: false }));
    assert_eq!(world.issue("Door 101", &["--wait", "0"]).1, 4, "not known");
    for _ in 0..6 {
        assert_eq!(world.run(&["look"]).code, 4, "nothing is there");
        world.simulator.advance(std::time::Duration::from_secs(240));
    }
    let (view, code) = world.issue("Door 101", &["--wait", "0"]);
    assert_eq!((code, &view["may_try_another"]), (4, &true.into()), "offered, not done: {view}");
    let (view, code) = world.issue("Door 101", &["--another"]);
    assert_eq!((code, &view["attempt"]), (0, &2.into()), "{view}");
    assert_eq!(world.simulator.creates().total, 1, "one code in the end");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_host_may_choose_slot_and_label() {
    let world = World::synced(quick(1)).await;
    let stay = ["Door 101", "--from", "2027-12-03T15:00", "--to", "2027-12-06T11:00", "--rounding", "1d"];
    let (preview, _) = world.json(&[&["preview"], stay.as_slice()].concat());
    let second = preview["candidates"][1]["slot_id"].as_str().unwrap();
    let (view, code) = world.json(&[&["issue"], stay.as_slice(), &["--slot", second, "--label", "Smith"]].concat());
    assert_eq!((code, &view["slot_id"], &view["label"]), (0, &second.into(), &"Smith".into()), "{view}");
    let (view, code) = world.json(&[&["issue", "Door 101"], STAY.as_slice(), &["--slot", "nonsense"]].concat());
    assert_eq!((code, &view["error"]["code"]), (3, &"slot_not_offered".into()), "{view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_is_shown_once_made_and_masked_elsewhere() {
    let world = World::synced(Options { pin: simulator::PinTime::AtCreate, ..quick(1) }).await;
    let issued = world.run(&[&["issue", "Door 101"], STAY.as_slice()].concat());
    let pin = world.simulator.codes()[0].pin.clone();
    assert!(issued.out.contains(&pin), "the host needs it: {}", issued.out);
    assert!(!issued.err.contains(&pin), "messages never hold it: {}", issued.err);
    for args in [&["codes"][..], &["code", "1"], &["codes", "--json"], &["code", "1", "--json"], &["codes", "--csv"]] {
        let out = world.run(args).out;
        assert!(!out.contains(&pin), "{args:?} masks it: {out}");
        assert!(world.run(&[args, &["--show-pins"]].concat()).out.contains(&pin), "{args:?} shows it when asked");
    }
    let logged = world.command(&["look", "--door", "Door 101"]).env("LATCHBOOK_LOG", "trace").output().unwrap();
    let logged = String::from_utf8_lossy(&logged.stderr).into_owned();
    assert!(!logged.is_empty(), "the log was asked for");
    assert!(!logged.contains(&pin) && !logged.contains(simulator::API_KEY), "logs hold neither PIN nor key");
}
