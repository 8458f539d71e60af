//! Messages to the people who can fix something, ready to send: one for each, with all doors.

use domain::readiness::{Finding, What, Who};
use domain::slot::{Slot, SlotFault};
use domain::stay::Stay;
use jiff::civil::DateTime;
use ops::door::Door;
use words::{clean, say, some_of};

/// The problems of one door.
pub(crate) struct Lack<'a> {
    pub door: &'a Door,
    pub findings: Vec<&'a Finding>,
}

pub(crate) fn subject(who: Who, doors: usize) -> String {
    match who {
        Who::Installer => say!("wish-subject-installer", doors = doors),
        Who::Seam => say!("wish-subject-seam", doors = doors),
        Who::Dormakaba => say!("wish-subject-dormakaba", doors = doors),
        Who::Host => String::new(),
    }
}

pub(crate) fn text(who: Who, lacks: &[Lack<'_>]) -> String {
    let section = |lack: &Lack<'_>| {
        section(who, lack.door, lack.findings.iter().map(|finding| wish(finding, lack.door)).collect())
    };
    letter(who, &lacks.iter().map(section).collect::<Vec<_>>())
}

/// The request to the installer when no slot of a door fits a stay.
pub(crate) fn slot_for(door: &Door, stay: &Stay) -> String {
    let clock = |civil: DateTime| civil.strftime("%H:%M").to_string();
    let wanted = say!("wish-slot-for-stay", entry = clock(stay.arrival()), exit = clock(stay.departure()));
    letter(Who::Installer, &[section(Who::Installer, door, vec![wanted])])
}

fn letter(who: Who, sections: &[String]) -> String {
    let opening = match who {
        Who::Installer => say!("wish-opening-installer"),
        Who::Seam => say!("wish-opening-seam"),
        Who::Dormakaba => say!("wish-opening-dormakaba"),
        Who::Host => return String::new(),
    };
    let closing = if who == Who::Installer { say!("wish-closing-installer") } else { say!("wish-closing") };
    format!("{opening}\n\n{}\n\n{closing}", sections.join("\n\n"))
}

fn section(who: Who, door: &Door, wishes: Vec<String>) -> String {
    let reading = &door.row.reading;
    let name = clean(door.name());
    let site = reading.site.as_deref().map(clean).filter(|site| !site.is_empty());
    let heading = match (who, site) {
        (Who::Seam, _) => say!("wish-door-seam", door = name, id = clean(reading.device_id.as_str())),
        (_, Some(site)) => say!("wish-door-site", door = name, site = site),
        (_, None) => name,
    };
    let lines = wishes.into_iter().map(|wish| format!("- {wish}"));
    std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\n")
}

/// The slots that should serve but cannot.
fn unreadable(door: &Door) -> String {
    let is_broken = |slot: &&Slot| !matches!(&slot.times, Ok(_) | Err(SlotFault::Master | SlotFault::OneShot));
    let names: Vec<String> = door.slots.iter().filter(is_broken).map(|slot| slot.facts.name.clone()).collect();
    some_of(&names, 6)
}

/// The text for the person who can fix it.
fn wish(finding: &Finding, door: &Door) -> String {
    match &finding.what {
        What::NoSlots => say!("wish-no-slots"),
        What::NoUsableSlot => say!("wish-no-usable-slot"),
        What::No24HourSlot => say!("wish-24-hour-slot"),
        What::OfflineUnknown | What::OfflineNo => say!("wish-offline"),
        What::ZoneMissing => say!("wish-zone-missing"),
        What::ZoneUnknown(zone) => say!("wish-zone-unknown", zone = clean(zone)),
        What::ZonesDisagree(zones) => {
            say!("wish-zones-disagree", zones = some_of(zones, 6))
        }
        What::UnusableSlots(_) => say!("wish-unusable-slots", names = unreadable(door)),
        What::FramesDiffer => say!("wish-frames-differ"),
        What::Said(notices) => {
            let said: Vec<String> =
                notices.iter().map(|notice| format!("{}: {}", clean(&notice.code), clean(&notice.message))).collect();
            say!("wish-said", said = said.join("; "))
        }
        // For the host alone.
        What::Fine
        | What::GoneSince(_)
        | What::NotManaged
        | What::TablesDisagree(_)
        | What::NoLimit
        | What::OddLimit(_)
        | What::PlacesLeft(_)
        | What::Full(_)
        | What::NeverRead
        | What::ReadLongAgo(_)
        | What::ReadAhead(_) => super::finding::finding(finding).join(),
    }
}
