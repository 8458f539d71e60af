//! Issuing exactly one code for a stay (design "Issuing"; the issuing protocol).
//!
//! A complete look at the door first; then intent and checks in one transaction; then the claim to send; then one request;
//! then its outcome. Each is durable before the next begins. Nothing here sends twice.

mod accepted;
mod caution;
mod check;
mod order;
mod plan;
mod send;

use domain::ids::{DeviceId, IntentId, SlotId};
use domain::lifecycle::{State, has_code, stands_in_the_way};
use domain::promise::Promise;
use domain::readiness::Finding;
use jiff::Timestamp;
use store::CodeEntry;

use crate::error::Error;
use crate::points::point;
use crate::ports::{Clock, SeamApi};
use crate::preview::{Disagreement, StayAsked};
use crate::record::Latchbook;

pub use accepted::{Accepted, keys, keys_of};
pub use caution::{Caution, is_soon};
pub use order::{Order, Shown};
pub use send::record_again;

pub(crate) use caution::cautions;
pub(crate) use check::{Case, not_ready};
pub(crate) use plan::{Identity, Way, base, in_the_way, next_attempt};

/// A code that the host asks for.
#[derive(Clone, Debug)]
pub struct IssueAsked {
    pub door: DeviceId,
    pub stay: StayAsked,
    /// The slot that the host chose; else the first candidate.
    pub slot: Option<SlotId>,
    pub label: Option<String>,
    /// The host's key for the stay, such as a booking's id.
    pub stay_key: Option<String>,
    /// What the host accepts of the risks that were, or would be, named.
    pub accepted: Accepted,
    /// The host wants another code although the first attempt is not known, and knows the cost.
    pub another: bool,
    /// What the host was shown: if the door now gives something else, nothing is sent.
    pub expected: Option<Box<Promise>>,
    /// The recorded stay that the code is for.
    pub recorded_stay: Option<i64>,
}

/// What became of asking for a code.
#[derive(Debug)]
pub enum Issued {
    /// The stay's code or attempt, in whatever state. `created`: this call sent the request.
    Code { entry: Box<CodeEntry>, created: bool },
    /// Latchbook said no; nothing was recorded or sent.
    Objected(Box<Objection>),
    /// Seam answered, but the answer could not be recorded: the host must write down what is here.
    Unrecorded { entry: Box<CodeEntry>, answer: Box<domain::reading::CreateOutcome>, why: store::Error },
}

/// Why Latchbook does not send.
#[derive(Clone, Debug)]
pub enum Objection {
    /// The door is gone, blocked or cannot make offline codes: the findings that fail.
    NotReady(Vec<Finding>),
    /// No slot gives a window; a preview of the stay says why.
    NoSlot,
    /// The chosen slot is not among the candidates.
    SlotNotOffered(SlotId),
    /// The door gives something else than the host was shown.
    SlotChanged { expected: Box<Promise>, now: Option<Box<Promise>> },
    /// The window is over already.
    Over { ends_at: Timestamp },
    /// Every place of the door is taken.
    Full { used: u32, limit: u32, next_free: Option<Timestamp> },
    /// The host must accept these first.
    NeedsYes(Vec<Risk>),
    /// Another attempt cannot be chosen yet.
    TooEarlyForAnother { entry: Box<CodeEntry> },
    /// Another computer has issued a code for this stay, and the door no longer has a slot to compare it with.
    IssuedElsewhere { access_code_id: String },
    /// A stay has 99 attempts.
    TooManyAttempts,
}

/// Something that may go wrong, which the host can accept.
#[derive(Clone, Debug)]
pub enum Risk {
    /// Seam does not say whether the door can make offline codes.
    OfflineUnknown,
    /// Few places are left.
    Scarce { left: u32 },
    /// A code of the same slot overlaps: a second code of a level may void the first.
    SameSlotOverlaps { label: Option<String>, starts_at: Option<Timestamp>, ends_at: Option<Timestamp> },
    /// A code of another slot overlaps: perhaps the same stay under another key.
    OtherOverlaps { label: String, starts_at: Timestamp, ends_at: Timestamp },
    /// Two sets of zone tables put an end of the window at different instants.
    TablesDisagree(Vec<Disagreement>),
    /// The same stay key has a code for other times: that code stays.
    StayChanged(Box<CodeEntry>),
    /// An earlier code for this stay failed, and may still take a place.
    FailedBefore(Box<CodeEntry>),
    /// An earlier code for this stay vanished from Seam.
    GoneBefore(Box<CodeEntry>),
    /// A door that may be the same lock has a code for this stay, or one that shares its time.
    PerhapsSameLock(Box<CodeEntry>),
    /// With the codes of a door that may be the same lock, this one is full.
    PerhapsFull { door: String, used: u32, limit: u32 },
}

impl Risk {
    /// The word for it, in the record and in JSON.
    pub fn word(&self) -> &'static str {
        match self {
            Self::OfflineUnknown => "offline_unknown",
            Self::Scarce { .. } => "scarce",
            Self::SameSlotOverlaps { .. } => "same_slot_overlaps",
            Self::OtherOverlaps { .. } => "other_overlaps",
            Self::TablesDisagree(_) => "tables_disagree",
            Self::StayChanged(_) => "stay_changed",
            Self::FailedBefore(_) => "failed_before",
            Self::GoneBefore(_) => "gone_before",
            Self::PerhapsSameLock(_) => "perhaps_same_lock",
            Self::PerhapsFull { .. } => "perhaps_full",
        }
    }

    /// The word, with the code that it is about where it is about one: accepting one code accepts no other.
    pub fn key(&self) -> String {
        let millis = |at: Option<Timestamp>| at.map_or_else(|| "-".to_owned(), |at| at.as_millisecond().to_string());
        let window = |from, to| format!("{}:{}:{}", self.word(), millis(from), millis(to));
        match self {
            Self::SameSlotOverlaps { starts_at, ends_at, .. } => window(*starts_at, *ends_at),
            Self::OtherOverlaps { starts_at, ends_at, .. } => window(Some(*starts_at), Some(*ends_at)),
            Self::StayChanged(entry)
            | Self::FailedBefore(entry)
            | Self::GoneBefore(entry)
            | Self::PerhapsSameLock(entry) => {
                format!("{}:{}", self.word(), entry.intent.id)
            }
            Self::OfflineUnknown | Self::Scarce { .. } | Self::TablesDisagree(_) | Self::PerhapsFull { .. } => {
                self.word().to_owned()
            }
        }
    }
}

/// How far issuing has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The door and its codes are being read.
    Reading,
    /// The intent is on disk.
    Recorded { marker: String },
    /// Waiting because codes may not be made faster.
    Waiting { seconds: u64 },
    /// One request is under way.
    Sending,
    /// The outcome is on disk.
    Answered { state: State },
    /// Seam is asked again.
    Asking { state: State, asked: u32 },
}

/// What [`plan`] decided.
enum Planned {
    New(Box<CodeEntry>),
    Existing(Box<CodeEntry>),
    Objected(Box<Objection>),
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Issues one code, or answers with the one that exists. `stage` is told of every step.
    ///
    /// # Errors
    /// [`Error::Unsound`] if the record is damaged, [`Error::Seam`] if the door could not be read, [`Error::BeforeSending`] if the
    /// record could not be read or written; in each case nothing was sent.
    pub async fn issue(&self, asked: IssueAsked, stage: &(dyn Fn(Stage) + Send + Sync)) -> Result<Issued, Error> {
        if let Some(entry) = self.prepare(&asked, stage).await.map_err(Error::before_sending)? {
            return Ok(Issued::Code { entry, created: false });
        }
        let _at_work = self.owner.work();
        match self.plan(asked).await.map_err(Error::before_sending)? {
            Planned::Objected(objection) => Ok(Issued::Objected(objection)),
            Planned::Existing(entry) => Ok(Issued::Code { entry, created: false }),
            Planned::New(entry) => {
                stage(Stage::Recorded { marker: entry.intent.marker.to_string() });
                point!("intent-recorded");
                self.send(*entry, stage).await
            }
        }
    }

    /// Everything before the intent; gives the code that the stay has already.
    async fn prepare(
        &self,
        asked: &IssueAsked,
        stage: &(dyn Fn(Stage) + Send + Sync),
    ) -> Result<Option<Box<CodeEntry>>, Error> {
        self.insist_on_sound_chain().await?;
        self.recover().await?;
        if let Some(entry) = self.already_issued(asked).await? {
            self.link(asked, entry.intent.id).await?;
            return Ok(Some(entry));
        }
        self.record.on_thread(|store| Ok(store.insist_on_room()?)).await?;
        stage(Stage::Reading);
        // A key of another workspace would find no door here, or worse, another one.
        self.connect().await?;
        self.read_door(&asked.door).await?;
        point!("door-read");
        Ok(None)
    }

    /// Nothing may be spent on a record that is not sound.
    async fn insist_on_sound_chain(&self) -> Result<(), Error> {
        let verified = self.record.read(|read| Ok((read.verify_chain()?, read.verify_places()?)));
        let (problems, outside) = verified.await?;
        problems.into_iter().chain(outside).next().map_or(Ok(()), |problem| Err(Error::Unsound(problem)))
    }

    /// A stay that has its code needs neither the network nor another look.
    async fn already_issued(&self, asked: &IssueAsked) -> Result<Option<Box<CodeEntry>>, Error> {
        let (asked, tables) = (asked.clone(), self.tables.clone());
        let attempts = self.look_up(move |read, times| plan::attempts(read, &asked, &tables, times)).await?;
        Ok(working(&attempts).cloned().map(Box::new))
    }

    /// The recorded stay that was issued elsewhere before has its code, too.
    async fn link(&self, asked: &IssueAsked, intent: IntentId) -> Result<(), Error> {
        let (Some(stay), now) = (asked.recorded_stay, self.clock.now()) else { return Ok(()) };
        self.record.write(move |write| plan::link(write, stay, intent, now)).await
    }

    async fn plan(&self, asked: IssueAsked) -> Result<Planned, Error> {
        let (tables, owner) = (self.tables.clone(), self.owner.name().to_owned());
        self.note_down(move |write, times| plan::plan(write, &asked, &tables, &owner, times)).await
    }
}

/// The attempt that gave the stay its code: neither failed nor vanished.
pub(crate) fn working(attempts: &[CodeEntry]) -> Option<&CodeEntry> {
    let works =
        |entry: &&CodeEntry| has_code(entry.code.state) && !matches!(entry.code.state, State::Failed | State::Gone);
    attempts.iter().rev().find(works)
}

/// The attempt that stands in the way of another: one that works, though a newer one failed; else the newest, if several do.
fn standing(attempts: &[CodeEntry]) -> Option<&CodeEntry> {
    let newest = || attempts.iter().rev().find(|entry| stands_in_the_way(entry.code.state, entry.code.superseded));
    working(attempts).or_else(newest)
}
