//! What the app does: sync, preview, issue, look, follow, audit, review.
//!
//! Owns: the order of things, the traits of what it needs from outside (`SeamApi`, `Clock`), and the rules that join facts
//! of the record with facts of Seam. Refuses: HTTP, sentences for the screen, and any second copy of a rule of `domain`.
//!
//! Reading the record needs no `Latchbook`: `door`, `preview` and `audit` take what can be read and the time. Everything
//! that speaks to Seam or writes hangs on [`Latchbook`].

mod desk;
mod error;
mod host_limit;
mod points;
mod ports;
mod record;
mod redact;
mod times;

pub mod audit;
pub mod calendar;
pub mod capacity;
pub mod codes;
pub mod compare;
pub mod confirm;
pub mod detail;
pub mod door;
pub mod door_page;
pub mod draft;
pub mod issue;
pub mod look;
pub mod needs;
pub mod notes;
pub mod observe;
pub mod owner;
pub mod preview;
pub mod probable;
pub mod put_away;
pub mod readiness;
pub mod recover;
pub mod same_lock;
pub mod status;
pub mod stays;
pub mod sync;
pub mod today;

pub use desk::{At, Desk};
pub use domain::times::Times;
pub use error::Error;
pub use ports::{Clock, SeamApi};
pub use record::{Latchbook, Record};
/// What the operations answer with, of the record: so that whoever shows it needs to know only this crate.
pub use store::{
    AccountRow, CodeEntry, CodeFilter, CodePage, CodeRow, DifferenceText, DoorRow, DoorTestRow, Error as RecordError,
    EventRow, Happening, IntentRow, LockAnswer, NewStay, NoteRow, NoticeText, OutsideCodeRow, Problem, Read, Reading,
    Secrets, Soundness, StayRow, Unfit, WorkspaceRow, Write,
};
pub use times::times;
