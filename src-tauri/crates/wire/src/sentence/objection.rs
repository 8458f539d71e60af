//! Why Latchbook does not send.

use domain::promise::Promise;
use jiff::Timestamp;
use ops::issue::Objection;

use super::finding;
use super::wording::count;
use crate::clean::clean;
use crate::clock::{DoorClock, said};

pub(crate) fn objection(objection: &Objection, clock: &DoorClock) -> String {
    match objection {
        Objection::NotReady(findings) => {
            let told: Vec<String> = findings.iter().map(|finding| finding::finding(finding).join()).collect();
            format!("This door cannot issue, so nothing was sent. {}", told.join(" "))
        }
        Objection::NoSlot => {
            "No slot of this door gives a window for these times, so nothing was sent. A preview shows \
                              how far off each is; move the times, or allow rounding by a day."
                .to_owned()
        }
        Objection::SlotNotOffered(slot) => format!(
            "The slot {} is not offered for these times, so nothing was sent. Choose one of the preview's candidates.",
            clean(slot.as_str())
        ),
        Objection::SlotChanged { expected, now } => slot_changed(expected, now.as_deref()),
        Objection::Over { ends_at } => format!(
            "The window ended on {}, so nothing was sent. Ask for a stay that is not over.",
            clock.said(*ends_at)
        ),
        Objection::Full { used, limit, next_free } => full(*used, *limit, *next_free, clock),
        Objection::NeedsYes(risks) => format!(
            "Nothing was sent: {} to be accepted first. Read {}, and say yes if you want the code all the same.",
            count(u64::try_from(risks.len()).unwrap_or(u64::MAX), "risk needs", "risks need"),
            if risks.len() == 1 { "it" } else { "them" }
        ),
        Objection::TooEarlyForAnother { entry } => format!(
            "Not known yet: a code may exist for this stay ({} so far). Another attempt may be chosen after six looks \
             over a quarter of an hour; until then Latchbook keeps looking.",
            count(entry.code.looks, "complete look", "complete looks")
        ),
        Objection::IssuedElsewhere { access_code_id } => format!(
            "Another computer has issued a code for this stay (at Seam: {}), so nothing was sent. Use that code; its PIN \
             is in Seam's console.",
            clean(access_code_id)
        ),
        Objection::TooManyAttempts => {
            "This stay has had 99 attempts, so nothing was sent. Ask Seam what is wrong with the \
                                       door, or issue with another key for the stay."
                .to_owned()
        }
    }
}

fn slot_changed(expected: &Promise, now: Option<&Promise>) -> String {
    let window = |promise: &Promise| {
        format!("“{}”, {} to {}", clean(&promise.slot_name), said(promise.entry), said(promise.exit))
    };
    let gives = now.map_or("no window".to_owned(), window);
    format!(
        "The door's slots changed since the preview, so nothing was sent. You saw {}; now it gives {gives}. Preview again.",
        window(expected)
    )
}

fn full(used: u32, limit: u32, next_free: Option<Timestamp>, clock: &DoorClock) -> String {
    let next = next_free.map_or("Wait until a code ends.".to_owned(), |at| {
        format!("The next place frees on {}; issue again then.", clock.said(at))
    });
    format!("The lock is full: {used} of {limit} places are taken, so nothing was sent. {next}")
}
