//! What an audit found, and how it is mended (design `audit`; the readiness page).

use domain::readiness::{Check, Finding, What};
use domain::reading::Notice;
use jiff::Timestamp;

use super::notice;
use super::wording::{count, list};
use crate::clean::clean;
use crate::clock::written_utc;

/// What was found, and what to do.
pub(crate) struct Told {
    pub message: String,
    /// `None` where nothing needs doing.
    pub mend: Option<String>,
}

impl Told {
    /// Both as one text.
    pub(crate) fn join(self) -> String {
        match self.mend {
            Some(mend) => format!("{} {mend}", self.message),
            None => self.message,
        }
    }

    fn of(message: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { message: message.into(), mend: Some(mend.into()) }
    }
}

/// A word for what was found.
pub(crate) fn code(what: &What) -> &'static str {
    match what {
        What::Fine => "fine",
        What::GoneSince(_) => "gone",
        What::NotManaged => "not_managed",
        What::Said(_) => "said_by_seam",
        What::OfflineUnknown => "offline_unknown",
        What::OfflineNo => "offline_no",
        What::ZoneMissing => "zone_missing",
        What::ZoneUnknown(_) => "zone_unknown",
        What::ZonesDisagree(_) => "zones_disagree",
        What::TablesDisagree(_) => "tables_disagree",
        What::NoSlots => "no_slots",
        What::NoUsableSlot => "no_usable_slot",
        What::UnusableSlots(_) => "unusable_slots",
        What::FramesDiffer => "frames_differ",
        What::No24HourSlot => "no_24_hour_slot",
        What::NoLimit => "no_limit",
        What::PlacesLeft(_) => "places_left",
        What::Full => "full",
        What::NeverRead => "never_read",
        What::ReadLongAgo(_) => "read_long_ago",
    }
}

pub(crate) fn finding(finding: &Finding) -> Told {
    if let What::Said(notices) = &finding.what {
        return said(notices);
    }
    Told { message: message(&finding.what, finding.check), mend: mend(&finding.what).map(str::to_owned) }
}

fn message(what: &What, check: Check) -> String {
    let plain = match what {
        What::Fine => fine(check),
        What::Said(notices) => return said(notices).message,
        What::GoneSince(since) => return format!("Seam no longer lists this door since {}.", written_utc(*since)),
        What::NotManaged => "Seam only watches this door and makes no codes for it.",
        What::OfflineUnknown => "Seam does not say whether this door can make offline codes.",
        What::OfflineNo => "Seam says that this door cannot make offline codes.",
        What::ZoneMissing => "The door's time zone is not known, so nobody can tell when a code would work.",
        What::ZoneUnknown(zone) => return format!("The door's time zone “{}” is in no zone table.", clean(zone)),
        What::ZonesDisagree(zones) => return zones_disagree(zones),
        What::TablesDisagree(first) => {
            return format!("Zone tables disagree on this door's clock, first around {}.", day(*first));
        }
        What::NoSlots => "The door has no slots, so no code can be made for it.",
        What::NoUsableSlot => "None of the door's slots can serve a stay.",
        What::UnusableSlots(slots) => {
            let slots = count(*slots, "slot has", "slots have");
            return format!("{slots} times that cannot be used, and can serve no stay.");
        }
        What::FramesDiffer => "Seam gives the door's times in two lists, and they differ.",
        What::No24HourSlot => "The door has no 24-hour slot, so a stay whose times fit no slot cannot get a code.",
        What::NoLimit => "Nobody says how many codes this lock holds.",
        What::PlacesLeft(left) => return format!("{} left on this lock.", count(*left, "place is", "places are")),
        What::Full => "Every place on this lock is taken.",
        What::NeverRead => "The door was never read completely.",
        What::ReadLongAgo(at) => {
            return format!("The door was last read on {}, more than 24 hours ago.", written_utc(*at));
        }
    };
    plain.to_owned()
}

fn zones_disagree(zones: &[String]) -> String {
    let zones: Vec<String> = zones.iter().take(6).map(|zone| clean(zone)).collect();
    format!("Sources name different time zones for the door: {}. The first is used.", list(&zones))
}

fn mend(what: &What) -> Option<&'static str> {
    let mend = match what {
        What::Fine | What::Said(_) => return None,
        What::GoneSince(_) => {
            "If it should be there, connect the site's account again in Seam, then sync. Its record stays either way."
        }
        What::NotManaged => "Ask Seam to manage the door (in Seam's console: unmanaged devices), then sync.",
        What::OfflineUnknown => {
            "Ask Seam to switch on offline access codes for it. Until Seam says so, issuing needs your yes, and the first \
             code should be tried at the door."
        }
        What::OfflineNo => "Ask Seam to switch on offline access codes for the site, then sync.",
        What::ZoneMissing => "Ask Seam to set the site's time zone, then sync.",
        What::ZoneUnknown(_) => {
            "Ask Seam to correct the site's time zone, then sync; if the zone is new, update Latchbook."
        }
        What::ZonesDisagree(_) => {
            "Check which is right and ask Seam to correct the other: a wrong zone makes codes begin and end at wrong times."
        }
        What::TablesDisagree(_) => {
            "A preview shows both times where it matters, and issuing then needs your yes. Check the lock's own clock; keep \
             Latchbook up to date."
        }
        What::NoSlots => {
            "Ask the installer to set up guest slots, one of them for 24 hours. Seam sees the installer's change after about \
             30 minutes; then sync."
        }
        What::NoUsableSlot => {
            "Ask the installer for a guest slot; master and one-shot levels do not serve. Seam sees the installer's change \
             after about 30 minutes; then sync."
        }
        What::UnusableSlots(_) => {
            "Ask Seam to mend them (the slots show why); the door's other slots are not affected."
        }
        What::FramesDiffer => "Ask Seam which is right; until then check the times of each code when it is made.",
        What::No24HourSlot => {
            "Ask the installer for one guest slot of 24 hours (12:00 to 12:00): with rounding by a day it serves any stay. \
             Adding a slot means re-programming all locks of the site, so gather all wishes first. Seam sees the \
             installer's change after about 30 minutes; then sync."
        }
        What::NoLimit => {
            "Look in the lock's manual or ask the installer, and enter the figure yourself; until then Latchbook cannot warn \
             you."
        }
        What::PlacesLeft(_) => {
            "Issue only what is needed: a code can never be taken back, and its place frees when it ends."
        }
        What::Full => "Wait until a code ends; the limits show when the next one does.",
        What::NeverRead => "Sync before you issue.",
        What::ReadLongAgo(_) => "Sync; slots and codes may have changed since.",
    };
    Some(mend)
}

fn fine(check: Check) -> &'static str {
    match check {
        Check::Present => "The door is at Seam.",
        Check::Account => "Seam reports nothing wrong with the account.",
        Check::DoorNotices => "Seam reports nothing wrong with the door.",
        Check::OfflineCodes => "The door can make offline codes.",
        Check::Zone => "The time zone is known, and all sources agree on it.",
        Check::ZoneData => "All zone tables agree on the coming year.",
        Check::Slots => "The door has slots that can serve a stay.",
        Check::SlotTimes => "The times of all guest slots can be read.",
        Check::Slot24Hours => "The door has a 24-hour slot: with rounding by a day it serves any stay.",
        Check::Capacity => "There is room for more codes.",
        Check::Freshness => "The door was read within the last 24 hours.",
    }
}

fn said(notices: &[Notice]) -> Told {
    let told = notices.iter().take(5).map(|notice| notice::explain(&notice.code).told(notice));
    let (messages, mends): (Vec<String>, Vec<String>) = told.unzip();
    let mut unique: Vec<String> = Vec::new();
    mends.into_iter().for_each(|mend| {
        if !unique.contains(&mend) {
            unique.push(mend);
        }
    });
    Told::of(messages.join(" "), unique.join(" "))
}

fn day(at: Timestamp) -> String {
    at.strftime("%-d %b %Y").to_string()
}
