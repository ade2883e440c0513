//! A signal that comes before anybody waits for it. Signals reach every listener of a process, so this is the only test in
//! its own process.
#![cfg(unix)]

use std::process::Command;

use eop_runtime::lifecycle::{DRAIN_DEADLINE, Lifecycle, Stop};

#[tokio::test]
async fn a_signal_between_ready_and_the_wait_for_it_stops_the_process_in_order() {
    let lifecycle = Lifecycle::new();
    lifecycle.listen().unwrap();
    let kill = format!("kill -TERM {}", std::process::id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    assert_eq!(lifecycle.run_until_signal().await.unwrap(), Stop::Signal("SIGTERM"));
    lifecycle.drain(DRAIN_DEADLINE).await.unwrap();
}
