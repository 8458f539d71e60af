//! Lists: paging, filters, GET and POST, and the data of varied doors.

use serde_json::{Value, json};
use simulator::Options;

use crate::api::{Api, LIST};

/// Follows the cursors to the end.
async fn all(api: &Api, path: &str, key: &str, body: Value) -> Vec<Value> {
    let (mut items, mut body) = (Vec::new(), body);
    loop {
        let page = api.good(path, body.clone()).await;
        items.extend(page[key].as_array().unwrap().clone());
        let cursor = page["pagination"]["next_page_cursor"].clone();
        assert_eq!(page["pagination"]["has_next_page"], json!(cursor.is_string()), "both say the same");
        if cursor.is_null() {
            return items;
        }
        body["page_cursor"] = cursor;
    }
}

#[tokio::test]
async fn pages_add_up_to_the_list() {
    let api = Api::start(Options { codes: 70, ..Options::plain(7) }).await;
    let doors = all(&api, "/devices/list", "devices", json!({ "limit": 3 })).await;
    let whole = api.good("/devices/list", json!({})).await;
    assert_eq!(json!(doors), whole["devices"], "three at a time or all at once");
    assert_eq!(doors.len(), 7, "all of them");
    let door = json!({ "device_id": doors[0]["device_id"], "limit": 2 });
    let managed = all(&api, LIST, "access_codes", door.clone()).await;
    let unmanaged = all(&api, "/access_codes/unmanaged/list", "access_codes", door).await;
    assert_eq!((managed.len(), unmanaged.len()), (5, 5), "ten codes of the door, every other one unmanaged");
    assert!(managed.iter().all(|code| code["is_managed"] == json!(true)), "managed here");
    assert!(unmanaged.iter().all(|code| code["is_managed"] == json!(false)), "unmanaged there");
}

#[tokio::test]
async fn a_later_page_must_repeat_its_request() {
    let api = Api::plain().await;
    let page = api.good("/devices/list", json!({ "limit": 1 })).await;
    let cursor = page["pagination"]["next_page_cursor"].clone();
    let got = api.post("/devices/list", json!({ "limit": 2, "page_cursor": cursor })).await;
    assert_eq!((got.status, &got.json["error"]["type"]), (400, &json!("mismatched_page_parameters")), "another limit");
    let query = format!("/devices/list?limit=1&page_cursor={}", cursor.as_str().unwrap());
    assert_eq!(api.get(&query).await.status, 200, "the same by GET is the same request");
}

#[tokio::test]
async fn get_and_post_read_the_same() {
    let api = Api::start(Options { codes: 6, ..Options::plain(2) }).await;
    let door = api.door(0);
    let cases = [
        ("/workspaces/get", json!({}), String::new()),
        ("/devices/list", json!({ "device_ids": [door] }), format!("device_ids={door}")),
        ("/devices/get", json!({ "device_id": door }), format!("device_id={door}")),
        ("/locks/list", json!({}), String::new()),
        ("/connected_accounts/list", json!({}), String::new()),
        ("/access_codes/list", json!({ "device_id": door, "limit": 1 }), format!("device_id={door}&limit=1")),
        ("/access_codes/unmanaged/list", json!({ "device_id": door }), format!("device_id={door}")),
        ("/webhooks/list", json!({}), String::new()),
        ("/events/list", json!({ "since": "2026-01-01T00:00:00Z" }), "since=2026-01-01T00%3A00%3A00Z".to_owned()),
    ];
    for (path, body, query) in cases {
        let (by_post, by_get) = (api.good(path, body).await, api.get(&format!("{path}?{query}")).await);
        assert_eq!((by_get.status, by_get.json), (200, by_post), "{path}");
    }
}

#[tokio::test]
async fn codes_are_listed_by_door_by_id_and_by_search() {
    let api = Api::plain().await;
    let (one, two) = (api.door(0), api.door(1));
    let first = api.make(&one, "#7KQ2M9XA4T-1 Loft Dec 3-6").await;
    let second = api.make(&one, "#AAAAAAAAAA-1 Loft Dec 3-6").await;
    assert_eq!(api.names(&two).await, Vec::<String>::new(), "not at another door");
    let got = api.post(LIST, json!({})).await;
    assert_eq!(got.status, 400, "there is no list of all codes: {}", got.json);
    let by_id = api.good(LIST, json!({ "access_code_ids": [second["access_code_id"]] })).await;
    assert_eq!(by_id["access_codes"][0]["name"], second["name"], "by id, without a door");
    let found = api.good(LIST, json!({ "device_id": one, "search": "7kq2m" })).await;
    let found = found["access_codes"].as_array().unwrap();
    assert_eq!((found.len(), &found[0]["access_code_id"]), (1, &first["access_code_id"]), "by a part of the name");
    api.advance(3);
    let set = api.code(&first).await.json["access_code"].clone();
    let by_pin = json!({ "device_id": one, "code": set["code"] });
    assert_eq!(api.good("/access_codes/get", by_pin).await["access_code"], set, "by door and PIN");
}

#[tokio::test]
async fn events_are_listed_by_time_kind_and_object() {
    let api = Api::plain().await;
    // Phoenix is an hour from Los Angeles in winter, which the rounding allows.
    let (one, two) = (api.door(0), api.door(2));
    let first = api.make(&one, "One").await;
    api.advance(60);
    api.make(&two, "Two").await;
    let created = json!({ "event_types": ["access_code.created"] });
    assert_eq!(api.events(created.clone()).await.len(), 2, "both were created");
    assert_eq!(api.events(json!({ "device_ids": [two] })).await.len(), 1, "one at the other door");
    assert_eq!(
        api.events(json!({ "access_code_ids": [first["access_code_id"]] })).await.len(),
        2,
        "the first was set too"
    );
    assert_eq!(api.events(json!({ "limit": 1 })).await.len(), 1, "no more than asked for");
    let all = api.events(json!({})).await;
    let times: Vec<_> = all.iter().map(|event| event["created_at"].as_str().unwrap()).collect();
    assert!(times.is_sorted(), "oldest first: {times:?}");
    let between = json!({ "since": null, "between": [times[1], times[2]] });
    assert_eq!(api.events(between).await.len(), 1, "from the first instant up to the second");
    for body in
        [json!({}), json!({ "since": times[0], "between": [times[0], times[1]] }), json!({ "between": [times[0]] })]
    {
        assert_eq!(api.post("/events/list", body.clone()).await.status, 400, "{body} is no span of time");
    }
}

#[tokio::test]
async fn devices_are_filtered() {
    let api = Api::start(Options::default()).await;
    let count = |body: Value| {
        let api = &api;
        async move { api.good("/devices/list", body).await["devices"].as_array().unwrap().len() }
    };
    assert_eq!(count(json!({})).await, 13, "twelve doors and a lock of another make");
    assert_eq!(count(json!({ "device_type": "dormakaba_oracode_door" })).await, 12, "by type");
    assert_eq!(count(json!({ "device_types": ["august_lock"] })).await, 1, "by types");
    assert_eq!(count(json!({ "manufacturer": "dormakaba_oracode_iho" })).await, 1, "by make");
    assert_eq!(count(json!({ "search": "cabin" })).await, 2, "by a part of the name");
}

#[tokio::test]
async fn varied_doors_have_the_oddities_of_real_ones() {
    let api = Api::start(Options { doors: 14, ..Options::default() }).await;
    let list = api.good("/devices/list", json!({})).await;
    let door = |name: &str| {
        let devices = list["devices"].as_array().unwrap();
        devices.iter().find(|device| device["display_name"] == name).unwrap().clone()
    };
    let metadata = |name: &str| door(name)["properties"]["dormakaba_oracode_metadata"].clone();
    let slots = |name: &str| metadata(name)["predefined_time_slots"].as_array().unwrap().clone();
    assert_eq!(slots("Cabin 2").len(), 0, "a door without slots");
    assert_eq!(door("Harbour Flat")["warnings"][0]["warning_code"], "max_access_codes_reached", "one at its limit");
    let iho = door("Beach Cottage")["properties"]["dormakaba_oracode_iho_metadata"].clone();
    assert_eq!(iho["user_levels"][0]["user_level_check_in_time"], "16:00", "one of the portal: {iho}");
    assert!(slots("Garden House")[0].get("ext_dormakaba_oracode_user_level_prefix").is_some(), "the old spelling");
    assert!(slots("Loft")[0].get("dormakaba_oracode_user_level_prefix").is_some(), "and the new one");
    assert_eq!(door("Garden House")["location"].get("time_zone"), None, "location with the old zone only");
    assert!(door("Pool House").get("location").is_none() && door("Studio")["location"].is_null(), "no location");
    assert!(door("Cabin 1").get("can_program_offline_access_codes").is_none(), "a missing capability");
    assert!(metadata("Carriage House").get("iana_timezone").is_none(), "a zone that only the slots name");
    assert!(door("Studio")["properties"].get("max_active_codes_supported").is_none(), "a missing limit");
    assert_eq!(metadata("Boathouse")["iana_timezone"], "America/Chicago", "a zone");
    let forms: Vec<_> =
        slots("Boathouse").iter().map(|slot| slot["check_in_time"].as_str().unwrap().to_owned()).collect();
    let expected = [
        "16:00:00[America/Denver]",
        "12:00:00-06:00[America/Denver]",
        "07:00[America/Denver]",
        "18:00:00.000[America/Denver]",
    ];
    assert_eq!(forms[..4], expected, "and slots that name another, in every form");
    assert_eq!(slots("Studio")[0]["check_in_time"], "16:00:00.000[PST8PDT]", "a zone without a slash");
    assert_eq!(slots("Vineyard Barn")[0]["check_in_time"], "16:00:00+11:00", "an offset alone");
    let flags = |flag: &str| slots("Loft").iter().filter(|slot| slot[flag] == json!(true)).count();
    assert!(
        ["is_master", "is_one_shot", "is_biweekly_mode", "is_24_hour"].iter().all(|flag| flags(flag) == 1),
        "flags"
    );
}
