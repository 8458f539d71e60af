//! Failures that stop an operation, by cause. A refusal by the rules is a value of the result, not an error.

use domain::ids::{IntentId, WorkspaceId};
use domain::reading::{ReadError, WorkspaceReading};
use domain::stay::StayFault;
use domain::workspace::Workspace;
use domain::zone::ZoneFault;

/// Why an operation could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Record(#[from] store::Error),
    /// The record refused a step that comes before the request, so the request was not sent.
    #[error("nothing was sent: {0}")]
    BeforeSending(#[source] store::Error),
    /// The record is damaged: nothing may be spent before it is sound again.
    #[error("the record is not sound: {0}")]
    Unsound(store::Problem),
    #[error(transparent)]
    Seam(#[from] ReadError),
    #[error("no door is called “{0}”")]
    NoSuchDoor(String),
    #[error("more than one door is called “{asked}”: {}", names.join(", "))]
    AmbiguousDoor { asked: String, names: Vec<String> },
    #[error("no code has the number {0}")]
    NoSuchCode(String),
    #[error("{0} is not among the codes that are probably this one")]
    NotProbable(String),
    #[error("Seam lists “{0}”: it is not gone")]
    NotGone(String),
    #[error("Seam no longer lists “{0}”")]
    DoorGone(String),
    #[error("no code made elsewhere at this door has the id {0}")]
    NoCodeElsewhere(String),
    #[error("{0} is listed, or ends by itself: it keeps its place")]
    NotPutAway(String),
    #[error("no recorded stay has the number {0}")]
    NoSuchStay(i64),
    #[error("the recorded stay {0} has its code")]
    StayHasCode(i64),
    /// The door cannot issue, and Seam does not say what it lacks.
    #[error("Seam only watches this door")]
    NotDescribed,
    /// The door cannot issue.
    #[error("the time zone of the door is not known")]
    NoZone(ZoneFault),
    #[error(transparent)]
    Stay(#[from] StayFault),
    #[error("“{0}” is not a date and time; write 2026-12-03T15:45")]
    BadTime(String),
    #[error("the key for a stay cannot be empty or hold control characters, and is at most 200 characters long")]
    BadStayKey,
    #[error("this record belongs to another Seam workspace")]
    OtherWorkspace { pinned: String, found: String },
    #[error("nothing has been synced yet")]
    NeverSynced,
    #[error("the work was interrupted")]
    Interrupted,
    #[error("intent {0} is not there any more")]
    Lost(IntentId),
}

impl Error {
    /// Whether the record itself is at fault.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Record(why) | Self::BeforeSending(why) if why.is_damage())
    }

    /// Two workspaces with the same name are told apart by their ids.
    pub(crate) fn other_workspace(pinned: &Workspace, found: &WorkspaceReading) -> Self {
        let called = |name: &str, id: &WorkspaceId| {
            if pinned.name == found.name { format!("{name}, {id}") } else { name.to_owned() }
        };
        Self::OtherWorkspace { pinned: called(&pinned.name, &pinned.id), found: called(&found.name, &found.id) }
    }

    /// The same, if nothing has been sent yet.
    pub(crate) fn before_sending(self) -> Self {
        if let Self::Record(why) = self { Self::BeforeSending(why) } else { self }
    }
}
