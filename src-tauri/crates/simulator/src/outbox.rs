//! The registered webhooks and the deliveries that wait for them.

use serde::{Deserialize, Serialize};

use crate::clock::{HOUR, MINUTE, Millis, SECOND};

/// Pauses before each retry of a failed delivery.
const RETRIES: [Millis; 7] = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

#[derive(Clone)]
pub struct Hook {
    pub id: String,
    pub url: String,
    /// The event types it subscribes to; `*` for all.
    pub kinds: Vec<String>,
    pub secret: String,
}

impl std::fmt::Debug for Hook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hook").field("id", &self.id).field("url", &self.url).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone)]
pub struct Delivery {
    pub hook_id: String,
    /// Index of the event.
    pub event: usize,
    pub tamper: Option<Tamper>,
    due: Millis,
    tries: usize,
}

/// A deliberate defect of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tamper {
    /// Signed with another secret.
    WrongSignature,
    /// Signed ten minutes ago.
    Old,
    /// A correctly signed body of two megabytes.
    Oversized,
}

#[derive(Debug, Default)]
pub struct Webhooks {
    hooks: Vec<Hook>,
    outbox: Vec<Delivery>,
}

impl Webhooks {
    pub fn all(&self) -> &[Hook] {
        &self.hooks
    }

    pub fn get(&self, id: &str) -> Option<&Hook> {
        self.hooks.iter().find(|hook| hook.id == id)
    }

    pub fn add(&mut self, hook: Hook) {
        self.hooks.push(hook);
    }

    /// Removes a webhook with its deliveries. Returns whether it existed.
    pub fn remove(&mut self, id: &str) -> bool {
        let before = self.hooks.len();
        self.hooks.retain(|hook| hook.id != id);
        self.outbox.retain(|delivery| delivery.hook_id != id);
        self.hooks.len() < before
    }

    /// Queues an event once for each webhook that subscribes to its kind.
    pub fn queue(&mut self, kind: &str, event: usize, due: Millis, tamper: Option<Tamper>) {
        let subscribes = |hook: &&Hook| hook.kinds.iter().any(|wanted| wanted == "*" || wanted == kind);
        let ids = self.hooks.iter().filter(subscribes).map(|hook| hook.id.clone());
        self.outbox.extend(ids.map(|hook_id| Delivery { hook_id, event, due, tries: 0, tamper }));
    }

    /// Queues a failed delivery again. One that was tampered with is not retried.
    pub fn retry(&mut self, delivery: Delivery, now: Millis) {
        let pause = RETRIES.get(delivery.tries).filter(|_| delivery.tamper.is_none());
        let retried = pause.map(|pause| Delivery { due: now + pause, tries: delivery.tries + 1, ..delivery });
        self.outbox.extend(retried);
    }

    pub fn take_due(&mut self, now: Millis) -> Vec<Delivery> {
        let (due, rest) = std::mem::take(&mut self.outbox).into_iter().partition(|delivery| delivery.due <= now);
        self.outbox = rest;
        due
    }

    /// When the next delivery is due.
    pub fn next_at(&self) -> Option<Millis> {
        self.outbox.iter().map(|delivery| delivery.due).min()
    }
}
