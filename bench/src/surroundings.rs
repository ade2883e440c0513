//! Where the servers, the programs and the tools are.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::options::Options;

/// Where everything is that the measures need.
#[derive(Debug)]
pub(crate) struct Surroundings {
    /// PostgreSQL: the URL of a superuser.
    pub(crate) postgres: String,
    /// Kafka: `host:port`.
    pub(crate) kafka: String,
    /// A Python with `scripts/requirements.txt`.
    pub(crate) python: PathBuf,
    /// `eop`, built with Kafka.
    pub(crate) program: PathBuf,
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// For logs and files; it goes with the value.
    folder: tempfile::TempDir,
}

impl Surroundings {
    /// From the environment that `scripts/bench.sh` sets.
    pub(crate) fn find(options: &Options) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the repository has a root")?;
        let program = root.join(&options.program);
        ensure!(program.exists(), "{} is missing: scripts/bench.sh builds it", program.display());
        for tool in ["psql", "pgbench", "wrk"] {
            let there = Command::new(tool).arg("--version").output();
            there.with_context(|| format!("{tool} cannot be run: scripts/bench.sh installs it"))?;
        }
        Ok(Self {
            postgres: required("TEST_DATABASE_URL")?,
            kafka: required("KAFKA_BOOTSTRAP")?,
            python: required("EOP_TEST_PYTHON")?.into(),
            program,
            root: root.to_owned(),
            folder: tempfile::tempdir().context("a temporary folder cannot be made")?,
        })
    }

    /// A file of the measures' own.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A script of `bench/load`.
    pub(crate) fn script(&self, name: &str) -> PathBuf {
        self.root.join("bench/load").join(name)
    }
}

#[expect(clippy::disallowed_methods, reason = "the measures have no settings of the platform's kind")]
fn required(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("{name} is not set: scripts/bench.sh sets it"))
}
