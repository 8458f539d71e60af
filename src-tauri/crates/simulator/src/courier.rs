//! Delivers events to webhooks, signed as Svix signs them.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use crate::clock::{HOUR, MINUTE, Millis, SECOND, machine_now};
use crate::due::settle;
use crate::outbox::{Delivery, Tamper};
use crate::render;
use crate::shared::Shared;
use crate::world::World;

/// A delivery ready to send.
struct Parcel {
    delivery: Delivery,
    url: String,
    secret: String,
    message_id: String,
    body: String,
}

/// Delivers as long as the simulator runs.
pub async fn deliver_all(shared: Arc<Shared>) {
    let Some(client) = client() else { return };
    loop {
        let (parcels, wait) = {
            let mut world = shared.world();
            let now = settle(&mut world);
            let parcels = take_due(&mut world, now);
            (parcels, next_at(&world).map(|at| at.saturating_sub(now).clamp(1, SECOND)))
        };
        if !parcels.is_empty() {
            for parcel in parcels {
                if !deliver(&client, &parcel).await {
                    let mut world = shared.world();
                    let now = world.clock.now();
                    world.webhooks.retry(parcel.delivery, now);
                }
            }
            continue;
        }
        let pause = Duration::from_millis(u64::try_from(wait.unwrap_or(HOUR)).unwrap_or(1_000));
        tokio::select! {
            () = shared.changed() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

fn take_due(world: &mut World, now: Millis) -> Vec<Parcel> {
    let due = world.webhooks.take_due(now);
    due.into_iter().filter_map(|delivery| pack(world, delivery)).collect()
}

fn pack(world: &World, delivery: Delivery) -> Option<Parcel> {
    let hook = world.webhooks.get(&delivery.hook_id)?;
    let event = world.events.get(delivery.event)?;
    let mut body = render::event(world, event);
    if delivery.tamper == Some(Tamper::Oversized) {
        body["padding"] = json!("x".repeat(2 << 20));
    }
    let message_id = format!("msg_{}", event.id);
    Some(Parcel { url: hook.url.clone(), secret: hook.secret.clone(), message_id, body: body.to_string(), delivery })
}

/// When to work next: at the next delivery, or at the next step that may emit an event for a webhook.
fn next_at(world: &World) -> Option<Millis> {
    let step = world.agenda.next_at().filter(|_| !world.webhooks.all().is_empty());
    world.webhooks.next_at().into_iter().chain(step).min()
}

fn client() -> Option<reqwest::Client> {
    // Fails if another part of the program has installed a provider, which serves as well.
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
