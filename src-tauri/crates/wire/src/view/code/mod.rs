//! A code, with its promise, Seam's answer, and its history (docs/design.md, "Command line": `issue`, `code`, `codes`).

mod card;
mod detail;
mod history;
mod issue;
mod ledger;
mod look;
mod sheet;
mod stage;

use std::fmt;

use domain::difference::Difference;
use domain::lifecycle::seen_at;
use domain::stay::Stay;
use domain::tables::ZoneTables;
use domain::times::Times;
use jiff::tz::{Offset, TimeZone};
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use ops::{CodeElsewhere, CodeEntry, CodePage, Event, TimeContext};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::{said, utc, written_civil};
use words::clean;

use crate::clock::{DoorClock, written_utc};
use crate::sentence;
use crate::view::notice::{self, NoticeView};
use crate::view::words::{CodeState, DifferenceKind, Preference, Rounding};

pub use card::{CardEndView, CardRequest, CardView, NotHandedOut};
pub use detail::{
    CodeDetailView, CodeElsewhereView, CompareCodeView, CompareDoorView, CompareView, DoorPageView, NoteEntryView,
};
pub use history::{HistoryView, ReasonView};
pub use issue::{IssueRequest, IssuedView, ShownView, StageEvent};
pub use ledger::{CodeLineView, CodeLinesView, CodesRequest, ExportFormat};
pub use look::{LookView, UnreadView};
pub use sheet::{Imprint, LedgerRowView, LedgerRows, LedgerSheetView, SheetView};
pub use stage::StageView;

/// How codes are to be shown.
#[derive(Clone, Copy)]
pub struct Show<'a> {
    /// PINs in clear: only if the host asked for them.
    pub pins: bool,
    pub times: Times,
    pub tables: &'a ZoneTables,
    /// The host's zone, for what the host and Latchbook did; `None`: in UTC, for files and programs.
    pub here: Option<&'a TimeZone>,
}

impl<'a> Show<'a> {
    /// Without PINs, as of a moment of the record.
    pub fn new(at: &TimeContext<'a>) -> Self {
        Self { pins: false, times: at.times, tables: at.tables, here: Some(at.here) }
    }

    /// When something was done: civil, in the host's time, to the minute; else in UTC.
    pub(crate) fn done(&self, at: Timestamp) -> String {
        self.here.map_or_else(|| written_utc(at), |here| to_minute(here, at))
    }

    /// The same in words: `3 Dec 2026, 16:00`; UTC says so.
    pub(crate) fn done_in_words(&self, at: Timestamp) -> String {
        let at = at.round(TimestampRound::new().smallest(Unit::Minute).mode(RoundMode::Trunc)).unwrap_or(at);
        self.here.map_or_else(|| utc(said(Offset::UTC.to_datetime(at))), |here| said(here.to_datetime(at)))
    }
}

/// `2026-12-03T16:00`: the host's notes do not need seconds.
pub(crate) fn to_minute(here: &TimeZone, at: Timestamp) -> String {
    here.to_datetime(at).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A PIN on its way out. `Debug` says `[redacted]`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct PinShown(pub String);

/// One intent and its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodeView {
    pub intent_id: i64,
    pub marker: String,
    pub attempt: u8,
    /// The door's name when the code was asked for.
    pub door: String,
    /// The door at which Seam lists the code, as far as is known.
    pub door_id: String,
    /// Seam lists it at another door than the one it was made for.
    pub moved: bool,
    pub label: String,
    /// The host's key for the stay.
    pub stay_key: Option<String>,
    pub state: CodeState,
    /// The state in a sentence, with what is safe to do.
    pub message: String,
    /// Why it was not sent, was refused, or is not known; only with the history.
    pub reason: Option<ReasonView>,
    pub access_code_id: Option<String>,
    /// `null` unless PINs were asked for and it is there.
    pub pin: Option<PinShown>,
    /// A bullet for each character; `null` while there is no PIN.
    pub pin_masked: Option<String>,
    pub entry: String,
    pub exit: String,
    pub starts_at: String,
    pub ends_at: String,
    pub zone: String,
    /// Release and source of the zone tables by which the promise was made.
    pub tables: String,
    pub slot_id: String,
    pub slot_name: String,
    pub stay: StayView,
    pub rounding: Rounding,
    pub prefer: Preference,
    pub promised: PromisedView,
    /// This call sent the request.
    pub created: bool,
    pub differs: Vec<DifferenceView>,
    pub notices: Vec<NoticeView>,
    /// When Seam says that it will make a code that waits.
    pub scheduled_at: Option<String>,
    /// Further codes at Seam for this stay.
    pub second_codes: Vec<String>,
    /// Codes at Seam that are probably this one, whose answer was lost: nothing is adopted before the host says so.
    pub probable: Vec<ProbableView>,
    /// Complete looks that found nothing.
    pub looks: u32,
    pub last_look_at: Option<String>,
    /// The host may choose another attempt although this one is not known, or is gone.
    pub may_try_another: bool,
    /// The host chose another attempt in spite of this one.
    pub superseded: bool,
    pub made_at: String,
    pub changed_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<Vec<HistoryView>>,
}

/// Arrival and departure on the door's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StayView {
    pub from: String,
    pub to: String,
}

/// What the host was promised before the code was spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PromisedView {
    pub slot_id: String,
    pub slot_name: String,
    pub entry: String,
    pub exit: String,
    pub starts_at: String,
    pub ends_at: String,
}

/// A code at Seam that is probably the one of a lost answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProbableView {
    pub access_code_id: String,
    /// As Seam shows it.
    pub name: Option<String>,
    pub created_at: Option<String>,
}

impl ProbableView {
    fn new(row: &CodeElsewhere, show: &Show<'_>) -> Self {
        Self {
            access_code_id: clean(row.id.as_str()),
            name: row.name.as_ref().map(|name| clean(name.expose())),
            created_at: row.created_at.map(|at| show.done(at)),
        }
    }
}

/// Something that came back other than promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DifferenceView {
    pub what: DifferenceKind,
    pub promised: Option<String>,
    pub given: Option<String>,
    pub message: String,
}

/// A page of codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodesView {
    pub codes: Vec<CodeView>,
    /// On every page.
    pub total: u64,
    /// The cursor of the next page.
    pub next: Option<i64>,
}

impl CodeView {
    /// A code in its current state. `created`: this call sent the request.
    pub fn new(entry: &CodeEntry, created: bool, show: &Show<'_>) -> Self {
        let (intent, code) = (&entry.intent, &entry.code);
        let promise = &intent.promise;
        let clock = DoorClock::named(&promise.zone, show.tables);
        let state = seen_at(code.state, code.ends_at, show.times);
        let (works_from, works_until) = civil_window(entry, &clock);
        let pin = code.pin.as_ref();
        Self {
            intent_id: intent.id.0,
            marker: intent.marker.to_string(),
            attempt: intent.marker.attempt(),
            door: clean(&intent.door_name),
            door_id: code.device_id.to_string(),
            moved: code.device_id != intent.device_id,
            label: clean(&intent.label),
            stay_key: intent.stay_key.clone(),
            state: state.into(),
            message: sentence::code::state(entry, state, show),
            reason: None,
            access_code_id: code.access_code_id.as_ref().map(ToString::to_string),
            pin: pin.filter(|_| show.pins).map(PinShown::new),
            pin_masked: pin.map(domain::Pin::masked),
            entry: works_from,
            exit: works_until,
            starts_at: clock.written(code.starts_at),
            ends_at: clock.written(code.ends_at),
            zone: promise.zone.clone(),
            tables: promise.tables.clone(),
            slot_id: code.given_slot_id.clone().unwrap_or_else(|| promise.slot_id.to_string()),
            slot_name: slot_name(entry),
            stay: StayView::new(&promise.stay),
            rounding: promise.allowance.into(),
            prefer: promise.preference.into(),
            promised: PromisedView {
                slot_id: promise.slot_id.to_string(),
                slot_name: clean(&promise.slot_name),
                entry: written_civil(promise.entry),
                exit: written_civil(promise.exit),
                starts_at: promise.sent_from.clone(),
                ends_at: promise.sent_to.clone(),
            },
            created,
            differs: code.differs.iter().map(|difference| DifferenceView::new(difference, &clock)).collect(),
            notices: notice::for_code(code),
            scheduled_at: code.scheduled_at.map(|at| clock.written(at)),
            second_codes: code.second_codes.clone(),
            probable: Vec::new(),
            looks: code.looks,
            last_look_at: code.last_look_at.map(|at| show.done(at)),
            may_try_another: code.another_may_be_chosen(show.times),
            superseded: code.superseded,
            made_at: show.done(intent.made_at),
            changed_at: show.done(code.changed_at),
            history: None,
        }
    }

    /// The same with the codes at Seam that are probably this one.
    #[must_use]
    pub fn with_probable(mut self, codes: &[CodeElsewhere], show: &Show<'_>) -> Self {
        self.probable = codes.iter().map(|row| ProbableView::new(row, show)).collect();
        self.message = [Some(self.message), sentence::code::probable(codes.len())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        self
    }

    /// The same with its whole history, oldest first.
    #[must_use]
    pub fn with_history(mut self, history: &[Event], show: &Show<'_>) -> Self {
        let clock = DoorClock::named(&self.zone, show.tables);
        self.reason = history::reason(history);
        self.history = Some(history.iter().map(|event| HistoryView::new(event, &clock, show)).collect());
        self
    }
}

/// The window in which it works, on the door's clock: as promised, unless Seam's answer differs.
pub(crate) fn civil_window(entry: &CodeEntry, clock: &DoorClock) -> (String, String) {
    let (code, promise) = (&entry.code, &entry.intent.promise);
    let civil = |given: Timestamp, promised: Timestamp, civil| {
        written_civil(if given == promised { civil } else { clock.civil(given) })
    };
    (civil(code.starts_at, promise.starts_at, promise.entry), civil(code.ends_at, promise.ends_at, promise.exit))
}

/// The slot in Seam's answer, or the promised one.
pub(crate) fn slot_name(entry: &CodeEntry) -> String {
    clean(entry.code.given_slot_name.as_deref().unwrap_or(&entry.intent.promise.slot_name))
}

impl StayView {
    pub(crate) fn new(stay: &Stay) -> Self {
        Self { from: written_civil(stay.arrival()), to: written_civil(stay.departure()) }
    }
}

impl DifferenceView {
    pub(crate) fn new(difference: &Difference, clock: &DoorClock) -> Self {
        let (promised, given) = match difference {
            Difference::Starts { promised, given } | Difference::Ends { promised, given } => {
                (Some(clock.written(*promised)), Some(clock.written(*given)))
            }
            Difference::Slot { promised, given } => (Some(clean(promised)), Some(clean(given))),
            Difference::Door { given } => (None, Some(clean(given.as_str()))),
            Difference::Other { promised, given, .. } => (promised.as_deref().map(clean), given.as_deref().map(clean)),
            Difference::Name
            | Difference::OddPin
            | Difference::SharedPin
            | Difference::NotOffline
            | Difference::PinChanged
            | Difference::Unseen => (None, None),
        };
        let message = sentence::difference::difference(difference, clock);
        Self { what: DifferenceKind::new(difference.word()), promised, given, message }
    }
}

impl CodesView {
    /// A page of codes, none of them created by this call.
    pub fn new(page: &CodePage, show: &Show<'_>) -> Self {
        let codes = page.entries.iter().map(|entry| CodeView::new(entry, false, show)).collect();
        Self { codes, total: page.total, next: page.next.map(|id| id.0) }
    }
}

impl PinShown {
    /// For showing to the host, who asked for it.
    pub fn new(pin: &domain::Pin) -> Self {
        Self(pin.expose().to_owned())
    }

    /// The digits, for showing to the host.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PinShown {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PinShown([redacted])")
    }
}
