//! A preview of a code before it is spent (docs/design.md, "Command line": `preview`).

use domain::instant::Moment;
use domain::matching::{Candidate, Nearest, Refusal, Refused};
use domain::tables::{Opinion, ZoneTables};
use domain::times::Times;
use ops::door::Door;
use ops::draft::Outlook;
use ops::preview::{Disagreement, Preview, StayQuery};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::written_civil;
use words::clean;

use crate::sentence;
use crate::view::PlacesView;
use crate::view::words::{ClockChange, Preference, RefusalCode, RefusedReason, Rounding, TablesSource};
use crate::view::{Show, StayView};

/// Every candidate, the choice, and why the others lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewView {
    pub door: String,
    pub door_id: String,
    pub zone: String,
    pub stay: StayView,
    pub rounding: Rounding,
    pub prefer: Preference,
    pub chosen: Option<CandidateView>,
    /// The first is the choice.
    pub candidates: Vec<CandidateView>,
    pub refused: Vec<RefusedView>,
    pub refusal: Option<RefusalView>,
    /// What the host should know of the choice and of the door.
    pub notes: Vec<NoteView>,
    /// Ends of the choice on which two sets of zone tables disagree: issuing needs a yes.
    pub disagreements: Vec<DisagreementView>,
    pub places: PlacesView,
    /// Release and source of the zone tables in use.
    pub tables: String,
    pub message: String,
}

/// A window that a slot can give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CandidateView {
    pub slot_id: String,
    pub name: String,
    pub entry: String,
    pub exit: String,
    pub starts_at: String,
    pub ends_at: String,
    pub entry_rounding_minutes: u32,
    pub exit_rounding_minutes: u32,
    pub uncovered_minutes: u32,
    pub extra_minutes: u32,
    pub dst: Option<ClockChange>,
    pub is_24_hour: bool,
    pub is_biweekly: bool,
    /// Both ends are within 1 h of the stay's.
    pub within_hour: bool,
    /// What it means for the guest.
    pub message: String,
}

/// A slot that gives no window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedView {
    pub slot_id: String,
    pub name: String,
    pub reason: RefusedReason,
    /// Minutes that the slot is later (positive) or earlier (negative) than asked.
    pub entry_off_minutes: Option<i64>,
    pub exit_off_minutes: Option<i64>,
    pub nearest_entry: Option<String>,
    pub nearest_exit: Option<String>,
    pub message: String,
}

/// Why nothing fits, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusalView {
    pub code: RefusalCode,
    pub message: String,
    /// A window that could be asked for instead.
    pub nearest: Option<NearestView>,
    /// Rounding by a day would help.
    pub by_day: bool,
    /// A message to the installer who could add a slot for this stay, ready to send; `null` where no slot would help.
    pub request: Option<String>,
}

/// A slot's window that is nearest to what was asked, or the longest it gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NearestView {
    pub slot_id: String,
    pub name: String,
    pub entry: String,
    pub exit: String,
}

/// Something to know before issuing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteView {
    pub code: String,
    pub message: String,
}

/// An end of a window that sets of zone tables put at different instants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisagreementView {
    /// The civil time.
    pub at: String,
    pub opinions: Vec<OpinionView>,
    pub message: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpinionView {
    pub source: TablesSource,
    pub version: String,
    /// The instant, with the offset that these tables give.
    pub instant: String,
}

impl PreviewView {
    /// Previews a stay at a door.
    ///
    /// # Errors
    /// As [`ops::preview::preview`]: a door without a zone, times that are no stay.
    pub fn new(door: &Door, asked: &StayQuery, tables: &ZoneTables) -> Result<Self, ops::Error> {
        Ok(Self::from_preview(door, &ops::preview::preview(door, asked, tables)?, tables))
    }

    /// The same, with remarks on its timing: that it begins soon, has begun, or is over.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn as_of(times: Times, door: &Door, asked: &StayQuery, tables: &ZoneTables) -> Result<Self, ops::Error> {
        let preview = ops::preview::preview(door, asked, tables)?;
        let mut view = Self::from_preview(door, &preview, tables);
        view.notes
            .extend(preview.matching.candidates.first().and_then(|chosen| sentence::preview::in_time(chosen, times)));
        Ok(view)
    }

    /// Puts first what issuing it would do now: that the stay has its code, why nothing would be sent, which risks must
    /// be accepted.
    pub fn add_outlook(&mut self, outlook: &Outlook, door: &Door, show: &Show<'_>) {
        let told = sentence::preview::outlook_notes(outlook, door, show);
        // The same fact, about the door alone.
        self.notes.retain(|note| told.iter().all(|one| one.code != note.code));
        self.notes.splice(0..0, told);
    }

    /// The same, from an existing preview.
    pub fn from_preview(door: &Door, preview: &Preview<'_>, tables: &ZoneTables) -> Self {
        let (wish, matching) = (&preview.wish, &preview.matching);
        let candidates: Vec<CandidateView> =
            matching.candidates.iter().map(|candidate| CandidateView::new(candidate, wish)).collect();
        let refusal = matching.refusal.as_ref().map(|refusal| RefusalView::new(refusal, wish, door));
        Self {
            door: clean(door.name()),
            door_id: door.id().to_string(),
            zone: preview.zone.name().to_owned(),
            stay: StayView::new(&wish.stay),
            rounding: wish.allowance.into(),
            prefer: wish.preference.into(),
            message: sentence::preview::summary(preview),
            chosen: candidates.first().cloned(),
            candidates,
            refused: matching.refused.iter().map(|refused| RefusedView::new(refused, wish)).collect(),
            refusal,
            notes: sentence::preview::notes(door, preview),
            disagreements: preview.disagreements.iter().map(DisagreementView::new).collect(),
            places: PlacesView::new(&door.places),
            tables: tables.version(),
        }
    }
}

impl CandidateView {
    pub fn new(candidate: &Candidate<'_>, wish: &domain::matching::Wish) -> Self {
        let facts = &candidate.slot.facts;
        let civil = |moment: &Moment| written_civil(moment.civil);
        Self {
            slot_id: facts.id.to_string(),
            name: clean(&facts.name),
            entry: civil(&candidate.entry),
            exit: civil(&candidate.exit),
            starts_at: candidate.entry.as_sent(),
            ends_at: candidate.exit.as_sent(),
            entry_rounding_minutes: candidate.entry_rounding,
            exit_rounding_minutes: candidate.exit_rounding,
            uncovered_minutes: candidate.uncovered,
            extra_minutes: candidate.extra,
            dst: candidate.dst().map(ClockChange::from),
            is_24_hour: facts.is_24_hour,
            is_biweekly: facts.is_biweekly,
            within_hour: candidate.within_hour,
            message: sentence::preview::candidate(candidate, wish),
        }
    }
}

impl RefusedView {
    fn new(refused: &Refused<'_>, wish: &domain::matching::Wish) -> Self {
        let nearest: Option<&Nearest> = refused.nearest.as_ref();
        Self {
            slot_id: refused.slot.facts.id.to_string(),
            name: clean(&refused.slot.facts.name),
            reason: RefusedReason::from(&refused.why),
            entry_off_minutes: nearest.map(|nearest| nearest.entry_off),
            exit_off_minutes: nearest.map(|nearest| nearest.exit_off),
            nearest_entry: nearest.map(|nearest| written_civil(nearest.entry)),
            nearest_exit: nearest.map(|nearest| written_civil(nearest.exit)),
            message: sentence::preview::why_not(refused, wish),
        }
    }
}

impl RefusalView {
    fn new(refusal: &Refusal<'_>, wish: &domain::matching::Wish, door: &Door) -> Self {
        let is_too_long = matches!(refusal, Refusal::TooLong { .. });
        let by_day = matches!(refusal, Refusal::NothingFits { by_day: true, .. });
        Self {
            code: RefusalCode::from(refusal),
            message: sentence::preview::refusal(refusal, wish),
            nearest: nearest_of(refusal),
            by_day,
            request: (!is_too_long).then(|| sentence::wish::slot_for(door, &wish.stay)),
        }
    }
}

fn nearest_of(refusal: &Refusal<'_>) -> Option<NearestView> {
    let view = |slot: &domain::slot::Slot, entry, exit| NearestView {
        slot_id: slot.facts.id.to_string(),
        name: clean(&slot.facts.name),
        entry: written_civil(entry),
        exit: written_civil(exit),
    };
    match refusal {
        Refusal::NothingFits { nearest: Some(refused), .. } => {
            refused.nearest.map(|near| view(refused.slot, near.entry, near.exit))
        }
        Refusal::TooLong { longest: Some(longest) } => Some(view(longest.slot, longest.entry, longest.exit)),
        Refusal::NothingFits { nearest: None, .. }
        | Refusal::TooLong { longest: None }
        | Refusal::NoSlots
        | Refusal::NoUsableSlot => None,
    }
}

impl DisagreementView {
    pub fn new(disagreement: &Disagreement) -> Self {
        let civil = disagreement.civil;
        Self {
            at: written_civil(civil),
            opinions: disagreement.opinions.iter().map(|opinion| OpinionView::new(opinion, civil)).collect(),
            message: sentence::zone::disagreement(disagreement),
        }
    }
}

impl OpinionView {
    fn new(opinion: &Opinion, civil: jiff::civil::DateTime) -> Self {
        Self {
            source: opinion.source.into(),
            version: opinion.version.clone(),
            instant: sentence::zone::written(opinion, civil),
        }
    }
}
