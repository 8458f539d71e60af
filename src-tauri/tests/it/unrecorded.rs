//! Another program holds the record when Seam's answer arrives.

use std::sync::mpsc::{Receiver, Sender, channel};

use latchbook_desktop::Paths;
use serde_json::json;
use simulator::{Fault, FaultKind, Options, PinTime};

use crate::commands::{draft, order};
use crate::world::{HERE, World, ask_from};

/// Holds the app's record for writing until `held` receives; returns once it holds it.
fn hold(world: &World, held: Receiver<()>) {
    let record = runtime::open_record(&Paths::within(world.folder.path()).data).unwrap();
    let (taken, is_taken): (Sender<()>, _) = channel();
    std::thread::spawn(move || {
        tauri::async_runtime::block_on(record.write(move |_| {
            taken.send(()).unwrap();
            held.recv().unwrap();
            Ok(())
        }))
    });
    is_taken.recv().unwrap();
}

#[test]
fn an_unrecorded_code_is_kept_for_the_host_until_it_is_recorded() {
    let world = World::with(Options { pin: PinTime::AtCreate, ..World::quick() });
    world.connect();
    let doors = world.ask("list_doors", json!({})).unwrap();
    let draft = draft(doors["doors"][0]["door_id"].as_str().unwrap(), "Kept", "2027-10-03", "2027-10-06");
    let request = order(&world, &draft);
    world.simulator.fault(Fault::new(FaultKind::Hang { commit: true }));
    let window = world.window.clone();
    let issuing = std::thread::spawn(move || ask_from(&window, HERE, "issue_code", json!({ "request": request })));
    while world.simulator.creates().requests == 0 {
        std::thread::yield_now();
    }
    let (release, held) = channel();
    hold(&world, held);
    world.simulator.release();
    assert_eq!(issuing.join().unwrap().unwrap(), json!({ "outcome": "unrecorded" }), "the page learns where to look");
    let list = world.ask("list_unrecorded", json!({})).unwrap();
    assert_eq!(list[0]["pin"], world.simulator.codes()[0].pin, "the PIN exists nowhere else");
    assert_eq!(list.as_array().unwrap().len(), 1, "one answer was lost: {}", list[0]["message"]);
    release.send(()).unwrap();
    world.until("list_unrecorded", &json!({}), |list| *list == json!([]));
    let intent = json!({ "intent_id": list[0]["code"]["intent_id"] });
    let detail = world.until("get_code", &intent, |detail| detail["code"]["state"] == "set");
    assert_eq!(detail["code"]["access_code_id"], list[0]["access_code_id"], "the record took it on retry");
    assert_eq!(world.simulator.creates().total, 1, "one code");
}
