//! Types that only the window uses: requests from the page (`*Request`) and the views of its screens.
//!
//! Owns: the shapes of the screens that the command line does not have. Refuses: rules (`ops` and `domain` have them),
//! and anything that would make the page compute with dates: positions, spans and civil times come ready.
//!
//! Times: a *civil* time is `2026-12-03T16:00` on the door's clock unless it says otherwise; a *date* is `2026-12-03`.

mod calendar;
mod detail;
mod draft;
mod issue;
mod ledger;
mod readiness;
mod settings;
mod status;
mod today;

pub use calendar::{BarKind, BarView, CalendarDayView, CalendarDoorView, CalendarRequest, CalendarView};
pub use detail::{
    CodeDetailView, CompareCodeView, CompareDoorView, CompareView, DoorPageView, NoteEntryView, OutsideCodeView,
};
pub use draft::{CapacityView, DraftRequest, DraftView, SlotChipView};
pub use issue::{IssueRequest, IssuedView, ShownView, StageEvent};
pub use ledger::{CodeLineView, CodeLinesView, CodesRequest, ExportFormat};
pub use readiness::{DoorTestView, ReadinessDoorView, ReadinessView, WishView};
pub use settings::{
    ClockStyle, Density, Language, MessageTemplateView, NotificationsView, QuietHoursView, SettingsView, Theme,
};
pub use status::{
    AboutView, Changed, ChangedEvent, Folder, Job, KeyState, MenuEvent, Mode, ProgressEvent, ReleaseView, StatusView,
    UpdateView,
};
pub use today::{
    ClockView, LockClockView, NeedAction, NeedKind, NeedView, NotedStayView, PlannedStayView, StayLineView, TodayView,
};
