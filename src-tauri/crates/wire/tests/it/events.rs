//! The history as a host reads it.

use domain::cause::{NotSentWhy, UnknownWhy};
use domain::ids::IntentId;
use domain::lifecycle::{SetupProgress, State};
use domain::risk::RiskKind;
use ops::{Event, EventBody, Reading, Secrets};
use testkit::{now, tables};
use wire::{CodeView, HistoryView};

use crate::build::{differences, entry, show};
use crate::sentences::hold;

pub fn bodies() -> Vec<EventBody> {
    let id = || "code-1".to_owned();
    vec![
        EventBody::Intent { owner: id(), intent_sum: id(), risks: vec![RiskKind::Scarce.into()] },
        EventBody::Sending { owner: id(), server_at: None },
        EventBody::NotSent { why: NotSentWhy::ConnectionRefused.into() },
        refused("invalid_input"),
        EventBody::Unknown { why: UnknownWhy::TimedOut },
        EventBody::Accepted { access_code_id: id(), request_id: None },
        EventBody::Found { access_code_id: id(), by_host: false },
        EventBody::Found { access_code_id: id(), by_host: true },
        EventBody::Looked { server_at: 0 },
        EventBody::Superseded { by_attempt: 2 },
        EventBody::SecondCode { access_code_id: id() },
        EventBody::Moved { device_id: "door-2".into(), access_code_id: id() },
        EventBody::PutAway { device_id: "door-1".into(), access_code_id: id() },
        EventBody::Read(Box::new(Reading { progress: SetupProgress::Setting.into(), ..Reading::default() })),
        EventBody::Gone { access_code_id: id() },
        EventBody::Ended { access_code_id: None },
        EventBody::SlotsChanged { device_id: id(), before: 1, after: 2 },
        EventBody::DoorGone { device_id: id() },
        EventBody::DoorBack { device_id: id() },
        EventBody::HostLimit { device_id: id(), limit: None },
        EventBody::Restored { events_in_backup: 9, set_aside: None },
        EventBody::Mended { rows: 2 },
    ]
}

fn refused(error: &str) -> EventBody {
    EventBody::Refused {
        status: 400,
        error: error.to_owned(),
        message: "Seam's words".to_owned(),
        request_id: Some("request-1".to_owned()),
        retry_after_ms: Some(1_500),
    }
}

fn history(bodies: Vec<EventBody>) -> Vec<Event> {
    let row = |(id, body)| Event { id, intent: Some(IntentId(7)), at: now(), body, secrets: Secrets::default() };
    (1..).zip(bodies).map(row).collect()
}

pub fn told(bodies: Vec<EventBody>) -> CodeView {
    let tables = tables();
    CodeView::new(&entry(State::Unknown), false, &show(&tables)).with_history(&history(bodies), &show(&tables))
}

#[test]
fn every_event_has_its_own_word() {
    let rows: Vec<HistoryView> = told(bodies()).history.unwrap();
    for (row, body) in rows.iter().zip(bodies()) {
        let recorded = serde_json::to_value(&body).unwrap();
        assert_eq!(recorded["kind"], row.event.as_str(), "the word is the record's own");
        assert!(row.detail.len() > 12, "and it is told: {row:?}");
        assert!(
            row.event != wire::EventKind::Unknown || !row.detail.contains("fail"),
            "not known is not failed: {}",
            row.detail
        );
    }
}

#[test]
fn the_reason_is_that_of_the_newest_event_that_gives_one() {
    let refusal = told(vec![refused("dormakaba_oracode_invalid_time_range")]).reason.unwrap();
    assert!(refusal.message.contains("no slot for these times"), "a known code in plain words: {}", refusal.message);
    assert_eq!(refusal.said.as_deref(), Some("Seam's words"), "beside Seam's");
    assert_eq!(refusal.retry_after_seconds, Some(2), "rounded up, so that nobody is early");
    let found = vec![
        EventBody::Unknown { why: UnknownWhy::NoId },
        EventBody::Found { access_code_id: "c".to_owned(), by_host: false },
    ];
    assert_eq!(told(found).reason, None, "a code that was found needs no excuse");
}

#[test]
fn every_seam_refusal_says_what_to_do() {
    let mut said = Vec::new();
    for (status, error) in [
        (400, "invalid_input"),
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "device_not_found"),
        (429, "rate_limited"),
        (400, "duplicate_access_code"),
    ] {
        let body = EventBody::Refused {
            status,
            error: error.to_owned(),
            message: String::new(),
            request_id: None,
            retry_after_ms: None,
        };
        said.push(told(vec![body]).reason.unwrap().message);
    }
    hold("a refusal of Seam's", &said);
    assert!(said.iter().all(|sentence| sentence.contains("Nothing was made")), "it is clear that there is none");
}

#[test]
fn every_difference_uses_the_doors_clock() {
    let mut entry = entry(State::Set);
    entry.code.differs = differences().to_vec();
    let tables = tables();
    let view = CodeView::new(&entry, false, &show(&tables));
    hold("a difference", &view.differs.iter().map(|difference| difference.message.clone()).collect::<Vec<_>>()[3..]);
    let starts = &view.differs[0];
    assert_eq!(starts.given.as_deref(), Some("2026-12-03T17:00:00-08:00"), "on the door's clock");
    assert!(starts.message.contains("3 Dec 2026, 17:00") && starts.message.contains("16:00"), "{}", starts.message);
}
