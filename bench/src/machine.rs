//! What the measures run on, and what else runs there meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::surroundings::Surroundings;

/// What the measures run on.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Machine {
    processor: String,
    cores: usize,
    memory_gib: u64,
    kernel: String,
    postgresql: String,
}

impl std::fmt::Display for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { processor, cores, memory_gib, kernel, postgresql } = self;
        write!(f, "{processor}, {cores} cores, {memory_gib} GiB, Linux {kernel}, PostgreSQL {postgresql}")
    }
}

/// Looks at the machine.
pub(crate) fn describe(surroundings: &Surroundings) -> Result<Machine> {
    let field = |file: &str, name: &str| -> Result<String> {
        let text = fs::read_to_string(file)?;
        let line = text
            .lines()
            .find(|line| line.starts_with(name))
            .with_context(|| format!("{file} has no {name}"))?;
        Ok(line.split_once(':').map_or("", |(_, value)| value).trim().to_owned())
    };
    let memory: u64 = field("/proc/meminfo", "MemTotal")?.trim_end_matches(" kB").parse()?;
    let version = crate::database::Database::create(surroundings, "probe")?.ask("SHOW server_version")?;
    Ok(Machine {
        processor: field("/proc/cpuinfo", "model name").unwrap_or_else(|_| "unknown processor".to_owned()),
        cores: std::thread::available_parallelism()?.get(),
        memory_gib: memory / 1024 / 1024,
        kernel: fs::read_to_string("/proc/sys/kernel/osrelease")?.trim().to_owned(),
        postgresql: version.split_whitespace().next().unwrap_or_default().to_owned(),
    })
}

/// The share of the processors' time that others took.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Disturbance {
    /// By the hypervisor.
    pub(crate) stolen: f64,
    /// By processes that are not part of the measure.
    pub(crate) others: f64,
}

/// Counts processor time from its creation on.
#[derive(Debug)]
pub(crate) struct Watch {
    total: Ticks,
    ours: u64,
}

#[derive(Debug)]
struct Ticks {
    busy: u64,
    stolen: u64,
    all: u64,
}

impl Watch {
    /// Begins to count.
    pub(crate) fn start() -> Result<Self> {
        Ok(Self { total: Ticks::read()?, ours: ours()? })
    }

    /// What others took since the beginning.
    #[expect(clippy::cast_precision_loss, reason = "ticks of a few minutes")]
    pub(crate) fn stop(self) -> Result<Disturbance> {
        let (total, ours) = (Ticks::read()?, ours()?.saturating_sub(self.ours));
        let all = total.all.saturating_sub(self.total.all).max(1) as f64;
        let busy = total.busy.saturating_sub(self.total.busy);
        let stolen = total.stolen.saturating_sub(self.total.stolen) as f64 / all;
        Ok(Disturbance { stolen, others: busy.saturating_sub(ours) as f64 / all })
    }
}

impl Ticks {
    fn read() -> Result<Self> {
        let text = fs::read_to_string("/proc/stat")?;
        let line = text.lines().next().context("/proc/stat begins with all processors")?;
        // user nice system idle iowait irq softirq steal
        let ticks: Vec<u64> =
            line.split_whitespace().skip(1).map_while(|tick| tick.parse().ok()).take(8).collect();
        let at = |index: usize| ticks.get(index).copied().unwrap_or_default();
        let all: u64 = ticks.iter().sum();
        Ok(Self { busy: all - at(3) - at(4) - at(7), stolen: at(7), all })
    }
}

/// The time that this process, those it started, and the servers took, with what ended meanwhile.
fn ours() -> Result<u64> {
    let mut processes: BTreeMap<u32, (u32, u64, bool)> = BTreeMap::new();
    for entry in fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(id) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        // It may have ended since the folder was read.
        let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        if let Some(process) = process(&stat) {
            processes.insert(id, process);
        }
    }
    let me = std::process::id();
    let mut family: BTreeSet<u32> =
        processes.iter().filter(|(id, (_, _, server))| **id == me || *server).map(|(id, _)| *id).collect();
    loop {
        let children: Vec<u32> = processes
            .iter()
            .filter(|(id, (parent, _, _))| !family.contains(id) && family.contains(parent))
            .map(|(id, _)| *id)
            .collect();
        if children.is_empty() {
            break;
        }
        family.extend(children);
    }
    Ok(family.iter().filter_map(|id| processes.get(id)).map(|(_, ticks, _)| ticks).sum())
}

/// The parent, the time (with that of children who ended), and whether it is one of the servers.
fn process(stat: &str) -> Option<(u32, u64, bool)> {
    let (before, after) = stat.rsplit_once(')')?;
    let name = before.split_once('(')?.1;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let parent = fields.get(1)?.parse().ok()?;
    let ticks = fields.get(11..15)?.iter().map(|ticks| ticks.parse::<u64>().unwrap_or_default()).sum();
    Some((parent, ticks, matches!(name, "postgres" | "java")))
}
