//! A code from its create to its end.

use serde_json::{Value, json};
use simulator::{Fault, FaultKind, Options, PinTime};

use crate::api::{Api, CREATE, stay, stay_with};

#[tokio::test]
async fn code_goes_from_unset_to_setting_to_set_with_its_pin() {
    let api = Api::start(Options { setting_ms: 60_000, set_ms: 60_000, ..Options::plain(1) }).await;
    let made = api.make(&api.door(0), "Stay").await;
    assert_eq!((&made["status"], &made["code"]), (&json!("unset"), &Value::Null), "no PIN in the answer");
    assert_eq!(made["pending_mutations"][0]["mutation_code"], "creating", "it says that it is being made");
    assert_eq!(made["dormakaba_oracode_metadata"], Value::Null, "nor is the slot shown yet");
    api.advance(61);
    let setting = api.code(&made).await.json["access_code"].clone();
    assert_eq!((&setting["status"], &setting["code"]), (&json!("setting"), &Value::Null), "under way");
    api.advance(60);
    let set = api.code(&made).await.json["access_code"].clone();
    assert_eq!((&set["status"], &set["display_status"]), (&json!("set"), &json!("Active")), "there");
    let pin = set["code"].as_str().unwrap();
    assert!(pin.len() == 6 && pin.bytes().all(|b| b.is_ascii_digit()), "six digits");
    assert_eq!(set["pending_mutations"], json!([]), "nothing is left to do");
    assert_eq!(set["dormakaba_oracode_metadata"]["user_level_name"], "Guest Standard 4pm-10am", "the slot is shown");
    let events = api.events(json!({ "access_code_id": made["access_code_id"] })).await;
    let kinds: Vec<_> = events.iter().map(|event| event["event_type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["access_code.created", "access_code.set_on_device"], "the events agree");
    assert_eq!(events[1]["code"], set["code"], "the PIN is in the event");
}

#[tokio::test]
async fn pin_can_be_in_the_answer() {
    let api = Api::start(Options { pin: PinTime::AtCreate, ..Options::plain(1) }).await;
    let made = api.make(&api.door(0), "Stay").await;
    assert_eq!(made["status"], "unset", "not set yet");
    assert!(
        made["code"].is_string() && made["dormakaba_oracode_metadata"].is_object(),
        "PIN and slot are shown: {made}"
    );
    api.advance(3);
    assert_eq!(api.code(&made).await.json["access_code"]["code"], made["code"], "and stay as they were");
}

#[tokio::test]
async fn code_is_deleted_after_its_end() {
    let api = Api::plain().await;
    let door = api.door(0);
    let made = api.make(&door, "Stay").await;
    api.advance(13 * 24 * 3_600);
    assert_eq!(api.code(&made).await.status, 200, "an hour before the end it is there");
    api.advance(3_600 + 60);
    let gone = api.code(&made).await;
    assert_eq!((gone.status, &gone.json["error"]["type"]), (404, &json!("access_code_not_found")), "then it is not");
    assert_eq!(api.names(&door).await, Vec::<String>::new(), "nor in the list");
    let events = api.events(json!({ "event_type": "access_code.deleted" })).await;
    assert_eq!(events[0]["created_at"], "2026-12-06T18:00:00.000Z", "it ended on time, not when requested");
    assert!(api.simulator.codes().iter().any(|code| code.gone), "the record keeps it");
}

#[tokio::test]
async fn deferred_code_is_set_an_hour_before_its_start() {
    let api = Api::start(Options { defer: true, ..Options::plain(1) }).await;
    let made = api.make(&api.door(0), "Stay").await;
    let pending = &made["pending_mutations"][0];
    assert_eq!(pending["mutation_code"], "deferring_creation", "it waits: {made}");
    assert_eq!(pending["scheduled_at"], "2026-12-03T23:00:00.000Z", "until an hour before its start");
    api.advance(9 * 24 * 3_600);
    assert_eq!(api.code(&made).await.json["access_code"]["status"], "unset", "nine days on it still waits");
    api.advance(32 * 3_600);
    assert_eq!(api.code(&made).await.json["access_code"]["status"], "set", "then it is set");
}

#[tokio::test]
async fn codes_can_be_stuck_fail_vanish_or_shift() {
    let api = Api::plain().await;
    let door = api.door(0);
    api.simulator.fault(Fault::new(FaultKind::Stuck));
    let stuck = api.make(&door, "Stuck").await;
    api.simulator
        .fault(Fault::new(FaultKind::Fail { error_code: "failed_to_set_on_device".to_owned(), message: None }));
    let failing = api.make(&door, "Failing").await;
    api.simulator.fault(Fault::new(FaultKind::Vanish { after_ms: 60_000 }));
    let vanishing = api.make(&door, "Vanishing").await;
    api.simulator.fault(Fault::new(FaultKind::Shift { minutes: 30 }));
    let shifted = api.make(&door, "Shifted").await;
    api.advance(24 * 3_600);
    let stuck = api.code(&stuck).await.json["access_code"].clone();
    assert_eq!((&stuck["status"], &stuck["code"]), (&json!("unset"), &Value::Null), "stuck for a day");
    assert_eq!(stuck["warnings"][0]["warning_code"], "delay_in_setting_on_device", "with a warning");
    let failing = api.code(&failing).await.json["access_code"].clone();
    assert_eq!(failing["errors"][0]["error_code"], "failed_to_set_on_device", "failed");
    assert_eq!(api.code(&vanishing).await.status, 404, "vanished long before its end");
    let shifted = api.code(&shifted).await.json["access_code"].clone();
    assert_eq!(shifted["starts_at"], "2026-12-04T00:30:00.000Z", "made half an hour off its slot");
    for kind in ["access_code.failed_to_set_on_device", "access_code.delay_in_setting_on_device"] {
        let events = api.events(json!({ "event_types": [kind] })).await;
        assert_eq!(events.len(), 1, "{kind} is emitted once");
    }
}

#[tokio::test]
async fn answer_has_attempt_date_and_request_id() {
    let api = Api::plain().await;
    let got = api.post(CREATE, stay(&api.door(0), "Stay")).await;
    assert_eq!(got.json["ok"], json!(true), "ok is set");
    let attempt = &got.json["action_attempt"];
    assert_eq!(
        (&attempt["action_type"], &attempt["status"]),
        (&json!("CREATE_ACCESS_CODE"), &json!("pending")),
        "attempt"
    );
    assert!(got.headers["date"].to_str().unwrap().starts_with("Mon, 23 Nov 2026"), "Date is the simulator's own");
    assert!(got.headers.contains_key("seam-request-id"), "every answer has a request id");
    api.advance(3);
    let id = json!({ "action_attempt_id": attempt["action_attempt_id"] });
    let attempt = api.good("/action_attempts/get", id).await["action_attempt"].clone();
    assert_eq!(attempt["status"], "success", "the attempt ends with the code");
}

#[tokio::test]
async fn unapproved_or_disconnected_account_blocks_codes() {
    let api = Api::start(Options { unapproved: true, ..Options::plain(1) }).await;
    let made = api.make(&api.door(0), "Stay").await;
    api.advance(3_600);
    assert_eq!(api.code(&made).await.json["access_code"]["status"], "unset", "unapproved sites get no codes");
    let accounts = api.good("/connected_accounts/list", json!({})).await;
    let warning = &accounts["connected_accounts"][0]["warnings"][0]["warning_code"];
    assert_eq!(warning, "dormakaba_sites_unapproved", "and the account says why");
    api.simulator.connect_account(false);
    let door = api.good("/devices/get", json!({ "device_id": api.door(0) })).await["device"].clone();
    assert_eq!(door["errors"][0]["error_code"], "account_disconnected", "a disconnected account shows at its doors");
    assert_eq!(api.code(&made).await.json["access_code"]["status"], "unknown", "and its codes are no longer known");
    let made = api.good(CREATE, stay_with(&api.door(0), json!({ "name": "Second" }))).await["access_code"].clone();
    api.advance(3);
    let codes = api.simulator.codes();
    let second = codes.iter().find(|code| code.access_code_id == made["access_code_id"]).unwrap();
    assert_eq!(second.errors, ["account_disconnected"], "a new code fails for it");
    api.simulator.connect_account(true);
    let events =
        api.events(json!({ "event_types": ["connected_account.disconnected", "connected_account.connected"] })).await;
    assert_eq!(events.len(), 2, "both changes are emitted");
}
