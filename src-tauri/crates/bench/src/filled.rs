//! Records to measure: doors, intents and the events of codes that were set.

use anyhow::Result;
use domain::code::NewIntent;
use domain::event::{EventBody, Reading, Secrets};
use domain::lifecycle::SetupProgress;
use domain::reading::DoorReading;
use domain::{Pin, RawAnswer};
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::Offset;
use ops::Clock as _;
use runtime::SystemClock;
use store::{Store, Write};
use testkit::{door, now, three_nights, workspace};

const NAMES: [&str; 8] = ["Loft", "Garden House", "Pool House", "Cabin", "Lake View", "Studio", "Barn", "Attic"];

/// Stays of one door over six years.
pub const STAYS: i64 = 120;

/// Days from one stay of a door to its next.
const CYCLE: i64 = 18;

/// The `number`-th stay across `doors` doors. The doors change guests on different days, and the last of [`STAYS`] is
/// around today, so that Today has as much to show on any day that it is measured.
pub fn intent(number: i64, doors: i64) -> Result<NewIntent> {
    let (door, stay_number) = (number % doors, number / doors);
    let name = format!("{} {}", NAMES[usize::try_from(door)? % NAMES.len()], door + 1);
    let days = CYCLE * (stay_number - STAYS + 1) + door % CYCLE - CYCLE / 2;
    let first = today().checked_add(days.days())?;
    Ok(three_nights(&format!("door-{door}"), &name, first))
}

fn today() -> Date {
    Offset::UTC.to_datetime(SystemClock.now()).date()
}

/// The three steps of a code that is answered and confirmed.
pub fn steps(number: i64) -> [(EventBody, Secrets); 3] {
    let sending = EventBody::Sending { owner: "bench".to_owned(), server_at: Some(number) };
    let accepted =
        EventBody::Accepted { access_code_id: format!("code-{number:08}"), request_id: Some(format!("req-{number}")) };
    let reading = Reading {
        progress: SetupProgress::Ready.into(),
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
    [(sending, Secrets::default()), (accepted, Secrets::default()), (EventBody::Read(Box::new(reading)), secrets)]
}

/// Fills a record with `codes` codes on `doors` doors, four events each.
pub fn fill(store: &mut Store, codes: i64, doors: i64) -> Result<()> {
    store.write(|write| {
        put_doors(write, doors)?;
        for number in 0..codes {
            let intent = write.record_intent(&intent(number, doors)?, "bench", Vec::new(), now())?;
            for (body, secrets) in steps(number) {
                write.append(intent.id, &body, &secrets, now())?;
            }
        }
        anyhow::Ok(())
    })
}

pub fn put_doors(write: &Write<'_>, doors: i64) -> Result<()> {
    write.put_workspace(&workspace(), now())?;
    for number in 0..doors {
        let NewIntent { device_id, door_name, .. } = intent(number, doors)?;
        let door = DoorReading { slots: Vec::new(), limit: Some(50), ..door(device_id.as_str(), &door_name) };
        write.put_door(&door, now())?;
    }
    Ok(())
}
