//! How many orders wait for somebody, and since when: asked of the database now and then, not at every scrape.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::kernel::clock::Clock;
use eop_core::order::model::Status;
use eop_core::order::port::OrderQueries;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Unit;

/// How often they are counted. What is asked costs as much as there are open orders, and of several instances each asks.
const EVERY: Duration = Duration::from_secs(15);

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    status: &'static str,
}

/// The gauges of one status.
#[derive(Clone, Debug)]
struct Gauges {
    status: Status,
    count: Gauge,
    oldest: Gauge,
}

fn registered(host: &Host) -> Vec<Gauges> {
    let (count, oldest): (Family<Labels, Gauge>, Family<Labels, Gauge>) = Default::default();
    host.register("order", |registry| {
        let help = "Orders that are not at the end of their way, by status";
        registry.register("eop_orders_open", help, count.clone());
        let help = "Since the first of the open orders of a status was placed; 0 when there is none";
        registry.register_with_unit("eop_orders_open_oldest_age", help, Unit::Seconds, oldest.clone());
    });
    Status::open()
        .map(|status| {
            let labels = Labels { status: status.as_str() };
            let (count, oldest) = (count.get_or_create_owned(&labels), oldest.get_or_create_owned(&labels));
            Gauges { status, count, oldest }
        })
        .collect()
}

/// Counts until the process stops. Orders are dated by `clock`.
pub(crate) fn spawn(host: &Host, queries: Arc<dyn OrderQueries>, clock: Arc<dyn Clock>) {
    let gauges = Arc::new(registered(host));
    host.every("order", "open orders", EVERY, move || {
        let (gauges, queries, clock) = (Arc::clone(&gauges), Arc::clone(&queries), Arc::clone(&clock));
        async move {
            let open = queries.open().await?;
            let now = clock.now();
            for Gauges { status, count, oldest } in &*gauges {
                let found = open.get(status);
                let age = found.map_or(0, |open| (now - open.oldest).num_seconds().max(0));
                count.set(found.map_or(0, |open| i64::try_from(open.count).unwrap_or(i64::MAX)));
                oldest.set(age);
            }
            Ok::<_, eop_core::kernel::error::StoreError>(())
        }
    });
}

#[cfg(test)]
mod tests {
    use eop_contract::fixture::{an_order, at_s, inserted};
    use eop_core::kernel::commit::Commit;
    use eop_core::order::port::OrderStore;
    use eop_memory::{FixedClock, MemoryOrders};
    use tokio::time::{Instant, sleep};

    use super::*;

    #[tokio::test]
    async fn open_orders_are_shown_with_their_age() {
        let host = Host::new("test", "1.0.0");
        let store = Arc::new(MemoryOrders::new());
        let orders = [(1, 40, Status::Created), (2, 70, Status::Created), (3, 10, Status::Delivered)];
        for (number, at, status) in orders {
            let order = an_order().numbered(number).placed_at(at_s(at)).in_status(status).build();
            store.commit(Commit::of(vec![inserted(&order)])).await.unwrap();
        }
        spawn(&host, store, Arc::new(FixedClock::at(at_s(100))));

        let lines = [
            "eop_orders_open{service=\"order\",status=\"CREATED\"} 2",
            "eop_orders_open_oldest_age_seconds{service=\"order\",status=\"CREATED\"} 60",
            "eop_orders_open{service=\"order\",status=\"SHIPPED\"} 0",
            "eop_orders_open_oldest_age_seconds{service=\"order\",status=\"SHIPPED\"} 0",
        ];
        let begun = Instant::now();
        loop {
            let page = host.metrics.text().unwrap();
            let missing = lines.iter().find(|line| !page.lines().any(|there| there == **line));
            let Some(missing) = missing else { break };
            assert!(begun.elapsed() < Duration::from_secs(10), "{missing} is not in {page}");
            sleep(Duration::from_millis(5)).await;
        }
        assert!(!host.metrics.text().unwrap().contains("DELIVERED"), "final ones are not open");
    }
}
