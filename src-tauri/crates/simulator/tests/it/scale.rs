//! A large seed is complete, and listing one door works among hundreds.

use serde_json::json;
use simulator::{Options, Origin};

use crate::api::{Api, LIST};

#[tokio::test]
async fn seeds_hundreds_of_doors_and_tens_of_thousands_of_codes() {
    let options = Options { doors: 500, slots: 16, codes: 60_000, ..Options::plain(0) };
    let api = Api::start(options).await;
    let doors = api.simulator.doors();
    assert_eq!(doors.len(), 500, "every door");
    assert!(doors.iter().all(|door| door.slots == 16), "with every slot");
    let codes = api.simulator.codes();
    assert_eq!(codes.len(), 60_000, "and every code");
    assert!(codes.iter().all(|code| !code.gone), "none has ended");
    let ids: std::collections::HashSet<_> = codes.iter().map(|code| &code.access_code_id).collect();
    assert_eq!(ids.len(), 60_000, "every id is unique");
    assert_eq!(codes.iter().filter(|code| code.origin == Origin::Portal).count(), 30_000, "half of them unmanaged");
    let list = api.good(LIST, json!({ "device_id": doors[499].device_id })).await;
    assert_eq!(list["access_codes"].as_array().unwrap().len(), 60, "sixty at each door, and sixty unmanaged");
}

#[tokio::test]
async fn the_same_seed_gives_the_same_doors() {
    let (one, two) = (Api::plain().await, Api::plain().await);
    assert_eq!(one.simulator.doors(), two.simulator.doors(), "a restart keeps the doors");
    let other = Api::start(Options { seed: 2, ..Options::plain(3) }).await;
    assert_ne!(one.simulator.door_ids(), other.simulator.door_ids(), "another seed does not");
}
