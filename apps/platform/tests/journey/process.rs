//! Programs as child processes: started, killed, asked to stop, and their logs kept for whoever has to find out why.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tokio::time::{Instant, sleep};

/// A disk that others write to may take seconds for a flush, and that is not what is tested: requests wait for it.
pub(crate) const PATIENT: (&str, &str) = ("EOP_DB_ACQUIRE_TIMEOUT_MS", "10000");
/// How much of a log a failed test shows.
const SHOWN_LINES: usize = 60;

/// A program and how it is started, again and again if need be.
pub(crate) struct Program {
    name: String,
    path: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(&'static str, String)>,
    log: PathBuf,
    child: Option<Child>,
    /// How long the log was when it was started.
    #[cfg(feature = "crash-points")]
    said: usize,
    /// What arms its crash points.
    #[cfg(feature = "crash-points")]
    arming: Option<PathBuf>,
}

impl Program {
    /// The program at `path`, which writes its log into `folder`. It gets no environment but its own.
    pub(crate) fn new(name: impl Into<String>, path: impl Into<PathBuf>, folder: &Path) -> Self {
        let name = name.into();
        let log = folder.join(format!("{name}.log"));
        Self {
            name,
            path: path.into(),
            arguments: Vec::new(),
            environment: Vec::new(),
            log,
            child: None,
            #[cfg(feature = "crash-points")]
            said: 0,
            #[cfg(feature = "crash-points")]
            arming: None,
        }
    }

    pub(crate) fn arguments<T: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = T>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    pub(crate) fn environment(mut self, variables: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        self.environment.extend(variables);
        self
    }

    /// Starts it. Whether it works is for others to find out.
    pub(crate) fn start(&mut self) {
        assert!(self.child.is_none(), "{} runs already", self.name);
        #[cfg(feature = "crash-points")]
        {
            self.said = self.log().len();
        }
        self.child = Some(self.spawn(&self.log));
    }

    fn spawn(&self, log: &Path) -> Child {
        let log = File::options().create(true).append(true).open(log).expect("the log can be written");
        let errors = log.try_clone().expect("a file can be shared");
        let child = Command::new(&self.path)
            .args(&self.arguments)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn();
        child.unwrap_or_else(|error| panic!("{} cannot be started: {error}", self.path.display()))
    }

    /// Starts it a second time beside itself, as by mistake: that one must give up, and say why.
    pub(crate) async fn must_refuse_a_twin(&self) {
        let log = self.log.with_extension("twin.log");
        let mut twin = self.spawn(&log);
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = twin.try_wait().expect("a child can be asked") {
                break status;
            }
            if begun.elapsed() > Duration::from_mins(1) {
                twin.kill().expect("a child can be killed");
                twin.wait().expect("a child can be waited for");
                panic!("a second {} runs beside the first", self.name);
            }
            sleep(Duration::from_millis(50)).await;
        };
        let said = fs::read_to_string(&log).expect("the log can be read");
        assert!(!status.success() && said.contains("cannot listen on"), "{status}: {said}");
    }

    /// From its next start on it dies at the point that the file says, if its passage is the first.
    #[cfg(feature = "crash-points")]
    pub(crate) fn is_armed_by(&mut self, file: &Path) {
        self.environment.push(("CRASH_AT", file.display().to_string()));
        self.arming = Some(file.to_owned());
    }

    /// Has whichever of the processes that this one's file arms die at a passage of a crash point.
    #[cfg(feature = "crash-points")]
    pub(crate) fn arm(&self, (point, passage): (&str, u64)) {
        let file = self.arming.as_ref().expect("it has a file");
        let draft = file.with_extension("draft");
        let written = fs::write(&draft, format!("{point}:{passage}")).and_then(|()| fs::rename(&draft, file));
        written.expect("the file can be written");
    }

    /// Whether it has died, and insists that this happened at the point for which it was armed.
    #[cfg(feature = "crash-points")]
    pub(crate) fn has_died_at(&mut self, point: &str) -> bool {
        if self.child.as_mut().is_none_or(|child| matches!(child.try_wait(), Ok(None))) {
            return false;
        }
        self.child = None;
        let log = self.log();
        let line = format!("crash point {point}");
        assert!(log[self.said..].lines().any(|said| said == line), "{} died, but not at {point}", self.name);
        self.must_not_have_panicked();
        true
    }

    /// Waits until it ends by itself, and fails then: for beside whatever needs it to run.
    pub(crate) async fn must_go_on(&mut self) {
        loop {
            self.must_be_well();
            sleep(Duration::from_millis(200)).await;
        }
    }

    /// Kills it at once, by SIGKILL, and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        let mut child = self.child.take().expect("what is killed has been started");
        assert!(
            child.try_wait().expect("a child can be asked").is_none(),
            "{} ended by itself before it was killed",
            self.name
        );
        child.kill().expect("a child can be killed");
        child.wait().expect("a child can be waited for");
    }

    /// Asks it to stop, by SIGTERM. Gives its exit status and how long it took.
    pub(crate) async fn terminate(&mut self) -> (ExitStatus, Duration) {
        let mut child = self.child.take().expect("what is stopped has been started");
        let begun = Instant::now();
        let asked = kill_process(Pid::from_child(&child), Signal::TERM);
        assert_eq!(asked, Ok(()), "{} cannot be asked to stop", self.name);
        loop {
            if let Some(status) = child.try_wait().expect("a child can be waited for") {
                return (status, begun.elapsed());
            }
            if begun.elapsed() > Duration::from_secs(20) {
                self.child = Some(child);
                panic!("{} does not stop", self.name);
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Fails unless it runs and has not panicked since the first start.
    pub(crate) fn must_be_well(&mut self) {
        let child = self.child.as_mut().expect("it has been started");
        let ended = child.try_wait().expect("a child can be asked");
        assert_eq!(ended, None, "{} ended by itself", self.name);
        self.must_not_have_panicked();
    }

    pub(crate) fn must_not_have_panicked(&self) {
        let log = self.log();
        let panic = log.lines().find(|line| line.contains("panicked"));
        assert_eq!(panic, None, "{} panicked", self.name);
    }

    /// The last line that it wrote: after a failed end, why.
    pub(crate) fn last_line(&self) -> String {
        self.log().lines().last().unwrap_or_default().to_owned()
    }

    /// Everything that it has said since its first start.
    pub(crate) fn log(&self) -> String {
        fs::read(&self.log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // It may have ended already.
            let _ = child.kill();
            let _ = child.wait();
        }
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().collect();
            eprintln!("--- the end of the log of {} ---", self.name);
            for line in &lines[lines.len().saturating_sub(SHOWN_LINES)..] {
                eprintln!("{line}");
            }
        }
    }
}
