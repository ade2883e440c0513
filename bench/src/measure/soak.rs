//! R5: hours in minutes: whether memory, answers and the outbox stay as they are while orders come at 70 % of what the whole
//! pipeline sustains, as in P4: three services, PostgreSQL, Kafka and an SMTP server on this machine.
//!
//! Every ten seconds is a window: what each service has in memory at its end, how long the answers took, what waits in the
//! outbox and to be mailed. The first fifth is for caches and plans to fill. Of the rest a line is laid through each figure
//! (Theil–Sen: the median of the slopes between all pairs, so that a checkpoint or a neighbour does not bend it), and how far
//! it rises from the beginning to the end is the verdict. A shared machine makes single windows slow; only what keeps growing
//! is a leak.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::time::sleep;

use super::latency::{Percentiles, Pipeline};
use super::say;
use crate::machine::Watch;
use crate::options::Options;
use crate::report::{Figure, Run, Target, median};
use crate::surroundings::Surroundings;

/// How long a window is.
const WINDOW: Duration = Duration::from_secs(10);
/// The share of what can be sustained.
const SHARE: f64 = 0.7;
/// Tokens live for ten minutes.
const RENEW_EVERY: Duration = Duration::from_mins(4);
/// How long the last event may take to leave the outbox once nothing comes any more.
const DRAINED_WITHIN: Duration = Duration::from_secs(30);
const MEBIBYTE: f64 = 1024.0 * 1024.0;

/// What was seen in a window: a name, a unit, and how much more may be at the end than at the beginning.
struct Series {
    what: &'static str,
    unit: &'static str,
    /// A share of the median, or so much in the figure's own unit, whichever is more.
    may_grow: (f64, f64),
    runs: Vec<Run>,
}

/// Measures.
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let mut pipeline = Pipeline::start(surroundings).await?;
    let rate = if let Some(rate) = options.rate {
        rate
    } else {
        pipeline.burst(surroundings, Duration::from_secs(2)).await?;
        let most = pipeline.burst(surroundings, options.duration()).await?;
        say(&format!("R5: at most {most:.0} orders/s go the whole way"));
        most * SHARE
    };
    let lasting = Duration::from_secs(60 * u64::from(options.minutes));
    say(&format!("R5: {rate:.0} orders/s for {} min", options.minutes));
    let mut all = series(rate);
    let (begun, mut renewed) = (Instant::now(), Instant::now());
    while begun.elapsed() < lasting {
        if renewed.elapsed() > RENEW_EVERY {
            pipeline.renew_tokens()?;
            renewed = Instant::now();
        }
        let watch = Watch::start()?;
        let answers = Percentiles::of(pipeline.steady(rate, WINDOW).await?)?;
        let [user, order, notification] = pipeline.resident()?.map(in_mebibytes);
        let (outbox, mails) = (pipeline.waiting_events()?, pipeline.waiting_mails()?);
        let disturbance = watch.stop()?;
        let values = [user, order, notification, answers.p50, answers.p99, outbox, mails];
        for (series, value) in all.iter_mut().zip(values) {
            series.runs.push(Run { value, baseline: None, disturbance });
        }
        say(&format!(
            "R5, {:>4.0} s: {user:.0} + {order:.0} + {notification:.0} MiB, answers {:.1} / {:.1} ms, {outbox:.0} events and {mails:.0} mails wait",
            begun.elapsed().as_secs_f64(),
            answers.p50,
            answers.p99
        ));
    }
    let drained = drained(&pipeline).await?;
    pipeline.mails_are_out().await?;
    let last = *all[0].runs.last().context("at least one window was seen")?;
    let mut figures: Vec<Figure> = all.into_iter().flat_map(|series| series.figures(rate)).collect();
    figures.push(Figure {
        id: "R5",
        what: "after the last order, until the outbox is empty".to_owned(),
        unit: "s",
        baseline: None,
        target: Target::AtMost(DRAINED_WITHIN.as_secs_f64()),
        runs: vec![Run { value: drained.as_secs_f64(), ..last }],
    });
    Ok(figures)
}

/// The figures, in the order in which a window has them.
fn series(rate: f64) -> [Series; 7] {
    let of = |what, unit, may_grow| Series { what, unit, may_grow, runs: Vec::new() };
    let memory = (0.1, 5.0);
    [
        of("memory of the user service", "MiB", memory),
        of("memory of the order service", "MiB", memory),
        of("memory of the notification service", "MiB", memory),
        of("answers to new orders, median", "ms", (0.25, 2.0)),
        of("answers to new orders, 99th percentile", "ms", (0.5, 10.0)),
        // What comes in within a second, and a second's worth of mails.
        of("events that wait in the outbox", "events", (0.0, rate)),
        of("mails that wait", "mails", (0.0, rate)),
    ]
}

impl Series {
    /// What it was, and how far it grew once everything was warm.
    fn figures(self, rate: f64) -> [Figure; 2] {
        let warm: Vec<f64> = self.runs.iter().map(|run| run.value).skip(self.runs.len() / 5).collect();
        let (share, least) = self.may_grow;
        let may_grow = (share * median(warm.clone())).max(least);
        let growth = self.runs.last().map(|run| Run { value: growth(&warm), ..*run });
        let figure =
            |what, target, runs| Figure { id: "R5", what, unit: self.unit, baseline: None, target, runs };
        [
            figure(format!("{}, at {rate:.0} orders/s", self.what), Target::None, self.runs.clone()),
            figure(
                format!("{}: more at the end than at the beginning", self.what),
                Target::AtMost((may_grow * 10.0).round() / 10.0),
                growth.into_iter().collect(),
            ),
        ]
    }
}

/// By how much the line through these values rises from the first to the last (Theil–Sen).
#[expect(clippy::cast_precision_loss, reason = "a few hundred windows")]
fn growth(values: &[f64]) -> f64 {
    let pairs = values.iter().enumerate().flat_map(|(at, from)| {
        values.iter().enumerate().skip(at + 1).map(move |(to_at, to)| (to - from) / (to_at - at) as f64)
    });
    let slopes: Vec<f64> = pairs.collect();
    if slopes.is_empty() { 0.0 } else { median(slopes) * (values.len() - 1) as f64 }
}

/// How long it takes until nothing waits in the outbox.
async fn drained(pipeline: &Pipeline) -> Result<Duration> {
    let begun = Instant::now();
    while pipeline.waiting_events()? > 0.0 {
        ensure!(begun.elapsed() < 2 * DRAINED_WITHIN, "the outbox does not become empty");
        sleep(Duration::from_millis(50)).await;
    }
    Ok(begun.elapsed())
}

#[expect(clippy::cast_precision_loss, reason = "sizes far below 2^52")]
fn in_mebibytes(bytes: u64) -> f64 {
    bytes as f64 / MEBIBYTE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_steadily_is_seen_and_what_jumps_once_is_not() {
        let flat = [10.0, 10.5, 9.5, 10.0, 400.0, 10.0, 9.5, 10.5, 10.0];
        assert!(growth(&flat).abs() < 0.5, "{}", growth(&flat));
        let leaking: Vec<f64> = (0..100).map(|at| 50.0 + f64::from(at) * 0.2 + f64::from(at % 3)).collect();
        assert!((growth(&leaking) - 19.8).abs() < 1.0, "{}", growth(&leaking));
        assert!(growth(&[7.0]).abs() < f64::EPSILON && growth(&[]).abs() < f64::EPSILON);
    }

    #[test]
    fn the_verdict_is_about_what_came_after_the_beginning() {
        let run = |value| Run { value, baseline: None, disturbance: crate::machine::Disturbance::default() };
        let judged = |values: Vec<f64>| {
            let [memory, ..] = series(100.0);
            let [_, growth] = Series { runs: values.into_iter().map(run).collect(), ..memory }.figures(100.0);
            growth.has_missed()
        };
        // It grows while it becomes warm, and no more; or it does not stop.
        assert!(!judged((0..50).map(|at| f64::from(at.min(10)) * 10.0).collect()));
        assert!(judged((0..50).map(|at| f64::from(at) * 10.0).collect()));
    }
}
