//! After the request: follows the code until it is set, and makes one more attempt if Seam only asked to wait.

use std::time::{Duration, Instant};

use domain::lifecycle::State;
use ops::Stage;
use ops::issue::{IssueOrder, Issued};
use ops::{Clock, CodeEntry, Event, EventBody};

use super::Issuing;
use crate::exit::Failure;

/// The code's state when following ended.
pub struct Ended {
    pub entry: CodeEntry,
    pub created: bool,
    /// Why following ended early.
    pub trouble: Option<Failure>,
}

/// Wait if Seam does not say how long.
const USUAL_WAIT: Duration = Duration::from_secs(10);

impl Issuing<'_> {
    /// Follows for `--wait`. Ctrl-C or SIGTERM only ends the wait: everything is on disk.
    pub async fn follow(&self, asked: IssueOrder, entry: CodeEntry, created: bool) -> Result<Ended, Failure> {
        let wait = Duration::from_secs(self.args.wait);
        let ended = Ended { entry: entry.clone(), created, trouble: None };
        if wait.is_zero() {
            return Ok(ended);
        }
        let followed = tokio::select! {
            followed = self.to_the_end(asked, entry, created, wait) => followed,
            // The wait may have been for another attempt, whose request has left.
            () = runtime::told_to_stop() => {
                if self.progress.is_under_way() {
                    return Err(self.progress.stopped());
                }
                self.invocation.screen.note(&words::say!("cli-waiting-ended"));
                let entry = self.newest(ended.entry).await?;
                return Ok(Ended { entry, created, trouble: None });
            }
        };
        match followed {
            Ok((entry, created)) => Ok(Ended { entry, created, trouble: None }),
            // The code is on disk: it is shown whether or not following succeeded.
            Err(trouble) => {
                let entry = self.newest(ended.entry).await?;
                Ok(Ended { entry, created, trouble: Some(trouble) })
            }
        }
    }

    /// The newest attempt for the stay, as recorded now.
    async fn newest(&self, entry: CodeEntry) -> Result<CodeEntry, Failure> {
        let base = entry.intent.marker.base().clone();
        let attempts = self.app.record.read(move |read| Ok(read.attempts(&base)?)).await?;
        Ok(attempts.into_iter().last().unwrap_or(entry))
    }

    async fn to_the_end(
        &self,
        asked: IssueOrder,
        entry: CodeEntry,
        created: bool,
        wait: Duration,
    ) -> Result<(CodeEntry, bool), Failure> {
        let begun = Instant::now();
        let (mut entry, mut created) = (entry, created);
        let pause = if created { self.pause_if_asked_to_wait(&entry, wait).await? } else { None };
        if let Some(pause) = pause {
            self.progress.tell(&Stage::Waiting { seconds: pause.as_secs() });
            self.app.clock.sleep(pause).await;
            match self.issue(asked.clone()).await? {
                Issued::Code { entry: next, created: sent } => (entry, created) = (*next, sent),
                Issued::Objected(objection) => return Err(self.objected(&objection, &asked)),
                Issued::Unrecorded { entry, answer, why } => return Err(self.unrecorded(&entry, &answer, &why)),
            }
        }
        let left = wait.saturating_sub(begun.elapsed());
        let id = entry.intent.id;
        Ok((self.app.follow(id, left, &|stage| self.progress.tell(&stage)).await?, created))
    }

    /// How long Seam asks to wait, if it does and the wait allows it.
    async fn pause_if_asked_to_wait(&self, entry: &CodeEntry, wait: Duration) -> Result<Option<Duration>, Failure> {
        if entry.code.state != State::Refused {
            return Ok(None);
        }
        let id = entry.intent.id;
        let history = self.app.record.read(move |read| Ok(read.history(id)?)).await?;
        let pause = match refusal(&history) {
            Some((429, pause)) => pause.unwrap_or(USUAL_WAIT),
            _ => return Ok(None),
        };
        Ok((pause < wait).then_some(pause))
    }
}

/// Status of Seam's last refusal, and how long it asks to wait.
pub fn refusal(history: &[Event]) -> Option<(u16, Option<Duration>)> {
    history.iter().rev().find_map(|event| {
        let EventBody::Refused { status, retry_after_ms, .. } = &event.body else { return None };
        Some((*status, retry_after_ms.map(Duration::from_millis)))
    })
}
