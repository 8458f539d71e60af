//! The host's request, and the results of issuing.

use domain::code::CodeEntry;
use domain::ids::{DeviceId, SlotId};
use domain::promise::Promise;

use super::accepted::Accepted;
use super::objection::Objection;
use crate::door::preview::StayQuery;

/// A code that the host asks for.
#[derive(Clone, Debug)]
pub struct IssueOrder {
    pub door: DeviceId,
    pub stay: StayQuery,
    /// The slot that the host chose; else the first candidate.
    pub slot: Option<SlotId>,
    pub label: Option<String>,
    /// The host's key for the stay, such as a booking's id.
    pub stay_key: Option<String>,
    /// The host's acceptance of the risks that were, or would be, named.
    pub accepted: Accepted,
    /// The host wants another code although the first attempt is not known, and knows the cost.
    pub another: bool,
    /// The promise that the host was shown: if the door now gives something else, nothing is sent.
    pub expected: Option<Box<Promise>>,
    /// The recorded stay that the code is for.
    pub recorded_stay: Option<i64>,
}

/// The result of asking for a code.
#[derive(Debug)]
pub enum Issued {
    /// The stay's code or attempt, in whatever state. `created`: this call sent the request.
    Code { entry: Box<CodeEntry>, created: bool },
    /// Latchbook said no; nothing was recorded or sent.
    Objected(Box<Objection>),
    /// Seam answered, but the answer could not be recorded: the host must write down what is here.
    Unrecorded { entry: Box<CodeEntry>, answer: Box<domain::reading::CreateOutcome>, why: store::Error },
}

/// The decision of the plan.
pub(super) enum IssuePlan {
    New(Box<CodeEntry>),
    Existing(Box<CodeEntry>),
    Objected(Box<Objection>),
}
