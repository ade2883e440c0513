//! P8: `eop dev`, the whole platform in one process, on data that are there: from the start of the process until all
//! three services are ready; the memory it has in use ten seconds later; and the size of the program.

use std::time::Duration;

use anyhow::Result;

use super::say;
use crate::machine::Watch;
use crate::options::Options;
use crate::process::{Program, free_port};
use crate::report::{Figure, Run, Target};
use crate::surroundings::Surroundings;

/// How long it is left alone before its memory is looked at.
const IDLE: Duration = Duration::from_secs(10);
const MEBIBYTE: f64 = 1024.0 * 1024.0;

/// Measures.
#[expect(clippy::cast_precision_loss, reason = "sizes far below 2^52")]
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let size = std::fs::metadata(&surroundings.program)?.len() as f64 / MEBIBYTE;
    let (mut first, mut again, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=options.runs {
        let folder = surroundings.file(&format!("dev-{run}"));
        let watch = Watch::start()?;
        let (program, cold) = start(surroundings, &folder).await?;
        drop(program);
        let (program, warm) = start(surroundings, &folder).await?;
        tokio::time::sleep(IDLE).await;
        let resident = program.resident()? as f64 / MEBIBYTE;
        let disturbance = watch.stop()?;
        say(&format!("P8, run {run}: {cold:?} the first time, {warm:?} again, {resident:.1} MiB"));
        let run = |value| Run { value, baseline: None, disturbance };
        first.push(run(cold.as_secs_f64()));
        again.push(run(warm.as_secs_f64()));
        memory.push(run(resident));
    }
    let figure = |what: &str, unit, target, runs| Figure {
        id: "P8",
        what: what.to_owned(),
        unit,
        baseline: None,
        target,
        runs,
    };
    let sizes = vec![Run { value: size, ..again[0] }];
    Ok(vec![
        figure("`eop dev`, from its start to ready", "s", Target::AtMost(1.0), again),
        figure("the very first start, which makes keys and demo accounts", "s", Target::None, first),
        figure("memory in use when idle", "MiB", Target::AtMost(100.0), memory),
        figure("size of the program", "MiB", Target::AtMost(60.0), sizes),
    ])
}

async fn start(surroundings: &Surroundings, folder: &std::path::Path) -> Result<(Program, Duration)> {
    let ports = [free_port()?, free_port()?, free_port()?];
    let [user, order, notification] = ports.map(|port| port.to_string());
    let (portal, folder) = (free_port()?.to_string(), folder.display().to_string());
    let arguments = [
        "dev",
        "--data-dir",
        &folder,
        "--user-port",
        &user,
        "--order-port",
        &order,
        "--notification-port",
        &notification,
        "--portal-port",
        &portal,
    ];
    let mut program = Program::start(&surroundings.program, &arguments, &[], surroundings.file("dev.log"))?;
    let took = program.ready(&ports).await?;
    Ok((program, took))
}
