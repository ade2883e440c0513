//! How many orders there are, for an overview.

use chrono::{Days, FixedOffset, NaiveDate, NaiveTime, TimeZone, Utc};

use super::super::port::OrderCounts;
use super::{OrderError, OrderService};
use crate::kernel::access::{Denied, Permission, Scope};
use crate::kernel::actor::Actor;
use crate::kernel::clock::Timestamp;
use crate::kernel::error::FieldError;

/// The longest time that is looked back, in days.
pub const MAX_DAYS: u16 = 90;
/// The largest distance of a place's time from UTC, in minutes: 14 hours (Line Islands).
pub const MAX_OFFSET: i32 = 14 * 60;

/// Orders by status, and by the day on which they were placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderStatistics {
    /// The days, oldest first, the last one is today.
    pub days: Vec<NaiveDate>,
    /// The counts; its periods are the days.
    pub counts: OrderCounts,
}

impl OrderService {
    /// Counts the actor's own orders, or everybody's for staff: by status, and by status for each of the last `days`
    /// days, today included, as a place counts them whose time is `utc_offset_minutes` ahead of UTC.
    ///
    /// # Errors
    /// `Denied` without `order:read`; `Invalid` unless there are 1 to [`MAX_DAYS`] days and the offset is within 14 hours.
    pub async fn statistics(
        &self,
        actor: &Actor,
        days: u16,
        utc_offset_minutes: i32,
    ) -> Result<OrderStatistics, OrderError> {
        let denied = Denied { permission: Permission::ORDER_READ };
        let customer = match actor.reach(&*self.ports.access, Permission::ORDER_READ)? {
            Scope::Any => None,
            Scope::Own => Some(actor.user_id().ok_or(denied)?),
        };
        let days = last_days(self.ports.clock.now(), days, utc_offset_minutes)
            .map_err(|refused| OrderError::Invalid(vec![refused]))?;
        let counts = self.ports.queries.counts(customer, &days.bounds).await?;
        Ok(OrderStatistics { days: days.names, counts })
    }
}

/// Days by name, and when each begins and the last one ends.
struct LastDays {
    names: Vec<NaiveDate>,
    bounds: Vec<Timestamp>,
}

fn last_days(now: Timestamp, days: u16, utc_offset_minutes: i32) -> Result<LastDays, FieldError> {
    let refused = |field: &str, message: &str| FieldError {
        field: field.to_owned(),
        code: "out_of_range",
        message: message.to_owned(),
    };
    if !(1..=MAX_DAYS).contains(&days) {
        return Err(refused("days", "must be 1 to 90"));
    }
    let offset = FixedOffset::east_opt(utc_offset_minutes.saturating_mul(60))
        .filter(|_| (-MAX_OFFSET..=MAX_OFFSET).contains(&utc_offset_minutes))
        .ok_or_else(|| refused("utc_offset_minutes", "must be -840 to 840"))?;
    let today = now.with_timezone(&offset).date_naive();
    let begin = |day: NaiveDate| {
        let midnight = offset.from_local_datetime(&day.and_time(NaiveTime::MIN)).single();
        midnight.map(|midnight| midnight.with_timezone(&Utc))
    };
    let names: Vec<NaiveDate> =
        (0..days).rev().filter_map(|ago| today.checked_sub_days(Days::new(ago.into()))).collect();
    let bounds = names.iter().copied().chain(today.succ_opt()).filter_map(begin).collect();
    Ok(LastDays { names, bounds })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn at(text: &str) -> Timestamp {
        DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&Utc)
    }

    #[test]
    fn days_begin_at_midnight_where_the_reader_is() {
        for (offset, names, first, last) in [
            (0, ["2026-11-26", "2026-11-27"], "2026-11-26T00:00:00Z", "2026-11-28T00:00:00Z"),
            (60, ["2026-11-27", "2026-11-28"], "2026-11-26T23:00:00Z", "2026-11-28T23:00:00Z"),
            (-480, ["2026-11-26", "2026-11-27"], "2026-11-26T08:00:00Z", "2026-11-28T08:00:00Z"),
        ] {
            let days = last_days(at("2026-11-27T23:30:00Z"), 2, offset).unwrap();
            let shown: Vec<String> = days.names.iter().map(ToString::to_string).collect();
            assert_eq!(shown, names, "{offset}");
            assert_eq!(days.bounds.len(), 3);
            assert_eq!((days.bounds[0], days.bounds[2]), (at(first), at(last)), "{offset}");
        }
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        let now = at("2026-11-27T12:00:00Z");
        for (days, offset, field) in [
            (0, 0, "days"),
            (91, 0, "days"),
            (7, 841, "utc_offset_minutes"),
            (7, i32::MIN, "utc_offset_minutes"),
        ] {
            assert_eq!(last_days(now, days, offset).err().unwrap().field, field);
        }
        assert_eq!(last_days(now, MAX_DAYS, -840).unwrap().names.len(), 90);
    }
}
