//! Audit findings, each with its sentence and its remedy.

use domain::readiness::{Check, Finding, Level, What, Who};
use domain::reading::About;
use domain::slot::{self, SlotFacts};
use jiff::civil::date;
use testkit::{at, notice, now, tables};
use wire::{AuditView, CheckView, DoorView, SlotsView};

use crate::build::{door, facts};
use crate::sentences::{differ, hold};

fn found(what: What) -> CheckView {
    CheckView::new(&Finding { check: Check::Slots, level: Level::Warn, who: Some(Who::Host), what })
}

pub fn all_findings() -> Vec<What> {
    let when = at("2026-11-01T08:00:00Z");
    vec![
        What::GoneSince(when),
        What::NotManaged,
        What::Said(vec![notice("subscription_required", "Pay", About::Device)]),
        What::OfflineUnknown,
        What::OfflineNo,
        What::ZoneMissing,
        What::ZoneUnknown("Mars/Olympus".to_owned()),
        What::ZonesDisagree(vec!["America/Denver".to_owned(), "America/Phoenix".to_owned()]),
        What::TablesDisagree(when),
        What::NoSlots,
        What::NoUsableSlot,
        What::UnusableSlots(2),
        What::FramesDiffer,
        What::No24HourSlot,
        What::NoLimit,
        What::OddLimit("4294967296".into()),
        What::PlacesLeft(3),
        What::Full(None),
        What::Full(Some(date(2026, 12, 2).at(10, 0, 0, 0))),
        What::NeverRead,
        What::ReadLongAgo(when),
        What::ReadAhead(when),
    ]
}

#[test]
fn every_finding_says_how_to_fix_it() {
    let told: Vec<CheckView> = all_findings().into_iter().map(found).collect();
    hold("a cure", &told.iter().map(|check| check.mend.clone().unwrap_or_default()).collect::<Vec<_>>());
    for check in &told {
        assert!(check.message.len() > 20, "what was found is told: {check:?}");
    }
}

#[test]
fn a_passed_check_needs_no_fix() {
    for check in Check::ALL {
        let view = CheckView::new(&Finding { check: *check, level: Level::Pass, who: None, what: What::Fine });
        assert_eq!(view.mend, None, "{check:?} passes");
        assert!(view.message.ends_with('.'), "and says so: {}", view.message);
    }
}

#[test]
fn the_advice_on_24_hour_slots_names_the_cost() {
    let mend = found(What::No24HourSlot).mend.unwrap();
    for part in ["24 hours", "rounding by a day", "reprogramming all locks", "collect all changes", "30 minutes"] {
        assert!(mend.contains(part), "the advice speaks of {part}: {mend}");
    }
}

/// Seam's codes that are known here, one of each meaning, and one that is not.
pub const KNOWN: [&str; 32] = [
    "account_disconnected",
    "dormakaba_sites_disconnected",
    "dormakaba_sites_unapproved",
    "setup_required",
    "provider_service_unavailable",
    "device_removed",
    "device_offline",
    "unreliable_online_status",
    "insufficient_permissions",
    "subscription_required",
    "missing_device_credentials",
    "max_access_codes_reached",
    "time_zone_unknown",
    "time_zone_mismatch",
    "scheduled_maintenance_window",
    "third_party_integration_detected",
    "dormakaba_oracode_no_valid_user_level",
    "provider_issue",
    "no_space_for_access_code_on_device",
    "duplicate_code_on_device",
    "failed_to_set_on_device",
    "failed_to_update",
    "conflicting_external_modification",
    "access_code_inactive",
    "code_constraints_violated",
    "delay_in_setting_on_device",
    "being_deleted",
    "management_transferred",
    "code_rotates_periodically",
    "time_frame_adjusted_for_unknown_time_zone",
    "unknown_issue_with_access_code",
    "something_new",
];

#[test]
fn known_notices_are_worded_and_unknown_ones_quoted() {
    let known = KNOWN;
    let mut door = door();
    door.row.reading.warnings = known.map(|code| notice(code, "Raw text", About::Device)).to_vec();
    let view = DoorView::new(&door, &tables(), now());
    let told: Vec<_> = view.warnings.iter().filter(|warning| warning.said.is_some()).collect();
    assert_eq!(told.len(), known.len(), "each notice is told");
    hold("a notice", &told.iter().map(|warning| warning.message.clone()).collect::<Vec<_>>());
    let new = told.last().unwrap();
    assert!(new.message.contains("Raw text") && new.message.contains("something_new"), "shown raw: {}", new.message);
    assert!(told.iter().all(|warning| warning.who.is_some()), "each has somebody who mends it");
}

#[test]
fn an_audit_has_every_check_of_every_door() {
    let view = AuditView::new(&[door()], &tables(), now());
    assert_eq!(view.doors[0].checks.len(), Check::ALL.len(), "passed or not");
    assert!(view.doors[0].ready, "a warning does not stop a door");
}

#[test]
fn every_slot_that_serves_no_stay_says_why() {
    let mut door = door();
    let bad = vec![
        SlotFacts { is_master: true, ..facts("m", "M", "00:00", "23:59") },
        SlotFacts { is_one_shot: true, ..facts("o", "O", "00:00", "23:59") },
        facts("in", "In", "noon", "10:00"),
        facts("out", "Out", "16:00", "late"),
        facts("zone", "Zone", "16:00[PST]", "10:00[PST]"),
        facts("zone", "Twice", "16:00", "10:00"),
    ];
    door.slots = slot::read(bad, &tables());
    let view = SlotsView::new(&door);
    let reasons: Vec<String> = view
        .slots
        .iter()
        .map(|slot| slot.reason.as_ref().map_or(String::new(), |reason| reason.message.clone()))
        .collect();
    differ("an unusable slot", &reasons);
    assert!(view.message.is_some_and(|message| message.contains("installer")), "the door needs a guest slot");
}

#[test]
fn a_door_that_seam_only_watches_says_what_to_switch_on_and_blames_nobody() {
    let mut watched = door();
    watched.row.reading.is_managed = false;
    watched.slots.clear();
    let view = DoorView::new(&watched, &tables(), now());
    assert!(!view.managed && DoorView::new(&door(), &tables(), now()).managed, "a program can tell");
    let warning = &view.warnings[0];
    let ours = view.warnings.iter().filter(|warning| warning.said.is_none()).count();
    assert_eq!(ours, 1, "one thing to know beside what Seam says: {:?}", view.warnings);
    assert_eq!((warning.code.as_str(), warning.who), ("not_managed", Some(wire::Who::Host)), "what, and who");
    let said = [Some(warning.message.clone()), SlotsView::new(&watched).message];
    for said in said.into_iter().flatten() {
        assert!(said.contains("switch it to managed") && !said.contains("installer"), "what to do: {said}");
    }
    let audit = AuditView::new(&[watched], &tables(), now());
    let failing: Vec<_> = audit.doors[0].checks.iter().filter(|check| check.level == wire::Level::Fail).collect();
    assert!(!audit.doors[0].ready && failing.len() == 1, "not ready, for this one reason: {failing:?}");
}

#[test]
fn a_door_that_is_gone_may_come_back_under_another_id() {
    for told in [found(What::GoneSince(at("2026-11-01T08:00:00Z"))), said_of("device_removed")] {
        let mend = told.mend.unwrap();
        assert!(mend.contains("under a new id") && mend.contains("places on the lock"), "the price is told: {mend}");
    }
}

fn said_of(code: &str) -> CheckView {
    found(What::Said(vec![notice(code, "Raw text", About::Device)]))
}
