//! The routes of webhooks: register, list, delete, and deliver an event again.
//!
//! Refuses addresses that are not on loopback.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::answer::{Fields, Refusal, fields};
use crate::clock::Millis;
use crate::outbox::{Hook, Tamper};
use crate::params::Params;
use crate::world::World;

/// An event to deliver again to every webhook that subscribes to its kind (`POST /_sim/webhooks/redeliver`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Redelivery {
    /// The event; by default the latest.
    pub event_id: Option<String>,
    /// The defect to add; by default none, so it is a plain repeat.
    pub tamper: Option<Tamper>,
}

pub fn create(world: &mut World, params: &Params) -> Result<Fields, Refusal> {
    let url = params.required("url")?.to_owned();
    if !is_loopback(&url) {
        return Err(Refusal::field("url", "The simulator delivers to http://127.0.0.1 only"));
    }
    let kinds = params.list("event_types")?.map(|kinds| kinds.into_iter().map(str::to_owned).collect());
    let kinds = kinds.unwrap_or_else(|| vec!["*".to_owned()]);
    let hook = Hook { id: world.mint.fresh_id(), secret: world.mint.secret(), url, kinds };
    let shown = render(&hook);
    world.webhooks.add(hook);
    Ok(fields! { "webhook": shown })
}

pub fn delete(world: &mut World, params: &Params) -> Result<Fields, Refusal> {
    if world.webhooks.remove(params.required("webhook_id")?) {
        return Ok(Fields::new());
    }
    Err(Refusal::new(404, "webhook_not_found", "Could not find a webhook with webhook_id"))
}

pub fn list(world: &World) -> Fields {
    let hooks: Vec<Value> = world.webhooks.all().iter().map(render).collect();
    fields! { "webhooks": hooks }
}

/// Queues an event again.
pub fn redeliver(world: &mut World, request: &Redelivery, now: Millis) -> Result<Fields, Refusal> {
    let by_id = |id: &String| world.events.iter().position(|event| event.id == *id);
    let index = request.event_id.as_ref().map_or_else(|| world.events.len().checked_sub(1), by_id);
    let event = index.and_then(|index| Some((index, world.events.get(index)?)));
    let (index, event) = event.ok_or_else(|| Refusal::new(404, "event_not_found", "There is no such event"))?;
    world.webhooks.queue(event.kind, index, now, request.tamper);
    Ok(Fields::new())
}

fn render(hook: &Hook) -> Value {
    json!({ "webhook_id": hook.id, "url": hook.url, "event_types": hook.kinds, "secret": hook.secret })
}

fn is_loopback(url: &str) -> bool {
    let rest = url.strip_prefix("http://").unwrap_or_default();
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
    matches!(host, "127.0.0.1" | "localhost")
}
