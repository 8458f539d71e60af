//! Stays and intents for the record, and records with many of them.

use domain::code::NewIntent;
use domain::event::{EventBody, Reading, Secrets};
use domain::ids::{DeviceId, SlotId};
use domain::lifecycle::SetupProgress;
use domain::marker::{Marker, MarkerBase, StayIdentity, default_label};
use domain::promise::Promise;
use domain::recorded_stay::NewStay;
use domain::stay::{Allowance, Preference, Stay};
use domain::{Pin, RawAnswer};
use jiff::civil::{Date, date};
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan as _};
use store::{Error, Store, Write};

use crate::{door, now, workspace};

/// Three nights at a door, exactly on slot `a`, with Los Angeles's winter offset all year round.
pub fn three_nights(door: &str, name: &str, first: Date) -> NewIntent {
    let (entry, exit) = (first.at(16, 0, 0, 0), first.saturating_add(3.days()).at(10, 0, 0, 0));
    let stay = Stay::new(entry, exit).unwrap();
    let device_id = DeviceId::new(door);
    let identity = StayIdentity { workspace: &workspace().id, device: &device_id, key: None, stay: &stay };
    let offset = Offset::constant(-8);
    NewIntent {
        door_name: name.into(),
        stay_key: None,
        marker: Marker::new(MarkerBase::new(&identity), 1).unwrap(),
        label: default_label(name, &stay),
        promise: Promise {
            stay,
            allowance: Allowance::Hour,
            preference: Preference::Nearest,
            slot_id: SlotId::new("a"),
            slot_name: "Guest 16:00-10:00".into(),
            zone: "America/Los_Angeles".into(),
            tables: "2026f bundled".into(),
            entry,
            exit,
            starts_at: offset.to_timestamp(entry).unwrap(),
            ends_at: offset.to_timestamp(exit).unwrap(),
            sent_from: format!("{entry}-08:00"),
            sent_to: format!("{exit}-08:00"),
            rounds_by_day: false,
        },
        device_id,
    }
}

/// The `n`-th stay at a door, each one a week later.
pub fn intent(door: &str, n: i64) -> NewIntent {
    three_nights(door, &format!("Door {door}"), date(2026, 12, 3).saturating_add((7 * n).days()))
}

/// The same stay, as the host records it.
pub fn stay(door: &str, n: i64) -> NewStay {
    let NewIntent { device_id, marker, promise, .. } = intent(door, n);
    NewStay {
        device_id,
        base: marker.base().clone(),
        stay_key: None,
        label: RawAnswer::new("Smith"),
        stay: promise.stay,
        allowance: promise.allowance,
        preference: promise.preference,
        zone: promise.zone,
        starts_at: promise.starts_at,
        ends_at: promise.ends_at,
    }
}

pub fn sending() -> EventBody {
    EventBody::Sending { owner: "me".into(), server_at: None }
}

pub fn accepted(id: &str) -> EventBody {
    EventBody::Accepted { access_code_id: id.into(), request_id: Some("req".into()) }
}

/// A reading of a set code; a different checksum makes a different reading.
pub fn ready(sum: &str) -> EventBody {
    let reading =
        Reading { progress: SetupProgress::Ready.into(), has_pin: true, sum: sum.into(), ..Reading::default() };
    EventBody::Read(Box::new(reading))
}

pub fn secrets(pin: &str) -> Secrets {
    Secrets { pin: Pin::new(pin), raw: Some(RawAnswer::new(format!("{{\"code\":\"{pin}\"}}"))) }
}

/// Records a code as sent, answered and confirmed, all at one moment.
pub fn put_set_code(write: &Write<'_>, new: &NewIntent, id: &str, pin: &str, at: Timestamp) -> Result<(), Error> {
    let intent = write.record_intent(new, "me", Vec::new(), at)?.id;
    write.append(intent, &sending(), &Secrets::default(), at)?;
    write.append(intent, &accepted(id), &Secrets::default(), at)?;
    write.append(intent, &ready("s"), &secrets(pin), at)?;
    Ok(())
}

/// A record with `count` codes that are set, on five doors; on more if their stays would reach beyond this century.
pub fn fill(store: &mut Store, count: i64) {
    let doors = 5.max(count / 500);
    let filled = store.write(|write| {
        write.put_workspace(&workspace(), now())?;
        for number in 0..doors {
            write.put_door(&door(&format!("d{number}"), &format!("Door d{number}")), now())?;
        }
        for number in 0..count {
            let (new, pin) = (intent(&format!("d{}", number % doors), number / doors), number * 7919 % 1_000_000);
            put_set_code(write, &new, &format!("code-{number}"), &format!("{pin:06}"), now())?;
        }
        Ok::<_, Error>(())
    });
    filled.unwrap();
}
