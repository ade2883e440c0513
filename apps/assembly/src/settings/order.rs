//! What holds for orders.

use eop_core::order::model::decision::OrderRules;
use eop_runtime::config::{Check, Key};

eop_runtime::section! {
    /// What holds for orders.
    pub struct OrderConfig in "order" {
        /// Hours after which an order that nobody approved is cancelled.
        pub approval_timeout_h: u32 = Key::of("EOP_APPROVAL_TIMEOUT_H")
            .default(|| OrderRules::default().approval_timeout.num_hours().to_string())
            .expects("hours, at least 1")
            .check(Check::AtLeast(1, "is 0, so every order would be cancelled")),
        /// Orders that one account may place per minute, at each instance; more get 429. 0 for no limit.
        pub per_account_per_minute: u32 = Key::of("EOP_ORDERS_PER_MINUTE")
            .default(|| OrderRules::default().orders_per_account.map_or(0, |limit| limit.max).to_string())
            .expects("a whole number"),
        /// Currencies that orders may be in; empty for every currency in use (ISO 4217).
        pub currencies: Vec<String> = Key::of("EOP_CURRENCIES")
            .default(String::new)
            .expects("codes separated by commas, such as EUR,CHF"),
    }
}
