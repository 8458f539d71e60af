//! Seam's published samples, and doors put together from them (sources: `tests/fixtures/README.md`).

use domain::reading::{Capability, CreateOutcome, Pending};
use seam::parse;
use serde_json::Value;

use crate::server::{Answer, Behaviour};
use crate::setup::{limits, scripted, wanted};

macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../fixtures/", $name, ".json"))
    };
}

/// The rows of a sample's list, each as text.
fn rows(sample: &str, name: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(sample).unwrap();
    value[name].as_array().unwrap().iter().map(Value::to_string).collect()
}

#[test]
fn codes_are_read() {
    for text in [sample!("access_code.object.time_bound_offline"), sample!("access_code.object.one_time_offline")] {
        let code = parse::code(text, true).unwrap();
        assert_eq!(code.pin.as_ref().map(|pin| pin.expose()), Some("1234"), "its PIN");
        assert_eq!(code.ends_at, "2025-07-04T16:54:17.946049Z".parse().ok(), "microseconds are kept");
        assert_eq!((code.pending, code.is_offline), (Some(vec![]), Some(true)), "nothing pending, offline");
        assert_eq!(code.raw.expose(), text, "the object as received");
    }
    let watched = parse::code(sample!("unmanaged_access_code.object"), true).unwrap();
    assert!(!watched.is_managed, "the object's own flag overrides the default");
    assert_eq!(watched.pending, None, "unmanaged codes say nothing of mutations");
}

#[tokio::test]
async fn answers_to_a_create_are_read() {
    let made = [
        (sample!("access_codes_create.oracode.hourly"), "2024-09-10T14:00:00Z"),
        (sample!("access_codes_create.oracode.daily"), "2024-09-16T07:00:00Z"),
        (sample!("composed.access_codes_create"), "2026-12-11T00:00:00Z"),
    ];
    for (text, starts_at) in made {
        let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(200, text))]).await;
        let CreateOutcome::Accepted { reading: Some(code), .. } = client.create(&wanted()).await else {
            panic!("Seam's own answer to a create: {text}")
        };
        assert_eq!(code.starts_at, starts_at.parse().ok(), "the start, as an instant");
        assert_eq!(code.pin, None, "the PIN comes later");
    }
    let composed: Value = serde_json::from_str(sample!("composed.access_codes_create")).unwrap();
    let code = parse::code(&composed["access_code"].to_string(), true).unwrap();
    assert_eq!(code.slot_name.as_deref(), Some("Guest Standard 4pm-10am"), "the slot that was chosen");
    assert_eq!(code.flags.overridable, Some(true), "whether it may be changed elsewhere");
    assert_eq!(code.pending, Some(vec![Pending { code: "creating".into(), scheduled_at: None }]), "still being made");
}

#[tokio::test]
async fn errors_are_read() {
    let cases = [
        (404, sample!("error.access_code_not_found.404"), Some("e034a368-1936-418e-8219-dbc99b49165e")),
        (400, sample!("error.invalid_input.fake.400"), None),
        (401, sample!("error.unauthorized.fake.401"), None),
    ];
    for (status, text, id) in cases {
        let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(status, text))]).await;
        let outcome = client.create(&wanted()).await;
        let known = if let CreateOutcome::Refused { request_id, .. } = &outcome { request_id.as_deref() } else { None };
        assert_eq!(known, id, "a refusal counts only with its request id: {text}");
        let is_unknown = matches!(outcome, CreateOutcome::Unknown { .. });
        assert_eq!(is_unknown, id.is_none(), "without one the outcome is unknown: {outcome:?}");
    }
}

#[test]
fn doors_are_read() {
    let doors: Vec<_> = rows(sample!("composed.devices_list"), "devices")
        .iter()
        .map(|text| parse::oracode_door(text, true).unwrap().expect("every device of the sample is a door"))
        .collect();
    let shapes: Vec<_> = doors.iter().map(|door| (door.name.as_str(), door.slots.len(), door.limit)).collect();
    assert_eq!(
        shapes,
        [("Door 101", 3, Some(20)), ("Door 102", 3, Some(20)), ("Door 103", 0, Some(20))],
        "three doors"
    );
    assert_eq!(doors[0].provider, "dormakaba_oracode", "the portal's provider");
    assert_eq!(doors[0].model.as_deref(), Some("Oracode 660i"), "its model");
    assert_eq!(doors[0].site.as_deref(), Some("Ocean Beach Vacations"), "its site");
    assert_eq!(doors[0].slots[1].prefix, Some(1), "the newer spelling of the prefix");
    assert!(doors[0].slots[1].is_24_hour, "the noon slot");
    assert_eq!(doors[1].slots[2].check_in.as_deref(), Some("07:00:00[America/New_York]"), "times as they came");
    assert_eq!(doors[1].zones.location_old.as_deref(), Some("America/New_York"), "the older name of the zone");
    assert_eq!(doors[2].zones.location, None, "a door without a location is still a door");
    assert!(doors.iter().all(|door| door.offline_capable == Capability::Yes), "all take offline codes");
}

#[test]
fn the_documented_slot_is_read() {
    let slots = sample!("device.properties.dormakaba_oracode_metadata.predefined_time_slots");
    let text = format!(
        r#"{{"device_id":"d1","properties":{{"dormakaba_oracode_metadata":{{"predefined_time_slots":{slots}}}}}}}"#
    );
    let door = parse::door(&text, true).unwrap();
    let slot = &door.slots[0];
    assert_eq!(slot.id.as_str(), "f23721ec-6dce-4c54-8971-40d58449a366", "its own id");
    assert_eq!((slot.prefix, slot.check_out.as_deref()), (Some(0), Some("19:00:00[America/Los_Angeles]")), "its facts");
}

#[test]
fn other_locks_are_not_doors() {
    let other = parse::oracode_door(sample!("device.object.schlage.complete_shape"), true).unwrap();
    assert!(other.is_none(), "a Schlage lock makes no Oracode codes");
    let read = parse::door(sample!("device.object.schlage.complete_shape"), true).unwrap();
    assert_eq!((read.name.as_str(), read.provider.as_str()), ("FRONT DOOR", "schlage"), "but it can be read");
}

#[test]
fn events_are_read() {
    let all: Vec<Value> = serde_json::from_str(sample!("events.access_code.all")).unwrap();
    for event in &all {
        let read = parse::event(&event.to_string()).unwrap();
        assert_eq!(Some(read.kind.as_str()), event["event_type"].as_str(), "its kind");
        assert!(read.access_code_id.is_some() && read.created_at.is_some(), "its subject and time: {}", read.kind);
    }
    let connected = parse::event(sample!("event.device_connected")).unwrap();
    assert_eq!((connected.kind.as_str(), &connected.access_code_id), ("device.connected", &None), "a door's event");
    let listed = rows(sample!("composed.events_list"), "events");
    assert!(listed.iter().all(|text| parse::event(text).is_ok()), "and those of a list");
}

#[test]
fn accounts_and_workspaces_are_read() {
    let account = parse::account(sample!("connected_account.object")).unwrap();
    assert_eq!(account.name, "j**n@example.com", "as Seam shows it");
    let workspace = parse::workspace(sample!("workspace.object")).unwrap();
    assert_eq!((workspace.name.as_str(), workspace.is_sandbox), ("My Production Workspace", false), "the real one");
}
