//! Records to measure: doors, intents and the events of codes that were set.

use anyhow::{Context, Result};
use domain::ids::{DeviceId, SlotId, WorkspaceId};
use domain::marker::{Marker, MarkerBase, StayIdentity, default_label};
use domain::promise::Promise;
use domain::reading::{Capability, DoorReading, WorkspaceReading, ZoneNames};
use domain::stay::{Allowance, Preference, Stay};
use domain::{Pin, RawAnswer};
use jiff::civil::date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use store::{Happening, NewIntent, Reading, Secrets, Store, Write};

const NAMES: [&str; 8] = ["Loft", "Garden House", "Pool House", "Cabin", "Lake View", "Studio", "Barn", "Attic"];

/// The moment at which the record is read: most stays are over, some are to come.
pub fn now() -> Result<Timestamp> {
    "2026-11-23T12:00:00Z".parse().context("a moment")
}

/// The `number`-th of `doors` doors' stays, one after another from 2021 on.
pub fn intent(number: i64, doors: i64) -> Result<NewIntent> {
    let (door, stay_number) = (number % doors, number / doors);
    let first = date(2021, 1, 1).at(16, 0, 0, 0).checked_add(SignedDuration::from_hours(stay_number * 18 * 24))?;
    let last = first.checked_add(SignedDuration::from_hours(66))?;
    let stay = Stay::new(first, last)?;
    let device_id = DeviceId::new(format!("door-{door}"));
    let name = format!("{} {}", NAMES[usize::try_from(door)? % NAMES.len()], door + 1);
    let identity = StayIdentity { workspace: &WorkspaceId::new("w"), device: &device_id, key: None, stay: &stay };
    let marker = Marker::new(MarkerBase::of(&identity), 1).context("an attempt")?;
    let offset = Offset::constant(-8);
    let promise = Promise {
        stay,
        allowance: Allowance::Hour,
        preference: Preference::Nearest,
        slot_id: SlotId::new("slot-1"),
        slot_name: "Guest 4 PM-10 AM".to_owned(),
        zone: "America/Los_Angeles".to_owned(),
        tables: "2026f bundled".to_owned(),
        entry: first,
        exit: last,
        starts_at: offset.to_timestamp(first)?,
        ends_at: offset.to_timestamp(last)?,
        sent_from: format!("{first}-08:00"),
        sent_to: format!("{last}-08:00"),
        rounds_by_day: false,
    };
    Ok(NewIntent {
        door_name: name.clone(),
        stay_key: None,
        marker,
        label: default_label(&name, &stay),
        promise,
        device_id,
    })
}

/// The three steps of a code that is answered and confirmed.
pub fn steps(number: i64) -> [(Happening, Secrets); 3] {
    let sending = Happening::Sending { owner: "bench".to_owned(), server_at: Some(number) };
    let accepted =
        Happening::Accepted { access_code_id: format!("code-{number:08}"), request_id: Some(format!("req-{number}")) };
    let reading = Reading {
        progress: "ready".to_owned(),
        status: Some("set".to_owned()),
        has_pin: true,
        sum: format!("{number:016x}"),
        ..Reading::default()
    };
    let pin = format!("{:06}", number * 7_919 % 1_000_000);
    let raw = RawAnswer::new(format!(
        "{{\"access_code_id\":\"code-{number:08}\",\"code\":\"{pin}\",\"status\":\"set\",\"errors\":[]}}"
    ));
    let secrets = Secrets { pin: Pin::new(&pin), raw: Some(raw) };
    [(sending, Secrets::default()), (accepted, Secrets::default()), (Happening::Read(Box::new(reading)), secrets)]
}

/// Fills a record with `codes` codes on `doors` doors, four events each.
pub fn fill(store: &mut Store, codes: i64, doors: i64) -> Result<()> {
    let now = now()?;
    store.write(|write| {
        put_doors(write, doors, now)?;
        for number in 0..codes {
            let intent = write.record_intent(&intent(number, doors)?, "bench", Vec::new(), now)?;
            for (happening, secrets) in steps(number) {
                write.append(intent.id, &happening, &secrets, now)?;
            }
        }
        anyhow::Ok(())
    })
}

pub fn put_doors(write: &Write<'_>, doors: i64, now: Timestamp) -> Result<()> {
    let workspace =
        WorkspaceReading { id: WorkspaceId::new("w"), name: "Bench".to_owned(), is_sandbox: true, is_suspended: false };
    write.put_workspace(&workspace, now)?;
    for number in 0..doors {
        let intent = intent(number, doors)?;
        let zones = ZoneNames { metadata: Some("America/Los_Angeles".to_owned()), ..ZoneNames::default() };
        let door = DoorReading {
            device_id: intent.device_id,
            account_id: None,
            provider: "dormakaba_oracode".to_owned(),
            name: intent.door_name,
            model: None,
            site: None,
            oracode_id: None,
            offline_capable: Capability::Yes,
            zones,
            slots: Vec::new(),
            time_frames: Vec::new(),
            limit: Some(50),
            odd_limit: None,
            is_managed: true,
            errors: Vec::new(),
            warnings: Vec::new(),
        };
        write.put_door(&door, now)?;
    }
    Ok(())
}
