//! A code and a door, in full.

use domain::RawAnswer;
use jiff::tz::TimeZone;
use ops::compare::{Compared, Differing, DoorDifferences};
use ops::detail::Detail;
use ops::door_page::{DoorPage, ListedElsewhere};
use ops::{DoorTest, Note, Sent, TimeContext};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::written_civil;

use crate::clock::DoorClock;
use crate::error::CommandError;
use crate::sentence;
use crate::view::CapacityView;
use crate::view::DoorTestView;
use crate::view::{
    CheckView, CodeView, DifferenceKind, DifferenceView, DoorView, Show, SlotsView, UnreadView, to_minute,
};
use words::clean;

/// A code in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodeDetailView {
    /// With its history.
    pub code: CodeView,
    /// The answer as received, without its PIN; `null` where there was none.
    pub answer: Option<String>,
    /// The last event's place in the chain.
    pub chain: Option<String>,
    /// Newest first.
    pub notes: Vec<NoteEntryView>,
    /// Whether it was sent to its guest, newest first.
    pub sent: Vec<SentView>,
    /// Further attempts for the same stay.
    pub attempts: Vec<i64>,
}

/// Something the host wrote. The newest counts, the older stay to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteEntryView {
    /// Civil, in the host's time.
    pub at: String,
    pub text: String,
}

/// The host's word that a code was sent to its guest, or that it was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SentView {
    pub is_sent: bool,
    /// Civil, in the host's time.
    pub at: String,
}

/// A code that was made outside this app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodeElsewhereView {
    pub access_code_id: String,
    pub door_id: String,
    pub door: String,
    pub name: Option<String>,
    pub slot_name: Option<String>,
    /// Civil; `null`: Seam does not say.
    pub entry: Option<String>,
    pub exit: Option<String>,
    pub managed: bool,
    /// Seam no longer lists it: it keeps its place until its end.
    pub unlisted: bool,
    /// It has no end, so that only the host can free its place.
    pub waits_for_host: bool,
}

/// A door in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoorPageView {
    pub door: DoorView,
    pub checks: Vec<CheckView>,
    pub slots: SlotsView,
    pub capacity: CapacityView,
    /// The host's own figure, whether or not it is the one that holds.
    pub host_limit: Option<u32>,
    pub outside: Vec<CodeElsewhereView>,
    pub notes: Vec<NoteEntryView>,
    pub tests: Vec<DoorTestView>,
    /// Whole minutes since the last complete reading.
    pub read_minutes_ago: Option<i64>,
}

/// What the record and Seam say differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareView {
    /// Only doors with differences.
    pub doors: Vec<CompareDoorView>,
    /// How many doors and codes were compared.
    pub compared_doors: u32,
    pub compared_codes: u32,
    pub unread: Vec<UnreadView>,
    pub message: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareDoorView {
    pub door_id: String,
    pub door: String,
    /// In the record and not at Seam.
    pub missing: Vec<CodeView>,
    /// At Seam and not in the record.
    pub foreign: Vec<CodeElsewhereView>,
    /// In both and not alike; `differs` says how.
    pub different: Vec<CompareCodeView>,
}

/// A code that Seam shows otherwise than the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareCodeView {
    pub code: CodeView,
    pub differs: Vec<DifferenceView>,
}

impl CodeDetailView {
    pub fn new(detail: &Detail, show: &Show<'_>) -> Self {
        static UTC: TimeZone = TimeZone::UTC;
        let here = show.here.unwrap_or(&UTC);
        let place = |(id, hash): &(i64, String)| format!("#{id} {}", hash.get(..16).unwrap_or(hash));
        Self {
            code: CodeView::new(&detail.entry, false, show)
                .with_history(&detail.history, show)
                .with_probable(&detail.probable, show),
            answer: detail.answer.clone(),
            chain: detail.chain.as_ref().map(place),
            notes: NoteEntryView::all(&detail.notes, here),
            sent: detail.sent.iter().map(|sent| SentView::new(*sent, here)).collect(),
            attempts: detail.attempts.iter().map(|id| id.0).collect(),
        }
    }
}

impl NoteEntryView {
    fn all(notes: &[Note], here: &TimeZone) -> Vec<Self> {
        let view = |note: &Note| Self { at: to_minute(here, note.at), text: note.text.expose().to_owned() };
        notes.iter().map(view).collect()
    }
}

impl SentView {
    fn new(sent: Sent, here: &TimeZone) -> Self {
        Self { is_sent: sent.is_sent, at: to_minute(here, sent.at) }
    }
}

impl DoorTestView {
    /// The tests of a door.
    pub fn all(tests: &[DoorTest], here: &TimeZone) -> Vec<Self> {
        let view = |test: &DoorTest| Self {
            intent_id: test.intent.map(|id| id.0),
            worked: test.worked,
            note: test.note.expose().to_owned(),
            at: to_minute(here, test.at),
        };
        tests.iter().map(view).collect()
    }
}

impl CodeElsewhereView {
    pub fn new(outside: &ListedElsewhere) -> Self {
        let (row, clock) = (&outside.row, DoorClock::new(outside.zone.as_ref()));
        let civil = |at: Option<jiff::Timestamp>| at.map(|at| written_civil(clock.civil(at)));
        Self {
            access_code_id: clean(row.id.as_str()),
            door_id: row.device_id.to_string(),
            door: clean(&outside.door),
            name: row.name.as_ref().map(RawAnswer::expose).map(clean),
            slot_name: row.slot_name.as_deref().map(clean),
            entry: civil(row.starts_at),
            exit: civil(row.ends_at),
            managed: row.is_managed,
            unlisted: row.is_unlisted(),
            waits_for_host: ops::elsewhere::waits_for_host(row),
        }
    }
}

impl DoorPageView {
    pub fn new(page: &DoorPage, at: &TimeContext<'_>) -> Self {
        let read_ago = page.door.row.read_at.map(|read_at| at.times.now.duration_since(read_at).as_mins().max(0));
        Self {
            door: DoorView::new(&page.door, at.tables, at.times.now),
            checks: page.findings.iter().map(CheckView::new).collect(),
            slots: SlotsView::new(&page.door),
            capacity: CapacityView::new(&page.capacity),
            host_limit: page.door.row.host_limit,
            outside: page.outside.iter().map(CodeElsewhereView::new).collect(),
            notes: NoteEntryView::all(&page.notes, at.here),
            tests: DoorTestView::all(&page.tests, at.here),
            read_minutes_ago: read_ago,
        }
    }
}

impl CompareView {
    pub fn new(compared: &Compared, show: &Show<'_>) -> Self {
        let unread = compared.unread.iter().map(|(door, error)| UnreadView::new(door, CommandError::from_read(error)));
        let figure = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            doors: compared.doors.iter().map(|door| CompareDoorView::new(door, show)).collect(),
            compared_doors: figure(compared.compared_doors),
            compared_codes: figure(compared.compared_codes),
            unread: unread.collect(),
            message: sentence::compare::compared(compared),
        }
    }
}

impl CompareDoorView {
    fn new(found: &DoorDifferences, show: &Show<'_>) -> Self {
        let clock = DoorClock::new(found.door.zone.zone.as_ref());
        let different = found.different.iter().map(|(entry, differing)| CompareCodeView {
            code: CodeView::new(entry, false, show),
            differs: differing.iter().map(|differing| compared(differing, &clock)).collect(),
        });
        Self {
            door_id: found.door.id().to_string(),
            door: clean(found.door.name()),
            missing: found.missing.iter().map(|entry| CodeView::new(entry, false, show)).collect(),
            foreign: found.foreign.iter().map(CodeElsewhereView::new).collect(),
            different: different.collect(),
        }
    }
}

/// `promised` is what the record has, `given` what Seam has.
fn compared(differing: &Differing, clock: &DoorClock) -> DifferenceView {
    let message = sentence::compare::differing(differing, clock);
    let (promised, given) = match differing {
        Differing::Difference(difference) => {
            return DifferenceView { message, ..DifferenceView::new(difference, clock) };
        }
        Differing::State { record, seam } => (Some(record.as_str().to_owned()), Some(seam.as_str().to_owned())),
        Differing::PinThere => (None, None),
    };
    DifferenceView { what: DifferenceKind::new(differing.word()), promised, given, message }
}
