//! Answers requests wrongly on purpose: lost, cut short, late, with another status or body.

use std::time::Duration;

use crate::agenda::What;
use crate::answer::{HttpAnswer, Refusal};
use crate::call::Call;
use crate::clock::Millis;
use crate::connection::{Cut, CutSwitch};
use crate::fault::{ErrorBody, FaultKind};
use crate::life::millis;
use crate::shared::Shared;

const LARGEST_PADDING: usize = 256 << 20;

/// Answers a request to which a fault applies.
pub async fn answer(shared: &Shared, switch: &CutSwitch, call: &Call, fault: FaultKind) -> HttpAnswer {
    match fault {
        FaultKind::Drop { commit } => {
            carry_out_if(commit, shared, call);
            lost(shared, switch)
        }
        FaultKind::Half { bytes, reset } => {
            let answer = call.carry_out(shared);
            switch.cut(Cut::after(bytes.unwrap_or(answer.body.len() / 2), reset));
            answer
        }
        FaultKind::Body { status, text, content_type, commit } => {
            carry_out_if(commit, shared, call);
            let (request_id, now) = envelope(shared);
            HttpAnswer::text(status, &content_type, &text, request_id, now)
        }
        FaultKind::Oversized { bytes, commit } => {
            carry_out_if(commit, shared, call);
            oversized(shared, bytes)
        }
        FaultKind::Status { status, body, error_type, message, retry_after, commit } => {
            carry_out_if(commit, shared, call);
            let kind = error_type.unwrap_or_else(|| type_of(status).to_owned());
            let refusal = Refusal::new(status, &kind, message.unwrap_or_else(|| "A fault was asked for".to_owned()));
            refused(shared, body, &Refusal { retry_after, ..refusal })
        }
        FaultKind::Redirect { status, location } => {
            let (request_id, now) = envelope(shared);
            let location = Some(location.unwrap_or_else(|| call.path.clone()));
            HttpAnswer { location, ..HttpAnswer::text(status, "text/plain", "", request_id, now) }
        }
        FaultKind::Late { after_ms } => {
            put_off(shared, call, after_ms);
            lost(shared, switch)
        }
        FaultKind::Delay { ms } => {
            let answer = call.carry_out(shared);
            tokio::time::sleep(Duration::from_millis(ms)).await;
            answer
        }
        FaultKind::Hang { commit } => hang(shared, call, commit).await,
        FaultKind::StaleList { .. }
        | FaultKind::LoopCursor
        | FaultKind::Stuck
        | FaultKind::Fail { .. }
        | FaultKind::Vanish { .. }
        | FaultKind::Shift { .. } => call.carry_out(shared),
    }
}

fn carry_out_if(commit: bool, shared: &Shared, call: &Call) {
    if commit {
        call.carry_out(shared);
    }
}

fn envelope(shared: &Shared) -> (String, Millis) {
    let mut world = shared.world();
    (world.mint.fresh_id(), world.clock.now())
}

/// An answer that the client never sees: its connection is reset.
fn lost(shared: &Shared, switch: &CutSwitch) -> HttpAnswer {
    switch.cut(Cut::AT_ONCE);
    let (request_id, now) = envelope(shared);
    HttpAnswer::text(200, "text/plain", "", request_id, now)
}

fn oversized(shared: &Shared, bytes: usize) -> HttpAnswer {
    const FRAME: &str = r#"{"ok":true,"padding":""}"#;
    let padding = "x".repeat(bytes.clamp(FRAME.len(), LARGEST_PADDING) - FRAME.len());
    let (request_id, now) = envelope(shared);
    let text = format!(r#"{{"ok":true,"padding":"{padding}"}}"#);
    HttpAnswer::text(200, "application/json; charset=utf-8", &text, request_id, now)
}

fn refused(shared: &Shared, body: ErrorBody, refusal: &Refusal) -> HttpAnswer {
    let (request_id, now) = envelope(shared);
    let (status, retry_after) = (refusal.status, refusal.retry_after);
    // An answer from a proxy has no Seam request id.
    let foreign =
        |text: &str| HttpAnswer { retry_after, ..HttpAnswer::text(status, "text/plain", text, String::new(), now) };
    match body {
        ErrorBody::Seam => HttpAnswer::refused(refusal, request_id, now),
        ErrorBody::Text => foreign("upstream said no"),
        ErrorBody::Empty => foreign(""),
    }
}

/// Schedules a create to arrive later. Any other request is lost.
fn put_off(shared: &Shared, call: &Call, after_ms: Option<u64>) {
    let mut world = shared.world();
    let now = world.clock.now();
    let at = after_ms.map_or(Millis::MAX, |after| now.saturating_add(millis(after)));
    if let (Some(params), "/access_codes/create") = (call.params.clone(), call.path.as_str()) {
        world.agenda.add(at, What::Arrival(params));
    }
}

async fn hang(shared: &Shared, call: &Call, commit: bool) -> HttpAnswer {
    let released = shared.released();
    if commit {
        let answer = call.carry_out(shared);
        released.await;
        answer
    } else {
        released.await;
        call.carry_out(shared)
    }
}

const fn type_of(status: u16) -> &'static str {
    match status {
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        409 => "conflict",
        429 => "rate_limit_exceeded",
        400..=499 => "invalid_input",
        _ => "internal_error",
    }
}
