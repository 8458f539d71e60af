//! Doors as they are stored (docs/design.md, "Command line": `doors`).

mod audit;
mod calendar;
mod limits;
mod readiness;
mod slot;

use domain::limit::Places;
use domain::readiness::{Check, Finding, Level as Found, What};
use domain::reading::Notice;
use domain::tables::ZoneTables;
use jiff::Timestamp;
use ops::door::Door;
use ops::same_lock::PerhapsSame;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::clean;

use crate::clock::written_utc;
use crate::sentence;
use crate::view::notice::NoticeView;
use crate::view::words::{Level, LimitSource, OfflineCapable, Room, SameLockReason, Who, ZoneSource};

pub use audit::{AuditView, CheckView, DoorAuditView};
pub use calendar::{BarKind, BarView, CalendarDayView, CalendarDoorView, CalendarRequest, CalendarView};
pub use limits::{LimitView, LimitsView};
pub use readiness::{DoorTestView, ReadinessDoorView, ReadinessView, WishView};
pub use slot::{SlotView, SlotsView};

/// Every door of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoorsView {
    pub doors: Vec<DoorView>,
}

/// One door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoorView {
    pub door_id: String,
    pub name: String,
    /// What tells it from another door of its name that Seam lists: its site, else its id.
    pub apart: Option<String>,
    /// The id under which the host says that the lock of this door, which is gone, is known now.
    pub known_as: Option<String>,
    /// Doors that may be the same lock: the host is asked.
    pub perhaps_same: Vec<PerhapsSameView>,
    pub zone: Option<String>,
    pub site: Option<String>,
    pub offline_capable: OfflineCapable,
    /// How many slots it has; `usable_slots` of them can serve a stay.
    pub slots: usize,
    pub usable_slots: usize,
    #[serde(flatten)]
    pub places: PlacesView,
    /// The worst of its checks. `fail`: no code can be made for it.
    pub level: Level,
    /// What the first check of that level found; `null` if all passed.
    pub why: Option<String>,
    pub warnings: Vec<WarningView>,
    pub last_read_at: Option<String>,
    /// `false`: Seam only watches it and makes no codes for it.
    pub managed: bool,
    pub gone: bool,
    pub gone_since: Option<String>,
    pub provider: String,
    pub model: Option<String>,
    pub account: Option<String>,
    pub zone_sources: Vec<ZoneSourceView>,
}

/// Two doors that may be one lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PerhapsSameView {
    /// The door that is gone.
    pub gone_id: String,
    /// The door that Seam lists.
    pub door_id: String,
    pub why: SameLockReason,
    pub message: String,
}

impl PerhapsSameView {
    pub(crate) fn new(pair: &PerhapsSame) -> Self {
        Self {
            gone_id: pair.gone.to_string(),
            door_id: pair.door.to_string(),
            why: pair.why.into(),
            message: sentence::door::perhaps_same(pair),
        }
    }
}

/// How full a door is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlacesView {
    pub live: u32,
    pub in_flight: u32,
    pub elsewhere: u32,
    pub limit: Option<u32>,
    pub limit_source: Option<LimitSource>,
    /// Places taken, at least.
    pub used: u32,
    pub left: Option<u32>,
    pub room: Room,
    /// When the next code ends.
    pub next_free: Option<String>,
}

/// Something about a door that the host should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WarningView {
    /// Seam's code, or a word of ours.
    pub code: String,
    pub message: String,
    pub level: Level,
    pub who: Option<Who>,
    /// Seam's own text, where it is Seam that says so.
    pub said: Option<String>,
}

/// Who names which zone for a door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ZoneSourceView {
    pub source: ZoneSource,
    pub zone: String,
}

impl DoorsView {
    pub fn new(doors: &[Door], tables: &ZoneTables, now: Timestamp) -> Self {
        Self { doors: doors.iter().map(|door| DoorView::new(door, tables, now)).collect() }
    }
}

impl DoorView {
    pub fn new(door: &Door, tables: &ZoneTables, now: Timestamp) -> Self {
        let reading = &door.row.reading;
        let findings = ops::audit::audit(door, tables, now);
        let level = findings.iter().map(|finding| finding.level).max().unwrap_or(Found::Pass);
        let worst = findings.iter().find(|finding| finding.level == level && finding.what != What::Fine);
        let source =
            |named: &domain::zone::NamedZone| ZoneSourceView { source: named.source.into(), zone: clean(&named.name) };
        Self {
            door_id: door.id().to_string(),
            name: clean(door.name()),
            apart: door.apart.as_deref().map(clean),
            known_as: door.successor.as_ref().map(ToString::to_string),
            perhaps_same: door.perhaps.iter().map(PerhapsSameView::new).collect(),
            zone: door.zone.zone.as_ref().map(|zone| zone.name().to_owned()),
            site: reading.site.as_deref().map(clean),
            offline_capable: reading.offline_capable.into(),
            slots: door.slots.len(),
            usable_slots: door.slots.iter().filter(|slot| slot.times.is_ok()).count(),
            places: PlacesView::new(&door.places),
            level: level.into(),
            why: worst.map(|worst| sentence::finding::finding(worst).message),
            warnings: warnings(door, &findings),
            last_read_at: door.row.read_at.map(written_utc),
            managed: reading.is_managed,
            gone: door.row.gone_at.is_some(),
            gone_since: door.row.gone_at.map(written_utc),
            provider: clean(&reading.provider),
            model: reading.model.as_deref().map(clean),
            account: door.account.as_ref().map(|account| clean(&account.name)),
            zone_sources: door.zone.named.iter().map(source).collect(),
        }
    }
}

/// The problems that Seam reports for the account and the door, and the audit findings that have no column.
fn warnings(door: &Door, findings: &[Finding]) -> Vec<WarningView> {
    let (account_errors, account_warnings) = door.account_notices();
    let reading = &door.row.reading;
    let view = |level: Level| move |notice: &Notice| said(NoticeView::new(notice, level));
    let errors = account_errors.iter().chain(&reading.errors).map(view(Level::Fail));
    let warnings = account_warnings.iter().chain(&reading.warnings).map(view(Level::Warn));
    // Seam only watching the door explains the rest.
    let (first, last): (Vec<_>, Vec<_>) =
        findings.iter().filter(|finding| stands_alone(finding)).partition(|finding| finding.check == Check::Present);
    let told = |findings: Vec<&Finding>| findings.into_iter().map(found).collect::<Vec<_>>();
    told(first).into_iter().chain(errors).chain(warnings).chain(one_lock(door)).chain(told(last)).collect()
}

/// That another door may be, or is, the same lock.
fn one_lock(door: &Door) -> impl Iterator<Item = WarningView> {
    let warning = |code: &str, message| WarningView {
        code: code.to_owned(),
        message,
        level: Level::Warn,
        who: Some(Who::Host),
        said: None,
    };
    let known_as = door.successor.as_ref().map(|id| warning("known_as", sentence::door::known_as(id.as_str())));
    let perhaps = door.perhaps.iter().map(move |pair| warning("perhaps_same_lock", sentence::door::perhaps_same(pair)));
    known_as.into_iter().chain(perhaps)
}

/// Not fine, not from Seam, without a column of its own, and not advice for the readiness page.
fn stands_alone(finding: &Finding) -> bool {
    match finding.check {
        Check::Present => finding.what == What::NotManaged,
        Check::Capacity => matches!(finding.what, What::OddLimit(_)),
        Check::Account | Check::DoorNotices | Check::Freshness | Check::Slot24Hours => false,
        Check::OfflineCodes | Check::Zone | Check::ZoneData | Check::Slots | Check::SlotTimes => {
            finding.what != What::Fine
        }
    }
}

fn found(finding: &Finding) -> WarningView {
    WarningView {
        code: sentence::finding::code(&finding.what).to_owned(),
        message: sentence::finding::finding(finding).join(),
        level: finding.level.into(),
        who: finding.who.map(Who::from),
        said: None,
    }
}

fn said(notice: NoticeView) -> WarningView {
    let NoticeView { code, level, message, said, who, .. } = notice;
    WarningView { code, message, level, who, said: Some(said) }
}

impl PlacesView {
    pub(crate) fn new(places: &Places) -> Self {
        let limit = places.limit;
        Self {
            live: places.live,
            in_flight: places.in_flight,
            elsewhere: places.elsewhere,
            limit: limit.map(|limit| limit.count),
            limit_source: limit.map(|limit| limit.source.into()),
            used: places.used(),
            left: limit.map(|limit| limit.count.saturating_sub(places.used())),
            room: places.room().into(),
            next_free: places.next_free.map(written_utc),
        }
    }
}
