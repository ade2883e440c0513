//! The machine's clock keeps the contract of clocks.

use std::sync::Arc;

use async_trait::async_trait;
use eop_contract::clock::ClockHarness;
use eop_core::kernel::clock::Clock;
use eop_http::system::SystemClock;

struct Machine;

#[async_trait]
impl ClockHarness for Machine {
    async fn fresh() -> Self {
        Self
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(SystemClock)
    }
}

eop_contract::clock_contract!(Machine);
