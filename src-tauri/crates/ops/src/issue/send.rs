//! The claim, the one request, and its outcome: each durable before the next.

use std::time::Duration;

use domain::ids::IntentId;
use domain::lifecycle::has_code;
use domain::reading::{CreateCode, CreateOutcome};
use domain::schedule::pace;
use store::{CodeEntry, Happening, Secrets, Write};

use super::{Issued, Stage};
use crate::error::Error;
use crate::observe;
use crate::points::point;
use crate::ports::{Clock, SeamApi};
use crate::record::Latchbook;

/// How often recording an answer is tried before the host is asked to write it down.
const TRIES_TO_RECORD: u32 = 4;

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Sends the request of an intent that this process has just recorded.
    pub(super) async fn send(&self, entry: CodeEntry, stage: &(dyn Fn(Stage) + Send + Sync)) -> Result<Issued, Error> {
        self.keep_pace(&entry, stage).await?;
        point!("before-sending");
        if !self.claim(&entry).await? {
            let entry = self.entry(entry.intent.id).await?;
            return Ok(Issued::Code { entry: Box::new(entry), created: false });
        }
        point!("sending-recorded");
        stage(Stage::Sending);
        let outcome = self.seam.create(&request(&entry)).await;
        point!("answer-received");
        let recorded = self.record_outcome(&entry, &outcome).await;
        point!("answer-recorded");
        match recorded {
            Ok(entry) => {
                stage(Stage::Answered { state: entry.code.state });
                Ok(Issued::Code { entry: Box::new(entry), created: true })
            }
            Err(Error::Record(why)) => {
                Ok(Issued::Unrecorded { entry: Box::new(entry), answer: Box::new(outcome), why })
            }
            Err(other) => Err(other),
        }
    }

    /// Waits until one more request for the door keeps within the pace.
    async fn keep_pace(&self, entry: &CodeEntry, stage: &(dyn Fn(Stage) + Send + Sync)) -> Result<(), Error> {
        loop {
            let device = entry.intent.device_id.clone();
            let sent = self.record.read(move |read| Ok(read.latest_requests(&device)?)).await?;
            let wait = pace(sent, self.clock.now());
            if wait.is_zero() {
                return Ok(());
            }
            stage(Stage::Waiting { seconds: wait.as_secs() + 1 });
            self.clock.sleep(wait).await;
        }
    }

    /// Takes the step to sending; `false` if somebody else took a step meanwhile.
    async fn claim(&self, entry: &CodeEntry) -> Result<bool, Error> {
        let (id, owner, now) = (entry.intent.id, self.owner.name().to_owned(), self.clock.now());
        let server_at = self.seam.server_time().map(|at| at.as_millisecond());
        let claimed = self
            .record
            .write(move |write| {
                let current = write.code(id)?.ok_or(Error::Lost(id))?;
                if current.code.owner != owner {
                    return Err(store::Error::NotOwner(id).into());
                }
                write.append(id, &Happening::Sending { owner, server_at }, &Secrets::default(), now)?;
                Ok(())
            })
            .await;
        match claimed {
            Ok(()) => Ok(true),
            Err(Error::Record(store::Error::Impossible(..) | store::Error::NotOwner(_))) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Records what came back. An answer is precious: a busy or full disk is tried again before giving up.
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

/// Records an outcome; the reading that came with it goes into the same transaction.
pub(super) fn record_answer(
    write: &Write<'_>,
    entry: &CodeEntry,
    outcome: &CreateOutcome,
    now: jiff::Timestamp,
) -> Result<CodeEntry, Error> {
    let id = entry.intent.id;
    if let CreateOutcome::Accepted { id: code_id, .. } = outcome
        && let Some(known) = write.code_at_seam(code_id)?
    {
        // Another process looked before we could record, and found it.
        return Ok(known);
    }
    let happening = happening(outcome);
    let secrets = match outcome {
        CreateOutcome::Accepted { raw, .. } => Secrets { pin: None, raw: Some(raw.clone()) },
        CreateOutcome::NotSent { .. }
        | CreateOutcome::Refused { .. }
        | CreateOutcome::RateLimited { .. }
        | CreateOutcome::Unknown { .. } => Secrets::default(),
    };
    match write.append(id, &happening, &secrets, now) {
        Err(store::Error::Impossible(..)) => return settled_by_another(write, id, outcome, now),
        appended => appended?,
    };
    if let CreateOutcome::Accepted { reading: Some(reading), .. } = outcome {
        observe::read_code(write, id, reading, now)?;
    }
    write.code(id)?.ok_or(Error::Lost(id))
}

/// A look was faster than the answer and has found a code. If the answer brings another, there are two.
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
        let happening = Happening::SecondCode { access_code_id: code_id.to_string() };
        write.append(id, &happening, &Secrets::default(), now)?;
    }
    write.code(id)?.ok_or(Error::Lost(id))
}

/// The outcome table as events.
fn happening(outcome: &CreateOutcome) -> Happening {
    match outcome {
        CreateOutcome::NotSent { why } => Happening::NotSent { why: why.clone() },
        CreateOutcome::Accepted { id, request_id, .. } => {
            Happening::Accepted { access_code_id: id.to_string(), request_id: request_id.clone() }
        }
        CreateOutcome::Refused { status, kind, message, request_id } => Happening::Refused {
            status: *status,
            error: kind.clone(),
            message: message.clone(),
            request_id: request_id.clone(),
            retry_after_ms: None,
        },
        CreateOutcome::RateLimited { retry_after, message, request_id } => Happening::Refused {
            status: 429,
            error: "rate_limited".to_owned(),
            message: message.clone(),
            request_id: request_id.clone(),
            retry_after_ms: retry_after.and_then(|wait| u64::try_from(wait.as_millis()).ok()),
        },
        CreateOutcome::Unknown { why } => Happening::Unknown { why: why.to_string() },
    }
}
