//! The state of a code, and what is safe to do.

use domain::lifecycle::State;
use jiff::SignedDuration;
use ops::CodeEntry;
use words::{clean, list, say, sentences};

use crate::clock::DoorClock;
use crate::view::Show;

/// Seam usually needs minutes; after this long the host learns whom to ask.
const LONG: SignedDuration = SignedDuration::from_mins(30);

/// `state` is the current state.
pub(crate) fn state(entry: &CodeEntry, state: State, show: &Show<'_>) -> String {
    let clock = DoorClock::named(&entry.intent.promise.zone, show.tables);
    let stands = match state {
        State::Intent => say!("state-intent"),
        State::Sending => say!("state-sending"),
        State::NotSent => say!("state-not-sent"),
        State::Refused => say!("state-refused"),
        State::Unknown => not_known(entry, show),
        State::Accepted | State::Setting => on_its_way(entry, state, show, &clock),
        State::Set => ready(entry, &clock),
        State::Failed => say!("state-failed"),
        State::Gone => say!("state-gone"),
        State::Ended => say!("state-ended"),
    };
    let second = Some(&entry.code.second_codes).filter(|codes| !codes.is_empty() && state != State::Ended);
    let codes = |codes: &Vec<String>| list(&codes.iter().map(|code| clean(code)).collect::<Vec<_>>());
    let has_moved = entry.code.device_id != entry.intent.device_id && state != State::Ended;
    let moved = has_moved.then(|| say!("state-moved", door = clean(entry.code.device_id.as_str())));
    sentences([Some(stands), second.map(|second| say!("state-second-code", codes = codes(second))), moved])
}

/// Codes at Seam that are probably the one of a lost answer.
pub(crate) fn probable(codes: usize) -> Option<String> {
    (codes > 0).then(|| say!("state-probable", codes = codes))
}

fn not_known(entry: &CodeEntry, show: &Show<'_>) -> String {
    let code = &entry.code;
    let last = code.last_look_at.filter(|_| code.looks > 0);
    let looked = last.map(|last| say!("state-unknown-looks", looks = code.looks, last = show.done_in_words(last)));
    let then = if code.superseded {
        say!("state-unknown-superseded")
    } else if show.times.is_past(code.ends_at) {
        say!("state-unknown-over")
    } else if code.another_may_be_chosen(show.times) {
        say!("state-unknown-another")
    } else {
        say!("state-unknown-wait")
    };
    sentences([Some(say!("state-unknown")), looked, Some(then)])
}

fn on_its_way(entry: &CodeEntry, state: State, show: &Show<'_>, clock: &DoorClock) -> String {
    let code = &entry.code;
    let scheduled = code.scheduled_at.filter(|at| !show.times.is_past(*at));
    let has_pin = code.pin.is_some();
    // By the clock with which the intent was recorded: its distance from Seam's says nothing about the code.
    let is_late = scheduled.is_none() && show.times.now.duration_since(entry.intent.made_at) > LONG;
    match (scheduled, has_pin) {
        (Some(at), _) => say!("state-scheduled", at = clock.said(at)),
        (None, _) if is_late => say!("state-late"),
        (None, true) => say!("state-unconfirmed"),
        (None, false) if state == State::Setting => say!("state-setting"),
        (None, false) => say!("state-made"),
    }
}

fn ready(entry: &CodeEntry, clock: &DoorClock) -> String {
    let code = &entry.code;
    let window = clock.window(code.starts_at, code.ends_at);
    let ready = if code.differs.is_empty() {
        say!("state-ready", window = window)
    } else {
        say!("state-ready-differs", window = window)
    };
    // It was confirmed, and an offline lock does not forget it because Seam cannot see it.
    let unseen = (!code.errors.is_empty()).then(|| {
        let codes: Vec<String> = code.errors.iter().map(|error| clean(&error.code)).take(3).collect();
        say!("state-ready-unseen", codes = list(&codes))
    });
    sentences([Some(ready), unseen])
}
