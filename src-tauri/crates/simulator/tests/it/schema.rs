//! Every answer of every route against Seam's own description of its API.

use jsonschema::Validator;
use serde_json::{Value, json};
use simulator::{CodeChange, DoorChange, Fault, FaultKind, NewCode, Options, PinTime, Removal, Variety};

use crate::api::{Api, CREATE, LIST, stay, stay_with};

/// The schemas by name.
struct Schemas(Value);

impl Schemas {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("seam-schemas.json")).unwrap())
    }

    fn validator(&self, name: &str) -> Validator {
        let schema = &self.0["$defs"][name];
        assert!(schema.is_object(), "there is a schema {name}");
        jsonschema::options().should_validate_formats(true).build(schema).unwrap()
    }

    fn check(&self, name: &str, values: &[Value]) {
        let validator = self.validator(name);
        for value in values {
            let problems: Vec<_> =
                validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path)).collect();
            assert!(problems.is_empty(), "{name} {value}\n{problems:#?}");
        }
    }

    /// A list's items, its pagination and `ok`.
    fn check_list(&self, name: &str, answer: &Value, key: &str) -> usize {
        let items = answer[key].as_array().unwrap();
        self.check(name, items);
        self.check("pagination", std::slice::from_ref(&answer["pagination"]));
        assert_eq!(answer["ok"], json!(true), "ok is set");
        items.len()
    }
}

#[tokio::test]
async fn doors_accounts_and_the_workspace_are_as_described() {
    let schemas = Schemas::read();
    for variety in [Variety::Plain, Variety::Varied] {
        let api = Api::start(Options { variety, doors: 14, unapproved: true, slots: 16, ..Options::default() }).await;
        for disconnected in [false, true] {
            api.good("/_sim/account", json!({ "disconnected": disconnected })).await;
            let devices = api.good("/devices/list", json!({})).await;
            assert!(schemas.check_list("device", &devices, "devices") >= 14, "all are checked");
            let device = api.good("/devices/get", json!({ "device_id": api.door(0) })).await;
            schemas.check("device", &[device["device"].clone()]);
            let locks = api.good("/locks/list", json!({})).await;
            schemas.check("device", locks["locks"].as_array().unwrap());
            schemas.check("device", locks["devices"].as_array().unwrap());
            let accounts = api.good("/connected_accounts/list", json!({})).await;
            let expected = if variety == Variety::Plain { 1 } else { 3 };
            assert_eq!(
                schemas.check_list("connected_account", &accounts, "connected_accounts"),
                expected,
                "all of them"
            );
        }
        let workspace = api.good("/workspaces/get", json!({})).await;
        schemas.check("workspace", &[workspace["workspace"].clone()]);
        let unmanaged = api.good("/devices/unmanaged/list", json!({})).await;
        schemas.check_list("device", &unmanaged, "devices");
    }
}

#[tokio::test]
async fn codes_are_as_described_at_every_step() {
    let schemas = Schemas::read();
    for pin in [PinTime::AtCreate, PinTime::AtSet] {
        for defer in [false, true] {
            let api = Api::start(Options { pin, defer, codes: 40, ..Options::plain(2) }).await;
            let door = api.door(0);
            api.simulator.fault(Fault::new(FaultKind::Stuck));
            for name in ["Stuck", "Failing", "Fine"] {
                let fail = FaultKind::Fail { error_code: "failed_to_set_on_device".to_owned(), message: None };
                if name == "Failing" {
                    api.simulator.fault(Fault::new(fail));
                }
                let answer = api.good(CREATE, stay(&door, name)).await;
                schemas.check("access_code", &[answer["access_code"].clone()]);
                schemas.check("action_attempt", &[answer["action_attempt"].clone()]);
            }
            for seconds in [0, 2, 2, 9 * 24 * 3_600, 25 * 3_600 + 1_800] {
                api.advance(seconds);
                let codes = api.good(LIST, json!({ "device_id": door })).await;
                assert!(schemas.check_list("access_code", &codes, "access_codes") >= 3, "all are checked");
                let code = api.code(&codes["access_codes"][0]).await;
                schemas.check("access_code", &[code.json["access_code"].clone()]);
                let unmanaged = api.good("/access_codes/unmanaged/list", json!({ "device_id": door })).await;
                schemas.check_list("unmanaged_access_code", &unmanaged, "access_codes");
            }
            for made in ["Stuck", "Failing", "Fine"] {
                check_attempt(&schemas, &api, &door, made).await;
            }
            api.simulator.connect_account(false);
            let codes = api.good(LIST, json!({ "device_id": door })).await;
            schemas.check_list("access_code", &codes, "access_codes");
        }
    }
}

/// The action attempt of a code made now.
async fn check_attempt(schemas: &Schemas, api: &Api, door: &str, name: &str) {
    let answer = api.good(CREATE, stay(door, name)).await;
    api.advance(60);
    let id = json!({ "action_attempt_id": answer["action_attempt"]["action_attempt_id"] });
    let attempt = api.good("/action_attempts/get", id).await;
    schemas.check("action_attempt", &[attempt["action_attempt"].clone()]);
}

#[tokio::test]
async fn events_and_webhooks_are_as_described() {
    let schemas = Schemas::read();
    let api = Api::plain().await;
    let door = api.door(0);
    let hook = api.good("/webhooks/create", json!({ "url": "http://127.0.0.1:9/none" })).await;
    schemas.check("webhook", &[hook["webhook"].clone()]);
    let hooks = api.good("/webhooks/list", json!({})).await;
    schemas.check("webhook", hooks["webhooks"].as_array().unwrap());
    let id = json!({ "webhook_id": hook["webhook"]["webhook_id"] });
    assert_eq!(api.good("/webhooks/delete", id).await, json!({ "ok": true }), "and deleted");
    let made = emit_every_event(&api, &door).await;
    let events = api.events(json!({})).await;
    schemas.check("event", &events);
    let kinds: std::collections::BTreeSet<_> =
        events.iter().map(|event| event["event_type"].as_str().unwrap()).collect();
    assert!(kinds.len() >= 15, "many kinds were checked ({made} codes): {kinds:?}");
}

/// Does everything that emits an event; returns how many codes it made.
async fn emit_every_event(api: &Api, door: &str) -> u64 {
    api.simulator.fault(Fault::new(FaultKind::Stuck));
    api.make(door, "Stuck").await;
    api.simulator
        .fault(Fault::new(FaultKind::Fail { error_code: "failed_to_set_on_device".to_owned(), message: None }));
    api.make(door, "Failing").await;
    let kept = api.make(door, "Kept").await;
    let taken = api.make(door, "Taken").await;
    let portal = NewCode {
        device_id: door.to_owned(),
        name: "Portal".to_owned(),
        starts_at: "2026-12-03T16:00:00-08:00".to_owned(),
        ends_at: "2026-12-06T10:00:00-08:00".to_owned(),
        portal: true,
    };
    api.simulator.add_code(&portal).unwrap();
    api.advance(3_600);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let change = CodeChange {
        access_code_id: text(&kept["access_code_id"]),
        name: Some("Renamed".to_owned()),
        new_pin: true,
        ends_at: Some("2026-12-07T10:00:00-08:00".to_owned()),
        ..CodeChange::default()
    };
    api.simulator.change_code(&change).unwrap();
    api.simulator.remove_code(&Removal { access_code_id: text(&taken["access_code_id"]), quiet: false }).unwrap();
    api.advance(30 * 24 * 3_600);
    api.simulator.connect_account(false);
    api.simulator.connect_account(true);
    for removed in [true, false] {
        let change = DoorChange {
            device_id: door.to_owned(),
            removed: Some(removed),
            name: Some(format!("Renamed {removed}")),
            ..DoorChange::default()
        };
        api.simulator.change_door(&change).unwrap();
    }
    api.simulator.set_slots(&simulator::SlotChange { device_id: door.to_owned(), slots: Vec::new() }).unwrap();
    api.simulator.creates().total
}

#[tokio::test]
async fn refusals_are_as_described() {
    let schemas = Schemas::read();
    let api = Api::plain().await;
    let door = api.door(0);
    let refused = [
        (CREATE, stay_with(&door, json!({ "code": "123456" }))),
        (CREATE, stay_with(&door, json!({ "ends_at": "2027-12-06T10:00:00-08:00" }))),
        (CREATE, stay("11111111-1111-4111-8111-111111111111", "x")),
        (LIST, json!({})),
        (LIST, json!({ "device_id": door, "limit": "many" })),
        ("/access_codes/get", json!({ "access_code_id": "11111111-1111-4111-8111-111111111111" })),
        ("/devices/get", json!({})),
        ("/devices/list", json!({ "page_cursor": "x" })),
        ("/events/list", json!({ "since": "yesterday" })),
        ("/webhooks/create", json!({ "url": "https://example.com/hook" })),
        ("/webhooks/delete", json!({ "webhook_id": "none" })),
    ];
    for (path, body) in refused {
        let got = api.post(path, body).await;
        assert!((400..500).contains(&got.status), "{path} is refused: {}", got.json);
        schemas.check("error", std::slice::from_ref(&got.json));
        let (id, header) = (&got.json["error"]["request_id"], got.headers["seam-request-id"].to_str().unwrap());
        assert_eq!(id, header, "{path}: the id in the body is that of the head");
    }
}

#[test]
fn schemas_reject_wrong_answers() {
    let schemas = Schemas::read();
    let validator = schemas.validator("pagination");
    assert!(!validator.is_valid(&json!({ "has_next_page": "no", "next_page_cursor": null })), "wrong type rejected");
    let webhook = json!({ "webhook_id": 5, "url": "u" });
    assert!(!schemas.validator("webhook").is_valid(&webhook), "types are checked");
    let workspace = schemas.validator("workspace");
    assert!(!workspace.is_valid(&json!({ "workspace_id": "not-a-uuid" })), "formats and required fields too");
}
