//! What happens to orders, counted: a decorator of their store.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_assembly::Host;
use eop_core::kernel::commit::{Commit, CommitError, Outcome, RequestKey};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::OrderId;
use eop_core::kernel::money::Money;
use eop_core::order::model::{Action, Order};
use eop_core::order::port::{OrderStore, OrderWrite};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Unit;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct StepLabels {
    action: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct CurrencyLabels {
    currency: String,
}

/// The metrics of orders.
#[derive(Clone, Debug)]
struct OrderMetrics {
    /// Every action from the start, so that what has not happened is 0.
    steps: Vec<(Action, Counter)>,
    /// By currency (ISO 4217), so that there is a bounded number of them.
    placed: Family<CurrencyLabels, Counter>,
    until_approved: Histogram,
    until_shipped: Histogram,
}

impl OrderMetrics {
    fn registered(host: &Host) -> Self {
        let steps: Family<StepLabels, Counter> = Family::default();
        // From a second to twelve days.
        let waits = || Histogram::new(exponential_buckets(1.0, 4.0, 11));
        let metrics = Self {
            steps: Action::ALL
                .iter()
                .map(|action| (*action, steps.get_or_create_owned(&StepLabels { action: action.as_str() })))
                .collect(),
            placed: Family::default(),
            until_approved: waits(),
            until_shipped: waits(),
        };
        host.register("order", |registry| {
            registry.register("eop_order_steps", "What happened to orders, by action", steps);
            let help = "Total of the orders that were placed, in minor units of their currency";
            registry.register("eop_order_value_minor_units", help, metrics.placed.clone());
            let help = "From placing an order to its approval";
            let approved = metrics.until_approved.clone();
            registry.register_with_unit("eop_order_until_approved", help, Unit::Seconds, approved);
            let help = "From placing an order to its shipment";
            let shipped = metrics.until_shipped.clone();
            registry.register_with_unit("eop_order_until_shipped", help, Unit::Seconds, shipped);
        });
        metrics
    }

    fn count(&self, step: &Step) {
        if let Some((_, counter)) = self.steps.iter().find(|(action, _)| *action == step.action) {
            counter.inc();
        }
        match step.action {
            Action::Create => {
                let labels = CurrencyLabels { currency: step.total.currency().as_str().to_owned() };
                let value = u64::try_from(step.total.amount()).unwrap_or_default();
                self.placed.get_or_create(&labels).inc_by(value);
            }
            Action::Approve => self.until_approved.observe(step.age.as_secs_f64()),
            Action::Ship => self.until_shipped.observe(step.age.as_secs_f64()),
            Action::Amend
            | Action::Reject
            | Action::Cancel
            | Action::Deliver
            | Action::Abort
            | Action::Expire => {}
        }
    }
}

/// What a commit does to an order.
struct Step {
    action: Action,
    total: Money,
    /// How long ago the order was placed.
    age: Duration,
}

impl Step {
    fn of(write: &OrderWrite) -> Option<Self> {
        let (order, entry) = match write {
            OrderWrite::Insert { order, history } => (order, history.last()?),
            OrderWrite::Update { order, entry, .. } => (order, entry),
            OrderWrite::AddNote(_) | OrderWrite::PutCustomer(_) | OrderWrite::PutSearch(_) => return None,
        };
        let age = (entry.at - order.created_at).to_std().unwrap_or_default();
        Some(Self { action: entry.action, total: order.total, age })
    }
}

/// A store whose steps are counted once they are written.
struct MeasuredOrders {
    inner: Arc<dyn OrderStore>,
    metrics: OrderMetrics,
}

/// `inner`, measured: its metrics are those of `host`.
pub(crate) fn orders(host: &Host, inner: Arc<dyn OrderStore>) -> Arc<dyn OrderStore> {
    Arc::new(MeasuredOrders { inner, metrics: OrderMetrics::registered(host) })
}

#[async_trait]
impl OrderStore for MeasuredOrders {
    async fn find(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.inner.find(id).await
    }

    async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
        self.inner.find_outcome(key).await
    }

    async fn commit(&self, commit: Commit<OrderWrite>) -> Result<(), CommitError> {
        // A commit does at most one thing to an order.
        let step = commit.writes.iter().find_map(Step::of);
        self.inner.commit(commit).await?;
        if let Some(step) = step {
            self.metrics.count(&step);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use eop_contract::fixture::{an_order, inserted, stepped};
    use eop_core::order::model::Status;
    use eop_memory::MemoryOrders;

    use super::*;

    #[tokio::test]
    async fn steps_are_counted_once_they_are_written() {
        let host = Host::new("test", "1.0.0");
        let store = orders(&host, Arc::new(MemoryOrders::new()));
        let order = an_order().build();
        store.commit(Commit::of(vec![inserted(&order)])).await.unwrap();
        assert!(store.commit(Commit::of(vec![inserted(&order)])).await.is_err(), "its id is in use");
        let (_, approved) = stepped(&order, Action::Approve, Status::Approved);
        store.commit(Commit::of(vec![approved.clone()])).await.unwrap();
        assert!(store.commit(Commit::of(vec![approved])).await.is_err(), "its version has moved on");

        let page = host.metrics.text().unwrap();
        let value = format!(
            "eop_order_value_minor_units_total{{service=\"order\",currency=\"{}\"}} {}",
            order.total.currency(),
            order.total.amount()
        );
        for line in [
            "eop_order_steps_total{service=\"order\",action=\"create\"} 1",
            "eop_order_steps_total{service=\"order\",action=\"approve\"} 1",
            "eop_order_steps_total{service=\"order\",action=\"expire\"} 0",
            "eop_order_until_approved_seconds_sum{service=\"order\"} 1.0",
            "eop_order_until_shipped_seconds_count{service=\"order\"} 0",
            &value,
        ] {
            assert!(page.lines().any(|there| there == line), "{line} is not in {page}");
        }
    }
}
