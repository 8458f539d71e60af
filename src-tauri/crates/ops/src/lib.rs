//! The app's operations: sync, preview, issue, look, follow, audit, review.
//!
//! Owns: the order of steps, the traits for what it needs from outside (`SeamApi`, `Clock`), and the rules that join
//! facts of the record with facts of Seam. Refuses: HTTP, sentences for the screen, and any second copy of a rule of
//! `domain`.
//!
//! Folders by verb: `ask` (Seam), `issue`, `show` (the record), `host` (what the host tells it), over `door`.
//!
//! Reading the record does not need a `Latchbook`: `door`, `preview` and `audit` take a reader and the time. Everything
//! that calls Seam or writes is a method of [`Latchbook`].

mod ask;
mod attempt;
mod context;
mod error;
mod failpoints;
mod host;
mod ports;
mod progress;
mod record;
mod show;
mod times;

pub mod door;
pub mod issue;
pub mod process_lock;

pub use ask::{LostSlot, compare, follow, look, sync};
pub use context::{RecordContext, Snapshot, TimeContext};
pub use domain::times::Times;
/// Types that the operations return, so that a caller that shows them needs only this crate.
pub use domain::{
    code::{Code, CodeEntry, Intent},
    code_elsewhere::CodeElsewhere,
    door::{KnownDoor, LockAnswer},
    event::{Event, EventBody, Reading, Secrets},
    note::{DoorTest, Note, Sent},
    recorded_stay::{NewStay, RecordedStay},
    workspace::Workspace,
};
pub use door::{audit, preview, probable, same_lock};
pub use error::Error;
pub use host::{elsewhere, notes, stays};
pub use issue::draft;
pub use ports::{Clock, SeamApi};
pub use progress::{Stage, Step};
pub use record::{Latchbook, Record};
pub use show::{attention, calendar, capacity, codes, detail, door_page, readiness, status, today};
pub use store::{CodeFilter, CodePage, Error as RecordError, Problem, Read, Soundness, Unfit, Write};
pub use times::times;
