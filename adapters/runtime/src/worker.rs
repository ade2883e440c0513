//! A background loop: works while there is work, waits when there is none, backs off when it fails.
//!
//! The relay, the dispatcher and every sweep are this loop around a different step. Waking is a hint:
//! a missed one costs at most the sweep interval, so nothing depends on it for correctness.

use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::pulse::Pulse;

/// What one step found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There was work and there may be more: the next step follows at once.
    Worked,
    /// There was nothing to do.
    Idle,
}

/// How a background loop waits.
#[derive(Clone, Debug)]
pub struct Worker {
    /// What the loop is called in logs.
    pub name: String,
    /// Longest wait without a wake-up when there is no work: the sweep interval.
    pub idle: Duration,
    /// Wait after the first failure of a streak; it doubles with each further one.
    pub backoff_min: Duration,
    /// Longest wait after a failure.
    pub backoff_max: Duration,
    /// How long a step that has begun may go on when the process stops.
    pub grace: Duration,
    /// Where its progress is seen.
    pub pulse: Pulse,
}

/// How long the step of most loops may go on: less than [`DRAIN_DEADLINE`](crate::lifecycle::DRAIN_DEADLINE), so that there
/// is time to give back what the loop holds.
pub const GRACE: Duration = Duration::from_secs(4);

impl Worker {
    /// A loop that sweeps at this interval, and backs off from 100 ms to 30 s.
    #[must_use]
    pub fn new(name: impl Into<String>, idle: Duration) -> Self {
        Self {
            name: name.into(),
            idle,
            backoff_min: Duration::from_millis(100),
            backoff_max: Duration::from_secs(30),
            grace: GRACE,
            pulse: Pulse::default(),
        }
    }

    /// With this much time for a step that has begun when the process stops.
    #[must_use]
    pub fn with_grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// With a pulse that others see.
    #[must_use]
    pub fn with_pulse(mut self, pulse: Pulse) -> Self {
        self.pulse = pulse;
        self
    }

    /// With these bounds for the wait after a failure.
    #[must_use]
    pub fn with_backoff(mut self, min: Duration, max: Duration) -> Self {
        self.backoff_min = min;
        self.backoff_max = max.max(min);
        self
    }

    /// Repeats `step` until `shutdown`. A step that has begun is finished if it ends within the grace, and dropped if it does
    /// not, as when the other side has fallen silent; waits end at once.
    ///
    /// `wake` (by `notify_one`, which is remembered during a step) ends an idle wait, but not a wait after
    /// a failure: whatever arrives while the other side is down must not turn into a storm of attempts.
    /// A streak of failures is logged once when it begins and once when it is over.
    pub async fn run<S, F, E>(&self, shutdown: CancellationToken, wake: Arc<Notify>, mut step: S)
    where
        S: FnMut() -> F + Send,
        F: Future<Output = Result<Progress, E>> + Send,
        E: Display + Send,
    {
        let mut failures = 0_u32;
        while !shutdown.is_cancelled() {
            let Some(outcome) = self.finished(&shutdown, step()).await else {
                tracing::warn!(worker = %self.name, grace = ?self.grace, "the last step did not end and is given up");
                return;
            };
            match outcome {
                Ok(progress) => {
                    self.pulse.beat(if progress == Progress::Idle { self.idle } else { Duration::ZERO });
                    if failures > 0 {
                        tracing::info!(worker = %self.name, failures, "worker has recovered");
                        failures = 0;
                    }
                    if progress == Progress::Worked {
                        // A step that never waits must not keep its thread from other tasks.
                        tokio::task::yield_now().await;
                        continue;
                    }
                    tokio::select! {
                        () = shutdown.cancelled() => {}
                        () = wake.notified() => {}
                        () = sleep(self.idle) => {}
                    }
                }
                Err(error) => {
                    if failures == 0 {
                        tracing::warn!(worker = %self.name, %error, "worker failed and backs off");
                    } else {
                        tracing::debug!(worker = %self.name, %error, failures, "worker still fails");
                    }
                    let wait = self.backoff(failures);
                    failures = failures.saturating_add(1);
                    tokio::select! {
                        () = shutdown.cancelled() => {}
                        () = sleep(wait) => {}
                    }
                }
            }
        }
    }

    /// What `step` gives, unless it is still under way when the process has been stopping for the grace.
    async fn finished<T>(&self, shutdown: &CancellationToken, step: impl Future<Output = T>) -> Option<T> {
        let over = async {
            shutdown.cancelled().await;
            sleep(self.grace).await;
        };
        tokio::select! {
            outcome = step => Some(outcome),
            () = over => None,
        }
    }

    /// The wait after a failure that follows `failures` others.
    fn backoff(&self, failures: u32) -> Duration {
        let factor = 2_u32.checked_pow(failures).unwrap_or(u32::MAX);
        self.backoff_min.saturating_mul(factor).min(self.backoff_max)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::sync::Mutex;

    use tokio::task::JoinHandle;
    use tokio::time::{Instant, sleep_until};
    use tokio_util::task::TaskTracker;

    use super::*;
    use crate::telemetry::testing::Lines;

    type Outcome = Result<Progress, &'static str>;

    /// A running worker whose steps give these outcomes, then `Idle`, and note when they ran.
    struct Running {
        begun: Instant,
        steps: Arc<Mutex<Vec<Duration>>>,
        shutdown: CancellationToken,
        wake: Arc<Notify>,
        task: JoinHandle<()>,
    }

    impl Running {
        fn start(outcomes: impl Into<VecDeque<Outcome>>) -> Self {
            let worker = Worker::new("relay", Duration::from_secs(1))
                .with_backoff(Duration::from_millis(100), Duration::from_millis(500));
            let mut outcomes = outcomes.into();
            let (begun, steps) = (Instant::now(), Arc::new(Mutex::new(Vec::new())));
            let (shutdown, wake) = (CancellationToken::new(), Arc::new(Notify::new()));
            let (seen, token, notify) = (steps.clone(), shutdown.clone(), wake.clone());
            let task = TaskTracker::new().spawn(async move {
                worker
                    .run(token, notify, || {
                        seen.lock().unwrap().push(begun.elapsed());
                        let outcome = outcomes.pop_front().unwrap_or(Ok(Progress::Idle));
                        async move { outcome }
                    })
                    .await;
            });
            Self { begun, steps, shutdown, wake, task }
        }

        async fn at_ms(&self, ms: u64) -> Vec<u128> {
            // The paused clock moves on only when every task waits, so nothing due is missed.
            sleep_until(self.begun + Duration::from_millis(ms)).await;
            // Timers are as fine as a millisecond, so times are compared in tens.
            self.steps.lock().unwrap().iter().map(|at| at.as_millis() / 10 * 10).collect()
        }
    }

    #[tokio::test(start_paused = true)]
    async fn it_works_without_a_pause_while_there_is_work_then_sweeps() {
        let running = Running::start([Ok(Progress::Worked), Ok(Progress::Worked), Ok(Progress::Idle)]);
        assert_eq!(running.at_ms(500).await, [0, 0, 0]);
        assert_eq!(running.at_ms(1500).await.len(), 4);
        assert_eq!(running.at_ms(2500).await.len(), 5);
    }

    #[tokio::test(start_paused = true)]
    async fn a_wake_ends_an_idle_wait_at_once() {
        let running = Running::start([]);
        assert_eq!(running.at_ms(300).await, [0]);
        running.wake.notify_one();
        assert_eq!(running.at_ms(310).await.len(), 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_failure_backs_off_doubling_up_to_a_cap_and_is_not_woken() {
        let running = Running::start(vec![Err("down"); 6]);
        running.at_ms(50).await;
        running.wake.notify_one();
        let steps = running.at_ms(2000).await;
        let waits: Vec<_> = steps.windows(2).map(|pair| pair[1] - pair[0]).take(5).collect();
        let expected = [100_u128, 200, 400, 500, 500];
        assert_eq!(waits.len(), expected.len());
        for (wait, expected) in waits.iter().zip(expected) {
            assert!(wait.abs_diff(expected) <= 20, "{waits:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_streak_of_failures_is_logged_when_it_begins_and_when_it_ends() {
        let lines = Lines::default();
        let _guard = lines.capture();
        let running =
            Running::start([Err("broker down"), Err("broker down"), Ok(Progress::Idle), Err("again")]);
        running.at_ms(3000).await;
        let levels: Vec<_> = lines
            .json()
            .iter()
            .map(|line| {
                (line["level"].as_str().unwrap().to_owned(), line["message"].as_str().unwrap().to_owned())
            })
            .collect();
        let (warn, info) = ("worker failed and backs off", "worker has recovered");
        assert_eq!(
            levels,
            [("WARN", warn), ("INFO", info), ("WARN", warn), ("INFO", info)]
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
        assert_eq!(lines.json()[1]["failures"], 2);
    }

    #[tokio::test(start_paused = true)]
    async fn shutdown_ends_idle_and_backoff_waits_at_once() {
        for outcomes in [vec![], vec![Err("down"); 9]] {
            let running = Running::start(outcomes);
            running.at_ms(50).await;
            let before = Instant::now();
            running.shutdown.cancel();
            running.task.await.unwrap();
            assert_eq!(before.elapsed(), Duration::ZERO);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_step_that_does_not_end_is_given_up_after_the_grace() {
        let (shutdown, begun) = (CancellationToken::new(), Instant::now());
        let worker = Worker::new("relay", Duration::from_secs(1)).with_grace(Duration::from_secs(3));
        let token = shutdown.clone();
        let running = TaskTracker::new().spawn(async move {
            let silent = || std::future::pending::<Outcome>();
            worker.run(token, Arc::new(Notify::new()), silent).await;
        });
        sleep_until(begun + Duration::from_mins(1)).await;
        assert!(!running.is_finished(), "it is waited for as long as the process lives");
        shutdown.cancel();
        running.await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 63);
    }

    #[tokio::test(start_paused = true)]
    async fn a_step_that_ends_within_the_grace_is_finished() {
        let (shutdown, begun) = (CancellationToken::new(), Instant::now());
        let worker = Worker::new("relay", Duration::from_secs(1)).with_grace(Duration::from_secs(3));
        let (token, ended) = (shutdown.clone(), Arc::new(Mutex::new(0)));
        let count = Arc::clone(&ended);
        let running = TaskTracker::new().spawn(async move {
            worker
                .run(token, Arc::new(Notify::new()), || async {
                    sleep_until(begun + Duration::from_secs(2)).await;
                    *count.lock().unwrap() += 1;
                    Outcome::Ok(Progress::Worked)
                })
                .await;
        });
        sleep_until(begun + Duration::from_secs(1)).await;
        shutdown.cancel();
        running.await.unwrap();
        assert_eq!((begun.elapsed().as_secs(), *ended.lock().unwrap()), (2, 1));
    }

    #[tokio::test(start_paused = true)]
    async fn the_pulse_ages_while_a_loop_fails_or_hangs_and_not_while_it_rests() {
        let pulse = Pulse::default();
        let begun = Instant::now();
        let worker = Worker::new("relay", Duration::from_secs(10)).with_pulse(pulse.clone());
        let mut outcomes = VecDeque::from([Ok(Progress::Idle), Err("down")]);
        let _running = TaskTracker::new().spawn(async move {
            worker
                .run(CancellationToken::new(), Arc::new(Notify::new()), || {
                    let outcome = outcomes.pop_front();
                    async move {
                        match outcome {
                            Some(outcome) => outcome,
                            None => std::future::pending().await,
                        }
                    }
                })
                .await;
        });
        sleep_until(begun + Duration::from_secs(9)).await;
        assert_eq!(pulse.age(), Duration::ZERO);
        sleep_until(begun + Duration::from_secs(40)).await;
        assert_eq!(pulse.age().as_secs(), 30);
    }

    #[test]
    fn the_backoff_never_overflows() {
        let worker = Worker::new("relay", Duration::from_secs(1));
        assert_eq!(worker.backoff(0), Duration::from_millis(100));
        assert_eq!(worker.backoff(u32::MAX), Duration::from_secs(30));
    }
}
