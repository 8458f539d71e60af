//! Names, zones and oddities of the simulated doors.

/// A door of the varied kind: its name, zone and oddity.
pub struct Sketch {
    pub name: &'static str,
    pub zone: &'static str,
    /// The zone that its slots name, if it differs.
    pub slot_zone: Option<&'static str>,
    pub quirk: Quirk,
}

/// A door's oddity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quirk {
    Ordinary,
    ExtPrefix,
    NoLocation,
    NoSlots,
    Full,
    Iho,
    CapabilityMissing,
    MixedForms,
    OffsetsOnly,
    NotOffline,
    LimitUntold,
    ZoneUntold,
}

pub const SKETCHES: [Sketch; 14] = [
    sketch("Loft", "America/Los_Angeles", None, Quirk::Ordinary),
    sketch("Garden House", "America/New_York", None, Quirk::ExtPrefix),
    sketch("Pool House", "America/Phoenix", None, Quirk::NoLocation),
    sketch("Cabin 2", "America/Denver", None, Quirk::NoSlots),
    sketch("Harbour Flat", "Europe/London", None, Quirk::Full),
    sketch("Beach Cottage", "Pacific/Honolulu", None, Quirk::Iho),
    sketch("Cabin 1", "America/Denver", None, Quirk::CapabilityMissing),
    sketch("Boathouse", "America/Chicago", Some("America/Denver"), Quirk::MixedForms),
    sketch("Studio", "America/Los_Angeles", Some("PST8PDT"), Quirk::LimitUntold),
    sketch("Fisherman's House", "America/St_Johns", None, Quirk::MixedForms),
    sketch("Lake House", "America/Edmonton", None, Quirk::NotOffline),
    sketch("Carriage House", "America/Vancouver", None, Quirk::ZoneUntold),
    sketch("Vineyard Barn", "Australia/Lord_Howe", None, Quirk::OffsetsOnly),
    sketch("Attic", "Europe/Berlin", None, Quirk::Ordinary),
];

const fn sketch(name: &'static str, zone: &'static str, slot_zone: Option<&'static str>, quirk: Quirk) -> Sketch {
    Sketch { name, zone, slot_zone, quirk }
}

pub const ZONES: [&str; 8] = [
    "America/Los_Angeles",
    "America/New_York",
    "America/Phoenix",
    "Pacific/Honolulu",
    "America/St_Johns",
    "America/Denver",
    "Europe/London",
    "America/Chicago",
];

/// Name, check-in and check-out. The name also decides the slot's flags.
pub const SLOTS: [(&str, [i8; 2], [i8; 2]); 8] = [
    ("Guest Standard 4pm-10am", [16, 0], [10, 0]),
    ("24h noon", [12, 0], [12, 0]),
    ("Guest RCI D 7am-7pm", [7, 0], [19, 0]),
    ("Late 6pm-11am", [18, 0], [11, 0]),
    ("Biweekly staff", [8, 0], [17, 0]),
    ("One shot", [9, 0], [21, 0]),
    ("Owner master", [0, 0], [23, 59]),
    ("Midnight", [0, 0], [0, 0]),
];
