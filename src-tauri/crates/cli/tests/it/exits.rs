//! Every exit code, and the sentence that goes with it.

use simulator::{Fault, FaultKind, Options};

use crate::world::{Ran, STAY, World, bare, quick};

fn code_of(view: &serde_json::Value) -> &str {
    view["error"]["code"].as_str().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_2_for_unusable_input() {
    let world = World::synced(Options::default()).await;
    let cases: [(&[&str], &str); 8] = [
        (&["slots", "Nowhere"], "no_such_door"),
        (&["slots", "cabin"], "ambiguous_door"),
        (&["code", "17"], "no_such_code"),
        (&["preview", "Loft", "--from", "tomorrow", "--to", "2027-12-06T10:15"], "bad_time"),
        (&["preview", "Loft", "--from", "2027-12-03T15:45+14:01", "--to", "2027-12-06T10:15+14:01"], "bad_time"),
        (&["codes", "--at", "2027-12-03T15:45-20:00"], "bad_time"),
        (&["preview", "Loft", "--from", "2027-12-06T15:45", "--to", "2027-12-03T10:15"], "bad_stay"),
        (&["codes", "--at", "2027-12-03T15:45"], "usage"),
    ];
    for (args, word) in cases {
        let (view, code) = world.json(args);
        assert_eq!((code, code_of(&view)), (2, word), "{args:?}: {view}");
    }
    let ambiguous = world.run(&["slots", "cabin"]);
    assert!(
        ambiguous.err.contains("Cabin 1") && ambiguous.err.contains("Cabin 2"),
        "both are named: {}",
        ambiguous.err
    );
    assert_eq!(world.run(&["limits", "Loft", "--set", "many"]).code, 2, "a limit is a number or none");
    let plain_http = world.run(&["sync", "--endpoint", "http://connect.getseam.com"]);
    assert_eq!(plain_http.code, 2, "the key must not be sent unencrypted: {}", plain_http.err);
    let empty = [
        world.run(&["sync", "--endpoint", ""]),
        Ran::new(&world.command(&["sync"]).env("SEAM_ENDPOINT", " ").output().unwrap()),
    ];
    for ran in empty {
        assert!(ran.code == 2 && ran.err.contains("is empty"), "nor sent to Seam if a variable is empty: {ran:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_3_when_the_checks_refuse() {
    let world = World::synced(Options { codes: 0, ..Options::default() }).await;
    assert_eq!(world.run(&["limits", "Loft", "--set", "2"]).code, 0, "only two places");
    for (door, word) in [("Harbour", "full"), ("Cabin 2", "no_slot"), ("Lake", "not_ready"), ("Loft", "needs_yes")] {
        let (view, code) = world.issue(door, &["--wait", "0"]);
        assert_eq!((code, code_of(&view)), (3, word), "{door}: {view}");
    }
    let (view, _) = world.issue("Loft", &["--wait", "0"]);
    assert_eq!(view["objection"]["risks"][0]["code"], "scarce", "what must be accepted is named: {view}");
    assert_eq!(world.simulator.creates().requests, 0, "nothing was sent for any of them");
    assert_eq!(world.issue("Loft", &["--wait", "0", "--yes"]).1, 0, "accepted, it is sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_3_when_seam_refuses_or_the_code_fails() {
    let world = World::synced(quick(2)).await;
    let refusal = FaultKind::answer(400, "dormakaba_oracode_no_valid_user_level");
    world.simulator.fault(Fault::new(refusal));
    let (view, code) = world.issue("Door 101", &[]);
    assert_eq!((code, &view["state"]), (3, &"refused".into()), "{view}");
    let failing = FaultKind::Fail { error_code: "no_space_for_access_code_on_device".to_owned(), message: None };
    world.simulator.fault(Fault::new(failing));
    let (view, code) = world.issue("Door 102", &[]);
    assert_eq!((code, &view["state"]), (3, &"failed".into()), "{view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_4_when_the_outcome_is_not_known() {
    let world = World::synced(quick(1)).await;
    world.simulator.fault(Fault::new(FaultKind::Drop { commit: true }));
    let (view, code) = world.issue("Door 101", &["--wait", "0"]);
    assert_eq!((code, &view["state"]), (4, &"unknown".into()), "{view}");
    world.simulator.fault(Fault::new(FaultKind::StaleList { since: Some("2020-01-01T00:00:00Z".to_owned()) }));
    let (view, code) = world.json(&["look"]);
    assert_eq!((code, &view["unknown"]), (4, &1.into()), "a list that lags proves nothing: {view}");
    world.simulator.release();
    let (view, code) = world.json(&["look"]);
    assert_eq!((code, &view["codes"][0]["state"]), (0, &"set".into()), "{view}");
    assert_eq!(world.simulator.creates().total, 1, "one code, whatever happened");
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_5_without_a_connection() {
    let world = World::synced(quick(2)).await;
    let away = ["--endpoint", "http://127.0.0.1:9"];
    for args in [&["sync"][..], &[&["issue", "Door 101"], STAY.as_slice()].concat(), &["look", "--door", "Door 101"]] {
        let (view, code) = world.json(&[args, &away].concat());
        assert_eq!(code, 5, "{args:?}: {view}");
    }
    world.simulator.fault(Fault::new(FaultKind::LoopCursor).door(&world.simulator.door_ids()[0]));
    let (view, code) = world.json(&["sync"]);
    assert_eq!((code, view["unread"].as_array().map(Vec::len)), (5, Some(1)), "one door could not be read: {view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_6_for_a_missing_or_rejected_key() {
    let world = World::synced(quick(1)).await;
    let with_key = |key: &str| Ran::new(&world.command(&["sync", "--json"]).env("SEAM_API_KEY", key).output().unwrap());
    for (key, word) in [("seam_testWRONG_0000000000", "key_rejected"), ("seam_pk1_publishable", "bad_key")] {
        let ran = with_key(key);
        assert_eq!((ran.code, code_of(&ran.document())), (6, word), "{ran:?}");
        assert!(!ran.out.contains("WRONG") && !ran.err.contains("WRONG"), "the key is not repeated: {ran:?}");
    }
    let key = simulator::API_KEY;
    for pasted in [format!("\u{feff}{key}\r"), format!("Bearer \"{key}\""), format!("export SEAM_API_KEY='{key}'")] {
        let ran = with_key(&pasted);
        assert_eq!(ran.code, 0, "blanks from a file are trimmed: {ran:?}");
    }
    // Without a keychain to ask, and without a key in the environment.
    let ran = Ran::new(&bare(world.folder.path(), &["sync", "--json"]).output().unwrap());
    assert_eq!(ran.code, 6, "{ran:?}");
    world.simulator.fault(Fault::new(FaultKind::answer(401, "unauthorized")));
    let (view, code) = world.issue("Door 101", &[]);
    assert_eq!((code, &view["state"]), (6, &"refused".into()), "{view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_7_when_the_record_is_unusable() {
    let world = World::synced(quick(1)).await;
    let file = world.folder.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    let (view, code) = world.json(&["sync", "--data-dir", file.to_str().unwrap()]);
    assert_eq!((code, code_of(&view)), (7, "not_writable"), "a file is not a folder: {view}");
    std::fs::write(world.file(), b"not a database at all, and long enough to be checked as one").unwrap();
    let (view, code) = world.json(&["verify"]);
    assert_eq!((code, &view["sound"]), (7, &false.into()), "{view}");
    let (view, code) = world.json(&["sync"]);
    assert_eq!((code, code_of(&view)), (7, "damaged"), "{view}");
    let (view, code) = world.json(&["codes"]);
    assert_eq!((code, code_of(&view)), (7, "damaged"), "it is never silently replaced by a new one: {view}");
}

/// The one answer that must not be lost: Seam has made the code, and the record stays busy until the program gives up.
#[cfg(feature = "failpoints")]
#[tokio::test(flavor = "multi_thread")]
async fn exit_7_shows_an_answer_that_cannot_be_recorded() {
    let world = World::synced(Options { pin: simulator::PinTime::AtCreate, ..quick(1) }).await;
    let args = [&["issue", "Door 101"], STAY.as_slice()].concat();
    let ran = Ran::new(&world.command(&args).env("FAILPOINTS", "answer-refused=return").output().unwrap());
    let pin = world.simulator.codes()[0].pin.clone();
    assert_eq!(ran.code, 7, "{ran:?}");
    assert!(ran.out.contains("Write this down") && ran.out.contains(&pin), "the PIN exists nowhere else: {}", ran.out);
    assert_eq!(world.json(&["look"]).0["codes"][0]["state"], "set", "the next look brings it into the record");
    assert_eq!(world.simulator.creates().total, 1, "one code");
}

#[cfg(unix)]
mod stopped {
    use std::process::{Command, Stdio};

    use super::*;
    use crate::world::read_until;

    /// Starts issuing, sends Ctrl-C once a line on stderr holds `word` and this many create requests have arrived, and
    /// returns how it ended.
    fn stop_at(world: &World, word: &str, requests: u64) -> Ran {
        let args = [&["issue", "Door 101"], STAY.as_slice()].concat();
        let mut child = world.command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut err = child.stderr.take().unwrap();
        read_until(&mut err, word);
        while world.simulator.creates().requests < requests {
            std::thread::yield_now();
        }
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        let rest = read_until(&mut err, "never");
        Ran { err: rest, ..Ran::new(&child.wait_with_output().unwrap()) }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn interrupted_while_sending_a_code_may_exist_and_a_look_finds_it() {
        let world = World::synced(quick(1)).await;
        world.simulator.fault(Fault::new(FaultKind::Hang { commit: true }));
        let ran = stop_at(&world, "Asking Seam for one code", 1);
        assert_eq!(ran.code, 4, "a code may exist: {ran:?}");
        assert!(ran.err.contains("latchbook look"), "the remedy is named: {}", ran.err);
        world.simulator.release();
        let (view, code) = world.json(&["look"]);
        assert_eq!((code, &view["codes"][0]["state"]), (0, &"set".into()), "{view}");
        assert_eq!(world.simulator.creates().total, 1, "one code");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn interrupted_before_sending_it_is_safe_to_issue_again() {
        let world = World::synced(quick(1)).await;
        world.simulator.fault(Fault::new(FaultKind::Hang { commit: false }).at("/devices/get"));
        let ran = stop_at(&world, "Reading the door", 0);
        assert_eq!(ran.code, 130, "{ran:?}");
        world.simulator.release();
        assert_eq!(world.issue("Door 101", &[]).1, 0, "the next start can issue");
        assert_eq!(world.simulator.creates().requests, 1, "with the only request");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn interrupted_while_waiting_only_the_wait_ends() {
        let world = World::synced(Options { setting_ms: 3_600_000, ..quick(1) }).await;
        let ran = stop_at(&world, "Asking Seam again", 1);
        assert_eq!(ran.code, 0, "the code is made and recorded: {ran:?}");
        assert!(ran.out.contains("State          accepted"), "{}", ran.out);
    }
}
