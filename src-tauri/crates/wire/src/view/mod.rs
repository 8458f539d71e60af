//! The views: what a command returns to the terminal and to the window, by subject. Some are only for the window: the
//! requests from the page (`*Request`), and the screens that the command line does not have.
//!
//! Refuses: rules (`ops` and `domain` have them), and anything that would make the page compute with dates: positions,
//! spans and civil times come ready.
//!
//! Times: a *civil* time is `2026-12-03T16:00` on the door's clock unless it says otherwise; a *date* is `2026-12-03`.

mod clocks;
mod code;
mod door;
pub(crate) mod mirror;
mod notice;
mod record;
mod settings;
mod stay;
mod words;

pub use clocks::ClocksView;
pub use code::*;
pub use door::*;
pub use notice::NoticeView;
pub use record::*;
pub use settings::*;
pub use stay::*;
pub use words::{
    ClockChange, CodeState, DifferenceKind, DraftField, EventKind, Friction, Level, LimitSource, NoticeAbout,
    OfflineCapable, Preference, RefusalCode, RefusedReason, Room, Rounding, SameLockReason, Stage, TablesSource, Who,
    ZoneSource,
};
