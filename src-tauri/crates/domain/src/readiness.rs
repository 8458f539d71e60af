//! Whether a door is ready to issue, and who can fix what is missing (docs/design.md, "Command line": `audit`).

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use crate::limit::{Places, Room};
use crate::reading::{About, Capability, Notice};
use crate::slot::{Slot, SlotFault};
use crate::tables::ZoneTables;
use crate::zone::{DoorZone, ZoneFault};

/// One check. The order is that of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    Present,
    Account,
    DoorNotices,
    OfflineCodes,
    Zone,
    ZoneData,
    Slots,
    SlotTimes,
    Slot24Hours,
    Capacity,
    Freshness,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Pass,
    Warn,
    Fail,
}

/// Who can fix it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Host,
    Installer,
    Seam,
    Dormakaba,
}

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub check: Check,
    pub level: Level,
    pub who: Option<Who>,
    pub what: What,
}

/// The finding, with the facts that its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Fine,
    GoneSince(Timestamp),
    NotManaged,
    Said(Vec<Notice>),
    OfflineUnknown,
    OfflineNo,
    ZoneMissing,
    ZoneUnknown(String),
    ZonesDisagree(Vec<String>),
    TablesDisagree(Timestamp),
    NoSlots,
    NoUsableSlot,
    UnusableSlots(u32),
    FramesDiffer,
    No24HourSlot,
    NoLimit,
    /// Seam's figure cannot be true.
    OddLimit(String),
    PlacesLeft(u32),
    /// Until the next place frees, on the door's clock.
    Full(Option<DateTime>),
    NeverRead,
    ReadLongAgo(Timestamp),
    /// Later than the clock shows now: it was set back since.
    ReadAhead(Timestamp),
}

/// Everything known about a door.
#[derive(Clone, Debug)]
pub struct DoorFacts<'a> {
    pub gone_since: Option<Timestamp>,
    pub is_managed: bool,
    pub offline_capable: Capability,
    pub zone: &'a DoorZone,
    pub tables: &'a ZoneTables,
    pub slots: &'a [Slot],
    pub time_frames: &'a [(String, String)],
    pub places: &'a Places,
    /// Seam's limit, if it cannot be true.
    pub odd_limit: Option<&'a str>,
    pub door_errors: &'a [Notice],
    pub door_warnings: &'a [Notice],
    pub account_errors: &'a [Notice],
    pub account_warnings: &'a [Notice],
    pub last_read_at: Option<Timestamp>,
}

/// Checks a door as of `now`. Every check is there, passed or not, in the order of [`Check`]. Seam does not describe a
/// door that it only watches, so slots, zone and limit are checked once it manages the door.
pub fn check(door: &DoorFacts<'_>, now: Timestamp) -> Vec<Finding> {
    let notices_of_account = || notices(Check::Account, door.account_errors, door.account_warnings);
    let notices_of_door =
        || notices(Check::DoorNotices, &told_once(door, door.door_errors), &told_once(door, door.door_warnings));
    if !door.is_managed {
        return vec![present(door), notices_of_account(), notices_of_door(), freshness(door, now)];
    }
    vec![
        present(door),
        notices_of_account(),
        notices_of_door(),
        offline_codes(door),
        zone(door),
        zone_data(door, now),
        slots(door),
        slot_times(door),
        slot_24_hours(door),
        capacity(door),
        freshness(door, now),
    ]
}

/// A door is ready when nothing fails.
pub fn is_ready(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.level != Level::Fail)
}

fn pass(check: Check) -> Finding {
    Finding { check, level: Level::Pass, who: None, what: What::Fine }
}

fn fail(check: Check, who: Who, what: What) -> Finding {
    Finding { check, level: Level::Fail, who: Some(who), what }
}

fn warn(check: Check, who: Who, what: What) -> Finding {
    Finding { check, level: Level::Warn, who: Some(who), what }
}

fn present(door: &DoorFacts<'_>) -> Finding {
    match door.gone_since {
        Some(since) => fail(Check::Present, Who::Host, What::GoneSince(since)),
        None if !door.is_managed => fail(Check::Present, Who::Host, What::NotManaged),
        None => pass(Check::Present),
    }
}

/// Without the finding that the lock is full, which the check of the places has as well.
fn told_once(door: &DoorFacts<'_>, notices: &[Notice]) -> Vec<Notice> {
    let is_full = door.is_managed && door.places.room() == Room::Full;
    notices.iter().filter(|notice| !(is_full && notice.code == "max_access_codes_reached")).cloned().collect()
}

/// Errors fail. A warning fails only if it is known to block every code.
fn notices(check: Check, errors: &[Notice], warnings: &[Notice]) -> Finding {
    let blocks = |notice: &&Notice| notice.code == "dormakaba_sites_unapproved" || notice.code == "setup_required";
    let blocking: Vec<Notice> = errors.iter().chain(warnings.iter().filter(blocks)).cloned().collect();
    if let Some(first) = blocking.first() {
        return fail(check, who_mends(first), What::Said(blocking));
    }
    match warnings.first() {
        Some(first) => warn(check, who_mends(first), What::Said(warnings.to_vec())),
        None => pass(check),
    }
}

/// Who can fix what a notice reports (Seam's guides on Oracode troubleshooting).
pub fn who_mends(notice: &Notice) -> Who {
    match notice.code.as_str() {
        "dormakaba_sites_disconnected" => Who::Dormakaba,
        "account_disconnected"
        | "account_reauthorization_requested"
        | "subscription_required"
        | "missing_device_credentials"
        | "max_access_codes_reached"
        | "device_removed" => Who::Host,
        "device_disconnected" | "device_offline" | "bridge_disconnected" | "unreliable_online_status" => Who::Installer,
        _ if notice.about == About::Account => Who::Seam,
        _ => Who::Seam,
    }
}

fn offline_codes(door: &DoorFacts<'_>) -> Finding {
    match door.offline_capable {
        Capability::Yes => pass(Check::OfflineCodes),
        Capability::Unknown => warn(Check::OfflineCodes, Who::Seam, What::OfflineUnknown),
        Capability::No => fail(Check::OfflineCodes, Who::Seam, What::OfflineNo),
    }
}

fn zone(door: &DoorFacts<'_>) -> Finding {
    let names = || door.zone.named.iter().map(|zone| zone.name.clone()).collect();
    match &door.zone.fault {
        None => pass(Check::Zone),
        Some(ZoneFault::Missing) => fail(Check::Zone, Who::Seam, What::ZoneMissing),
        Some(ZoneFault::Unknown(name)) => fail(Check::Zone, Who::Seam, What::ZoneUnknown(name.clone())),
        Some(ZoneFault::Disagree) => warn(Check::Zone, Who::Seam, What::ZonesDisagree(names())),
    }
}

/// Do the sets of zone tables agree on noon of every tenth day of the coming year?
fn zone_data(door: &DoorFacts<'_>, now: Timestamp) -> Finding {
    let Some(zone) = &door.zone.zone else { return pass(Check::ZoneData) };
    let days = (0..37).filter_map(|tenth| now.checked_add(SignedDuration::from_hours(tenth * 240)).ok());
    let differs = |at: &Timestamp| {
        let noon = zone.clock().to_datetime(*at).date().at(12, 0, 0, 0);
        !door.tables.disagreement(zone, noon).is_empty()
    };
    match days.into_iter().find(differs) {
        Some(first) => warn(Check::ZoneData, Who::Host, What::TablesDisagree(first)),
        None => pass(Check::ZoneData),
    }
}

fn slots(door: &DoorFacts<'_>) -> Finding {
    if door.slots.is_empty() {
        return fail(Check::Slots, Who::Installer, What::NoSlots);
    }
    if door.slots.iter().all(|slot| slot.times.is_err()) {
        return fail(Check::Slots, Who::Installer, What::NoUsableSlot);
    }
    pass(Check::Slots)
}

/// Master and one-shot levels are as they should be; slots that should serve and cannot are a warning.
fn slot_times(door: &DoorFacts<'_>) -> Finding {
    let is_broken = |slot: &&Slot| match &slot.times {
        Ok(_) | Err(SlotFault::Master | SlotFault::OneShot) => false,
        Err(SlotFault::CheckIn(_) | SlotFault::CheckOut(_) | SlotFault::UnknownZone(_) | SlotFault::DuplicateId) => {
            true
        }
    };
    let broken = door.slots.iter().filter(is_broken).count();
    match u32::try_from(broken) {
        Ok(0) if frames_differ(door) => warn(Check::SlotTimes, Who::Seam, What::FramesDiffer),
        Ok(0) => pass(Check::SlotTimes),
        Ok(count) => warn(Check::SlotTimes, Who::Seam, What::UnusableSlots(count)),
        Err(_) => warn(Check::SlotTimes, Who::Seam, What::UnusableSlots(u32::MAX)),
    }
}

/// Seam's provider-neutral list of times, if present, should hold every usable slot's times.
fn frames_differ(door: &DoorFacts<'_>) -> bool {
    let clock = |time: &jiff::civil::Time| time.strftime("%H:%M").to_string();
    let usable = door.slots.iter().filter_map(|slot| slot.times.as_ref().ok());
    let mut pairs = usable.map(|times| (clock(&times.check_in.time), clock(&times.check_out.time)));
    !door.time_frames.is_empty() && pairs.any(|pair| !door.time_frames.contains(&pair))
}

/// A 24-hour slot is what makes the 1 d allowance serve any stay.
fn slot_24_hours(door: &DoorFacts<'_>) -> Finding {
    if door.slots.iter().any(|slot| slot.facts.is_24_hour && slot.times.is_ok()) {
        return pass(Check::Slot24Hours);
    }
    warn(Check::Slot24Hours, Who::Installer, What::No24HourSlot)
}

fn capacity(door: &DoorFacts<'_>) -> Finding {
    match door.places.room() {
        Room::Unknown => {
            let odd = door.odd_limit.map(|odd| What::OddLimit(odd.to_owned()));
            warn(Check::Capacity, Who::Host, odd.unwrap_or(What::NoLimit))
        }
        Room::Full => {
            let clock = |at: Timestamp| door.zone.zone.as_ref().map(|zone| zone.clock().to_datetime(at));
            fail(Check::Capacity, Who::Host, What::Full(door.places.next_free.and_then(clock)))
        }
        Room::Scarce(left) => warn(Check::Capacity, Who::Host, What::PlacesLeft(left)),
        Room::Plenty => few_left(door.places),
    }
}

/// The last fifth of the places is worth a warning.
fn few_left(places: &Places) -> Finding {
    let limit = places.limit.map_or(0, |limit| limit.count);
    let left = limit.saturating_sub(places.used());
    if places.is_in_last_fifth() {
        warn(Check::Capacity, Who::Host, What::PlacesLeft(left))
    } else {
        pass(Check::Capacity)
    }
}

/// How old a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    Fresh,
    /// More than a day.
    Old,
    /// It is ahead of the clock, which was set back since: the truth cannot be known.
    Ahead,
}

/// How old a reading is by the clock that it was dated by.
pub fn age(read_at: Timestamp, now: Timestamp) -> Age {
    let age = now.duration_since(read_at);
    if age > SignedDuration::from_hours(24) {
        Age::Old
    } else if age < SignedDuration::from_mins(-1) {
        Age::Ahead
    } else {
        Age::Fresh
    }
}

fn freshness(door: &DoorFacts<'_>, now: Timestamp) -> Finding {
    match door.last_read_at {
        None => fail(Check::Freshness, Who::Host, What::NeverRead),
        Some(at) => match age(at, now) {
            Age::Fresh => pass(Check::Freshness),
            Age::Old => warn(Check::Freshness, Who::Host, What::ReadLongAgo(at)),
            Age::Ahead => warn(Check::Freshness, Who::Host, What::ReadAhead(at)),
        },
    }
}
