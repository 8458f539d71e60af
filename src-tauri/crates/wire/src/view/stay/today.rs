//! Today: arrivals and departures, open tasks for the host, how full the doors are.

use domain::instant::written_with_offset;
use domain::lifecycle::{State, seen_at};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ops::TimeContext;
use ops::attention::Attention;
use ops::stays::{Noted, PlannedStay};
use ops::today::{Guest, GuestOf, Today};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::written_civil;

use super::draft::CapacityView;
use crate::sentence;
use crate::view::CalendarView;
use crate::view::{CodeState, Show};
use words::clean;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayView {
    /// This computer's clock.
    pub yours: ClockView,
    /// Today on each door's own clock, by time.
    pub arriving: Vec<StayLineView>,
    pub leaving: Vec<StayLineView>,
    /// The most urgent first.
    pub needs_you: Vec<AttentionView>,
    /// Doors of whose places at most a fifth is left, the fullest first; at most twelve.
    pub capacity: Vec<CapacityView>,
    /// The next seven days, of at most twelve doors.
    pub week: CalendarView,
    /// Doors that are not in the week.
    pub more_doors: usize,
}

/// What a clock shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockView {
    /// `America/Vancouver`
    pub zone: String,
    /// `Vancouver`
    pub place: String,
    pub civil: String,
    /// `-08:00`
    pub offset: String,
}

/// A guest who comes or goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StayLineView {
    pub door_id: String,
    pub door: String,
    pub label: String,
    /// The civil time from or until which the code works, or, without a code, of the stay.
    pub at: String,
    /// `Berlin time, 6 h ahead`; `null` if the door's clock shows what this computer's does.
    pub clock: Option<String>,
    pub intent_id: Option<i64>,
    pub stay_id: Option<i64>,
    /// `null`: no code yet.
    pub state: Option<CodeState>,
    pub pin_masked: Option<String>,
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttentionKind {
    /// Nobody knows whether a code was made.
    NotKnown,
    /// A stay that the host recorded begins within 24 h and has no code.
    NoCode,
    Failed,
    /// Gone from Seam before its end.
    Gone,
    /// Other than promised.
    Differs,
    /// By Seam.
    Refused,
    NotSent,
    /// Codes beyond the one that was asked for.
    SecondCode,
    /// A door that is gone and another may be one lock.
    PerhapsSame,
    /// The door is not ready.
    Door,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttentionAction {
    Look,
    Issue,
    OpenCode,
    OpenReadiness,
    /// Two buttons: one lock, or two.
    SayIfSame,
}

/// Something that waits for the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttentionView {
    pub kind: AttentionKind,
    pub door_id: String,
    pub door: String,
    pub label: Option<String>,
    pub intent_id: Option<i64>,
    pub stay_id: Option<i64>,
    /// The door that is gone, of two that may be one lock.
    pub gone_id: Option<String>,
    /// What it is and what is safe to do.
    pub message: String,
    pub action: AttentionAction,
}

/// A stay that the host noted down without a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlannedStayView {
    pub stay_id: i64,
    pub door_id: String,
    pub door: String,
    pub label: String,
    pub stay_key: Option<String>,
    pub from: String,
    pub to: String,
    /// Its code, once it has one.
    pub intent_id: Option<i64>,
}

/// A stay that was noted down, and what undoing it has to restore.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotedStayView {
    pub stay: PlannedStayView,
    /// It was not on the list before.
    pub is_new: bool,
    /// Stays that it took the place of.
    pub replaced: Vec<i64>,
}

impl TodayView {
    pub fn new(today: &Today, at: &TimeContext<'_>) -> Self {
        let show = Show::new(at);
        let lines = |guests: &[Guest]| guests.iter().map(|guest| StayLineView::new(guest, at)).collect();
        Self {
            yours: ClockView::new(at.here.iana_name().unwrap_or_default(), at.here, at),
            arriving: lines(&today.arriving),
            leaving: lines(&today.leaving),
            needs_you: today.needs.iter().map(|need| AttentionView::new(need, &show)).collect(),
            capacity: today.capacity.iter().map(CapacityView::new).collect(),
            week: CalendarView::new(&today.week, at),
            more_doors: today.more_doors,
        }
    }
}

/// How the clock of a zone differs from this computer's at a moment.
fn other_clock(zone: &str, when: Timestamp, at: &TimeContext<'_>) -> Option<String> {
    let zone = at.tables.zone(zone)?;
    let ahead = i64::from(zone.clock().to_offset(when).seconds() - at.here.to_offset(when).seconds()) / 60;
    (ahead != 0).then(|| sentence::today::other_clock(&place(zone.name()), ahead))
}

/// `Mexico City`
fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or_default().replace('_', " ")
}

impl ClockView {
    pub fn new(zone: &str, clock: &TimeZone, at: &TimeContext<'_>) -> Self {
        let now = at.best_time();
        let offset = written_with_offset(now, clock.to_offset(now));
        Self {
            place: place(zone),
            zone: zone.to_owned(),
            civil: clock.to_datetime(now).strftime("%Y-%m-%dT%H:%M").to_string(),
            offset: offset.get(offset.len().saturating_sub(6)..).unwrap_or_default().to_owned(),
        }
    }
}

impl StayLineView {
    fn new(guest: &Guest, at: &TimeContext<'_>) -> Self {
        let show = &Show::new(at);
        let mut view = Self {
            door_id: guest.door.to_string(),
            door: clean(&guest.name),
            label: String::new(),
            at: written_civil(guest.civil),
            clock: other_clock(guest.zone(), guest.at, at),
            intent_id: None,
            stay_id: None,
            state: None,
            pin_masked: None,
            message: String::new(),
        };
        match &guest.of {
            GuestOf::Code(entry) => {
                let state = seen_at(entry.code.state, entry.code.ends_at, show.times);
                view.label = clean(&entry.intent.label);
                view.intent_id = Some(entry.intent.id.0);
                view.state = Some(state.into());
                view.pin_masked = entry.code.pin.as_ref().map(domain::Pin::masked);
                view.message = sentence::code::state(entry, state, show);
            }
            GuestOf::Planned(stay) => {
                view.label = clean(stay.row.new.label.expose());
                view.stay_id = Some(stay.row.id);
                view.message = sentence::today::planned(stay);
            }
        }
        view
    }
}

impl AttentionView {
    fn new(need: &Attention, show: &Show<'_>) -> Self {
        let (kind, action) = kind_of(need);
        let mut view = Self {
            kind,
            door_id: String::new(),
            door: String::new(),
            label: None,
            intent_id: need.entry().map(|entry| entry.intent.id.0),
            stay_id: None,
            gone_id: None,
            message: sentence::today::need(need, show),
            action,
        };
        if let Some(entry) = need.entry() {
            view.door_id = entry.code.device_id.to_string();
            view.door = clean(&entry.intent.door_name);
            view.label = Some(clean(&entry.intent.label));
        } else if let Attention::NoCode(stay) = need {
            view.door_id = stay.row.new.device_id.to_string();
            view.door = clean(&stay.door);
            view.label = Some(clean(stay.row.new.label.expose()));
            view.stay_id = Some(stay.row.id);
        } else if let Attention::PerhapsSame(pair) = need {
            view.door_id = pair.door.to_string();
            view.door = clean(&pair.name);
            view.gone_id = Some(pair.gone.to_string());
        } else if let Attention::Door { door, name, .. } = need {
            view.door_id = door.to_string();
            view.door = clean(name);
        }
        view
    }
}

fn kind_of(need: &Attention) -> (AttentionKind, AttentionAction) {
    match need {
        // The host confirms a probable code where it is shown in full.
        Attention::NotKnown { probable: 1.., .. } => (AttentionKind::NotKnown, AttentionAction::OpenCode),
        Attention::NotKnown { .. } => (AttentionKind::NotKnown, AttentionAction::Look),
        Attention::PerhapsSame(_) => (AttentionKind::PerhapsSame, AttentionAction::SayIfSame),
        Attention::Gone(_) => (AttentionKind::Gone, AttentionAction::OpenCode),
        Attention::NoCode(_) => (AttentionKind::NoCode, AttentionAction::Issue),
        Attention::Failed(_) => (AttentionKind::Failed, AttentionAction::OpenCode),
        Attention::SecondCode(_) => (AttentionKind::SecondCode, AttentionAction::OpenCode),
        Attention::Differs(_) => (AttentionKind::Differs, AttentionAction::OpenCode),
        Attention::NotIssued(entry) if entry.code.state == State::Refused => {
            (AttentionKind::Refused, AttentionAction::OpenCode)
        }
        Attention::NotIssued(_) => (AttentionKind::NotSent, AttentionAction::OpenCode),
        Attention::Door { .. } => (AttentionKind::Door, AttentionAction::OpenReadiness),
    }
}

impl NotedStayView {
    pub fn new(noted: &Noted) -> Self {
        let Noted { stay, is_new, replaced } = noted;
        Self { stay: PlannedStayView::new(stay), is_new: *is_new, replaced: replaced.clone() }
    }
}

impl PlannedStayView {
    pub fn new(stay: &PlannedStay) -> Self {
        let new = &stay.row.new;
        Self {
            stay_id: stay.row.id,
            door_id: new.device_id.to_string(),
            door: clean(&stay.door),
            label: clean(new.label.expose()),
            stay_key: new.stay_key.clone(),
            from: written_civil(new.stay.arrival()),
            to: written_civil(new.stay.departure()),
            intent_id: stay.entry.as_ref().filter(|_| stay.has_code()).map(|entry| entry.intent.id.0),
        }
    }
}
