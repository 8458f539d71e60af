//! The word for each choice: the same in the ledger, in JSON and on the command line.

macro_rules! words {
    ($name:ty { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every choice, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// Reads the word; `None` for any other text.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.as_str() == word)
            }
        }
    };
}

words!(crate::lifecycle::State {
    Intent = "intent",
    Sending = "sending",
    NotSent = "not_sent",
    Refused = "refused",
    Unknown = "unknown",
    Accepted = "accepted",
    Setting = "setting",
    Set = "set",
    Failed = "failed",
    Gone = "gone",
    Ended = "ended",
});

words!(crate::lifecycle::Progress { Waiting = "waiting", Setting = "setting", Ready = "ready", Failed = "failed" });

words!(crate::stay::Allowance { Hour = "1h", Day = "1d" });

words!(crate::stay::Preference { Nearest = "nearest", Cover = "cover" });

words!(crate::reading::Capability { Yes = "yes", No = "no", Unknown = "unknown" });

words!(crate::reading::About { Code = "code", Device = "device", Account = "account", Unsaid = "unsaid" });

words!(crate::limit::LimitSource { Seam = "seam", Host = "host" });

words!(crate::instant::Dst { Gap = "gap", Fold = "fold" });

words!(crate::zone::ZoneSource {
    Metadata = "metadata",
    Slots = "slots",
    Location = "location",
    LocationOld = "location_old",
});

words!(crate::readiness::Level { Pass = "pass", Warn = "warn", Fail = "fail" });

words!(crate::readiness::Who { Host = "host", Installer = "installer", Seam = "seam", Dormakaba = "dormakaba" });

words!(crate::readiness::Check {
    Present = "present",
    Account = "account",
    DoorNotices = "door_notices",
    OfflineCodes = "offline_codes",
    Zone = "zone",
    ZoneData = "zone_data",
    Slots = "slots",
    SlotTimes = "slot_times",
    Slot24Hours = "slot_24_hours",
    Capacity = "capacity",
    Freshness = "freshness",
});
