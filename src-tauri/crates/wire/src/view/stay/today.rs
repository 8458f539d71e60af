//! Today: arrivals and departures, open tasks for the host, how full the doors are.

use domain::instant::written_with_offset;
use domain::lifecycle::{State, seen_at};
use domain::tables::Zone;
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
use crate::view::{CodeState, Level, Show};
use words::clean;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayView {
    /// This computer's clock.
    pub yours: ClockView,
    /// One for each zone that doors are in; none where each of them shows what this computer's clock does.
    pub clocks: Vec<LockClockView>,
    /// Every door's clock shows what this computer's does.
    pub same_clock: bool,
    /// Today on each door's own clock, by time.
    pub arriving: Vec<StayLineView>,
    pub leaving: Vec<StayLineView>,
    /// The most urgent first.
    pub needs_you: Vec<AttentionView>,
    /// The fullest first, at most twelve.
    pub capacity: Vec<CapacityView>,
    /// The next seven days, of at most twelve doors.
    pub week: CalendarView,
    /// Doors that are not in the week.
    pub more_doors: usize,
}

/// What the locks of a zone show, beside this computer's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LockClockView {
    #[serde(flatten)]
    pub clock: ClockView,
    /// `3 h behind yours`
    pub apart: String,
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
    pub level: Level,
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
        let differs = today.zones.iter().any(|zone| minutes_ahead(zone.clock(), at) != 0);
        let clocks = today.zones.iter().filter(|_| differs).map(|zone| LockClockView::new(zone, at)).collect();
        let lines = |guests: &[Guest]| guests.iter().map(|guest| StayLineView::new(guest, &show)).collect();
        Self {
            yours: ClockView::new(at.here.iana_name().unwrap_or_default(), at.here, at),
            same_clock: !today.zones.is_empty() && !differs && !today.has_unknown_zone,
            clocks,
            arriving: lines(&today.arriving),
            leaving: lines(&today.leaving),
            needs_you: today.needs.iter().map(|need| AttentionView::new(need, &show)).collect(),
            capacity: today.capacity.iter().map(CapacityView::new).collect(),
            week: CalendarView::new(&today.week, at),
            more_doors: today.more_doors,
        }
    }
}

impl LockClockView {
    fn new(zone: &Zone, at: &TimeContext<'_>) -> Self {
        let clock = ClockView::new(zone.name(), zone.clock(), at);
        Self { clock, apart: sentence::today::clocks_apart(minutes_ahead(zone.clock(), at)) }
    }
}

/// How far a clock is now ahead of this computer's, in minutes.
fn minutes_ahead(clock: &TimeZone, at: &TimeContext<'_>) -> i64 {
    let now = at.best_time();
    i64::from(clock.to_offset(now).seconds() - at.here.to_offset(now).seconds()) / 60
}

impl ClockView {
    pub fn new(zone: &str, clock: &TimeZone, at: &TimeContext<'_>) -> Self {
        let now = at.best_time();
        let offset = written_with_offset(now, clock.to_offset(now));
        Self {
            place: zone.rsplit('/').next().unwrap_or_default().replace('_', " "),
            zone: zone.to_owned(),
            civil: clock.to_datetime(now).strftime("%Y-%m-%dT%H:%M").to_string(),
            offset: offset.get(offset.len().saturating_sub(6)..).unwrap_or_default().to_owned(),
        }
    }
}

impl StayLineView {
    fn new(guest: &Guest, show: &Show<'_>) -> Self {
        let mut view = Self {
            door_id: guest.door.to_string(),
            door: clean(&guest.name),
            label: String::new(),
            at: written_civil(guest.civil),
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
        let (kind, level, action) = kind_of(need);
        let mut view = Self {
            kind,
            level,
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

fn kind_of(need: &Attention) -> (AttentionKind, Level, AttentionAction) {
    match need {
        // The host confirms a probable code where it is shown in full.
        Attention::NotKnown { probable: 1.., .. } => (AttentionKind::NotKnown, Level::Fail, AttentionAction::OpenCode),
        Attention::NotKnown { .. } => (AttentionKind::NotKnown, Level::Fail, AttentionAction::Look),
        Attention::PerhapsSame(_) => (AttentionKind::PerhapsSame, Level::Warn, AttentionAction::SayIfSame),
        Attention::Gone(_) => (AttentionKind::Gone, Level::Fail, AttentionAction::OpenCode),
        Attention::NoCode(_) => (AttentionKind::NoCode, Level::Fail, AttentionAction::Issue),
        Attention::Failed(_) => (AttentionKind::Failed, Level::Fail, AttentionAction::OpenCode),
        Attention::SecondCode(_) => (AttentionKind::SecondCode, Level::Warn, AttentionAction::OpenCode),
        Attention::Differs(_) => (AttentionKind::Differs, Level::Warn, AttentionAction::OpenCode),
        Attention::NotIssued(entry) if entry.code.state == State::Refused => {
            (AttentionKind::Refused, Level::Warn, AttentionAction::OpenCode)
        }
        Attention::NotIssued(_) => (AttentionKind::NotSent, Level::Warn, AttentionAction::OpenCode),
        Attention::Door { .. } => (AttentionKind::Door, Level::Warn, AttentionAction::OpenReadiness),
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
