//! The programs that are measured, as child processes.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// How long a program may take until it is ready.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running program; it is killed with the value.
#[derive(Debug)]
pub(crate) struct Program {
    child: Child,
    log: PathBuf,
    started: Instant,
}

impl Program {
    /// Starts the program at `path` with only this environment.
    pub(crate) fn start(
        path: &Path,
        arguments: &[&str],
        environment: &[(&str, String)],
        log: PathBuf,
    ) -> Result<Self> {
        let out = File::create(&log).with_context(|| format!("{} cannot be written", log.display()))?;
        let started = Instant::now();
        let child = Command::new(path)
            .args(arguments)
            .env_clear()
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out)
            .spawn()
            .with_context(|| format!("{} cannot be started", path.display()))?;
        Ok(Self { child, log, started })
    }

    /// Waits until all of these ports answer that they are ready. Gives how long it took since the start.
    pub(crate) async fn ready(&mut self, ports: &[u16]) -> Result<Duration> {
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build()?;
        for port in ports {
            let url = format!("http://127.0.0.1:{port}/health/ready");
            loop {
                if let Some(status) = self.child.try_wait()? {
                    bail!("the program ended with {status}; its log says:\n{}", self.last_lines());
                }
                if let Ok(answer) = http.get(&url).send().await
                    && answer.status().is_success()
                {
                    break;
                }
                ensure!(self.started.elapsed() < PATIENCE, "{url} is not ready:\n{}", self.last_lines());
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        }
        Ok(self.started.elapsed())
    }

    /// The memory that it has in use, in bytes.
    pub(crate) fn resident(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line =
            status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("a process has memory")?;
        let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kibibytes * 1024)
    }

    fn last_lines(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of 127.0.0.1 that nothing listens on, below those that the kernel gives to outgoing connections.
pub(crate) fn free_port() -> Result<u16> {
    use std::sync::atomic::{AtomicU16, Ordering};
    static NEXT: AtomicU16 = AtomicU16::new(0);
    for _ in 0..2000 {
        let port = 14_000 + NEXT.fetch_add(1, Ordering::Relaxed) % 4000;
        if std::net::TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("no free port was found")
}
