//! The word for each choice: the same in the ledger, in JSON and on the command line.
//!
//! *Compatibility*: words are added, never changed. A word of another version that this one does not know is
//! [`Word::Other`].

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A fixed list of choices, each with its word. [`words!`](crate::words) implements it.
pub trait Words: Copy + 'static {
    /// The word for it.
    fn word(self) -> &'static str;

    /// The choice that a text in the record means: by its word, or by a text that earlier versions wrote for it.
    fn recorded(text: &str) -> Option<Self>;
}

/// A choice as the record has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word<T> {
    Known(T),
    /// Another version's text, kept as it is written.
    Other(String),
}

impl<T: Words> Word<T> {
    /// Reads what the record has.
    pub fn read(text: impl Into<String>) -> Self {
        let text = text.into();
        T::recorded(&text).map_or(Self::Other(text), Self::Known)
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(choice) => choice.word(),
            Self::Other(text) => text,
        }
    }

    /// The choice, if this version knows it.
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(choice) => Some(*choice),
            Self::Other(_) => None,
        }
    }
}

impl<T> From<T> for Word<T> {
    fn from(choice: T) -> Self {
        Self::Known(choice)
    }
}

impl<T: Default> Default for Word<T> {
    fn default() -> Self {
        Self::Known(T::default())
    }
}

impl<T: PartialEq> PartialEq<T> for Word<T> {
    fn eq(&self, choice: &T) -> bool {
        matches!(self, Self::Known(known) if known == choice)
    }
}

impl<T: Words> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de, T: Words> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self::read(String::deserialize(from)?))
    }
}

/// Assigns each choice of an enum its word, and after `|` the texts that earlier versions wrote for it.
#[macro_export]
macro_rules! words {
    ($name:ty { $($variant:ident = $word:literal $(| $old:literal)*),+ $(,)? }) => {
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

        impl $crate::Words for $name {
            fn word(self) -> &'static str {
                self.as_str()
            }

            fn recorded(text: &str) -> Option<Self> {
                match text {
                    $($word $(| $old)* => Some(Self::$variant),)+
                    _ => None,
                }
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

words!(crate::lifecycle::SetupProgress { Waiting = "waiting", Setting = "setting", Ready = "ready", Failed = "failed" });

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

words!(crate::cause::NotSentWhy {
    NameNotFound = "name_not_found",
    ConnectionRefused = "connection_refused",
    ConnectTimedOut = "connect_timed_out" | "connecting took too long",
    NotSecure = "not_secure",
    NoConnection = "no_connection",
    Stopped = "stopped" | "the program stopped while the request was under way",
});

words!(crate::risk::RiskKind {
    OfflineUnknown = "offline_unknown",
    Scarce = "scarce",
    SameSlotOverlaps = "same_slot_overlaps",
    OtherOverlaps = "other_overlaps",
    TablesDisagree = "tables_disagree",
    StayChanged = "stay_changed",
    FailedBefore = "failed_before",
    GoneBefore = "gone_before",
    PerhapsSameLock = "perhaps_same_lock",
    PerhapsFull = "perhaps_full",
    Shift = "shift",
    Soon = "soon",
    LastFifth = "last_fifth",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cause::NotSentWhy;
    use crate::reading::About;

    #[test]
    fn a_word_of_another_version_is_kept() {
        let word: Word<About> = serde_json::from_str(r#""elevator""#).unwrap();
        assert_eq!(word, Word::Other("elevator".to_owned()), "nobody guesses what it means");
        assert_eq!(serde_json::to_string(&word).unwrap(), r#""elevator""#, "and it is written as it was read");
    }

    #[test]
    fn what_an_earlier_version_wrote_is_the_same_choice() {
        let old = Word::<NotSentWhy>::read("connecting took too long");
        assert_eq!(old, NotSentWhy::ConnectTimedOut, "the fact, not its sentence");
        assert_eq!(NotSentWhy::parse("connecting took too long"), None, "nobody types it");
        for choice in NotSentWhy::ALL {
            assert_eq!(Word::read(choice.as_str()), *choice, "its own word is read, too");
        }
    }
}
