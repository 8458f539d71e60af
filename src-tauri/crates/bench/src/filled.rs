//! Records to measure: doors, intents and the events of codes that were set.

use anyhow::Result;
use domain::code::NewIntent;
use domain::event::{Happening, Reading, Secrets};
use domain::lifecycle::Progress;
use domain::reading::DoorReading;
use domain::{Pin, RawAnswer};
use jiff::ToSpan as _;
use jiff::civil::date;
use store::{Store, Write};
use testkit::{door, now, three_nights, workspace};

const NAMES: [&str; 8] = ["Loft", "Garden House", "Pool House", "Cabin", "Lake View", "Studio", "Barn", "Attic"];

/// The `number`-th stay across `doors` doors, one after another from 2021 on.
pub fn intent(number: i64, doors: i64) -> Result<NewIntent> {
    let (door, stay_number) = (number % doors, number / doors);
    let name = format!("{} {}", NAMES[usize::try_from(door)? % NAMES.len()], door + 1);
    let first = date(2021, 1, 1).checked_add((18 * stay_number).days())?;
    Ok(three_nights(&format!("door-{door}"), &name, first))
}

/// The three steps of a code that is answered and confirmed.
pub fn steps(number: i64) -> [(Happening, Secrets); 3] {
    let sending = Happening::Sending { owner: "bench".to_owned(), server_at: Some(number) };
    let accepted =
        Happening::Accepted { access_code_id: format!("code-{number:08}"), request_id: Some(format!("req-{number}")) };
    let reading = Reading {
        progress: Progress::Ready.into(),
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
    store.write(|write| {
        put_doors(write, doors)?;
        for number in 0..codes {
            let intent = write.record_intent(&intent(number, doors)?, "bench", Vec::new(), now())?;
            for (happening, secrets) in steps(number) {
                write.append(intent.id, &happening, &secrets, now())?;
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
