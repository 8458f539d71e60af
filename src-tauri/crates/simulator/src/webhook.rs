//! Webhooks: registering them, and delivering events to them signed in Svix's way.
//!
//! Delivers to loopback only: a simulator has no business elsewhere.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::answer::{Fields, Refusal, fields};
use crate::clock::{HOUR, MINUTE, Millis, SECOND, machine_now};
use crate::event::render_event;
use crate::params::Params;
use crate::server::Shared;
use crate::world::World;

/// When a delivery that failed is tried again, counted from the try before.
const RETRIES: [Millis; 7] = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

#[derive(Debug, Default)]
pub struct Webhooks {
    hooks: Vec<Hook>,
    outbox: Vec<Delivery>,
}

#[derive(Clone)]
struct Hook {
    id: String,
    url: String,
    kinds: Vec<String>,
    secret: String,
}

impl std::fmt::Debug for Hook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hook").field("id", &self.id).field("url", &self.url).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone)]
struct Delivery {
    hook_id: String,
    /// Index of the event.
    event: usize,
    due: Millis,
    tries: usize,
    tamper: Option<Tamper>,
}

/// What is wrong with a delivery that a test asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tamper {
    /// Signed with another secret.
    WrongSignature,
    /// Signed ten minutes ago.
    Old,
    /// A body of two megabytes, well signed.
    Oversized,
}

/// An event to be delivered once more, to all webhooks that want it (`POST /_sim/webhooks/redeliver`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Redelivery {
    /// The event, the latest one by default.
    pub event_id: Option<String>,
    /// What is wrong with it; nothing by default, which makes it a repeat.
    pub tamper: Option<Tamper>,
}

/// A delivery ready to be sent.
struct Parcel {
    delivery: Delivery,
    url: String,
    secret: String,
    message_id: String,
    body: String,
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
    world.webhooks.hooks.push(hook);
    Ok(fields! { "webhook": shown })
}

pub fn delete(world: &mut World, params: &Params) -> Result<Fields, Refusal> {
    let id = params.required("webhook_id")?;
    let before = world.webhooks.hooks.len();
    world.webhooks.hooks.retain(|hook| hook.id != id);
    if world.webhooks.hooks.len() == before {
        return Err(Refusal::new(404, "webhook_not_found", "Could not find a webhook with webhook_id"));
    }
    world.webhooks.outbox.retain(|delivery| delivery.hook_id != id);
    Ok(Fields::new())
}

pub fn list(world: &World) -> Fields {
    let hooks: Vec<Value> = world.webhooks.hooks.iter().map(render).collect();
    fields! { "webhooks": hooks }
}

fn render(hook: &Hook) -> Value {
    json!({ "webhook_id": hook.id, "url": hook.url, "event_types": hook.kinds, "secret": hook.secret })
}

fn is_loopback(url: &str) -> bool {
    let rest = url.strip_prefix("http://").unwrap_or_default();
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
    matches!(host, "127.0.0.1" | "localhost")
}

/// Puts a new event into the outbox, once for each webhook that wants it.
pub fn enqueue(world: &mut World, event: usize, at: Millis) {
    post(world, event, at, None);
}

/// Puts an event into the outbox again.
pub fn redeliver(world: &mut World, wish: &Redelivery, now: Millis) -> Result<Fields, Refusal> {
    let by_id = |id: &String| world.events.iter().position(|event| event.id == *id);
    let event = wish.event_id.as_ref().map_or_else(|| world.events.len().checked_sub(1), by_id);
    let event = event.ok_or_else(|| Refusal::new(404, "event_not_found", "There is no such event"))?;
    post(world, event, now, wish.tamper);
    Ok(Fields::new())
}

fn post(world: &mut World, event: usize, due: Millis, tamper: Option<Tamper>) {
    let Some(kind) = world.events.get(event).map(|event| event.kind) else { return };
    let wants = |hook: &&Hook| hook.kinds.iter().any(|wanted| wanted == "*" || wanted == kind);
    let ids: Vec<String> = world.webhooks.hooks.iter().filter(wants).map(|hook| hook.id.clone()).collect();
    let deliveries = ids.into_iter().map(|hook_id| Delivery { hook_id, event, due, tries: 0, tamper });
    world.webhooks.outbox.extend(deliveries);
}

/// Takes what is due out of the outbox.
fn take_due(world: &mut World, now: Millis) -> Vec<Parcel> {
    let (due, rest) = std::mem::take(&mut world.webhooks.outbox).into_iter().partition(|one| one.due <= now);
    world.webhooks.outbox = rest;
    let due: Vec<Delivery> = due;
    due.into_iter().filter_map(|delivery| pack(world, delivery)).collect()
}

fn pack(world: &World, delivery: Delivery) -> Option<Parcel> {
    let hook = world.webhooks.hooks.iter().find(|hook| hook.id == delivery.hook_id)?;
    let event = world.events.get(delivery.event)?;
    let mut body = render_event(world, event);
    if delivery.tamper == Some(Tamper::Oversized) {
        body["padding"] = json!("x".repeat(2 << 20));
    }
    let message_id = format!("msg_{}", event.id);
    Some(Parcel { url: hook.url.clone(), secret: hook.secret.clone(), message_id, body: body.to_string(), delivery })
}

/// When there is something to do next, if any webhook waits for anything.
fn next_at(world: &World) -> Option<Millis> {
    let posted = world.webhooks.outbox.iter().map(|delivery| delivery.due).min();
    let happening = world.agenda.next_at().filter(|_| !world.webhooks.hooks.is_empty());
    posted.into_iter().chain(happening).min()
}

/// Delivers for as long as the simulator runs.
pub async fn deliver_all(shared: Arc<Shared>) {
    let Some(client) = client() else { return };
    loop {
        let (parcels, wait) = {
            let mut world = shared.world();
            let now = world.settle();
            let parcels = take_due(&mut world, now);
            (parcels, next_at(&world).map(|at| at.saturating_sub(now).clamp(1, SECOND)))
        };
        if !parcels.is_empty() {
            for parcel in parcels {
                if !deliver(&client, &parcel).await {
                    retry(&shared, parcel.delivery);
                }
            }
            continue;
        }
        let pause = Duration::from_millis(u64::try_from(wait.unwrap_or(HOUR)).unwrap_or(1_000));
        tokio::select! {
            () = shared.stirred() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

fn client() -> Option<reqwest::Client> {
    // Another part of the program may have installed a provider already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    client.timeout(Duration::from_secs(15)).build().ok()
}

async fn deliver(client: &reqwest::Client, parcel: &Parcel) -> bool {
    let tamper = parcel.delivery.tamper;
    let age = if tamper == Some(Tamper::Old) { 10 * MINUTE } else { 0 };
    let at = (machine_now() - age) / SECOND;
    let secret = if tamper == Some(Tamper::WrongSignature) { "whsec_AAAA" } else { parcel.secret.as_str() };
    let signer = standardwebhooks::Webhook::new(secret).ok();
    let signature = signer.and_then(|signer| signer.sign(&parcel.message_id, at, parcel.body.as_bytes()).ok());
    let request = client
        .post(&parcel.url)
        .header("content-type", "application/json")
        .header("svix-id", &parcel.message_id)
        .header("svix-timestamp", at.to_string())
        .header("svix-signature", signature.unwrap_or_default())
        .body(parcel.body.clone());
    request.send().await.is_ok_and(|answer| answer.status().is_success())
}

/// A delivery that was asked for by a test is not tried again.
fn retry(shared: &Shared, delivery: Delivery) {
    let mut world = shared.world();
    let now = world.clock.now();
    let pause = RETRIES.get(delivery.tries).filter(|_| delivery.tamper.is_none());
    let again = pause.map(|pause| Delivery { due: now + pause, tries: delivery.tries + 1, ..delivery });
    world.webhooks.outbox.extend(again);
}
