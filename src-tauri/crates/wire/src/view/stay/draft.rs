//! The issue page while the host fills it in.

use domain::ids::{DeviceId, SlotId};
use domain::slot::Slot;
use ops::TimeContext;
use ops::capacity::Capacity;
use ops::draft::{Aspect, Draft, DraftQuery, Outlook};
use ops::issue::Caution;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::{written_civil, written_time};

use crate::clock::DoorClock;
use crate::error::CommandError;
use crate::sentence;
use crate::view::{
    CheckView, CodeView, DraftField, Friction, Level, ObjectionView, PlacesView, Preference, PreviewView, RiskView,
    Rounding, Show,
};
use words::clean;

/// What the page holds. Texts as typed: Rust alone decides what they mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftRequest {
    pub door_id: String,
    /// A date, or empty.
    pub from_date: String,
    /// `15:45`, `1545`, `3:45 pm`, `16`, or empty.
    pub from_time: String,
    pub to_date: String,
    pub to_time: String,
    pub rounding: Rounding,
    pub prefer: Preference,
    /// The slot that the host chose instead of the first.
    pub slot_id: Option<String>,
    /// `null`: the default.
    pub label: Option<String>,
    pub stay_key: Option<String>,
    /// The host typed that another code is wanted although there is a first attempt.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub another: bool,
}

/// What would happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// Today on the door's clock: where a calendar begins.
    pub today: String,
    /// The stay as it was made out; `null` where a part is missing or cannot be read.
    pub from: Option<String>,
    pub to: Option<String>,
    /// The times as read, `16:00`: to be shown in the host's clock style.
    pub from_time: Option<String>,
    pub to_time: Option<String>,
    pub nights: Option<u32>,
    /// What cannot be read or is not a stay, and which field it is.
    pub fault: Option<CommandError>,
    pub fault_field: Option<DraftField>,
    /// `null` until there is a stay.
    pub preview: Option<PreviewView>,
    /// The slot in `preview.candidates` that will be used.
    pub chosen: Option<String>,
    /// The label as it will be sent, behind the marker.
    pub label: String,
    pub marker: Option<String>,
    /// This stay has its code, or an attempt that stands in the way: shown in place of the form.
    pub existing: Option<Box<CodeView>>,
    /// Why nothing could be sent.
    pub objection: Option<ObjectionView>,
    /// What must be accepted, each in its own box. Their keys go back in [`IssueRequest::accepted`](crate::IssueRequest::accepted).
    pub risks: Vec<RiskView>,
    pub friction: Friction,
    pub capacity: Option<CapacityView>,
    /// What was looked at for this door and window, passed or not.
    pub checks: Vec<CheckView>,
    pub chips: Vec<SlotChipView>,
}

/// A slot's times, to take over with one press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotChipView {
    pub slot_id: String,
    pub name: String,
    pub check_in: String,
    pub check_out: String,
    pub is_24_hour: bool,
}

/// How full a door is and how long that lasts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CapacityView {
    pub door_id: String,
    pub door: String,
    pub places: PlacesView,
    /// When the next place frees, on the door's clock.
    pub next_free: Option<String>,
    /// The date at which the door is full at the pace of the last 90 days; `null` where it never is, or nobody can tell.
    pub lasts_to: Option<String>,
    pub message: String,
}

impl DraftRequest {
    /// The request for the operations. `label_template`: from the settings.
    pub fn asked(&self, label_template: &str) -> DraftQuery {
        let given = |text: &str| !text.trim().is_empty();
        DraftQuery {
            door: given(&self.door_id).then(|| DeviceId::new(&self.door_id)),
            from_date: self.from_date.clone(),
            from_time: self.from_time.clone(),
            to_date: self.to_date.clone(),
            to_time: self.to_time.clone(),
            allowance: self.rounding.into(),
            preference: self.prefer.into(),
            slot: self.slot_id.as_deref().map(SlotId::new),
            label: self.label.clone(),
            label_template: label_template.to_owned(),
            stay_key: self.stay_key.clone().filter(|key| given(key)),
            another: self.another,
        }
    }
}

impl DraftView {
    pub fn new(draft: &Draft, at: &TimeContext<'_>) -> Self {
        let nights = draft.from.zip(draft.to).and_then(|(from, to)| {
            let days = from.date().duration_until(to.date()).as_hours() / 24;
            u32::try_from(days).ok()
        });
        let zone = draft.door.as_ref().and_then(|door| door.zone.zone.as_ref());
        let today = zone.map_or_else(|| at.today(), |zone| zone.clock().to_datetime(at.best_time()).date());
        let mut view = Self {
            today: today.to_string(),
            from: draft.from.map(written_civil),
            to: draft.to.map(written_civil),
            from_time: draft.from_time.map(written_time),
            to_time: draft.to_time.map(written_time),
            nights,
            fault: draft.fault.as_ref().map(|(_, fault)| CommandError::from_fault(fault)),
            fault_field: draft.fault.as_ref().map(|(field, _)| field.into()),
            preview: None,
            chosen: None,
            label: domain::marker::sent_label(&draft.label),
            marker: None,
            existing: None,
            objection: None,
            risks: Vec::new(),
            friction: Friction::None,
            capacity: draft.capacity.as_ref().map(CapacityView::new),
            checks: draft.findings.iter().map(CheckView::new).collect(),
            chips: draft.door.as_ref().map(SlotChipView::all).unwrap_or_default(),
        };
        if let (Some(outlook), Some(door)) = (&draft.outlook, &draft.door) {
            view.look_out(outlook, door, at);
        }
        view
    }

    fn look_out(&mut self, outlook: &Outlook, door: &ops::door::Door, at: &TimeContext<'_>) {
        let (show, clock) = (Show::new(at), DoorClock::new(door.zone.zone.as_ref()));
        self.preview = PreviewView::new(door, &outlook.stay, at.tables).ok();
        self.chosen = outlook.chosen.as_ref().map(|chosen| chosen.slot_id.to_string());
        self.marker = outlook.marker.as_ref().map(ToString::to_string);
        self.existing = outlook.existing.as_ref().map(|entry| Box::new(CodeView::new(entry, false, &show)));
        self.objection = outlook.objection.as_ref().map(|objection| ObjectionView::new(objection, door, &show));
        self.risks = RiskView::all(&outlook.risks, &clock);
        self.risks.extend(outlook.cautions.iter().map(|caution| for_caution(caution, &clock)));
        self.friction = outlook.friction.into();
        self.checks.extend(outlook.aspects.iter().map(for_aspect));
    }
}

fn for_caution(caution: &Caution, clock: &DoorClock) -> RiskView {
    let word = caution.word().to_owned();
    RiskView { key: word.clone(), code: word, message: sentence::draft::caution(caution, clock) }
}

fn for_aspect(aspect: &Aspect) -> CheckView {
    let (check, is_fine) = match aspect {
        Aspect::Length { .. } => ("length", true),
        Aspect::Tables { disagreements } => ("zone_data", disagreements.is_empty()),
        Aspect::Overlap { codes } => ("overlap", *codes == 0),
        Aspect::Shift(shift) => ("shift", shift.is_none()),
        Aspect::Dst(_) => ("dst", false),
    };
    CheckView {
        check: check.to_owned(),
        level: if is_fine { Level::Pass } else { Level::Warn },
        message: sentence::draft::aspect(aspect),
        mend: None,
        who: None,
    }
}

impl SlotChipView {
    /// Slots for ordinary guests, each pair of times once.
    fn all(door: &ops::door::Door) -> Vec<Self> {
        let mut chips: Vec<Self> = Vec::new();
        for chip in door.slots.iter().filter(|slot| !slot.facts.is_biweekly).filter_map(Self::new) {
            if !chips.iter().any(|one| (&one.check_in, &one.check_out) == (&chip.check_in, &chip.check_out)) {
                chips.push(chip);
            }
        }
        chips
    }

    fn new(slot: &Slot) -> Option<Self> {
        let times = slot.times.as_ref().ok()?;
        Some(Self {
            slot_id: slot.facts.id.to_string(),
            name: clean(&slot.facts.name),
            check_in: written_time(times.check_in.time),
            check_out: written_time(times.check_out.time),
            is_24_hour: slot.facts.is_24_hour,
        })
    }
}

impl CapacityView {
    pub fn new(capacity: &Capacity) -> Self {
        let clock = DoorClock::new(capacity.zone.as_ref());
        let lasts_to = capacity.lasts_to.map(|at| clock.civil(at).date());
        Self {
            door_id: capacity.door.to_string(),
            door: clean(&capacity.name),
            places: PlacesView::new(&capacity.places),
            next_free: capacity.places.next_free.map(|at| written_civil(clock.civil(at))),
            lasts_to: lasts_to.map(|date| date.to_string()),
            message: sentence::today::capacity(capacity, lasts_to),
        }
    }
}
