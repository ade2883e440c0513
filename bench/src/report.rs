//! The figures: a table on the screen, JSON in a file, and a page of the documentation.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::machine::{Disturbance, Machine};
use crate::options::Options;

/// Which way is better, and how far is far enough.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    /// At least this.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
    /// Only for information.
    None,
}

impl Target {
    fn is_met_by(self, value: f64) -> Option<bool> {
        match self {
            Self::AtLeast(target) => Some(value >= target),
            Self::AtMost(target) => Some(value <= target),
            Self::None => None,
        }
    }

    fn text(self) -> String {
        match self {
            Self::AtLeast(target) => format!("≥ {target}"),
            Self::AtMost(target) => format!("≤ {target}"),
            Self::None => "–".to_owned(),
        }
    }
}

/// One run of a measure.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Run {
    /// What was measured.
    pub(crate) value: f64,
    /// What it is compared with, measured beside it.
    pub(crate) baseline: Option<f64>,
    /// What else ran.
    pub(crate) disturbance: Disturbance,
}

/// What was measured, in several runs.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    /// As in `docs/BENCHMARKS.md`.
    pub(crate) id: &'static str,
    /// What it is.
    pub(crate) what: String,
    /// The unit of the values.
    pub(crate) unit: &'static str,
    /// What it is compared with.
    pub(crate) baseline: Option<String>,
    /// For the ratio to the baseline, or where there is none for the value.
    pub(crate) target: Target,
    /// The runs.
    pub(crate) runs: Vec<Run>,
}

impl Figure {
    /// The median of the values.
    fn value(&self) -> f64 {
        median(self.runs.iter().map(|run| run.value).collect())
    }

    fn baseline_value(&self) -> Option<f64> {
        let values: Option<Vec<f64>> = self.runs.iter().map(|run| run.baseline).collect();
        values.map(median)
    }

    /// The median of the ratios run by run.
    fn ratio(&self) -> Option<f64> {
        let ratios: Option<Vec<f64>> =
            self.runs.iter().map(|run| run.baseline.map(|baseline| run.value / baseline)).collect();
        ratios.map(median)
    }

    fn is_met(&self) -> Option<bool> {
        self.target.is_met_by(self.ratio().unwrap_or_else(|| self.value()))
    }

    /// Whether there is a target and it is not met.
    pub(crate) fn has_missed(&self) -> bool {
        self.is_met() == Some(false)
    }

    fn disturbance(&self) -> Disturbance {
        Disturbance {
            stolen: median(self.runs.iter().map(|run| run.disturbance.stolen).collect()),
            others: median(self.runs.iter().map(|run| run.disturbance.others).collect()),
        }
    }

    fn cells(&self) -> [String; 9] {
        let spread = |values: Vec<f64>| {
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            format!("{}–{}", number(least), number(most))
        };
        let Disturbance { stolen, others } = self.disturbance();
        [
            self.id.to_owned(),
            self.what.clone(),
            format!("{} {}", number(self.value()), self.unit),
            spread(self.runs.iter().map(|run| run.value).collect()),
            match (&self.baseline, self.baseline_value()) {
                (Some(name), Some(value)) => format!("{name}: {}", number(value)),
                _ => "–".to_owned(),
            },
            self.ratio().map_or("–".to_owned(), |ratio| format!("{ratio:.2}")),
            self.target.text(),
            match self.is_met() {
                Some(true) => "yes",
                Some(false) => "**no**",
                None => "–",
            }
            .to_owned(),
            format!("{:.0} % / {:.0} %", stolen * 100.0, others * 100.0),
        ]
    }
}

const HEAD: [&str; 9] =
    ["", "what", "median", "runs", "baseline", "ratio", "target", "met", "stolen / others"];

/// All figures of a run.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    machine: Machine,
    figures: Vec<Figure>,
}

impl Report {
    /// A report without figures.
    pub(crate) fn begin(machine: Machine) -> Self {
        println!("{machine}\n");
        Self { machine, figures: Vec::new() }
    }

    /// Adds figures, and shows them.
    pub(crate) fn add(&mut self, figures: Vec<Figure>) {
        println!("\n{}", table(&figures));
        self.figures.extend(figures);
    }

    /// What did not meet its target.
    pub(crate) fn missed(&self) -> Vec<&str> {
        let missed = self.figures.iter().filter(|figure| figure.has_missed());
        missed.map(|figure| figure.what.as_str()).collect()
    }

    /// Writes the files.
    pub(crate) fn write(&self, options: &Options) -> Result<()> {
        let write = |path: &std::path::Path, text: String| {
            fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
        };
        write(&options.json, serde_json::to_string_pretty(self)? + "\n")?;
        if let Some(page) = &options.page {
            write(page, self.page(options))?;
        }
        Ok(())
    }

    fn page(&self, options: &Options) -> String {
        let (machine, runs, seconds) = (&self.machine, options.runs, options.seconds);
        if options.is_soak() {
            return format!(
                "# Soak\n\nWritten by `scripts/soak.sh --page docs/SOAK.md`; do not edit.\n\n\
                 {machine}. {} minutes in windows of ten seconds: their median, and the least and the most of them. What must not grow \
                 has a line laid through its windows after the first fifth, and how far that rises is held to the target. The last \
                 column is the share of the processors that the hypervisor and unrelated processes took meanwhile. How it is \
                 taken stands at the head of `bench/src/measure/soak.rs`.\n\n{}",
                options.minutes,
                table(&self.figures)
            );
        }
        format!(
            "# Benchmarks\n\nWritten by `scripts/bench.sh --page docs/BENCHMARKS.md`; do not edit.\n\n\
             {machine}. Medians of {runs} runs with loads of {seconds} s, each beside its baseline in the same run. The last column is the \
             share of the processors that the hypervisor and unrelated processes took meanwhile. What each figure is \
             and how it is taken stands at the head of its module under `bench/src/measure`.\n\n{}",
            table(&self.figures)
        )
    }
}

/// The figures as a Markdown table with aligned columns.
fn table(figures: &[Figure]) -> String {
    let rows: Vec<[String; 9]> =
        std::iter::once(HEAD.map(str::to_owned)).chain(figures.iter().map(Figure::cells)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        for (cell, width) in row.iter().zip(&widths) {
            let _ = write!(text, "| {cell:width$} ");
        }
        text.push_str("|\n");
        if at == 0 {
            for width in &widths {
                let _ = write!(text, "|{}", "-".repeat(width + 2));
            }
            text.push_str("|\n");
        }
    }
    text
}

/// A number with three or more digits that count.
fn number(value: f64) -> String {
    match value.abs() {
        big if big >= 100.0 => format!("{value:.0}"),
        middle if middle >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// The middle value; of an even number of values the mean of the two in the middle.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match (values.len(), values.len() / 2) {
        (0, _) => f64::NAN,
        (length, middle) if length % 2 == 1 => values[middle],
        (_, middle) => f64::midpoint(values[middle - 1], values[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(target: Target, runs: &[(f64, Option<f64>)]) -> Figure {
        let run = |(value, baseline): &(f64, Option<f64>)| Run {
            value: *value,
            baseline: *baseline,
            disturbance: Disturbance::default(),
        };
        Figure {
            id: "P0",
            what: "a measure".to_owned(),
            unit: "things/s",
            baseline: Some("the limit".to_owned()),
            target,
            runs: runs.iter().map(run).collect(),
        }
    }

    #[test]
    fn the_ratio_is_taken_run_by_run() {
        let figure =
            figure(Target::AtLeast(1.0), &[(100.0, Some(50.0)), (60.0, Some(60.0)), (10.0, Some(100.0))]);
        assert_eq!(figure.ratio(), Some(1.0));
        assert_eq!(figure.is_met(), Some(true));
    }

    #[test]
    fn without_a_baseline_the_value_itself_is_held_to_the_target() {
        let figure = figure(Target::AtMost(10.0), &[(8.0, None), (12.0, None), (9.0, None)]);
        assert_eq!((figure.ratio(), figure.is_met()), (None, Some(true)));
        assert_eq!(figure.cells()[4], "–");
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assert!((median(vec![4.0, 1.0, 3.0, 2.0]) - 2.5).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
    }
}
