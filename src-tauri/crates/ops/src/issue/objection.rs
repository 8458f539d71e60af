//! Why Latchbook does not send, and the risks that the host can accept.

use domain::code::CodeEntry;
use domain::ids::SlotId;
use domain::promise::Promise;
use domain::readiness::Finding;
use domain::risk::RiskKind;
use jiff::Timestamp;

use crate::door::preview::Disagreement;

/// Why Latchbook does not send.
#[derive(Clone, Debug)]
pub enum Objection {
    /// The door is gone, blocked or cannot make offline codes: the findings that fail.
    NotReady(Vec<Finding>),
    /// No slot gives a window; a preview of the stay says why.
    NoSlot,
    /// The chosen slot is not among the candidates.
    SlotNotOffered(SlotId),
    /// The door gives something different from what the host was shown.
    SlotChanged { expected: Box<Promise>, now: Option<Box<Promise>> },
    /// The window is already over.
    Over { ends_at: Timestamp },
    /// Every place of the door is taken.
    Full { used: u32, limit: u32, next_free: Option<Timestamp> },
    /// The host must accept these first.
    NeedsYes(Vec<Risk>),
    /// Another attempt cannot be chosen yet.
    TooEarlyForAnother { entry: Box<CodeEntry> },
    /// Another computer has issued a code for this stay, and its slot is gone from the door, so they cannot be
    /// compared.
    IssuedElsewhere { access_code_id: String },
    /// A stay has 99 attempts.
    TooManyAttempts,
}

/// Something that may go wrong, which the host can accept.
#[derive(Clone, Debug)]
pub enum Risk {
    /// Seam does not say whether the door can make offline codes.
    OfflineUnknown,
    /// Few places are left.
    Scarce { left: u32 },
    /// A code of the same slot overlaps: a second code of a level may void the first.
    SameSlotOverlaps { label: Option<String>, starts_at: Option<Timestamp>, ends_at: Option<Timestamp> },
    /// A code of another slot overlaps: perhaps the same stay under another key.
    OtherOverlaps { label: String, starts_at: Timestamp, ends_at: Timestamp },
    /// Two sets of zone tables put an end of the window at different instants.
    TablesDisagree(Vec<Disagreement>),
    /// The same stay key has a code for other times, and that code remains.
    StayChanged(Box<CodeEntry>),
    /// An earlier code for this stay failed, and may still take a place.
    FailedBefore(Box<CodeEntry>),
    /// An earlier code for this stay vanished from Seam.
    GoneBefore(Box<CodeEntry>),
    /// A door that may be the same lock has a code for this stay, or one that shares its time.
    PerhapsSameLock(Box<CodeEntry>),
    /// With the codes of a door that may be the same lock, this one is full.
    PerhapsFull { door: String, used: u32, limit: u32 },
}

impl Risk {
    /// The form that the record keeps.
    pub fn kind(&self) -> RiskKind {
        match self {
            Self::OfflineUnknown => RiskKind::OfflineUnknown,
            Self::Scarce { .. } => RiskKind::Scarce,
            Self::SameSlotOverlaps { .. } => RiskKind::SameSlotOverlaps,
            Self::OtherOverlaps { .. } => RiskKind::OtherOverlaps,
            Self::TablesDisagree(_) => RiskKind::TablesDisagree,
            Self::StayChanged(_) => RiskKind::StayChanged,
            Self::FailedBefore(_) => RiskKind::FailedBefore,
            Self::GoneBefore(_) => RiskKind::GoneBefore,
            Self::PerhapsSameLock(_) => RiskKind::PerhapsSameLock,
            Self::PerhapsFull { .. } => RiskKind::PerhapsFull,
        }
    }

    /// The word for it, in the record and in JSON.
    pub fn word(&self) -> &'static str {
        self.kind().as_str()
    }

    /// The word, with the code that it is about, if any: accepting one code does not accept another.
    pub fn key(&self) -> String {
        let millis = |at: Option<Timestamp>| at.map_or_else(|| "-".to_owned(), |at| at.as_millisecond().to_string());
        let window = |from, to| format!("{}:{}:{}", self.word(), millis(from), millis(to));
        match self {
            Self::SameSlotOverlaps { starts_at, ends_at, .. } => window(*starts_at, *ends_at),
            Self::OtherOverlaps { starts_at, ends_at, .. } => window(Some(*starts_at), Some(*ends_at)),
            Self::StayChanged(entry)
            | Self::FailedBefore(entry)
            | Self::GoneBefore(entry)
            | Self::PerhapsSameLock(entry) => {
                format!("{}:{}", self.word(), entry.intent.id)
            }
            Self::OfflineUnknown | Self::Scarce { .. } | Self::TablesDisagree(_) | Self::PerhapsFull { .. } => {
                self.word().to_owned()
            }
        }
    }
}
