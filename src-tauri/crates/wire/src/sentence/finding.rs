//! Audit findings and their remedies (docs/design.md, "Command line": `audit`).

use domain::readiness::{Check, Finding, What};
use domain::reading::Notice;
use jiff::Timestamp;
use jiff::tz::Offset;
use words::civil::{said, said_day};
use words::{clean, say};

use super::{notice, zone};
use crate::clock::DoorClock;

/// The finding and its remedy.
pub(crate) struct Advice {
    pub message: String,
    /// `None` if nothing needs doing.
    pub mend: Option<String>,
}

impl Advice {
    /// Both as one text.
    pub(crate) fn join(self) -> String {
        match self.mend {
            Some(mend) => format!("{} {mend}", self.message),
            None => self.message,
        }
    }
}

/// A word for the finding.
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
        What::OddLimit(_) => "odd_limit",
        What::PlacesLeft(_) => "places_left",
        What::Full(_) => "full",
        What::NeverRead => "never_read",
        What::ReadLongAgo(_) => "read_long_ago",
        What::ReadAhead(_) => "read_ahead",
    }
}

pub(crate) fn finding(finding: &Finding) -> Advice {
    if let What::Said(notices) = &finding.what {
        return told(notices);
    }
    Advice { message: message(&finding.what, finding.check), mend: mend(&finding.what) }
}

fn message(what: &What, check: Check) -> String {
    match what {
        What::Fine => fine(check),
        What::Said(notices) => told(notices).message,
        What::GoneSince(since) => say!("finding-gone", since = day(*since)),
        What::NotManaged => say!("finding-not-managed"),
        What::OfflineUnknown => say!("finding-offline-unknown"),
        What::OfflineNo => say!("finding-offline-no"),
        What::ZoneMissing => say!("finding-zone-missing"),
        What::ZoneUnknown(zone) => say!("finding-zone-unknown", zone = clean(zone)),
        What::ZonesDisagree(zones) => say!("finding-zones-disagree", zones = zone::names(zones)),
        What::TablesDisagree(first) => say!("finding-tables-disagree", day = day(*first)),
        What::NoSlots => say!("finding-no-slots"),
        What::NoUsableSlot => say!("finding-no-usable-slot"),
        What::UnusableSlots(slots) => say!("finding-unusable-slots", slots = *slots),
        What::FramesDiffer => say!("finding-frames-differ"),
        What::No24HourSlot => say!("finding-no-24-hour-slot"),
        What::NoLimit => say!("finding-no-limit"),
        What::OddLimit(odd) => say!("finding-odd-limit", limit = clean(odd)),
        What::PlacesLeft(left) => say!("finding-places-left", left = *left),
        What::Full(None) => say!("finding-full"),
        What::Full(Some(until)) => say!("finding-full-until", until = said(*until)),
        What::NeverRead => say!("finding-never-read"),
        What::ReadLongAgo(at) => say!("finding-read-long-ago", at = moment(*at)),
        What::ReadAhead(at) => say!("finding-read-ahead", at = moment(*at)),
    }
}

fn mend(what: &What) -> Option<String> {
    let mend = match what {
        What::Fine | What::Said(_) => return None,
        What::GoneSince(_) => say!("finding-gone.mend"),
        What::NotManaged => say!("finding-not-managed.mend"),
        What::OfflineUnknown => say!("finding-offline-unknown.mend"),
        What::OfflineNo => say!("finding-offline-no.mend"),
        What::ZoneMissing => say!("finding-zone-missing.mend"),
        What::ZoneUnknown(_) => say!("finding-zone-unknown.mend"),
        What::ZonesDisagree(_) => say!("finding-zones-disagree.mend"),
        What::TablesDisagree(_) => say!("finding-tables-disagree.mend"),
        What::NoSlots => say!("finding-no-slots.mend"),
        What::NoUsableSlot => say!("finding-no-usable-slot.mend"),
        What::UnusableSlots(_) => say!("finding-unusable-slots.mend"),
        What::FramesDiffer => say!("finding-frames-differ.mend"),
        What::No24HourSlot => say!("finding-no-24-hour-slot.mend"),
        What::NoLimit => say!("finding-no-limit.mend"),
        What::OddLimit(_) => say!("finding-odd-limit.mend"),
        What::PlacesLeft(_) => say!("finding-places-left.mend"),
        What::Full(None) => say!("finding-full.mend"),
        What::Full(Some(_)) => say!("finding-full-until.mend"),
        What::NeverRead => say!("finding-never-read.mend"),
        What::ReadLongAgo(_) => say!("finding-read-long-ago.mend"),
        What::ReadAhead(_) => say!("finding-read-ahead.mend"),
    };
    Some(mend)
}

fn fine(check: Check) -> String {
    match check {
        Check::Present => say!("fine-present"),
        Check::Account => say!("fine-account"),
        Check::DoorNotices => say!("fine-door-notices"),
        Check::OfflineCodes => say!("fine-offline-codes"),
        Check::Zone => say!("fine-zone"),
        Check::ZoneData => say!("fine-zone-data"),
        Check::Slots => say!("fine-slots"),
        Check::SlotTimes => say!("fine-slot-times"),
        Check::Slot24Hours => say!("fine-slot-24-hours"),
        Check::Capacity => say!("fine-capacity"),
        Check::Freshness => say!("fine-freshness"),
    }
}

fn told(notices: &[Notice]) -> Advice {
    let explained = notices.iter().take(5).map(|notice| notice::explain(&notice.code).told(notice));
    let (messages, mends): (Vec<String>, Vec<String>) = explained.unzip();
    let mut unique: Vec<String> = Vec::new();
    mends.into_iter().for_each(|mend| {
        if !unique.contains(&mend) {
            unique.push(mend);
        }
    });
    Advice { message: messages.join(" "), mend: Some(unique.join(" ")) }
}

fn moment(at: Timestamp) -> String {
    DoorClock::new(None).said(at)
}

fn day(at: Timestamp) -> String {
    said_day(Offset::UTC.to_datetime(at).date())
}
