//! Following a code until it is confirmed: looks for unknown outcomes, polls codes that are being made, takes events as
//! hints.

use std::time::Duration;

use domain::code::CodeEntry;
use domain::ids::IntentId;
use domain::lifecycle::{State, has_code};
use domain::reading::EventReading;
use domain::schedule::{LOOKS, next_poll, next_try};
use store::Read;

use crate::attempt::{unconfirmed, unknown};
use crate::error::Error;
use crate::ports::{Clock, SeamApi};
use crate::progress::Stage;
use crate::record::Latchbook;

/// While another process is at work, its steps are read from the record this often.
const OTHER_AT_WORK: Duration = Duration::from_millis(250);

/// Every outcome that is not known and every code that is not confirmed, while there is still something to expect.
pub fn to_follow(read: &Read<'_>) -> Result<Vec<CodeEntry>, Error> {
    Ok([unknown(read)?, unconfirmed(read)?].concat())
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Follows one intent until nothing more is expected, or for `wait` at most. Returns its latest state.
    ///
    /// An unreachable Seam is not an error: it is asked again.
    ///
    /// # Errors
    /// The record cannot be read or written; Seam no longer accepts the key.
    pub async fn follow(
        &self,
        id: IntentId,
        wait: Duration,
        stage: &(dyn Fn(Stage) + Send + Sync),
    ) -> Result<CodeEntry, Error> {
        let mut waited = Duration::ZERO;
        let (mut asked, mut told, mut away) = (0, 0, 0);
        loop {
            let entry = self.entry(id).await?;
            // With what the asking found.
            if told < asked {
                told = asked;
                stage(Stage::Asking { state: entry.code.state, asked });
            }
            let Some(pause) = self.pause_before_asking(&entry, asked) else { return Ok(entry) };
            let pause = pause.max(next_try(away));
            let left = wait.saturating_sub(waited);
            if left.is_zero() {
                return Ok(entry);
            }
            self.clock.sleep(pause.min(left)).await;
            waited += pause.min(left);
            if pause > left {
                continue;
            }
            if asked == 0 && !self.is_connected().await? {
                away += 1;
                continue;
            }
            asked += 1;
            self.ask_again(&entry).await?;
        }
    }

    /// How long to wait before asking; `None` when there is nothing to wait for.
    fn pause_before_asking(&self, entry: &CodeEntry, asked: u32) -> Option<Duration> {
        let code = &entry.code;
        match code.state {
            State::Intent | State::Sending => Some(OTHER_AT_WORK),
            State::Unknown if code.can_be_settled() => {
                let earlier = asked.checked_sub(1).and_then(|index| LOOKS.get(index as usize));
                LOOKS.get(asked as usize).map(|look| look.saturating_sub(earlier.copied().unwrap_or_default()))
            }
            State::Accepted | State::Setting if !self.times().is_past(code.ends_at) => {
                Some(next_poll(asked, self.best_time(), code.scheduled_at, code.starts_at))
            }
            State::Unknown
            | State::Accepted
            | State::Setting
            | State::NotSent
            | State::Refused
            | State::Set
            | State::Failed
            | State::Gone
            | State::Ended => None,
        }
    }

    async fn ask_again(&self, entry: &CodeEntry) -> Result<(), Error> {
        let asked = match (entry.code.state, &entry.code.access_code_id) {
            (State::Intent | State::Sending, _) => self.recover().await,
            (State::Unknown, _) => self.read_lock(&entry.code.device_id).await,
            (_, Some(code)) => self.ask_for(entry.intent.id, code).await,
            (_, None) => Ok(()),
        };
        match asked {
            // A code that cannot be read now may be readable next time.
            Err(Error::Seam(error)) if !error.is_about_the_key() => Ok(()),
            done => done,
        }
    }

    /// Whether Seam answers with this record's workspace: a code missing from another workspace proves nothing about
    /// ours.
    async fn is_connected(&self) -> Result<bool, Error> {
        match self.connect().await {
            Ok(_) => Ok(true),
            Err(Error::Seam(error)) if !error.is_about_the_key() => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Asks once for every code that is not confirmed yet.
    ///
    /// # Errors
    /// The record cannot be read or written, or Seam does not accept the key.
    pub async fn confirm_all(&self) -> Result<(), Error> {
        let entries = self.record.read(unconfirmed).await?;
        let code = |entry: &CodeEntry| Some((entry.intent.id, entry.code.access_code_id.clone()?));
        let codes: Vec<_> = entries.iter().filter_map(code).collect();
        self.ask_one_by_one(&codes).await
    }

    /// Takes a Seam event, polled or delivered, as a hint to read the code that it is about. `false`: seen before, or
    /// not about our codes.
    ///
    /// # Errors
    /// The record cannot be read or written, or Seam cannot be read; then the event counts as not seen.
    pub async fn apply_event(&self, event: &EventReading) -> Result<bool, Error> {
        let (hint, now) = (event.clone(), self.clock.now());
        let about = self
            .record
            .read(move |read| {
                let seen = read.has_seam_event(&hint.id)?;
                let code = hint.access_code_id.as_ref().map(|id| read.code_at_seam(id)).transpose()?.flatten();
                let door = hint.device_id.as_ref().map(|id| read.door(id)).transpose()?.flatten();
                Ok((!seen).then_some((code, door)))
            })
            .await?;
        let Some((code, door)) = about else { return Ok(false) };
        if code.is_none() && door.is_none() {
            return Ok(false);
        }
        match code {
            Some(entry) if has_code(entry.code.state) => self.confirm_one(&entry).await?,
            Some(_) | None => self.look_if_unknown(event).await?,
        }
        let event = event.clone();
        self.record.write(move |write| Ok(write.note_seam_event(&event, now)?)).await
    }

    async fn confirm_one(&self, entry: &CodeEntry) -> Result<(), Error> {
        match &entry.code.access_code_id {
            Some(code) => self.ask_for(entry.intent.id, code).await,
            None => Ok(()),
        }
    }

    /// An event about a code that we do not know, on a door with an unknown outcome, may be about that outcome.
    async fn look_if_unknown(&self, event: &EventReading) -> Result<(), Error> {
        let Some(door) = event.device_id.clone() else { return Ok(()) };
        let device = door.clone();
        let is_open = move |read: &Read<'_>| {
            let lock = read.ids_of_lock(&read.lock_of(&device)?)?;
            Ok(read.codes_in(State::Unknown)?.iter().any(|entry| lock.contains(&entry.code.device_id)))
        };
        if self.record.read(is_open).await? {
            self.read_door(&door).await?;
        }
        Ok(())
    }
}
