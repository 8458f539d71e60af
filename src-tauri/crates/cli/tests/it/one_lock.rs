//! A lock that returns under a new id, and a code renamed on its way to the lock, in the terminal.

use serde_json::Value;
use simulator::{CodeChange, DoorChange, Fault, FaultKind, Reconnection};

use crate::world::{World, quick};

/// A stay in December 2027, from one day to two days later.
fn issue(world: &World, door: &str, day: u8, more: &[&str]) -> (Value, i32) {
    let (from, to) = (format!("2027-12-{day:02}T15:45"), format!("2027-12-{:02}T10:15", day + 2));
    world.json(&[&["issue", door, "--from", from.as_str(), "--to", to.as_str()], more].concat())
}

fn used(world: &World, door: &str) -> Value {
    world.json(&["limits", door]).0["doors"][0]["used"].clone()
}

/// A door with a limit of three and three codes, each for a booking; then its account is reconnected.
async fn reconnected(new_code_ids: bool) -> (World, String, String) {
    let world = World::start(quick(1)).await;
    let old = world.simulator.door_ids()[0].clone();
    let limit = DoorChange { device_id: old.clone(), limit: Some(3), ..DoorChange::default() };
    world.simulator.change_door(&limit).unwrap();
    assert_eq!(world.run(&["sync"]).code, 0, "the door is read");
    for day in [3, 10, 17] {
        let key = format!("HM{day}");
        let (view, code) = issue(&world, "Door 101", day, &["--yes", "--stay", &key]);
        assert_eq!((code, &view["state"]), (0, &"set".into()), "{view}");
    }
    let new = world.simulator.reconnect(&Reconnection { device_id: old.clone(), new_code_ids }).unwrap();
    let (synced, code) = world.json(&["sync"]);
    assert_eq!((code, &synced["second_codes"]), (0, &0.into()), "no code is a second one: {synced}");
    (world, old, new)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_lock_stays_full_under_its_new_id() {
    for new_code_ids in [false, true] {
        let (world, old, new) = reconnected(new_code_ids).await;
        assert_eq!(
            (used(&world, &new), used(&world, &old)),
            (3.into(), 0.into()),
            "the codes count where they are listed"
        );
        let (view, code) = issue(&world, &new, 24, &["--yes"]);
        assert_eq!((code, &view["error"]["code"]), (3, &"full".into()), "no code more than the lock holds: {view}");
        let (doors, _) = world.json(&["doors"]);
        let pair = doors["doors"].as_array().unwrap().iter().find(|door| door["door_id"] == *new).unwrap();
        let told = (&pair["perhaps_same"][0]["gone_id"], &pair["perhaps_same"][0]["why"]);
        assert_eq!(told, (&old.as_str().into(), &"codes".into()), "the host is asked: {pair}");
        let shown = world.run(&["doors"]).out;
        assert!(shown.contains("same-lock"), "and the command to type is shown: {shown}");
        let (code, _) = world.json(&["codes", "--door", &new]);
        assert!(code["codes"][0]["moved"] == true, "each is marked as moved: {code}");
        assert_eq!(world.simulator.creates().requests, 3, "nothing was sent");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_host_answers_once_whether_it_is_the_same_lock() {
    let (world, old, new) = reconnected(true).await;
    let limit = DoorChange { device_id: new.clone(), limit: Some(20), ..DoorChange::default() };
    world.simulator.change_door(&limit).unwrap();
    let (view, code) = issue(&world, "Door 101", 3, &["--stay", "HM3"]);
    assert_eq!((code, &view["error"]["code"]), (3, &"needs_yes".into()), "until then it needs a yes: {view}");
    let refused = world.json(&["same-lock", &new, &old]);
    assert_eq!((refused.1, &refused.0["error"]["code"]), (2, &"usage".into()), "the gone door must come first");
    assert!(refused.0["error"]["message"].to_string().contains("is not gone"), "and the error says so: {}", refused.0);
    let (put_away, code) = world.json(&["limits", "Door 101", "--put-away", "abc"]);
    assert_eq!((code, &put_away["error"]["code"]), (2, &"no_such_code".into()), "nothing is freed: {put_away}");
    let said = world.json(&["same-lock", &old, "Door 101"]);
    assert_eq!((said.1, &said.0["doors"][0]["known_as"]), (0, &new.as_str().into()), "{}", said.0);
    assert_eq!(said.0["doors"][1]["perhaps_same"].as_array().map(Vec::len), Some(0), "and is not asked again");
    let (view, code) = issue(&world, "Door 101", 3, &["--stay", "HM3"]);
    assert_eq!((code, &view["created"]), (0, &false.into()), "the booking has its code: {view}");
    assert_eq!(world.simulator.creates().requests, 3, "nothing was sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_renamed_on_its_way_is_confirmed_by_its_id() {
    let world = World::synced(quick(1)).await;
    let before = used(&world, "Door 101").as_u64().unwrap();
    world.simulator.fault(Fault::new(FaultKind::Drop { commit: true }));
    let (view, code) = issue(&world, "Door 101", 3, &["--wait", "0"]);
    assert_eq!((code, &view["state"]), (4, &"unknown".into()), "its answer is lost: {view}");
    let id = world.simulator.codes().pop().unwrap().access_code_id;
    let name = Some("Door 101 Dec 3-5".to_owned());
    world.simulator.change_code(&CodeChange { access_code_id: id.clone(), name, ..CodeChange::default() }).unwrap();
    let (looked, code) = world.json(&["look"]);
    let probable = &looked["codes"][0]["probable"][0];
    assert_eq!((code, &probable["access_code_id"]), (4, &id.as_str().into()), "this is probably the one: {looked}");
    assert_eq!(probable["name"], "Door 101 Dec 3-5", "by the name that Seam shows");
    let shown = world.run(&["look"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains(&format!("look --is {id}")), "and the command to type is shown: {shown}");
    assert_eq!(used(&world, "Door 101").as_u64(), Some(before + 1), "it takes one place, not two");
    let (wrong, code) = world.json(&["look", "--is", "somebody-elses"]);
    assert_eq!((code, &wrong["error"]["code"]), (2, &"usage".into()), "another code is rejected: {wrong}");
    let (looked, code) = world.json(&["look", "--is", &id]);
    assert_eq!((code, &looked["unknown"]), (0, &0.into()), "the host confirms it: {looked}");
    let (view, _) = world.json(&["code", "1"]);
    assert_eq!(view["access_code_id"], id.as_str(), "it is the stay's code: {view}");
    assert_eq!(used(&world, "Door 101").as_u64(), Some(before + 1), "in one place");
    assert_eq!(world.simulator.creates().requests, 1, "and nothing was sent again");
}
