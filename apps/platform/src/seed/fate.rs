//! What becomes of the orders: how many end up how, and how long ago those were placed.

use chrono::Duration;
use eop_core::order::model::decision::OrderRules;

/// What becomes of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It waits for approval.
    Waits,
    /// It waits to be shipped.
    Approved,
    /// It is on its way.
    Shipped,
    /// It was refused.
    Rejected,
    /// The customer called it off before anybody approved it.
    Withdrawn,
    /// The customer called it off right after it was approved.
    Regretted,
    /// Support called it off after it was approved.
    CalledOff,
    /// The shipment was lost.
    Lost,
    /// The shipment came back.
    Returned,
    /// Nobody approved it in time.
    Expired,
    /// It arrived.
    Delivered,
}

impl Fate {
    /// Of a thousand orders, so many. The rarest first, so that a handful of orders are mostly delivered ones.
    pub(super) const SHARES: [(Self, u64); 11] = [
        (Self::Lost, 3),
        (Self::Returned, 4),
        (Self::Expired, 5),
        (Self::Regretted, 8),
        (Self::CalledOff, 10),
        (Self::Withdrawn, 30),
        (Self::Rejected, 40),
        (Self::Approved, 40),
        (Self::Waits, 60),
        (Self::Shipped, 80),
        (Self::Delivered, 720),
    ];

    /// How long ago such orders were placed, at least and at most, within the last `period`.
    pub(super) fn ages(self, period: Duration, rules: &OrderRules) -> (Duration, Duration) {
        let hours = Duration::hours;
        let (least, most) = match self {
            Self::Waits => (hours(0), waiting_limit(rules)),
            Self::Approved => (hours(1), hours(5 * 24)),
            Self::Shipped => (hours(2 * 24), hours(12 * 24)),
            Self::Withdrawn | Self::Rejected => (hours(24), period),
            Self::Regretted => (hours(2 * 24), period),
            Self::CalledOff => (hours(3 * 24), period),
            Self::Lost | Self::Returned => (hours(14 * 24), period),
            Self::Delivered => (hours(6 * 24), period),
            Self::Expired => return (rules.approval_timeout + EXPIRY_DELAY, period),
        };
        // In a short period everything goes faster.
        (least.min(period / 2), most.min(period))
    }

    /// What becomes of it where there is no time for that.
    pub(super) fn within(self, period: Duration, rules: &OrderRules) -> Self {
        let too_short = period < (rules.approval_timeout + EXPIRY_DELAY) * 2;
        if self == Self::Expired && too_short { Self::Withdrawn } else { self }
    }
}

/// An order is called off so long after the limit, at the latest.
pub(super) const EXPIRY_DELAY: Duration = Duration::minutes(1);

/// So long ago orders that still wait were placed at most: a running service calls those off that wait too long. The
/// period ends at midnight, so that there may be another day until somebody looks.
fn waiting_limit(rules: &OrderRules) -> Duration {
    let day = Duration::days(1);
    let limit = rules.approval_timeout;
    if limit < day * 2 { limit / 2 } else { (limit - day).min(day * 2) }
}

#[cfg(test)]
mod tests {
    use eop_core::order::model::Status;

    use super::*;

    /// The status that a fate leads to.
    fn status(fate: Fate) -> Status {
        match fate {
            Fate::Waits => Status::Created,
            Fate::Approved => Status::Approved,
            Fate::Shipped => Status::Shipped,
            Fate::Delivered => Status::Delivered,
            Fate::Rejected => Status::Rejected,
            Fate::Withdrawn
            | Fate::Regretted
            | Fate::CalledOff
            | Fate::Lost
            | Fate::Returned
            | Fate::Expired => Status::Cancelled,
        }
    }

    #[test]
    fn the_shares_are_those_of_a_thousand() {
        let of = |wanted| -> u64 {
            Fate::SHARES.iter().filter(|(fate, _)| status(*fate) == wanted).map(|(_, share)| share).sum()
        };
        assert_eq!(Status::ALL.iter().map(|status| of(*status)).sum::<u64>(), 1000);
        assert_eq!((of(Status::Created), of(Status::Approved), of(Status::Shipped)), (60, 40, 80));
        assert_eq!((of(Status::Delivered), of(Status::Cancelled), of(Status::Rejected)), (720, 60, 40));
    }

    #[test]
    fn ages_are_ranges_within_the_period() {
        for days in [1, 2, 7, 365] {
            for timeout in [1, 72, 1000] {
                let period = Duration::days(days);
                let rules =
                    OrderRules { approval_timeout: Duration::hours(timeout), ..OrderRules::default() };
                for (fate, _) in Fate::SHARES {
                    let fate = fate.within(period, &rules);
                    let (least, most) = fate.ages(period, &rules);
                    assert!(least < most && most <= period, "{fate:?} in {days} days: {least} to {most}");
                }
            }
        }
    }
}
