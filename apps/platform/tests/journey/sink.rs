//! A mail server that keeps what it takes: `scripts/smtp-sink.py`.

use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::call::text;
use crate::platform::{Letter, SOON};
use crate::ports;
use crate::process::Program;
use crate::wait::eventually;

/// The server, which may be stopped and started again.
pub(crate) struct Sink {
    python: PathBuf,
    port: u16,
    program: Option<Program>,
    /// Goes last, with the log of the program in it.
    folder: TempDir,
}

impl Sink {
    /// Not started yet.
    pub(crate) fn new(python: impl Into<PathBuf>) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        Self { python: python.into(), port: ports::free(), program: None, folder }
    }

    /// Its `host:port`.
    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}?tls=none", self.address())
    }

    /// Where the mail is written to.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("mail.jsonl")
    }

    /// Starts it with these further arguments, and waits until it listens.
    pub(crate) async fn start(&mut self, further: &[&str]) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/smtp-sink.py");
        let mut program = Program::new("smtp-sink", &self.python, self.folder.path())
            .arguments([script])
            .arguments(["--port", &self.port.to_string()])
            .arguments(["--out".into(), self.file()])
            .arguments(further);
        program.start();
        self.program = Some(program);
        eventually("the mail server listens", Duration::from_secs(20), async || {
            TcpStream::connect(("127.0.0.1", self.port)).map(drop).map_err(|error| error.to_string())
        })
        .await;
    }

    /// Waits for the moment at which it has taken a mail, and has yet to say so if it was told to wait.
    pub(crate) async fn takes_a_mail(&self) {
        let size = || fs::metadata(self.file()).map_or(0, |file| file.len());
        let (before, begun) = (size(), Instant::now());
        while size() == before {
            assert!(begun.elapsed() < SOON, "no mail comes");
            sleep(Duration::from_millis(5)).await;
        }
    }

    pub(crate) async fn stop(&mut self) {
        let mut program = self.program.take().expect("it was started");
        program.terminate().await;
    }
}

/// The mail in the file of a sink, in the order in which it came.
pub(crate) fn letters(file: &Path) -> Vec<Letter> {
    let lines = fs::read_to_string(file).unwrap_or_default();
    // The last line may be under way.
    let whole = lines.rfind('\n').map_or("", |end| &lines[..end]);
    whole
        .lines()
        .map(|line| {
            let mail: Value = serde_json::from_str(line).expect("the sink writes JSON");
            let id = text(&mail["headers"], "Message-ID");
            let delivery = id.trim_matches(['<', '>']).split('@').next().unwrap_or_default().to_owned();
            let to = mail["to"][0].as_str().expect("a mail has a recipient").to_owned();
            Letter { delivery, to, subject: text(&mail["headers"], "Subject"), text: text(&mail, "text") }
        })
        .collect()
}
