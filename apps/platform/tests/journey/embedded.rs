//! `eop dev`: the whole platform in one process, in a folder of its own.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::platform::{Mails, Platform, Ports};
use crate::ports;
use crate::process::{PATIENT, Program};

/// An account that `eop dev` makes.
const ADMIN: (&str, &str) = ("admin@demo.test", "correct-horse-demo-battery");

/// The process and its folder.
pub(crate) struct Embedded {
    pub(crate) process: Program,
    pub(crate) platform: Platform,
    /// Where the process keeps everything.
    pub(crate) data: PathBuf,
    _folder: TempDir,
}

impl Embedded {
    /// Starts it with these further settings, and waits until it is ready. Nothing is in it but the demo accounts.
    pub(crate) async fn start(settings: &[(&'static str, &str)]) -> Self {
        Self::start_with(&["--no-examples"], settings, &[]).await
    }

    /// Starts it with these further arguments and settings, and waits until it is ready, though these parts fail.
    pub(crate) async fn start_with(
        arguments: &[&str],
        settings: &[(&'static str, &str)],
        failing: &[&str],
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let (ports, mails) = ([Ports::free()], Mails::Mailbox);
        let data: PathBuf = folder.path().join("data");
        #[cfg(feature = "crash-points")]
        let arming = folder.path().join("eop.crash");
        let mut process = Program::new("eop", env!("CARGO_BIN_EXE_eop"), folder.path())
            .arguments(["dev", "--data-dir"])
            .arguments([&data])
            .arguments(["--user-port", &ports[0].user.to_string()])
            .arguments(["--order-port", &ports[0].order.to_string()])
            .arguments(["--notification-port", &ports[0].notification.to_string()])
            .arguments(["--portal-port", &ports::free().to_string()])
            .arguments(arguments)
            .environment([("EOP_LOG", "info".to_owned())])
            .environment([PATIENT].iter().chain(settings).map(|(name, value)| (*name, (*value).to_owned())));
        #[cfg(feature = "crash-points")]
        process.is_armed_by(&arming);
        process.start();
        let platform = tokio::select! {
            platform = Platform::open_though(&ports, mails, ADMIN, failing) => platform,
            () = process.must_go_on() => unreachable!("it does not return"),
        };
        Self { process, platform, data, _folder: folder }
    }
}
