//! Signals reach every listener of a process, so this is the only test in its own process.
#![cfg(unix)]

use std::convert::Infallible;
use std::process::Command;

use eop_runtime::lifecycle::{DRAIN_DEADLINE, Lifecycle, Stop};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::task::TaskTracker;

#[tokio::test]
async fn sigterm_stops_the_process_and_its_tasks() {
    let lifecycle = Lifecycle::new();
    let token = lifecycle.shutdown_token();
    lifecycle.spawn("relay", async move {
        token.cancelled().await;
        Ok::<_, Infallible>(())
    });
    // Without a handler the signal would end the test before it can fail.
    let _handler = signal(SignalKind::terminate()).unwrap();
    let waiting = TaskTracker::new().spawn({
        let lifecycle = lifecycle.clone();
        async move { lifecycle.run_until_signal().await }
    });
    // The spawned task runs up to its first wait, so it listens when the signal is sent.
    tokio::task::yield_now().await;
    let kill = format!("kill -TERM {}", std::process::id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());

    assert_eq!(waiting.await.unwrap().unwrap(), Stop::Signal("SIGTERM"));
    assert!(lifecycle.shutdown_token().is_cancelled());
    lifecycle.drain(DRAIN_DEADLINE).await.unwrap();
}
