//! When reads are repeated, and after how long.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use domain::reading::ReadError;

use crate::limits::Limits;

/// Asks until there is an answer, a permanent error, or no repetition left.
pub(crate) async fn reads<T, F, Fut>(limits: &Limits, ask: F) -> Result<T, ReadError>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, ReadError>>,
{
    ask.retry(backoff(limits))
        .sleep(tokio::time::sleep)
        .when(ReadError::is_passing)
        .adjust(|error, wait| pause(error, wait, limits.longest_wait))
        .notify(|error, wait| tracing::debug!(%error, ?wait, "a read is repeated"))
        .await
}

fn backoff(limits: &Limits) -> ExponentialBuilder {
    ExponentialBuilder::new()
        .with_min_delay(limits.first_wait)
        .with_max_delay(limits.longest_wait)
        .with_max_times(limits.read_retries)
        .with_jitter()
        .with_jitter_seed(RandomState::new().hash_one(()))
}

/// Seam's own figure overrides ours. One that is too long to wait ends the read: asking earlier would not be polite.
fn pause(error: &ReadError, ours: Option<Duration>, longest: Duration) -> Option<Duration> {
    let ours = ours?;
    if let ReadError::RateLimited { retry_after: Some(theirs) } = error {
        return (*theirs <= longest).then(|| ours.max(*theirs));
    }
    Some(ours.min(longest))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tokio::time::Instant;

    use super::*;

    const LIMITS: fn() -> Limits = || Limits { read_retries: 3, ..Limits::default() };

    async fn asked(error: ReadError) -> (u32, Duration) {
        let (count, start) = (Cell::new(0), Instant::now());
        let limits = LIMITS();
        let result = reads(&limits, || {
            count.set(count.get() + 1);
            let error = error.clone();
            async move { Err::<(), _>(error) }
        })
        .await;
        assert!(result.is_err(), "this server never succeeds");
        (count.get(), start.elapsed())
    }

    #[tokio::test(start_paused = true)]
    async fn retry_after_is_honoured() {
        let seven = ReadError::RateLimited { retry_after: Some(Duration::from_secs(7)) };
        let (count, time) = asked(seven).await;
        assert_eq!(count, 4, "one attempt and three repetitions");
        assert!(time >= Duration::from_secs(21) && time < Duration::from_secs(22), "seven seconds each: {time:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_wait_of_an_hour_is_left_to_the_caller() {
        let hour = ReadError::RateLimited { retry_after: Some(Duration::from_secs(3_600)) };
        let (count, time) = asked(hour).await;
        assert_eq!((count, time), (1, Duration::ZERO), "neither waited for nor cut short");
    }

    #[tokio::test(start_paused = true)]
    async fn waits_grow() {
        let (count, time) = asked(ReadError::Unavailable { status: 503 }).await;
        assert_eq!(count, 4, "one attempt and three repetitions");
        let (least, most) = (Duration::from_millis(1_750), Duration::from_millis(3_500));
        assert!(time >= least && time <= most, "250, 500 and 1000 ms, at most doubled by jitter: {time:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn permanent_errors_are_not_retried() {
        for error in
            [ReadError::Unauthorized, ReadError::NotSeam, ReadError::CursorLoop, ReadError::TooLarge { limit: 1 }]
        {
            let shown = error.to_string();
            assert_eq!(asked(error).await, (1, Duration::ZERO), "{shown}");
        }
    }
}
