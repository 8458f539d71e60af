//! The JSON keys of every command, as in docs/design.md, "Command line".

use simulator::{Fault, FaultKind};

use crate::world::{STAY, World, has_keys, quick};

const CODE: [&str; 15] = [
    "intent_id",
    "marker",
    "door",
    "state",
    "access_code_id",
    "pin",
    "entry",
    "exit",
    "starts_at",
    "ends_at",
    "slot_id",
    "slot_name",
    "created",
    "differs",
    "history",
];

#[tokio::test(flavor = "multi_thread")]
async fn doors_slots_limits_and_audit() {
    let world = World::synced(quick(2)).await;
    let (doors, code) = world.json(&["doors"]);
    assert_eq!(code, 0, "doors are there");
    let door = &doors["doors"][0];
    let wanted = [
        "door_id",
        "name",
        "zone",
        "site",
        "offline_capable",
        "slots",
        "live",
        "in_flight",
        "elsewhere",
        "limit",
        "limit_source",
        "warnings",
        "last_read_at",
        "gone",
        "managed",
    ];
    has_keys(door, &wanted, "a door");
    assert_eq!(door["offline_capable"], "yes", "the word that is documented");
    let (slots, _) = world.json(&["slots", "Door 101"]);
    has_keys(&slots["slots"][0], &["slot_id", "name", "check_in", "check_out", "usable"], "a slot");
    let (limits, _) = world.json(&["limits"]);
    has_keys(&limits["doors"][0], &["live", "in_flight", "elsewhere", "limit", "next_free"], "a door's limit");
    let (audit, code) = world.json(&["audit"]);
    assert_eq!(code, 0, "audit is 0 whatever it finds");
    has_keys(&audit["doors"][0], &["door_id", "name", "ready", "checks"], "a door's audit");
    has_keys(&audit["doors"][0]["checks"][0], &["check", "level", "message", "mend", "who"], "a check");
}

#[tokio::test(flavor = "multi_thread")]
async fn preview() {
    let world = World::synced(quick(1)).await;
    let (view, code) = world.json(&[&["preview", "Door 101"], STAY.as_slice()].concat());
    assert_eq!(code, 0, "a slot fits");
    let wanted = ["door", "zone", "stay", "rounding", "chosen", "candidates", "refused", "refusal"];
    has_keys(&view, &wanted, "a preview");
    has_keys(&view["stay"], &["from", "to"], "a stay");
    let candidate = [
        "slot_id",
        "name",
        "entry",
        "exit",
        "starts_at",
        "ends_at",
        "entry_rounding_minutes",
        "exit_rounding_minutes",
        "uncovered_minutes",
        "extra_minutes",
        "dst",
    ];
    has_keys(&view["chosen"], &candidate, "the choice");
    assert_eq!(view["chosen"]["entry"], "2027-12-03T16:00", "the slot's time, on the door's clock");
    assert_eq!(view["chosen"]["starts_at"], "2027-12-03T16:00:00-08:00", "with the zone's offset");
    let refused = ["slot_id", "name", "reason", "entry_off_minutes", "exit_off_minutes"];
    has_keys(&view["refused"][0], &refused, "a slot that does not fit");
    let too_far = ["preview", "Door 101", "--from", "2027-12-03T20:45", "--to", "2027-12-06T23:15"];
    let (view, code) = world.json(&too_far);
    assert_eq!((code, view["chosen"].is_null()), (3, true), "no slot is refused, in the same document");
    has_keys(&view["refusal"], &["code", "message"], "why nothing fits");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_names_what_issuing_would_answer() {
    let world = World::synced(quick(1)).await;
    let first = |from, to| {
        let (view, code) = world.json(&["preview", "Door 101", "--from", from, "--to", to]);
        assert_eq!((code, view["chosen"].is_null()), (0, false), "a slot still fits: {view}");
        view["notes"][0].clone()
    };
    let [_, from, _, to] = STAY;
    assert!(first(from, to).is_null(), "nothing prevents it");
    world.issue("Door 101", &[]);
    assert_eq!(first(from, to)["code"], "existing", "the stay has its code");
    let overlapping = first("2027-12-04T15:45", "2027-12-07T10:15");
    let (issued, _) = world.json(&["issue", "Door 101", "--from", "2027-12-04T15:45", "--to", "2027-12-07T10:15"]);
    assert_eq!(
        overlapping["code"], issued["objection"]["risks"][0]["code"],
        "the risk to accept: {overlapping} {issued}"
    );
    assert_eq!(first("2020-12-04T15:45", "2020-12-07T10:15")["code"], "over", "nothing would be sent");
    assert_eq!(world.run(&["limits", "Door 101", "--set", "1"]).code, 0, "one place, and it is taken");
    let full = first("2027-12-14T15:45", "2027-12-17T10:15");
    assert_eq!(full["code"], "full", "nothing would be sent: {full}");
    assert!(
        full["message"].as_str().unwrap().starts_with("Issued now, nothing would be sent."),
        "and that comes first: {full}"
    );
    assert_eq!(world.simulator.creates().total, 1, "as the simulator counts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_claims_no_unknown_code() {
    let world = World::synced(quick(1)).await;
    world.simulator.fault(Fault::new(FaultKind::Drop { commit: true }));
    let (issued, _) = world.issue("Door 101", &["--wait", "0"]);
    assert_eq!(issued["state"], "unknown", "the outcome is unknown: {issued}");
    let (view, _) = world.json(&[&["preview", "Door 101"], STAY.as_slice()].concat());
    let note = &view["notes"][0];
    assert_eq!(note["code"], "existing", "it makes no other: {view}");
    assert!(note["message"].as_str().unwrap().contains("don't know"), "and its state is reported as it is: {note}");
}

#[tokio::test(flavor = "multi_thread")]
async fn issue_code_and_codes() {
    let world = World::synced(quick(1)).await;
    let (issued, code) = world.issue("Door 101", &[]);
    assert_eq!(code, 0, "{issued}");
    has_keys(&issued, &CODE, "a code that was issued");
    has_keys(&issued["history"][0], &["at", "event", "detail"], "an event");
    assert_eq!((&issued["created"], &issued["state"]), (&true.into(), &"set".into()), "{issued}");
    let (again, code) = world.issue("Door 101", &[]);
    assert_eq!((code, &again["created"]), (0, &false.into()), "the same stay gets no second code");
    assert_eq!(again["pin"], issued["pin"], "it is the same code");
    assert_eq!(world.simulator.creates().total, 1, "as the simulator counts");
    let (one, _) = world.json(&["code", "1"]);
    has_keys(&one, &CODE, "a code that is shown");
    let (codes, _) = world.json(&["codes"]);
    has_keys(&codes, &["codes", "total", "next"], "the ledger");
    has_keys(&codes["codes"][0], &CODE[..14], "a code of the ledger");
    assert!(codes["codes"][0].get("history").is_none(), "lists come without history");
}

#[tokio::test(flavor = "multi_thread")]
async fn sync_look_and_the_record() {
    let world = World::start(quick(2)).await;
    let (synced, _) = world.json(&["sync"]);
    has_keys(&synced, &["doors", "codes", "unread", "slots_changed", "messages"], "a sync");
    has_keys(&world.json(&["look"]).0, &["codes", "unknown", "unread", "message"], "a look");
    has_keys(&world.json(&["verify"]).0, &["sound", "events", "codes", "problems"], "soundness");
    let backup = world.folder.path().join("backup.db");
    let backup = backup.to_str().unwrap();
    has_keys(&world.json(&["backup", backup]).0, &["path", "events", "codes"], "a backup");
    has_keys(&world.json(&["restore", backup]).0, &["path", "events", "codes", "set_aside"], "a restore");
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_are_documents_too() {
    let world = World::synced(quick(1)).await;
    for args in [["slots", "nowhere"].as_slice(), &["code", "99"], &["preview", "Door 101"], &["no-such-command"]] {
        let (view, code) = world.json(args);
        has_keys(&view["error"], &["code", "message", "detail"], "an error");
        assert_eq!(code, 2, "{args:?} is invalid: {view}");
    }
}
