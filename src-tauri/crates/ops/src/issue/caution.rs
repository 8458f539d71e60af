//! Cautions: each needs a ticked box before a code is spent, although nothing is wrong (docs/design.md, "Checks").
//! Issuing never refuses because of one; a ticked box is recorded.

use domain::instant::wall_millis;
use domain::limit::{Places, Room};
use domain::promise::Promise;
use domain::risk::RiskKind;
use domain::times::Times;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

/// A shift of more than this many minutes needs a box.
const SHIFT: i64 = 15;

/// A code that begins sooner than this needs a box.
const SOON: SignedDuration = SignedDuration::from_mins(30);

/// Something that the host should see before the code is spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The window begins or ends more than a quarter of an hour off: minutes later (positive) or earlier (negative).
    Shift { entry_off: i64, exit_off: i64 },
    /// It begins within half an hour, or has begun.
    Soon { starts_at: Timestamp, has_begun: bool },
    /// The places of the door are down to the last fifth.
    LastFifth { left: u32, limit: u32 },
}

impl Caution {
    /// The form that the record keeps.
    pub fn kind(&self) -> RiskKind {
        match self {
            Self::Shift { .. } => RiskKind::Shift,
            Self::Soon { .. } => RiskKind::Soon,
            Self::LastFifth { .. } => RiskKind::LastFifth,
        }
    }

    /// The word for it, in the record and in JSON.
    pub fn word(&self) -> &'static str {
        self.kind().as_str()
    }
}

/// The cautions of a window at this time.
pub fn cautions(promise: &Promise, places: &Places, times: Times) -> Vec<Caution> {
    let entry_off = minutes_off(promise.stay.arrival(), promise.entry);
    let exit_off = minutes_off(promise.stay.departure(), promise.exit);
    let starts_at = promise.starts_at;
    let is_shift = entry_off.abs() > SHIFT || exit_off.abs() > SHIFT;
    let few = match places.room() {
        Room::Plenty => places.limit.filter(|_| places.is_in_last_fifth()),
        // The last three are a risk of their own; at the limit nothing is sent.
        Room::Unknown | Room::Scarce(_) | Room::Full => None,
    };
    let last = |limit: u32| Caution::LastFifth { left: limit.saturating_sub(places.used()), limit };
    [
        is_shift.then_some(Caution::Shift { entry_off, exit_off }),
        is_soon(starts_at, times).then_some(Caution::Soon { starts_at, has_begun: times.is_past(starts_at) }),
        few.map(|limit| last(limit.count)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether a code with that beginning begins sooner than Seam may need to make it. One that has begun does.
pub fn is_soon(starts_at: Timestamp, times: Times) -> bool {
    starts_at.duration_since(times.latest()) < SOON
}

/// On the wall clock, rounded away from zero, so that a second too many is not nothing.
fn minutes_off(asked: DateTime, given: DateTime) -> i64 {
    let millis = wall_millis(given) - wall_millis(asked);
    let minutes = millis.abs().div_euclid(60_000) + i64::from(millis % 60_000 != 0);
    if millis < 0 { -minutes } else { minutes }
}
