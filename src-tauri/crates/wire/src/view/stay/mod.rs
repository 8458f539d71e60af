//! A stay before and beside its code: the preview, the draft of the window, and Today.

mod draft;
mod objection;
mod preview;
mod today;

pub use draft::{CapacityView, DraftRequest, DraftView, SlotChipView};
pub use objection::{ObjectionView, RiskView};
pub use preview::{
    CandidateView, DisagreementView, NearestView, NoteView, OpinionView, PreviewView, RefusalView, RefusedView,
};
pub use today::{
    AttentionAction, AttentionKind, AttentionView, ClockView, NotedStayView, PlannedStayView, StayLineView, TodayView,
};
