//! When orders were placed, and what becomes of each: in the order of time, without holding all of them.

use chrono::Duration;
use eop_core::kernel::clock::Timestamp;

use super::Plan;
use super::fate::Fate;
use super::random::{Random, Stream};

/// Orders of one fate: spread evenly over the time in which they were placed, each a little off.
#[derive(Clone, Debug)]
struct Lane {
    fate: Fate,
    stream: Stream,
    since: Timestamp,
    span: Duration,
    count: u64,
    next: u64,
}

/// Gives each order's time and fate, oldest first.
#[derive(Clone, Debug)]
pub(super) struct Schedule {
    seed: u64,
    lanes: Vec<(Timestamp, Lane)>,
}

/// Parts that the room of one order is divided into.
const PARTS: u64 = 1 << 20;

impl Lane {
    /// When the next one is placed, while there is one.
    fn time(&self, seed: u64) -> Option<Timestamp> {
        if self.next == self.count {
            return None;
        }
        let part = Random::of(seed, self.stream, self.next).below(PARTS);
        let span = u128::from(self.span.num_microseconds().unwrap_or_default().unsigned_abs());
        let place = u128::from(self.next) * u128::from(PARTS) + u128::from(part);
        let micros = span * place / (u128::from(self.count) * u128::from(PARTS));
        Some(self.since + Duration::microseconds(i64::try_from(micros).unwrap_or_default()))
    }
}

impl Schedule {
    pub(super) fn of(plan: &Plan) -> Self {
        let period = plan.period();
        let mut lanes = Vec::with_capacity(Fate::SHARES.len());
        let (mut share_so_far, mut count_so_far) = (0, 0);
        for (stream, (fate, share)) in (0..).map(Stream::Lane).zip(Fate::SHARES) {
            share_so_far += share;
            // Rounding the sums rather than the shares loses no order.
            let count_then = (plan.orders * share_so_far + 500) / 1000;
            let count = count_then - count_so_far;
            count_so_far = count_then;
            let fate = fate.within(period, &plan.rules);
            let (least, most) = fate.ages(period, &plan.rules);
            let lane = Lane { fate, stream, since: plan.until - most, span: most - least, count, next: 0 };
            lanes.extend(lane.time(plan.seed).map(|time| (time, lane)));
        }
        Self { seed: plan.seed, lanes }
    }
}

impl Iterator for Schedule {
    type Item = (Timestamp, Fate);

    fn next(&mut self) -> Option<Self::Item> {
        let at = (0..self.lanes.len()).min_by_key(|at| self.lanes[*at].0)?;
        let (time, lane) = &mut self.lanes[at];
        let due = (*time, lane.fate);
        lane.next += 1;
        match lane.time(self.seed) {
            Some(next) => *time = next,
            None => drop(self.lanes.remove(at)),
        }
        Some(due)
    }
}
