//! The history as a host reads it.

use domain::cause::{NotSentWhy, UnknownWhy};
use domain::ids::IntentId;
use domain::lifecycle::{Progress, State};
use domain::risk::RiskKind;
use ops::{Event, Happening, Reading, Secrets};
use testkit::{now, tables};
use wire::{CodeView, HistoryView};

use crate::build::{differences, entry, show};
use crate::sentences::hold;

pub fn happenings() -> Vec<Happening> {
    let id = || "code-1".to_owned();
    vec![
        Happening::Intent { owner: id(), intent_sum: id(), risks: vec![RiskKind::Scarce.into()] },
        Happening::Sending { owner: id(), server_at: None },
        Happening::NotSent { why: NotSentWhy::ConnectionRefused.into() },
        refused("invalid_input"),
        Happening::Unknown { why: UnknownWhy::TimedOut },
        Happening::Accepted { access_code_id: id(), request_id: None },
        Happening::Found { access_code_id: id(), by_host: false },
        Happening::Found { access_code_id: id(), by_host: true },
        Happening::Looked { server_at: 0 },
        Happening::Superseded { by_attempt: 2 },
        Happening::SecondCode { access_code_id: id() },
        Happening::Moved { device_id: "door-2".into(), access_code_id: id() },
        Happening::PutAway { device_id: "door-1".into(), access_code_id: id() },
        Happening::Read(Box::new(Reading { progress: Progress::Setting.into(), ..Reading::default() })),
        Happening::Gone { access_code_id: id() },
        Happening::Ended { access_code_id: None },
        Happening::SlotsChanged { device_id: id(), before: 1, after: 2 },
        Happening::DoorGone { device_id: id() },
        Happening::DoorBack { device_id: id() },
        Happening::HostLimit { device_id: id(), limit: None },
        Happening::Restored { events_in_backup: 9, set_aside: None },
        Happening::Mended { rows: 2 },
    ]
}

fn refused(error: &str) -> Happening {
    Happening::Refused {
        status: 400,
        error: error.to_owned(),
        message: "Seam's words".to_owned(),
        request_id: Some("request-1".to_owned()),
        retry_after_ms: Some(1_500),
    }
}

fn history(happenings: Vec<Happening>) -> Vec<Event> {
    let row =
        |(id, happening)| Event { id, intent: Some(IntentId(7)), at: now(), happening, secrets: Secrets::default() };
    (1..).zip(happenings).map(row).collect()
}

pub fn told(happenings: Vec<Happening>) -> CodeView {
    let tables = tables();
    CodeView::of(&entry(State::Unknown), false, &show(&tables)).with_history(&history(happenings), &show(&tables))
}

#[test]
fn every_event_has_its_own_word() {
    let rows: Vec<HistoryView> = told(happenings()).history.unwrap();
    for (row, happening) in rows.iter().zip(happenings()) {
        let recorded = serde_json::to_value(&happening).unwrap();
        assert_eq!(recorded["kind"], row.event.as_str(), "the word is the record's own");
        assert!(row.detail.len() > 15, "and it is told: {row:?}");
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
        Happening::Unknown { why: UnknownWhy::NoId },
        Happening::Found { access_code_id: "c".to_owned(), by_host: false },
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
        let happening = Happening::Refused {
            status,
            error: error.to_owned(),
            message: String::new(),
            request_id: None,
            retry_after_ms: None,
        };
        said.push(told(vec![happening]).reason.unwrap().message);
    }
    hold("a refusal of Seam's", &said);
    assert!(said.iter().all(|sentence| sentence.contains("Nothing was made")), "it is clear that there is none");
}

#[test]
fn every_difference_uses_the_doors_clock() {
    let mut entry = entry(State::Set);
    entry.code.differs = differences().to_vec();
    let tables = tables();
    let view = CodeView::of(&entry, false, &show(&tables));
    hold("a difference", &view.differs.iter().map(|difference| difference.message.clone()).collect::<Vec<_>>()[3..]);
    let starts = &view.differs[0];
    assert_eq!(starts.given.as_deref(), Some("2026-12-03T17:00:00-08:00"), "on the door's clock");
    assert!(starts.message.contains("3 Dec 2026, 17:00") && starts.message.contains("16:00"), "{}", starts.message);
}
