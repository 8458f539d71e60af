//! The views: one JSON document per command, and their parts.

mod audit;
mod card;
mod clocks;
mod code;
mod connect;
mod door;
mod history;
mod limits;
mod look;
pub(crate) mod mirror;
mod notice;
mod objection;
mod preview;
mod record;
mod sheet;
mod slot;
mod stage;
mod sync;
mod words;

pub use audit::{AuditView, CheckView, DoorAuditView};
pub use card::{CardEndView, CardRequest, CardView, NotHandedOut};
pub use clocks::ClocksView;
pub use code::{CodeView, CodesView, DifferenceView, PinShown, ProbableView, PromisedView, Show, StayView};
pub(crate) use code::{civil_window, slot_name};
pub use connect::{ConnectView, DisconnectView};
pub use door::{DoorView, DoorsView, PerhapsSameView, PlacesView, WarningView, ZoneSourceView};
pub use history::{HistoryView, ReasonView};
pub use limits::{LimitView, LimitsView};
pub use look::{LookView, UnreadView};
pub use notice::NoticeView;
pub use objection::{ObjectionView, RiskView};
pub use preview::{
    CandidateView, DisagreementView, NearestView, NoteView, OpinionView, PreviewView, RefusalView, RefusedView,
};
pub use record::{BackupView, RestoreView, UnrecordedView, VerifyView};
pub use sheet::{Imprint, LedgerRowView, LedgerRows, LedgerSheetView, SheetView};
pub use slot::{SlotView, SlotsView};
pub use stage::StageView;
pub use sync::{LostSlotView, SyncView};
pub use words::{
    ClockChange, CodeState, DifferenceKind, DraftField, EventKind, Friction, Level, LimitSource, NoticeAbout,
    OfflineCapable, Preference, RefusalCode, RefusedReason, Room, Rounding, SameLockReason, Stage, TablesSource, Who,
    ZoneSource,
};
