//! Issuing exactly one code for a stay (docs/design.md, "Issuing").
//!
//! A complete look at the door first; then intent and checks in one transaction; then the claim to send; then one
//! request; then its outcome. Each is durable before the next begins. Nothing here sends twice.

mod accepted;
mod caution;
mod check;
mod objection;
mod order;
mod plan;
mod request;
mod send;

pub mod draft;
mod recover;

use domain::code::CodeEntry;
use domain::ids::IntentId;

use self::request::IssuePlan;
use crate::attempt::working;
use crate::error::Error;
use crate::failpoints::failpoint;
use crate::ports::{Clock, SeamApi};
use crate::progress::Stage;
use crate::record::Latchbook;

pub use accepted::{Accepted, keys, keys_of};
pub use caution::{Caution, is_soon};
pub use objection::{Objection, Risk};
pub use order::{Order, Shown};
pub use request::{IssueOrder, Issued};
pub use send::record_again;

pub(crate) use caution::cautions;
pub(crate) use check::{Case, not_ready};
pub(crate) use plan::{Identity, Way, base, in_the_way, next_attempt};

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Issues one code, or returns the one that exists. Calls `stage` at every step.
    ///
    /// # Errors
    /// [`Error::Unsound`] if the record is damaged, [`Error::Seam`] if the door could not be read,
    /// [`Error::BeforeSending`] if the record could not be read or written; in each case nothing was sent.
    pub async fn issue(&self, asked: IssueOrder, stage: &(dyn Fn(Stage) + Send + Sync)) -> Result<Issued, Error> {
        if let Some(entry) = self.prepare(&asked, stage).await.map_err(Error::before_sending)? {
            return Ok(Issued::Code { entry, created: false });
        }
        let _at_work = self.owner.work();
        match self.plan(asked).await.map_err(Error::before_sending)? {
            IssuePlan::Objected(objection) => Ok(Issued::Objected(objection)),
            IssuePlan::Existing(entry) => Ok(Issued::Code { entry, created: false }),
            IssuePlan::New(entry) => {
                stage(Stage::Recorded { marker: entry.intent.marker.to_string() });
                failpoint!("intent-recorded");
                self.send(*entry, stage).await
            }
        }
    }

    /// Everything before the intent; returns the code if the stay already has one.
    async fn prepare(
        &self,
        asked: &IssueOrder,
        stage: &(dyn Fn(Stage) + Send + Sync),
    ) -> Result<Option<Box<CodeEntry>>, Error> {
        self.ensure_sound_chain().await?;
        self.recover().await?;
        if let Some(entry) = self.already_issued(asked).await? {
            self.link(asked, entry.intent.id).await?;
            return Ok(Some(entry));
        }
        self.record.on_thread(|store| Ok(store.ensure_room()?)).await?;
        stage(Stage::Reading);
        // A key of another workspace would find no door here, or worse, another one.
        self.connect().await?;
        self.read_door(&asked.door).await?;
        failpoint!("door-read");
        Ok(None)
    }

    /// No code may be spent on a record that is not sound.
    async fn ensure_sound_chain(&self) -> Result<(), Error> {
        let verified = self.record.read(|read| Ok((read.verify_chain()?, read.verify_places()?)));
        let (problems, outside) = verified.await?;
        problems.into_iter().chain(outside).next().map_or(Ok(()), |problem| Err(Error::Unsound(problem)))
    }

    /// A stay that already has its code needs neither the network nor another look.
    async fn already_issued(&self, asked: &IssueOrder) -> Result<Option<Box<CodeEntry>>, Error> {
        let (asked, tables) = (asked.clone(), self.tables.clone());
        let attempts = self.look_up(move |read, times| plan::attempts(read, &asked, &tables, times)).await?;
        Ok(working(&attempts).cloned().map(Box::new))
    }

    /// The recorded stay that was already issued elsewhere also gets its code.
    async fn link(&self, asked: &IssueOrder, intent: IntentId) -> Result<(), Error> {
        let (Some(stay), now) = (asked.recorded_stay, self.clock.now()) else { return Ok(()) };
        self.record.write(move |write| plan::link(write, stay, intent, now)).await
    }

    async fn plan(&self, asked: IssueOrder) -> Result<IssuePlan, Error> {
        let (tables, owner) = (self.tables.clone(), self.owner.name().to_owned());
        self.note_down(move |write, times| plan::plan(write, &asked, &tables, &owner, times)).await
    }
}
