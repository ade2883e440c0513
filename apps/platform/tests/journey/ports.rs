//! Ports that stay free while a program is down.

use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};

/// The range lies below the one that systems take outgoing connections from, so that a program which is started again
/// finds its port as it left it.
const FIRST: u16 = 12_000;
const PER_PROCESS: u16 = 100;
const PROCESSES: u32 = 190;

/// A port of 127.0.0.1 that nobody listens on, and that this process gives to nobody else.
pub(crate) fn free() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let own = u16::try_from(std::process::id() % PROCESSES).expect("it is below 190");
    loop {
        let count = NEXT.fetch_add(1, Ordering::Relaxed);
        assert!(count < PER_PROCESS, "too many ports of this process's range are in use");
        let port = FIRST + own * PER_PROCESS + count;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
