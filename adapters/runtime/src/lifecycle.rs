//! The life of a process: its tasks, what stops it, and how it stops.
//!
//! Every long-running task is spawned here under a name. A task that fails or panics stops the whole
//! process, because a service without its relay or its consumer only looks alive; whoever starts
//! processes starts it again. Stopping means: cancel one token, wait for the tasks up to a deadline, and
//! say who did not finish.

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::task::{AbortHandle, JoinError, JoinHandle};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Longest time for tasks to finish after the signal: less than the grace that container runtimes give.
pub const DRAIN_DEADLINE: Duration = Duration::from_secs(10);

/// Any error that a task may end with.
pub type TaskError = Box<dyn Error + Send + Sync>;

/// Why [`Lifecycle::run_until_signal`] returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The process was asked to end by this signal.
    Signal(&'static str),
    /// The program asked for it by [`Lifecycle::shutdown`].
    Requested,
    /// A task failed; [`Lifecycle::drain`] says which.
    Failure,
}

/// Why a process did not end well.
#[derive(Debug, thiserror::Error)]
pub enum LifecycleError {
    /// A task returned an error.
    #[error("task {task} failed")]
    Failed {
        /// Name of the task.
        task: String,
        /// What it returned.
        source: TaskError,
    },
    /// A task panicked.
    #[error("task {task} panicked: {message}")]
    Panicked {
        /// Name of the task.
        task: String,
        /// Text of the panic.
        message: String,
    },
    /// Tasks were still running at the deadline and have been aborted.
    #[error("tasks did not finish within {} ms and were aborted: {}", .deadline.as_millis(), .tasks.join(", "))]
    Unfinished {
        /// Names of the tasks.
        tasks: Vec<String>,
        /// How long they were given.
        deadline: Duration,
    },
    /// Signals cannot be received.
    #[error("cannot listen for signals")]
    Signals(#[from] std::io::Error),
}

/// The tasks of a process and the token that stops them. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Lifecycle {
    shutdown: CancellationToken,
    tracker: TaskTracker,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    /// Those that came since [`Lifecycle::listen`], until somebody waits for them.
    signals: Option<Signals>,
    next: u64,
    running: BTreeMap<u64, (String, AbortHandle)>,
    failure: Option<LifecycleError>,
}

impl Lifecycle {
    /// A process without tasks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The token that is cancelled when the process stops. Cancelling it stops the process.
    #[must_use]
    pub fn shutdown_token(&self) -> CancellationToken {
        self.shutdown.clone()
    }

    /// Stops the process, as a signal would.
    pub fn shutdown(&self) {
        self.shutdown.cancel();
    }

    /// Runs a task until it ends. It should end soon after the shutdown token is cancelled; it may end
    /// before. An error or a panic stops the process.
    ///
    /// # Panics
    /// Outside a tokio runtime.
    pub fn spawn<F, E>(&self, name: impl Into<String>, future: F)
    where
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<TaskError> + Send + 'static,
    {
        let name = name.into();
        let handle = self.tracker.spawn(future);
        let id = {
            let mut state = self.state();
            state.next += 1;
            let id = state.next;
            state.running.insert(id, (name.clone(), handle.abort_handle()));
            id
        };
        let lifecycle = self.clone();
        self.tracker.spawn(async move { lifecycle.supervise(id, name, handle).await });
    }

    async fn supervise<E: Into<TaskError>>(&self, id: u64, task: String, handle: JoinHandle<Result<(), E>>) {
        let failure = match handle.await {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(LifecycleError::Failed { task, source: error.into() }),
            Err(error) => panic_message(error).map(|message| LifecycleError::Panicked { task, message }),
        };
        self.state().running.remove(&id);
        if let Some(failure) = failure {
            tracing::error!(error = %failure, cause = failure.source().map(tracing::field::display), "stopping");
            // The first failure is the cause; those that follow are mostly its consequences.
            self.state().failure.get_or_insert(failure);
            self.shutdown();
        }
    }

    /// Takes signals from now on: one that comes before [`Lifecycle::run_until_signal`] is not lost to the system's default,
    /// which ends the process where it stands. To be called before anybody can know that the process is ready; not much
    /// earlier, because nothing stops until somebody waits.
    ///
    /// # Errors
    /// When signals cannot be received.
    ///
    /// # Panics
    /// Outside a tokio runtime.
    pub fn listen(&self) -> Result<(), LifecycleError> {
        let signals = Signals::listen()?;
        self.state().signals.get_or_insert(signals);
        Ok(())
    }

    /// Waits for SIGTERM, SIGINT, a failed task or [`Lifecycle::shutdown`]; then the token is cancelled.
    ///
    /// # Errors
    /// When signals cannot be received.
    pub async fn run_until_signal(&self) -> Result<Stop, LifecycleError> {
        let early = self.state().signals.take();
        let mut signals = match early {
            Some(signals) => signals,
            None => Signals::listen()?,
        };
        let stop = tokio::select! {
            signal = signals.next() => Stop::Signal(signal),
            () = self.shutdown.cancelled() => match self.state().failure {
                Some(_) => Stop::Failure,
                None => Stop::Requested,
            },
        };
        tracing::info!(reason = ?stop, "stopping");
        self.shutdown();
        Ok(stop)
    }

    /// Cancels the token and waits for the tasks, up to `deadline`; then aborts those still running.
    ///
    /// # Errors
    /// The first failure of a task, or else which tasks did not finish.
    pub async fn drain(&self, deadline: Duration) -> Result<(), LifecycleError> {
        self.shutdown();
        self.tracker.close();
        let finished = tokio::time::timeout(deadline, self.tracker.wait()).await.is_ok();
        let mut state = self.state();
        let unfinished: Vec<_> = if finished {
            Vec::new()
        } else {
            state.running.values().map(|(name, task)| (name.clone(), task.clone())).collect()
        };
        for (_, task) in &unfinished {
            task.abort();
        }
        match state.failure.take() {
            Some(failure) => Err(failure),
            None if unfinished.is_empty() => Ok(()),
            None => {
                let tasks = unfinished.into_iter().map(|(name, _)| name).collect();
                Err(LifecycleError::Unfinished { tasks, deadline })
            }
        }
    }

    /// The whole life after the tasks have been spawned: until a signal, then drained within
    /// [`DRAIN_DEADLINE`]. A second signal ends the wait.
    ///
    /// # Errors
    /// As [`Lifecycle::run_until_signal`] and [`Lifecycle::drain`].
    pub async fn run(&self) -> Result<(), LifecycleError> {
        self.run_until_signal().await?;
        let mut signals = Signals::listen()?;
        tokio::select! {
            drained = self.drain(DRAIN_DEADLINE) => drained,
            _ = signals.next() => self.drain(Duration::ZERO).await,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The text of a panic; `None` when the task was aborted.
fn panic_message(error: JoinError) -> Option<String> {
    let panic = error.try_into_panic().ok()?;
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    Some(text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned()))
}

/// The signals that end a process.
#[cfg(unix)]
#[derive(Debug)]
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
        }
    }
}

/// The signals that end a process.
#[cfg(not(unix))]
#[derive(Debug)]
struct Signals(());

#[cfg(not(unix))]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        Ok(Self(()))
    }

    async fn next(&mut self) -> &'static str {
        match tokio::signal::ctrl_c().await {
            Ok(()) => "Ctrl-C",
            Err(_) => std::future::pending().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    /// A task that ends when it is told to.
    async fn obedient(token: CancellationToken) -> Result<(), Infallible> {
        token.cancelled().await;
        Ok(())
    }

    #[tokio::test]
    async fn tasks_that_obey_the_token_are_drained() {
        let lifecycle = Lifecycle::new();
        lifecycle.spawn("relay", obedient(lifecycle.shutdown_token()));
        lifecycle.spawn("once", async { Ok::<_, Infallible>(()) });
        let stopper = lifecycle.clone();
        lifecycle.spawn("stopper", async move {
            stopper.shutdown();
            Ok::<_, Infallible>(())
        });
        assert_eq!(lifecycle.run_until_signal().await.unwrap(), Stop::Requested);
        lifecycle.drain(DRAIN_DEADLINE).await.unwrap();
    }

    #[tokio::test]
    async fn a_task_that_ends_early_does_not_stop_the_process() {
        let lifecycle = Lifecycle::new();
        lifecycle.spawn("once", async { Ok::<_, Infallible>(()) });
        tokio::task::yield_now().await;
        tokio::task::yield_now().await;
        assert!(!lifecycle.shutdown_token().is_cancelled());
    }

    #[tokio::test]
    async fn a_failed_task_stops_the_process_and_is_named() {
        let lifecycle = Lifecycle::new();
        lifecycle.spawn("relay", obedient(lifecycle.shutdown_token()));
        lifecycle.spawn("consumer", async { Err("the broker is gone") });
        assert_eq!(lifecycle.run_until_signal().await.unwrap(), Stop::Failure);
        let error = lifecycle.drain(DRAIN_DEADLINE).await.unwrap_err();
        assert_eq!(error.to_string(), "task consumer failed");
        assert_eq!(error.source().unwrap().to_string(), "the broker is gone");
    }

    #[tokio::test]
    async fn a_panic_stops_the_process_and_is_named() {
        let lifecycle = Lifecycle::new();
        let outcome: Result<(), &str> = Err("unused");
        lifecycle
            .spawn("dispatcher", async move { outcome.map_err(|_| -> Infallible { panic!("slipped") }) });
        let error = lifecycle.run().await.unwrap_err();
        assert_eq!(error.to_string(), "task dispatcher panicked: slipped");
    }

    #[tokio::test(start_paused = true)]
    async fn tasks_that_do_not_finish_are_named_and_aborted() {
        struct Dropped(CancellationToken);
        impl Drop for Dropped {
            fn drop(&mut self) {
                self.0.cancel();
            }
        }
        let (lifecycle, gone) = (Lifecycle::new(), CancellationToken::new());
        let witness = Dropped(gone.clone());
        lifecycle.spawn("deaf", async move {
            let _witness = witness;
            std::future::pending::<Result<(), Infallible>>().await
        });
        lifecycle.spawn("relay", obedient(lifecycle.shutdown_token()));
        let before = tokio::time::Instant::now();
        let error = lifecycle.drain(DRAIN_DEADLINE).await.unwrap_err();
        assert_eq!(before.elapsed().as_secs(), 10);
        assert_eq!(error.to_string(), "tasks did not finish within 10000 ms and were aborted: deaf");
        gone.cancelled().await;
    }
}
