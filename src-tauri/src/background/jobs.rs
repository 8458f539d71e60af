//! Work that takes a while: one of a kind at a time, told as it goes, stopped when the host says so.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;
use wire::window::{Changed, Job, ProgressEvent};
use wire::{Code, CommandError};

use crate::error::{Answer, stopped};
use crate::events::{Page, PageEvent};
use crate::words::Words;

/// The jobs under way.
#[derive(Clone)]
pub struct Jobs {
    running: Arc<Mutex<HashMap<Job, Signals>>>,
    page: Page,
}

/// How a job is spoken to from outside.
#[derive(Clone, Default)]
struct Signals {
    /// Cancelled when the host wants it stopped.
    stop: CancellationToken,
    /// Cancelled when it has ended.
    ended: CancellationToken,
}

/// One job, while it runs. Dropping it ends it.
struct Running {
    job: Job,
    jobs: Jobs,
    signals: Signals,
}

/// Tells how far a job is.
#[derive(Clone)]
pub struct Reporter {
    job: Job,
    page: Page,
    stop: CancellationToken,
}

impl Jobs {
    pub fn new(page: Page) -> Self {
        Self { running: Arc::default(), page }
    }

    /// Runs a job to its end or until it is stopped.
    ///
    /// # Errors
    /// [`Code::Busy`] if one of the kind is under way; what the job answers; [`Code::Interrupted`] if it was stopped.
    pub async fn run<T, F>(&self, job: Job, work: impl FnOnce(Reporter) -> F + Send) -> Answer<T>
    where
        F: Future<Output = Answer<T>> + Send,
    {
        let running = self.begin(job)?;
        let reporter = Reporter { job, page: self.page.clone(), stop: running.signals.stop.clone() };
        tokio::select! {
            done = work(reporter) => done,
            () = running.signals.stop.cancelled() => Err(stopped()),
        }
    }

    /// Stops a job. Nothing happens if it is not under way, or must go on to its end.
    pub fn stop(&self, job: Job) {
        if let Some(signals) = self.lock().get(&job).filter(|_| job.can_be_stopped()) {
            signals.stop.cancel();
        }
    }

    /// Waits for a job that is under way; `false` if it is not.
    pub async fn wait_for(&self, job: Job) -> bool {
        let Some(signals) = self.lock().get(&job).cloned() else { return false };
        signals.ended.cancelled().await;
        true
    }

    /// Stops all that may be stopped.
    pub fn stop_all(&self) {
        let running = self.lock();
        running.iter().filter(|(job, _)| job.can_be_stopped()).for_each(|(_, signals)| signals.stop.cancel());
    }

    /// The jobs under way.
    pub fn under_way(&self) -> Vec<Job> {
        let mut jobs: Vec<Job> = self.lock().keys().copied().collect();
        jobs.sort_by_key(|job| *job as u8);
        jobs
    }

    fn begin(&self, job: Job) -> Answer<Running> {
        let signals = Signals::default();
        {
            let mut running = self.lock();
            if running.contains_key(&job) {
                return Err(CommandError::new(Code::Busy, Words::UnderWay.said()));
            }
            running.insert(job, signals.clone());
        }
        self.page.emit(PageEvent::Progress(step(job)));
        self.page.changed(&[Changed::Status]);
        Ok(Running { job, jobs: self.clone(), signals })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Job, Signals>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.jobs.lock().remove(&self.job);
        self.jobs.page.emit(PageEvent::Progress(ProgressEvent { ended: true, ..step(self.job) }));
        self.jobs.page.changed(&[Changed::Status]);
        self.signals.ended.cancel();
    }
}

impl Reporter {
    /// Whether the host wants it stopped: for work on a thread, which nothing else ends.
    pub fn is_stopped(&self) -> bool {
        self.stop.is_cancelled()
    }

    /// So many of so many are done; it is at `at` now.
    pub fn report(&self, done: usize, total: Option<usize>, at: &str) {
        let figure = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.page.emit(PageEvent::Progress(ProgressEvent {
            done: figure(done),
            total: total.map(figure),
            at: words::clean(at),
            ..step(self.job)
        }));
    }
}

/// A job of which nothing is known but that it is under way.
fn step(job: Job) -> ProgressEvent {
    ProgressEvent { job, done: 0, total: None, at: String::new(), can_stop: job.can_be_stopped(), ended: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs() -> (Jobs, Arc<Mutex<Vec<PageEvent>>>) {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&seen);
        (Jobs::new(Page::new(move |event| kept.lock().unwrap().push(event))), seen)
    }

    #[tokio::test]
    async fn a_job_is_told_from_beginning_to_end() {
        let (jobs, seen) = jobs();
        let under_way = jobs.clone();
        let done = jobs.run(Job::Sync, |reporter| async move {
            reporter.report(1, Some(3), "Loft\u{202e}");
            Ok(under_way.under_way())
        });
        assert_eq!(done.await.unwrap(), [Job::Sync], "it is under way while it runs");
        assert!(jobs.under_way().is_empty(), "and not afterwards");
        let seen = seen.lock().unwrap();
        let progress = seen.iter().filter_map(|event| match event {
            PageEvent::Progress(event) => Some((event.done, event.at.clone(), event.ended)),
            PageEvent::Changed(_) | PageEvent::Stage(_) | PageEvent::Menu(_) => None,
        });
        let expected = [(0, String::new(), false), (1, "Loft".to_owned(), false), (0, String::new(), true)];
        assert_eq!(progress.collect::<Vec<_>>(), expected, "the beginning, each step, cleaned, and the end");
    }

    #[tokio::test]
    async fn what_works_on_the_whole_file_is_not_called_stopped_while_it_goes_on() {
        let (jobs, seen) = jobs();
        let other = jobs.clone();
        let done = jobs.run(Job::Verify, |_| async move {
            other.stop(Job::Verify);
            other.stop_all();
            tokio::task::yield_now().await;
            Ok("looked through")
        });
        assert_eq!(done.await.unwrap(), "looked through", "it went on to its end");
        let offered =
            seen.lock().unwrap().iter().any(|event| matches!(event, PageEvent::Progress(event) if event.can_stop));
        assert!(!offered, "and no page offers to stop it");
    }

    #[tokio::test]
    async fn one_of_a_kind_at_a_time_and_it_can_be_stopped() {
        let (jobs, _) = jobs();
        let other = jobs.clone();
        let stopped = jobs.run(Job::Look, |_| async move {
            let second = other.run(Job::Look, |_| async { Ok(()) }).await;
            assert_eq!(second.unwrap_err().code, Code::Busy, "a second one is refused");
            other.stop(Job::Sync);
            other.stop(Job::Look);
            std::future::pending::<Answer<()>>().await
        });
        assert_eq!(stopped.await.unwrap_err().code, Code::Interrupted, "a stopped job says so");
        assert!(jobs.run(Job::Look, |_| async { Ok(()) }).await.is_ok(), "and makes room for the next");
    }
}
