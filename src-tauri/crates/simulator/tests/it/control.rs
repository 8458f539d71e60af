//! The control routes over HTTP, which do the same as the methods.

use serde_json::{Value, json};
use simulator::{CodeRecord, Creates};

use crate::api::{Api, CREATE, LIST, stay};

#[tokio::test]
async fn every_control_works_over_http() {
    let api = Api::plain().await;
    let door = api.door(0);
    let sim = |name: &'static str, body: Value| {
        let api = &api;
        async move { api.good(&format!("/_sim/{name}"), body).await }
    };
    sim("settings", json!({ "setting_ms": 1_000, "set_ms": 1_000, "pin": "at_create" })).await;
    let made = api.make(&door, "Stay").await;
    assert!(made["code"].is_string(), "the PIN is in the answer now");
    sim("clock", json!({ "advance_ms": 2_000 })).await;
    assert_eq!(api.code(&made).await.json["access_code"]["status"], "set", "the clock was moved");
    let change = json!({ "access_code_id": made["access_code_id"], "name": "Renamed", "new_pin": true,
        "ends_at": "2026-12-07T10:00:00-08:00" });
    sim("codes/change", change).await;
    let changed = api.code(&made).await.json["access_code"].clone();
    assert_eq!(
        (&changed["name"], &changed["ends_at"]),
        (&json!("Renamed"), &json!("2026-12-07T18:00:00.000Z")),
        "changed"
    );
    assert_ne!(changed["code"], made["code"], "another PIN");
    let kinds = ["access_code.name_changed", "access_code.code_changed", "access_code.time_frame_changed"];
    for kind in kinds.into_iter().chain(["access_code.modified_external_to_seam"]) {
        assert_eq!(api.events(json!({ "event_type": kind })).await.len(), 1, "{kind} is emitted");
    }
    let creates: Creates = serde_json::from_value(api.get("/_sim/creates").await.json).unwrap();
    assert_eq!(
        (creates.total, creates.requests, creates.creates[0].name.as_str()),
        (1, 1, "Stay"),
        "named as at first"
    );
    let codes = api.get("/_sim/codes").await.json["codes"].clone();
    let codes: Vec<CodeRecord> = serde_json::from_value(codes).unwrap();
    assert_eq!(codes, api.simulator.codes(), "the routes and the methods agree");
    sim("codes/remove", json!({ "access_code_id": made["access_code_id"] })).await;
    assert_eq!(api.code(&made).await.status, 404, "removed");
    let deleted = api.events(json!({ "event_type": "access_code.deleted_external_to_seam" })).await;
    assert_eq!(deleted.len(), 1, "from outside");
}

#[tokio::test]
async fn doors_can_be_changed_and_removed() {
    let api = Api::plain().await;
    let door = api.door(0);
    let slots = json!([{ "name": "Only", "check_in_time": "16:00", "check_out_time": "10:00" }]);
    api.good("/_sim/slots", json!({ "device_id": door, "slots": slots })).await;
    let device = api.good("/devices/get", json!({ "device_id": door })).await["device"].clone();
    let shown = &device["properties"]["dormakaba_oracode_metadata"]["predefined_time_slots"];
    assert_eq!((shown.as_array().unwrap().len(), &shown[0]["check_in_time"]), (1, &json!("16:00")), "as they were set");
    api.good("/_sim/door", json!({ "device_id": door, "offline": "no" })).await;
    assert_eq!(api.post(CREATE, stay(&door, "x")).await.status, 400, "the door cannot any more");
    api.good("/_sim/door", json!({ "device_id": door, "offline": "unknown", "name": "Other", "zone": "Europe/Paris" }))
        .await;
    let device = api.good("/devices/get", json!({ "device_id": door })).await["device"].clone();
    assert!(device.get("can_program_offline_access_codes").is_none(), "the flag is missing");
    assert_eq!(device["display_name"], "Other", "another name");
    let made = api.good(CREATE, stay(&api.door(2), "Stay")).await["access_code"].clone();
    api.good("/_sim/door", json!({ "device_id": api.door(2), "removed": true })).await;
    let got = api.post("/devices/get", json!({ "device_id": api.door(2) })).await;
    assert_eq!((got.status, &got.json["error"]["type"]), (404, &json!("device_not_found")), "removed");
    assert_eq!(api.code(&made).await.status, 404, "with its codes");
    let told = api.events(json!({ "event_types": ["device.removed", "device.name_changed"] })).await;
    assert_eq!(told.len(), 2, "both events are emitted");
}

#[tokio::test]
async fn door_becomes_unmanaged_and_managed_again() {
    let api = Api::plain().await;
    let door = api.door(0);
    let asked = || json!({ "device_id": door });
    let made = api.make(&door, "Stay").await;
    let id = made["access_code_id"].clone();
    api.good("/_sim/door", json!({ "device_id": door, "managed": false })).await;
    for path in ["/devices/get", "/access_codes/list"] {
        let got = api.post(path, asked()).await;
        assert_eq!((got.status, &got.json["error"]["type"]), (404, &json!("device_not_found")), "{path}");
    }
    assert_eq!(api.post(CREATE, stay(&door, "x")).await.status, 404, "no code is made for it");
    assert_eq!(api.good("/devices/list", json!({})).await["devices"].as_array().unwrap().len(), 2, "two are left");
    let listed = api.good("/devices/unmanaged/list", json!({})).await["devices"].clone();
    let device = api.good("/devices/unmanaged/get", asked()).await["device"].clone();
    assert_eq!(listed, json!([device]), "it is in the other list");
    assert_eq!((&device["device_id"], &device["is_managed"]), (&json!(door), &json!(false)), "and says so");
    assert!(device.get("display_name").is_none() && device.get("location").is_none(), "it says little: {device}");
    assert!(device["properties"].get("dormakaba_oracode_metadata").is_none(), "nor its slots: {device}");
    let codes = api.good("/access_codes/unmanaged/list", asked()).await["access_codes"].clone();
    assert_eq!((&codes[0]["access_code_id"], &codes[0]["is_managed"]), (&id, &json!(false)), "its codes with it");
    assert_eq!(api.code(&made).await.status, 404, "they are where unmanaged codes are");
    api.good("/access_codes/unmanaged/get", json!({ "access_code_id": id })).await;
    api.good("/_sim/door", json!({ "device_id": door, "managed": true })).await;
    assert_eq!(api.good("/devices/get", asked()).await["device"]["is_managed"], json!(true), "back");
    assert_eq!(api.good(LIST, asked()).await["access_codes"], json!([]), "its codes stay where they are");
    assert_eq!(api.post("/devices/unmanaged/get", asked()).await.status, 404, "and the door is no longer there");
}

#[tokio::test]
async fn misspelt_control_is_refused() {
    let api = Api::plain().await;
    let cases = [
        ("faults", json!({ "fault": "dorp" })),
        ("faults", json!({ "fault": "drop", "comit": true })),
        ("settings", json!({ "setting": 5 })),
        ("door", json!({ "device_id": "nowhere" })),
        ("door", json!({ "device_id": api.door(0), "zone": "Mars/Base" })),
        ("codes/add", json!({ "device_id": api.door(0), "starts_at": "tomorrow" })),
        ("nothing", json!({})),
    ];
    for (name, body) in cases {
        let got = api.post(&format!("/_sim/{name}"), body.clone()).await;
        assert!((400..=404).contains(&got.status), "{name} {body} is not silently ignored: {}", got.json);
    }
}

#[tokio::test]
async fn key_can_belong_to_another_workspace() {
    let api = Api::plain().await;
    let first = api.simulator.workspace_id();
    let other = "99999999-9999-4999-8999-999999999999";
    api.good("/_sim/settings", json!({ "workspace_id": other })).await;
    assert_eq!(
        api.good("/workspaces/get", json!({})).await["workspace"]["workspace_id"],
        other,
        "a key of another one"
    );
    api.good("/_sim/settings", json!({ "workspace_id": "" })).await;
    assert_eq!(api.simulator.workspace_id(), first, "and back");
}

#[tokio::test]
async fn taken_port_is_an_error_and_stopping_frees_it() {
    let api = Api::plain().await;
    let port = api.simulator.url().rsplit(':').next().unwrap().parse().unwrap();
    let options = simulator::Options { port, ..simulator::Options::plain(1) };
    let error = simulator::Simulator::start(options.clone()).await.unwrap_err();
    assert!(error.to_string().contains("listen"), "it says what is wrong: {error}");
    api.simulator.stop().await;
    let again = simulator::Simulator::start(options).await.unwrap();
    assert!(again.url().ends_with(&port.to_string()), "the port is free again");
}
