//! Unmanaged doors, and a workspace without doors: the program says what to do, and never sends the host in a circle.

use serde_json::json;
use simulator::DoorChange;

use crate::world::{STAY, World, quick};

fn switch(world: &World, door: usize, managed: bool) {
    let device_id = world.simulator.door_ids()[door].clone();
    let change = DoorChange { device_id, managed: Some(managed), ..DoorChange::default() };
    world.simulator.change_door(&change).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sync_and_audit_report_a_switched_door() {
    let world = World::synced(quick(2)).await;
    let (code, _) = world.issue("Door 101", &[]);
    switch(&world, 0, false);
    let (synced, exit) = world.json(&["sync"]);
    assert_eq!((exit, &synced["unmanaged_doors"]), (0, &json!(["Door 101"])), "sync names it: {synced}");
    assert_eq!(synced["gone_doors"].as_array().map(Vec::len), Some(0), "it is not gone");
    assert!(synced["messages"].to_string().contains("switch it to managed"), "and what to switch on: {synced}");
    let (audit, _) = world.json(&["audit"]);
    assert_eq!((&audit["doors"][0]["ready"], &audit["doors"][1]["ready"]), (&false.into(), &true.into()), "{audit}");
    let (doors, _) = world.json(&["doors"]);
    let door = &doors["doors"][0];
    assert_eq!((&door["managed"], &door["gone"], &door["live"]), (&false.into(), &false.into(), &1.into()), "{door}");
    assert!(door["slots"] != 0 && !door["zone"].is_null() && !door["limit"].is_null(), "as last known: {door}");
    let (again, exit) = world.json(&["issue", "Door 101", "--from", "2028-12-03T15:45", "--to", "2028-12-06T10:15"]);
    assert_eq!((exit, &again["error"]["code"]), (3, &"not_ready".into()), "nothing is sent: {again}");
    assert_eq!(world.simulator.creates().requests, 1, "Seam was asked for the first code only");
    let id = code["intent_id"].to_string();
    assert_eq!(world.json(&["code", &id]).0["state"], "set", "its existing code is unaffected");
    switch(&world, 0, true);
    assert_eq!(world.json(&["sync"]).0["managed_again"], json!(["Door 101"]), "switching back is reported");
    assert_eq!(world.json(&["audit"]).0["doors"][0]["ready"], true, "and the door is ready");
    assert_eq!(world.json(&["doors"]).0["doors"][0]["live"], 1, "with its one code");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_connection_with_unmanaged_doors_only_says_what_to_switch() {
    let world = World::start(quick(2)).await;
    switch(&world, 0, false);
    switch(&world, 1, false);
    let synced = world.run(&["sync"]);
    let all = ["Door 101", "Door 102", "unmanaged devices", "switch it to managed"];
    assert!(synced.code == 0 && all.iter().all(|word| synced.out.contains(word)), "{synced:?}");
    assert!(world.run(&["sync"]).out.contains("switch it to managed"), "while there is nothing else to do");
    let doors = world.run(&["doors"]).out;
    assert!(doors.contains("Door 101") && doors.contains("only watched by Seam"), "they are listed: {doors}");
    let preview = [&["preview", "Door 101"], STAY.as_slice()].concat();
    for args in [["audit"].as_slice(), ["slots", "Door 101"].as_slice(), preview.as_slice()] {
        let ran = world.run(args);
        let said = [ran.out.as_str(), ran.err.as_str()].concat().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("switch it to managed") && !said.contains("installer"), "{args:?}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_without_doors_does_not_suggest_another_sync() {
    let world = World::start(quick(1)).await;
    let device_id = world.simulator.door_ids()[0].clone();
    world.simulator.change_door(&DoorChange { device_id, removed: Some(true), ..DoorChange::default() }).unwrap();
    assert!(world.run(&["sync"]).out.contains("no Oracode door"), "the sync says so");
    for args in [["doors"], ["audit"], ["limits"]] {
        let said = world.run(&args).out;
        assert!(said.contains("no Oracode door") && !said.contains("latchbook sync"), "{args:?}: {said}");
    }
}
