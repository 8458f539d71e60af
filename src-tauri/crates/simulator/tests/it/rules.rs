//! Why a create is refused, and which slot a stay gets.

use serde_json::{Value, json};
use simulator::{DoorChange, NewCode, Options, Settings, SlotChange, SlotSpec};

use crate::api::{Api, CREATE, stay, stay_with};

#[tokio::test]
async fn refuses_what_seam_refuses() {
    let api = Api::start(Options::default()).await;
    let loft = api.door_named("Loft");
    let later = "2027-01-10T16:00:00-08:00";
    let cases = [
        (json!({ "code": "123456" }), "code", "a PIN of one's own"),
        (json!({ "starts_at": null }), "starts_at", "no start"),
        (json!({ "ends_at": null }), "ends_at", "no end"),
        (json!({ "ends_at": "2026-12-03T16:00:00-08:00" }), "ends_at", "an end that is the start"),
        (json!({ "starts_at": "2026-12-03T16:00:00" }), "starts_at", "a time without an offset"),
        (
            json!({ "starts_at": "2026-11-01T16:00:00-07:00", "ends_at": "2026-11-05T10:00:00-08:00" }),
            "ends_at",
            "past",
        ),
        (json!({ "max_time_rounding": "2h" }), "max_time_rounding", "an unknown rounding"),
        (json!({ "is_offline_access_code": null }), "is_offline_access_code", "a code that is not offline"),
        (json!({ "device_id": null }), "device_id", "no device"),
        (json!({ "name": 5 }), "name", "an invalid name"),
    ];
    for (changes, field, why) in cases {
        let got = api.post(CREATE, stay_with(&loft, changes)).await;
        assert_eq!((got.status, &got.json["error"]["type"]), (400, &json!("invalid_input")), "{why}: {}", got.json);
        let errors = &got.json["error"]["validation_errors"][field]["_errors"];
        assert!(errors.as_array().is_some_and(|errors| !errors.is_empty()), "{why}: the field is named: {}", got.json);
        assert_eq!(got.json["ok"], json!(false), "{why}: ok is false");
    }
    let long = api.post(CREATE, stay_with(&loft, json!({ "ends_at": later }))).await;
    assert_eq!(long.json["error"]["type"], "dormakaba_oracode_invalid_time_range", "38 days are too long");
    assert_eq!(api.simulator.creates().total, 0, "nothing was made by any of it");
}

#[tokio::test]
async fn refuses_doors_without_slots_or_offline_codes() {
    let api = Api::start(Options::default()).await;
    let lake = api.post(CREATE, stay(&api.door_named("Lake House"), "x")).await;
    assert_eq!(lake.status, 400, "a door without offline codes: {}", lake.json);
    let none = api.post(CREATE, stay(&api.door_named("Cabin 2"), "x")).await;
    assert_eq!(none.json["error"]["type"], "dormakaba_oracode_invalid_time_range", "a door without slots");
    let unknown = api.post(CREATE, stay("11111111-1111-4111-8111-111111111111", "x")).await;
    assert_eq!((unknown.status, &unknown.json["error"]["type"]), (404, &json!("device_not_found")), "no such door");
    let cabin = api.post(CREATE, stay_with(&api.door_named("Cabin 1"), json!({ "max_time_rounding": "1d" }))).await;
    assert_eq!(cabin.status, 200, "a door without the capability can: {}", cabin.json);
}

/// The slot's name and the times of a code, once it is set.
async fn outcome(api: &Api, door: &str, changes: Value) -> (String, String, String) {
    let code = api.good(CREATE, stay_with(door, changes)).await["access_code"].clone();
    api.advance(3);
    let code = api.code(&code).await.json["access_code"].clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (text(&code["dormakaba_oracode_metadata"]["user_level_name"]), text(&code["starts_at"]), text(&code["ends_at"]))
}

#[tokio::test]
async fn rounds_to_the_slot_and_shows_it_once_set() {
    let api = Api::plain().await;
    let door = api.door(0);
    let asked = json!({ "starts_at": "2026-12-03T15:45:00-08:00", "ends_at": "2026-12-06T10:15:00-08:00" });
    let made = api.good(CREATE, stay_with(&door, asked.clone())).await["access_code"].clone();
    assert_eq!(made["starts_at"], "2026-12-03T23:45:00.000Z", "the answer echoes what was asked, in UTC");
    let expected = ("Guest Standard 4pm-10am", "2026-12-04T00:00:00.000Z", "2026-12-06T18:00:00.000Z");
    let (name, start, end) = outcome(&api, &door, asked).await;
    assert_eq!((name.as_str(), start.as_str(), end.as_str()), expected, "and when it is set, the slot's own times");
}

#[tokio::test]
async fn day_rounding_must_be_requested() {
    let api = Api::plain().await;
    let door = api.door(0);
    let whole_days = json!({ "starts_at": "2026-12-03T00:00:00-08:00", "ends_at": "2026-12-05T23:59:00-08:00" });
    let refused = api.post(CREATE, stay_with(&door, whole_days.clone())).await;
    assert_eq!(refused.json["error"]["type"], "dormakaba_oracode_invalid_time_range", "an hour does not reach");
    let mut daily = whole_days;
    daily["max_time_rounding"] = json!("1d");
    let (name, start, _) = outcome(&api, &door, daily).await;
    assert_eq!(
        (name.as_str(), start.as_str()),
        ("24h noon", "2026-12-02T20:00:00.000Z"),
        "a day does, to a 24-hour slot"
    );
}

#[tokio::test]
async fn matches_in_the_doors_zone() {
    let api = Api::plain().await;
    let new_york = api.door(1);
    let (name, start, _) = outcome(
        &api,
        &new_york,
        json!({ "starts_at": "2026-12-03T13:00:00-08:00", "ends_at": "2026-12-06T07:00:00-08:00" }),
    )
    .await;
    let expected = ("Guest Standard 4pm-10am", "2026-12-03T21:00:00.000Z");
    assert_eq!((name.as_str(), start.as_str()), expected, "16:00 in New York, whatever the offset that was sent");
}

#[tokio::test]
async fn the_no_slot_error_can_come_later() {
    let api = Api::plain().await;
    let codes = ["dormakaba_oracode_no_valid_user_level", "dormakaba_oracode_invalid_time_range", "provider_issue"];
    for code in codes {
        api.simulator.set(&Settings { no_slot_error: Some(code.to_owned()), ..Settings::default() });
        let wish = stay_with(&api.door(0), json!({ "starts_at": "2026-12-03T13:30:00-08:00" }));
        let made = api.good(CREATE, wish).await["access_code"].clone();
        assert_eq!(made["errors"], json!([]), "{code}: at first all seems well");
        api.advance(3);
        let later = api.code(&made).await.json["access_code"].clone();
        assert_eq!(later["errors"][0]["error_code"], code, "{code}: then the code has the error");
        assert_ne!(later["status"], "set", "{code}: and is never set");
    }
}

#[tokio::test]
async fn eleventh_create_in_a_minute_is_rate_limited() {
    let api = Api::plain().await;
    let (one, other) = (api.door(0), api.door(1));
    for number in 0..10 {
        api.make(&one, &format!("Stay {number}")).await;
    }
    let late = api.post(CREATE, stay(&one, "Stay 10")).await;
    assert_eq!((late.status, &late.json["error"]["type"]), (429, &json!("rate_limit_exceeded")), "ten in a minute");
    let wait: u64 = late.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((50..=60).contains(&wait), "it says how long to wait: {wait}");
    let elsewhere = api.post(CREATE, stay(&other, "x")).await;
    assert_ne!(elsewhere.status, 429, "the limit is per door");
    api.advance(wait);
    assert_eq!(api.post(CREATE, stay(&one, "Stay 10")).await.status, 200, "after the wait it succeeds");
    assert_eq!(api.simulator.creates().creates.iter().filter(|made| made.device_id == one).count(), 11, "one each");
}

#[tokio::test]
async fn full_door_accepts_the_code_and_then_fails_it() {
    let api = Api::start(Options { max_codes: 2, ..Options::plain(1) }).await;
    let door = api.door(0);
    api.make(&door, "One").await;
    let portal = NewCode {
        device_id: door.clone(),
        name: "By phone".to_owned(),
        starts_at: "2026-12-10T16:00:00-08:00".to_owned(),
        ends_at: "2026-12-12T10:00:00-08:00".to_owned(),
        portal: true,
    };
    api.simulator.add_code(&portal).unwrap();
    let device = api.good("/devices/get", json!({ "device_id": door })).await["device"].clone();
    let warning = &device["warnings"][0];
    assert_eq!(warning["warning_code"], "max_access_codes_reached", "a code made in the portal counts: {device}");
    assert_eq!(warning["active_access_code_count"], 2, "and is counted");
    let code = api.make(&door, "Three").await;
    api.advance(3);
    let code = api.code(&code).await.json["access_code"].clone();
    assert_eq!(code["errors"][0]["error_code"], "no_space_for_access_code_on_device", "the third has no place");
    let failed = api.events(json!({ "event_types": ["access_code.failed_to_set_on_device"] })).await;
    assert_eq!(failed.len(), 1, "and an event says so");
    api.simulator
        .change_door(&DoorChange { device_id: door.clone(), limit: Some(9), ..DoorChange::default() })
        .unwrap();
    let device = api.good("/devices/get", json!({ "device_id": door })).await["device"].clone();
    assert_eq!(device["warnings"], json!([]), "with a higher limit the warning disappears");
}

#[tokio::test]
async fn codes_follow_slots_that_the_installer_changed() {
    let api = Api::plain().await;
    let door = api.door(0);
    let slots = vec![
        SlotSpec::new("Five", "17:00:00[America/Los_Angeles]", "09:30"),
        SlotSpec::new("Nonsense", "noonish", "25:99"),
    ];
    api.simulator.set_slots(&SlotChange { device_id: door.clone(), slots }).unwrap();
    let (name, start, end) = outcome(&api, &door, json!({})).await;
    let expected = ("Five", "2026-12-04T01:00:00.000Z", "2026-12-06T17:30:00.000Z");
    assert_eq!((name.as_str(), start.as_str(), end.as_str()), expected, "an hour at one end, half at the other");
}

#[tokio::test]
async fn codes_cannot_be_changed_or_deleted() {
    let api = Api::plain().await;
    let code = api.make(&api.door(0), "Stay").await;
    let id = json!({ "access_code_id": code["access_code_id"] });
    for path in ["/access_codes/update", "/access_codes/delete"] {
        let got = api.post(path, id.clone()).await;
        assert_eq!(
            (got.status, &got.json["error"]["type"]),
            (400, &json!("offline_access_code_not_revocable")),
            "{path}"
        );
    }
    assert_eq!(api.code(&code).await.status, 200, "the code still exists");
}

#[tokio::test]
async fn refuses_other_keys_and_unknown_routes() {
    let api = Api::plain().await;
    let url = format!("{}/workspaces/get", api.simulator.url());
    for key in [None, Some("seam_wrong"), Some("")] {
        let mut request = api.http.post(&url).json(&json!({}));
        if let Some(key) = key {
            request = request.bearer_auth(key);
        }
        let response = request.send().await.unwrap();
        let (status, id) = (response.status(), response.headers().get("seam-request-id").cloned());
        let body: Value = response.json().await.unwrap();
        assert_eq!((status.as_u16(), &body["error"]["type"]), (401, &json!("unauthorized")), "{key:?}");
        assert_eq!(body["error"]["request_id"].as_str(), id.unwrap().to_str().ok(), "the id is in head and body");
    }
    let (health, nowhere) = (api.get("/health").await, api.get("/access_codes/nowhere").await);
    assert_eq!((health.status, nowhere.status), (200, 404), "health needs no key; an unknown route is not found");
    assert_eq!(nowhere.json, json!("404"), "and says so in text");
    assert_eq!(api.get("/access_codes/create").await.status, 404, "a create is never a GET");
}
