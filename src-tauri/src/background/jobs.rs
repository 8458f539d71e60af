//! Long jobs: one of a kind at a time, each reports progress, and most can be stopped.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;
use wire::{Changed, CommandError, ErrorCode, Job, ProgressEvent};
use words::say;

use crate::error::{CommandResult, stopped};
use crate::events::{PageEvent, PageHandle};

/// The running jobs.
#[derive(Clone)]
pub struct Jobs {
    running: Arc<Mutex<HashMap<Job, Signals>>>,
    page: PageHandle,
}

/// Signals to and from a running job.
#[derive(Clone, Default)]
struct Signals {
    /// Cancelled to stop the job.
    stop: CancellationToken,
    /// Cancelled once the job has ended.
    ended: CancellationToken,
}

/// A running job. Dropping it ends it.
struct Running {
    job: Job,
    jobs: Jobs,
    signals: Signals,
}

/// Reports a job's progress to the page.
#[derive(Clone)]
pub struct Reporter {
    job: Job,
    page: PageHandle,
    stop: CancellationToken,
}

impl Jobs {
    pub fn new(page: PageHandle) -> Self {
        Self { running: Arc::default(), page }
    }

    /// Runs a job until it ends or is stopped.
    ///
    /// # Errors
    /// [`ErrorCode::Busy`] if one of the kind is running; [`ErrorCode::Interrupted`] if it was stopped; otherwise the job's own.
    pub async fn run<T, F>(&self, job: Job, work: impl FnOnce(Reporter) -> F + Send) -> CommandResult<T>
    where
        F: Future<Output = CommandResult<T>> + Send,
    {
        let running = self.begin(job)?;
        let reporter = Reporter { job, page: self.page.clone(), stop: running.signals.stop.clone() };
        tokio::select! {
            done = work(reporter) => done,
            () = running.signals.stop.cancelled() => Err(stopped()),
        }
    }

    /// Stops a job, unless it is not running or must run to its end.
    pub fn stop(&self, job: Job) {
        if let Some(signals) = self.lock().get(&job).filter(|_| job.can_be_stopped()) {
            signals.stop.cancel();
        }
    }

    /// Waits for a running job; `false` if there is none.
    pub async fn wait_for(&self, job: Job) -> bool {
        let Some(signals) = self.lock().get(&job).cloned() else { return false };
        signals.ended.cancelled().await;
        true
    }

    /// Stops every job that can be stopped.
    pub fn stop_all(&self) {
        let running = self.lock();
        running.iter().filter(|(job, _)| job.can_be_stopped()).for_each(|(_, signals)| signals.stop.cancel());
    }

    /// The running jobs.
    pub fn running_jobs(&self) -> Vec<Job> {
        let mut jobs: Vec<Job> = self.lock().keys().copied().collect();
        jobs.sort_by_key(|job| *job as u8);
        jobs
    }

    fn begin(&self, job: Job) -> CommandResult<Running> {
        let signals = Signals::default();
        {
            let mut running = self.lock();
            if running.contains_key(&job) {
                return Err(CommandError::new(ErrorCode::Busy, say!("shell-under-way")));
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
    /// Whether to stop: for work on a thread, which must check for itself.
    pub fn is_stopped(&self) -> bool {
        self.stop.is_cancelled()
    }

    /// Reports that `done` of `total` are complete and `at` comes next.
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

/// The event of a job that has only started.
fn step(job: Job) -> ProgressEvent {
    ProgressEvent { job, done: 0, total: None, at: String::new(), can_stop: job.can_be_stopped(), ended: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs() -> (Jobs, Arc<Mutex<Vec<PageEvent>>>) {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&seen);
        (Jobs::new(PageHandle::new(move |event| kept.lock().unwrap().push(event))), seen)
    }

    #[tokio::test]
    async fn a_job_reports_progress_from_start_to_end() {
        let (jobs, seen) = jobs();
        let under_way = jobs.clone();
        let done = jobs.run(Job::Sync, |reporter| async move {
            reporter.report(1, Some(3), "Loft\u{202e}");
            Ok(under_way.running_jobs())
        });
        assert_eq!(done.await.unwrap(), [Job::Sync], "it counts as running while it runs");
        assert!(jobs.running_jobs().is_empty(), "and not afterwards");
        let seen = seen.lock().unwrap();
        let progress = seen.iter().filter_map(|event| match event {
            PageEvent::Progress(event) => Some((event.done, event.at.clone(), event.ended)),
            PageEvent::Changed(_) | PageEvent::Stage(_) | PageEvent::Menu(_) => None,
        });
        let expected = [(0, String::new(), false), (1, "Loft".to_owned(), false), (0, String::new(), true)];
        assert_eq!(progress.collect::<Vec<_>>(), expected, "the beginning, each step, cleaned, and the end");
    }

    #[tokio::test]
    async fn a_job_on_the_whole_file_runs_to_its_end() {
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
    async fn only_one_job_of_a_kind_runs_and_it_can_be_stopped() {
        let (jobs, _) = jobs();
        let other = jobs.clone();
        let stopped = jobs.run(Job::Look, |_| async move {
            let second = other.run(Job::Look, |_| async { Ok(()) }).await;
            assert_eq!(second.unwrap_err().code, ErrorCode::Busy, "a second one is refused");
            other.stop(Job::Sync);
            other.stop(Job::Look);
            std::future::pending::<CommandResult<()>>().await
        });
        assert_eq!(stopped.await.unwrap_err().code, ErrorCode::Interrupted, "a stopped job says so");
        assert!(jobs.run(Job::Look, |_| async { Ok(()) }).await.is_ok(), "and makes room for the next");
    }
}
