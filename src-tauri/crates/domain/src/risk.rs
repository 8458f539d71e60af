//! Risks that the host may have to accept before a code is spent, by kind.

/// An accepted risk, as it is recorded: the first ten stop a code until they are accepted, the last three are only
/// shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskKind {
    OfflineUnknown,
    Scarce,
    SameSlotOverlaps,
    OtherOverlaps,
    TablesDisagree,
    StayChanged,
    FailedBefore,
    GoneBefore,
    PerhapsSameLock,
    PerhapsFull,
    Shift,
    Soon,
    LastFifth,
}
