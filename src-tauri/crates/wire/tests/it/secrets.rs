//! A PIN leaves only if it was requested.

use domain::lifecycle::{SetupProgress, State};
use domain::{Pin, RawAnswer};
use ops::{Event, EventBody, Reading, Secrets};
use testkit::{now, tables};
use wire::{CodeView, Show};

use crate::build::{PIN, entry, show, with_pin};

fn history() -> Vec<Event> {
    let secrets = Secrets { pin: Pin::new(PIN), raw: Some(RawAnswer::new(format!("{{\"code\":\"{PIN}\"}}"))) };
    let reading = Reading { progress: SetupProgress::Ready.into(), has_pin: true, ..Reading::default() };
    vec![Event {
        id: 1,
        intent: Some(entry(State::Set).intent.id),
        at: now(),
        body: EventBody::Read(Box::new(reading)),
        secrets,
    }]
}

/// Every text of a view, without the keys and without the times and ids, which have digits of their own.
fn masked_of(view: &CodeView) -> String {
    view.pin_masked.clone().unwrap_or_default()
}

#[test]
fn a_masked_view_holds_no_digit_of_the_pin() {
    let tables = tables();
    let show = show(&tables);
    let view = CodeView::new(&with_pin(entry(State::Set)), true, &show).with_history(&history(), &show);
    let json = serde_json::to_string(&view).unwrap();
    assert!(!json.contains(PIN), "the PIN stands nowhere in a masked view: {json}");
    assert_eq!(view.pin, None, "it was not asked for");
    assert!(!masked_of(&view).chars().any(|letter| letter.is_ascii_digit()), "the mask has no digit");
    assert_eq!(masked_of(&view).chars().count(), PIN.len(), "the mask is as long as the PIN, so that it can be typed");
}

#[test]
fn a_pin_that_was_asked_for_is_shown_whole_but_never_in_debug() {
    let tables = tables();
    let show = Show { pins: true, ..show(&tables) };
    let view = CodeView::new(&with_pin(entry(State::Set)), true, &show).with_history(&history(), &show);
    let json = serde_json::to_value(&view).unwrap();
    assert_eq!(json["pin"], PIN, "all digits, as a text: leading zeros count");
    assert_eq!(json["history"][0]["pin"], PIN, "and as Seam gave it at the time: a PIN may have changed since");
    assert!(!format!("{view:?}").contains(PIN), "Debug goes to logs");
    let back: CodeView = serde_json::from_value(json).unwrap();
    assert_eq!(back, view, "what is written is read back");
}

#[test]
fn a_pin_that_is_not_there_has_no_mask() {
    let tables = tables();
    let view = CodeView::new(&entry(State::Setting), false, &show(&tables));
    assert_eq!((view.pin, view.pin_masked), (None, None), "bullets would promise digits");
}
