//! Doors that may be, or are, one lock, in the host's sentences.

use domain::ids::DeviceId;
use ops::same_lock::Why;
use testkit::{now, tables};

use crate::build::{door, perhaps_same};

#[test]
fn doors_that_may_be_one_lock_are_named_with_the_reason() {
    for why in [Why::SiteAndName, Why::OracodeId, Why::Codes] {
        let mut one = door();
        one.perhaps = vec![perhaps_same(why)];
        let view = wire::DoorView::new(&one, &tables(), now());
        let pair = &view.perhaps_same[0];
        assert_eq!((pair.gone_id.as_str(), pair.door_id.as_str()), ("door-0", "door-1"), "both are named by their ids");
        assert_eq!(pair.why.as_str(), why.as_str(), "and the reason by its word");
        assert!(view.warnings.iter().any(|warning| warning.code == "perhaps_same_lock"), "the door's warnings say so");
    }
    let mut gone = door();
    gone.successor = Some(DeviceId::new("door-1"));
    let view = wire::DoorView::new(&gone, &tables(), now());
    assert_eq!(view.known_as.as_deref(), Some("door-1"), "a door that is gone says where its lock is");
}
