//! Why Latchbook does not send.

use domain::promise::Promise;
use jiff::Timestamp;
use ops::issue::Objection;
use words::civil::{from_to, said};
use words::{clean, say, sentences};

use super::finding;
use crate::clock::DoorClock;

pub(crate) fn objection(objection: &Objection, clock: &DoorClock) -> String {
    match objection {
        Objection::NotReady(findings) => {
            let told: Vec<String> = findings.iter().map(|finding| finding::finding(finding).join()).collect();
            sentences([Some(say!("objection-not-ready")), Some(told.join(" "))])
        }
        Objection::NoSlot => say!("objection-no-slot"),
        Objection::SlotNotOffered(slot) => say!("objection-slot-not-offered", slot = clean(slot.as_str())),
        Objection::SlotChanged { expected, now: Some(now) } => {
            say!("objection-slot-changed", expected = window(expected), now = window(now))
        }
        Objection::SlotChanged { expected, now: None } => say!("objection-slot-gone", expected = window(expected)),
        Objection::Over { .. } => say!("objection-over"),
        Objection::Full { used, limit, next_free } => full(*used, *limit, *next_free, clock),
        Objection::NeedsYes(risks) => say!("objection-needs-yes", risks = risks.len()),
        Objection::TooEarlyForAnother { entry } => say!("objection-too-early", looks = entry.code.looks),
        Objection::IssuedElsewhere { access_code_id } => say!("objection-elsewhere", code = clean(access_code_id)),
        Objection::TooManyAttempts => say!("objection-too-many"),
    }
}

fn window(promise: &Promise) -> String {
    let window = from_to(&said(promise.entry), &said(promise.exit));
    say!("objection-slot-window", slot = clean(&promise.slot_name), window = window)
}

fn full(used: u32, limit: u32, next_free: Option<Timestamp>, clock: &DoorClock) -> String {
    let next = match next_free {
        Some(at) => say!("objection-full-next", at = clock.said(at)),
        None => say!("objection-full-wait"),
    };
    sentences([Some(say!("objection-full", used = used, limit = limit)), Some(next)])
}
