//! How far it is: a line that changes on a terminal, a line now and then elsewhere.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::rate;
use crate::out;

/// How often a line is written where it cannot change.
const EVERY: Duration = Duration::from_secs(5);

/// How far it is.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    total: u64,
    written: u64,
    started: Instant,
    /// When the last line was written; none are where the bar is shown.
    said: Option<Instant>,
}

impl Progress {
    /// Shown on standard error until it [ends](Self::end).
    pub(super) fn of(total: u64) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let target = if terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(total), target);
        let style = ProgressStyle::with_template("{percent:>3} % {bar:30} {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let started = Instant::now();
        Self { bar, total, written: 0, started, said: (!terminal).then_some(started) }
    }

    /// So many more are written.
    pub(super) fn add(&mut self, count: u64) {
        self.written += count;
        let text = || {
            let (written, total) = (grouped(self.written), grouped(self.total));
            format!("{written} of {total} orders, {}", pace(self.written, self.total, self.started.elapsed()))
        };
        match &mut self.said {
            None => {
                self.bar.set_message(text());
                self.bar.set_position(self.written);
            }
            Some(said) if said.elapsed() >= EVERY => {
                *said = Instant::now();
                let percent = self.written * 100 / self.total;
                out::aside(format_args!("{percent:>3} % {}", text()));
            }
            Some(_) => {}
        }
    }

    /// Leaves the line to others.
    pub(super) fn end(self) {
        self.bar.finish_and_clear();
    }
}

/// How fast it goes, and how long it will take at that.
fn pace(written: u64, total: u64, time: Duration) -> String {
    let rate = rate(written, time);
    let left = (total - written) / rate.max(1);
    let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
    format!("{}/s, {hours}:{minutes:02}:{seconds:02} left", grouped(rate))
}

/// A number with its thousands set apart.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        let shown = [0, 7, 999, 1000, 12_345, 1_000_000].map(grouped);
        assert_eq!(shown, ["0", "7", "999", "1 000", "12 345", "1 000 000"]);
    }

    #[test]
    fn the_pace_says_how_long_it_will_take() {
        assert_eq!(pace(1000, 5000, Duration::from_secs(1)), "1 000/s, 0:00:04 left");
        assert_eq!(pace(1, 10_000, Duration::from_secs(1)), "1/s, 2:46:39 left");
        assert_eq!(pace(0, 10, Duration::ZERO), "0/s, 0:00:10 left");
    }
}
