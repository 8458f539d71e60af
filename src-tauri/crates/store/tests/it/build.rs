//! Doors, promises and intents to fill a record with, and what lies in its folder.

use std::path::Path;

use domain::ids::{DeviceId, SlotId, WorkspaceId};
use domain::marker::{Marker, MarkerBase, StayIdentity, default_label};
use domain::promise::Promise;
use domain::reading::{Capability, CodeFlags, CodeReading, DoorReading, WorkspaceReading, ZoneNames};
use domain::slot::SlotFacts;
use domain::stay::{Allowance, Preference, Stay};
use domain::{Pin, RawAnswer};
use jiff::civil::date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use store::{FILE_NAME, Happening, NewIntent, NewStay, Reading, Secrets, Store};

pub fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

pub fn workspace() -> WorkspaceReading {
    WorkspaceReading { id: WorkspaceId::new("w1"), name: "Ocean Beach".into(), is_sandbox: true, is_suspended: false }
}

pub fn door(id: &str, name: &str) -> DoorReading {
    let slot = SlotFacts {
        id: SlotId::new("slot-a"),
        name: "Guest 4 PM-10 AM".into(),
        prefix: Some(0),
        check_in: Some("16:00:00[America/Los_Angeles]".into()),
        check_out: Some("10:00:00[America/Los_Angeles]".into()),
        is_24_hour: false,
        is_biweekly: false,
        is_one_shot: false,
        is_master: false,
    };
    DoorReading {
        device_id: DeviceId::new(id),
        account_id: None,
        provider: "dormakaba_oracode".into(),
        name: name.into(),
        model: None,
        site: None,
        oracode_id: None,
        offline_capable: Capability::Yes,
        zones: ZoneNames { metadata: Some("America/Los_Angeles".into()), ..ZoneNames::default() },
        slots: vec![slot],
        time_frames: Vec::new(),
        limit: Some(20),
        odd_limit: None,
        is_managed: true,
        errors: Vec::new(),
        warnings: Vec::new(),
    }
}

/// The `n`-th stay at a door: three nights, every stay another week.
pub fn intent(door: &str, n: i64, attempt: u8) -> NewIntent {
    let first = date(2026, 12, 3).at(16, 0, 0, 0).checked_add(SignedDuration::from_hours(7 * 24 * n)).unwrap();
    let last = first.checked_add(SignedDuration::from_hours(66)).unwrap();
    let stay = Stay::new(first, last).unwrap();
    let offset = Offset::constant(-8);
    let (workspace, device_id) = (WorkspaceId::new("w1"), DeviceId::new(door));
    let base = MarkerBase::of(&StayIdentity { workspace: &workspace, device: &device_id, key: None, stay: &stay });
    NewIntent {
        door_name: format!("Door {door}"),
        stay_key: None,
        marker: Marker::new(base, attempt).unwrap(),
        label: default_label(&format!("Door {door}"), &stay),
        promise: Promise {
            stay,
            allowance: Allowance::Hour,
            preference: Preference::Nearest,
            slot_id: SlotId::new("slot-a"),
            slot_name: "Guest 4 PM-10 AM".into(),
            zone: "America/Los_Angeles".into(),
            tables: "2026f bundled".into(),
            entry: first,
            exit: last,
            starts_at: offset.to_timestamp(first).unwrap(),
            ends_at: offset.to_timestamp(last).unwrap(),
            sent_from: format!("{first}-08:00"),
            sent_to: format!("{last}-08:00"),
            rounds_by_day: false,
        },
        device_id,
    }
}

pub fn sending() -> Happening {
    Happening::Sending { owner: "me".into(), server_at: None }
}

pub fn accepted(id: &str) -> Happening {
    Happening::Accepted { access_code_id: id.into(), request_id: Some("req".into()) }
}

pub fn ready(sum: &str) -> Happening {
    Happening::Read(Box::new(Reading {
        progress: "ready".into(),
        has_pin: true,
        sum: sum.into(),
        ..Reading::default()
    }))
}

pub fn secrets(pin: &str) -> Secrets {
    Secrets { pin: Pin::new(pin), raw: Some(RawAnswer::new(format!("{{\"code\":\"{pin}\"}}"))) }
}

/// A record with `count` codes that are set, on five doors; on more if their stays would reach beyond this century.
pub fn fill(store: &mut Store, count: i64) {
    let doors = 5.max(count / 500);
    store
        .write(|write| {
            write.put_workspace(&workspace(), now())?;
            for number in 0..doors {
                write.put_door(&door(&format!("d{number}"), &format!("Door d{number}")), now())?;
            }
            for number in 0..count {
                let new = intent(&format!("d{}", number % doors), number / doors, 1);
                let row = write.record_intent(&new, "me", Vec::new(), now())?;
                write.append(row.id, &sending(), &Secrets::default(), now())?;
                let id = format!("code-{number}");
                write.append(row.id, &accepted(&id), &Secrets::default(), now())?;
                write.append(row.id, &ready("s"), &secrets(&format!("{:06}", number * 7919 % 1_000_000)), now())?;
            }
            Ok::<_, store::Error>(())
        })
        .unwrap();
}

pub fn outside(id: &str, name: &str) -> CodeReading {
    CodeReading {
        id: domain::ids::AccessCodeId::new(id),
        device_id: Some(DeviceId::new("d0")),
        name: Some(name.into()),
        pin: None,
        starts_at: None,
        ends_at: Some("2026-12-24T00:00:00Z".parse().unwrap()),
        status: Some("set".into()),
        pending: None,
        errors: Vec::new(),
        warnings: Vec::new(),
        slot_id: None,
        slot_name: None,
        flags: CodeFlags::default(),
        is_offline: Some(true),
        is_managed: false,
        created_at: None,
        raw: RawAnswer::new("{}"),
    }
}

/// The same stay, as the host notes it down.
pub fn stay(door: &str, n: i64) -> NewStay {
    let intent = intent(door, n, 1);
    NewStay {
        device_id: intent.device_id,
        base: intent.marker.base().clone(),
        stay_key: None,
        label: RawAnswer::new("Smith"),
        stay: intent.promise.stay,
        allowance: intent.promise.allowance,
        preference: intent.promise.preference,
        zone: intent.promise.zone,
        starts_at: intent.promise.starts_at,
        ends_at: intent.promise.ends_at,
    }
}

/// The files of a folder, in order, but for the lock and what a record has beside it while it is open. Where the last two are
/// closed at once, neither is the one that tidies that up.
pub fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(name).collect();
    let beside = ["latchbook.lock".to_owned(), format!("{FILE_NAME}-wal"), format!("{FILE_NAME}-shm")];
    names.retain(|name| !beside.contains(name));
    names.sort();
    names
}
