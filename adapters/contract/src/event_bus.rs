//! What every bus must do: keep the order of a key, deliver until acknowledged, let groups be independent.
//!
//! The cases use the ports alone, so a bus of any kind can run them; `event_bus_contract!` lists them.

#![expect(
    clippy::disallowed_methods,
    reason = "a case waits for the tasks it spawns, and a feed begins at a moment of the real clock"
)]

mod feeds;
mod fixture;
mod groups;
mod publishing;
mod reading;

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::event::Topic;

pub use feeds::*;
pub use groups::*;
pub use publishing::*;
pub use reading::*;

/// Sets up a bus for one case.
#[async_trait]
pub trait EventBusHarness: Send + Sync + Sized {
    /// An empty bus that no other case sees, with every topic in place.
    async fn fresh() -> Self;
    /// A publisher to it.
    fn publisher(&self) -> Arc<dyn EventPublisher>;
    /// A new member of `group` that reads `topics`.
    async fn consumer(&self, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer>;
    /// Appends a record with this value and no attributes to `topic`; `false` where the bus has no way to do so.
    async fn append_raw(&self, topic: Topic, value: &[u8]) -> bool;
    /// Whether the members of a group share its messages, so that each message goes to one of them. A bus that has no such
    /// groups says so, once.
    #[must_use]
    fn groups_share() -> bool {
        true
    }
}

/// Lists the cases of the bus contract for a harness; with `when condition` they run only where it holds.
#[macro_export]
macro_rules! event_bus_contract {
    ($harness:ty) => {
        $crate::event_bus_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, event_bus when ($condition):
            what_is_published_is_read_back_equal,
            trace_context_survives,
            publishing_nothing_does_nothing,
            a_bus_that_answers_says_so,
            an_event_that_is_too_large_is_refused_alone,
            ten_thousand_events_keep_the_order_of_their_keys,
            concurrent_publishers_do_not_disturb_each_other,
            a_poll_gives_no_more_than_its_limit,
            a_poll_waits_only_as_long_as_it_was_told,
            a_waiting_poll_ends_when_something_is_published,
            a_poll_that_is_cancelled_loses_nothing,
            a_consumer_gets_only_its_topics,
            a_record_that_is_no_event_comes_as_unreadable,
            lag_falls_to_zero_when_all_is_acknowledged,
            a_second_group_gets_everything,
            acknowledged_messages_do_not_come_again,
            unacknowledged_messages_come_again_after_close,
            unacknowledged_messages_come_again_after_drop,
            what_follows_the_acknowledged_comes_again,
            an_older_acknowledgement_takes_nothing_back,
            an_acknowledgement_of_a_former_member_does_no_harm,
        );
        $crate::cases!($harness, event_bus
            when ($condition && <$harness as $crate::event_bus::EventBusHarness>::groups_share()):
            members_of_a_group_share_the_messages,
            a_member_that_comes_and_one_that_goes_lose_and_reorder_nothing,
        );
    };
}
