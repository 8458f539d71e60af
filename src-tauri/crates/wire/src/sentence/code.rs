//! Where a code stands, and what is safe to do.

use domain::lifecycle::State;
use jiff::SignedDuration;
use ops::CodeEntry;

use super::wording::count;
use crate::clean::clean;
use crate::clock::DoorClock;
use crate::view::{Show, another_may_be_chosen};

/// Seam usually needs minutes; after this long the host is told whom to ask.
const LONG: SignedDuration = SignedDuration::from_mins(30);

/// `state` is the state as of now.
pub(crate) fn state(entry: &CodeEntry, state: State, show: &Show<'_>) -> String {
    let clock = DoorClock::named(&entry.intent.promise.zone, show.tables);
    match state {
        State::Intent => "Nothing has been sent. If no window is at work on it, it counts as not sent from the next \
                          start on, and you can issue again."
            .to_owned(),
        State::Sending => {
            "Not known yet: the request is under way. Wait for the answer; do not issue another.".to_owned()
        }
        State::NotSent => "Nothing was sent, and there is no code. It is safe to issue again.".to_owned(),
        State::Refused => {
            "Seam said no before making anything: there is no code. Mend what it says, then issue again.".to_owned()
        }
        State::Unknown => not_known(entry, show, &clock),
        State::Accepted | State::Setting => on_its_way(entry, state, show, &clock),
        State::Set => ready(entry, &clock),
        State::Failed => "Seam made the code but could not bring it about. Count it as a place used on the lock. Read \
                          what Seam says, then decide whether to issue another."
            .to_owned(),
        State::Gone => {
            "Seam no longer has this code, though its time is not over. The PIN stays in this record and may \
                        still work: try it at the door and ask Seam before you issue another."
                .to_owned()
        }
        State::Ended => "Ended: its time is over. The record stays.".to_owned(),
    }
}

fn not_known(entry: &CodeEntry, show: &Show<'_>, clock: &DoorClock) -> String {
    let code = &entry.code;
    let looked = match (code.looks, code.last_look_at) {
        (0, _) | (_, None) => String::new(),
        (looks, Some(last)) => format!(
            " {} found none, the last on {}.",
            count(looks, "complete look", "complete looks"),
            clock.said(last)
        ),
    };
    let then = if code.superseded {
        "You chose another attempt; if this one appears too, both codes will work."
    } else if code.ends_at <= show.now {
        "Its time is over, so it can no longer be checked. Nothing needs to be done."
    } else if another_may_be_chosen(entry, show.now) {
        "You may choose another attempt. If the first request was only late, two codes will work for this stay and one \
         more place on the lock is gone for good; neither can be deleted."
    } else {
        "Latchbook keeps looking; do not issue another."
    };
    format!("Not known: a code may exist.{looked} {then}")
}

fn on_its_way(entry: &CodeEntry, state: State, show: &Show<'_>, clock: &DoorClock) -> String {
    let code = &entry.code;
    let scheduled = code.scheduled_at.filter(|at| *at > show.now);
    let has_pin = code.pin.is_some();
    let is_late = scheduled.is_none() && show.now.duration_since(entry.intent.made_at) > LONG;
    match (scheduled, has_pin) {
        (Some(at), _) => {
            format!("Made. Seam brings it about on {}; Latchbook keeps asking. Do not issue another.", clock.said(at))
        }
        (None, _) if is_late => {
            "Made, and still not confirmed after half an hour. Do not send a PIN to the guest yet and \
                                 do not issue another; write to Seam with the code's id."
                .to_owned()
        }
        (None, true) => {
            "Made, not confirmed yet. Do not send the PIN to the guest yet; Latchbook keeps asking.".to_owned()
        }
        (None, false) if state == State::Setting => {
            "Being set; the digits are on the way. Latchbook keeps asking; do not issue another.".to_owned()
        }
        (None, false) => "Made; the digits are on the way. Latchbook keeps asking; do not issue another.".to_owned(),
    }
}

fn ready(entry: &CodeEntry, clock: &DoorClock) -> String {
    let code = &entry.code;
    let window = clock.window(code.starts_at, code.ends_at);
    let second = if code.second_codes.is_empty() { "" } else { " A second code exists for this stay: both work." };
    if code.differs.is_empty() {
        return format!("Ready: it works from {window}. You can send the PIN to the guest.{second}");
    }
    format!("Ready, but not as asked: it works from {window}. Read what differs before you send the PIN.{second}")
}

/// `why`: as recorded when nothing left this computer.
pub(crate) fn not_sent(why: &str) -> String {
    format!("Nothing was sent ({}). It is safe to issue again.", clean(why))
}

/// `why`: as recorded when the outcome could not be known.
pub(crate) fn unknown(why: &str) -> String {
    let odd_network = why.contains("redirect") || why.contains("not one of Seam");
    let network =
        if odd_network { " Something on the network answered in Seam's place: check the connection." } else { "" };
    format!("Not known: a code may exist ({}).{network} Latchbook keeps looking; do not issue another.", clean(why))
}
