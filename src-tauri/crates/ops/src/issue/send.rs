//! The claim, the one request, and its outcome: each durable before the next.

use std::time::Duration;

use domain::cause::UnknownWhy;
use domain::code::CodeEntry;
use domain::event::{EventBody, Secrets};
use domain::ids::IntentId;
use domain::lifecycle::{State, has_code};
use domain::reading::{CreateCode, CreateOutcome};
use domain::schedule::pace;
use store::Write;

use super::request::Issued;
use crate::ask::read_code;
use crate::error::Error;
use crate::failpoints::{fail_busy, failpoint};
use crate::ports::{Clock, SeamApi};
use crate::progress::Stage;
use crate::record::Latchbook;

/// How many times to try recording an answer before the host is asked to write it down.
const TRIES_TO_RECORD: u32 = 4;

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Sends the request of an intent that this process has just recorded.
    pub(super) async fn send(&self, entry: CodeEntry, stage: &(dyn Fn(Stage) + Send + Sync)) -> Result<Issued, Error> {
        let entry = match self.claim_in_time(&entry, stage).await? {
            Some(claimed) => claimed,
            None => return Ok(Issued::Code { entry: Box::new(self.entry(entry.intent.id).await?), created: false }),
        };
        failpoint!("sending-recorded");
        stage(Stage::Sending);
        let outcome = self.seam.create(&request(&entry)).await;
        failpoint!("answer-received");
        let recorded = self.record_outcome(&entry, &outcome).await;
        failpoint!("answer-recorded");
        match recorded {
            Ok(entry) => {
                let entry = self.confirm_refusal(entry).await;
                stage(Stage::Answered { state: entry.code.state });
                Ok(Issued::Code { entry: Box::new(entry), created: true })
            }
            Err(Error::Record(why)) => {
                Ok(Issued::Unrecorded { entry: Box::new(entry), answer: Box::new(outcome), why })
            }
            Err(other) => Err(other),
        }
    }

    /// A refusal is Seam's word that no code was made. One complete look confirms it, or finds the code if the word was
    /// wrong. The refusal is on disk, so if this look fails, the next one makes up for it.
    async fn confirm_refusal(&self, entry: CodeEntry) -> CodeEntry {
        if entry.code.state != State::Refused || self.read_door(&entry.intent.device_id).await.is_err() {
            return entry;
        }
        self.entry(entry.intent.id).await.unwrap_or(entry)
    }

    /// Claims as soon as one more request for the door keeps within the pace; `None` if another process took a step
    /// meanwhile.
    async fn claim_in_time(
        &self,
        entry: &CodeEntry,
        stage: &(dyn Fn(Stage) + Send + Sync),
    ) -> Result<Option<CodeEntry>, Error> {
        loop {
            failpoint!("before-sending");
            match self.claim(entry).await? {
                Claim::Taken(entry) => return Ok(Some(*entry)),
                Claim::Lost => return Ok(None),
                Claim::Wait(wait) => {
                    stage(Stage::Waiting { seconds: wait.as_secs() + 1 });
                    self.clock.sleep(wait).await;
                }
            }
        }
    }

    /// Takes the step to sending. Pace and step are decided in one transaction, so that two processes cannot both take
    /// the last place of a minute.
    async fn claim(&self, entry: &CodeEntry) -> Result<Claim, Error> {
        let (id, owner, clock) = (entry.intent.id, self.owner.name().to_owned(), self.clock.clone());
        let server_at = self.seam.server_time().map(|at| at.as_millisecond());
        let claimed = self
            .record
            .write(move |write| {
                let current = write.code(id)?.ok_or(Error::Lost(id))?;
                if current.code.owner != owner || current.code.state != State::Intent {
                    return Ok(Claim::Lost);
                }
                // Read in our turn: an earlier reading could miss requests that others have sent meanwhile.
                let now = clock.now();
                let wait = pace(write.latest_requests(&current.intent.device_id)?, now);
                if !wait.is_zero() {
                    return Ok(Claim::Wait(wait));
                }
                let code = write.append(id, &EventBody::Sending { owner, server_at }, &Secrets::default(), now)?;
                Ok(Claim::Taken(Box::new(CodeEntry { code, ..current })))
            })
            .await;
        match claimed {
            Err(Error::Record(store::Error::Impossible(..))) => Ok(Claim::Lost),
            done => done.map_err(Error::before_sending),
        }
    }

    /// Records the answer. It is precious: if the disk is busy or full, recording is retried before giving up.
    async fn record_outcome(&self, entry: &CodeEntry, outcome: &CreateOutcome) -> Result<CodeEntry, Error> {
        let mut tried = 0;
        loop {
            let (entry, outcome, now) = (entry.clone(), outcome.clone(), self.clock.now());
            match self.record.write(move |write| record_answer(write, &entry, &outcome, now)).await {
                Err(Error::Record(why)) if tried < TRIES_TO_RECORD && !matches!(why, store::Error::Impossible(..)) => {
                    tried += 1;
                    self.clock.sleep(Duration::from_millis(250)).await;
                }
                done => return done,
            }
        }
    }

    pub(crate) async fn entry(&self, id: IntentId) -> Result<CodeEntry, Error> {
        self.record.read(move |read| read.code(id)?.ok_or(Error::Lost(id))).await
    }
}

/// The result of claiming.
enum Claim {
    /// The step is ours, and durable.
    Taken(Box<CodeEntry>),
    /// Another process took a step.
    Lost,
    /// Codes may not be made faster.
    Wait(Duration),
}

fn request(entry: &CodeEntry) -> CreateCode {
    let promise = &entry.intent.promise;
    CreateCode {
        device_id: entry.intent.device_id.clone(),
        name: entry.intent.marker.name(&entry.intent.label),
        starts_at: promise.sent_from.clone(),
        ends_at: promise.sent_to.clone(),
        round_by_day: promise.rounds_by_day,
    }
}

/// Tries once more to record an answer that could not be recorded, while the process that asked still holds it
/// ([`Issued::Unrecorded`]). Anything another process found out meanwhile is kept.
///
/// # Errors
/// The record still cannot be written, or is a different one: [`Error::Lost`].
pub fn record_again(
    write: &Write<'_>,
    entry: &CodeEntry,
    answer: &CreateOutcome,
    now: jiff::Timestamp,
) -> Result<CodeEntry, Error> {
    let id = entry.intent.id;
    let is_same = write.code(id)?.is_some_and(|found| found.intent.marker == entry.intent.marker);
    if !is_same {
        return Err(Error::Lost(id));
    }
    record_answer(write, entry, answer, now)
}

/// Records an outcome; the reading that came with it goes into the same transaction.
pub(super) fn record_answer(
    write: &Write<'_>,
    entry: &CodeEntry,
    outcome: &CreateOutcome,
    now: jiff::Timestamp,
) -> Result<CodeEntry, Error> {
    fail_busy!("answer-refused");
    let id = entry.intent.id;
    let mut body = body(outcome);
    if let CreateOutcome::Accepted { id: code_id, .. } = outcome
        && let Some(known) = write.code_at_seam(code_id)?
    {
        if known.intent.id == id {
            // Another process took a look before we could record, and found it.
            return Ok(known);
        }
        // An id that belongs to another stay proves nothing about this one.
        body = EventBody::Unknown { why: UnknownWhy::NotSeam { status: 200 } };
    }
    let secrets = match outcome {
        CreateOutcome::Accepted { raw, .. } => Secrets { pin: None, raw: Some(raw.clone()) },
        CreateOutcome::NotSent { .. }
        | CreateOutcome::Refused { .. }
        | CreateOutcome::RateLimited { .. }
        | CreateOutcome::Unknown { .. } => Secrets::default(),
    };
    match write.append(id, &body, &secrets, now) {
        Err(store::Error::Impossible(..)) => return settled_by_another(write, id, outcome, now),
        appended => appended?,
    };
    if let (EventBody::Accepted { .. }, CreateOutcome::Accepted { reading: Some(reading), .. }) = (&body, outcome) {
        read_code(write, id, reading, now)?;
    }
    write.code(id)?.ok_or(Error::Lost(id))
}

/// A look was faster than the answer and found a code. If the answer brings a different one, there are two.
fn settled_by_another(
    write: &Write<'_>,
    id: IntentId,
    outcome: &CreateOutcome,
    now: jiff::Timestamp,
) -> Result<CodeEntry, Error> {
    let entry = write.code(id)?.ok_or(Error::Lost(id))?;
    if let CreateOutcome::Accepted { id: code_id, .. } = outcome
        && has_code(entry.code.state)
    {
        let body = EventBody::SecondCode { access_code_id: code_id.to_string() };
        write.append(id, &body, &Secrets::default(), now)?;
    }
    write.code(id)?.ok_or(Error::Lost(id))
}

/// The outcome table as events.
fn body(outcome: &CreateOutcome) -> EventBody {
    match outcome {
        CreateOutcome::NotSent { why } => EventBody::NotSent { why: (*why).into() },
        CreateOutcome::Accepted { id, request_id, .. } => {
            EventBody::Accepted { access_code_id: id.to_string(), request_id: request_id.clone() }
        }
        CreateOutcome::Refused { status, kind, message, request_id } => EventBody::Refused {
            status: *status,
            error: kind.clone(),
            message: message.clone(),
            request_id: request_id.clone(),
            retry_after_ms: None,
        },
        CreateOutcome::RateLimited { retry_after, message, request_id } => EventBody::Refused {
            status: 429,
            error: "rate_limited".to_owned(),
            message: message.clone(),
            request_id: request_id.clone(),
            retry_after_ms: retry_after.and_then(|wait| u64::try_from(wait.as_millis()).ok()),
        },
        CreateOutcome::Unknown { why } => EventBody::Unknown { why: why.clone() },
    }
}
