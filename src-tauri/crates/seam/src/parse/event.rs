//! An event, listed by Seam or delivered to us.

use domain::RawAnswer;
use domain::ids::{AccessCodeId, DeviceId, EventId};
use domain::reading::EventReading;
use serde_json::Value;

use super::value::Fields;

/// The event, or `None` when the object has no id. `text` is the object as received.
pub(super) fn read(object: &Value, text: &str) -> Option<EventReading> {
    let event = Fields::new(object);
    Some(EventReading {
        id: EventId::new(event.text(&["event_id"])?),
        kind: event.text(&["event_type"]).unwrap_or_default(),
        device_id: event.text(&["device_id"]).map(DeviceId::new),
        access_code_id: event.text(&["access_code_id"]).map(AccessCodeId::new),
        occurred_at: event.instant(&["occurred_at"]),
        created_at: event.instant(&["created_at"]),
        raw: RawAnswer::new(text),
    })
}
