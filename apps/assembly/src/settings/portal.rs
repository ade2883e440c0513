//! Where the portal's door leads.

use eop_runtime::config::{Check, ConfigError, Key, required};

use super::Settings;

eop_runtime::section! {
    /// Where the portal's door leads.
    #[derive(Default)]
    pub struct PortalConfig in "portal" {
        /// Where the portal reaches the user service.
        pub user_url: Option<String> = Key::of("EOP_USER_URL")
            .expects("a URL such as http://user:8090")
            .check(Check::Scheme(&["http"]))
            .for_servers(),
        /// Where the portal reaches the order service.
        pub order_url: Option<String> = Key::of("EOP_ORDER_URL")
            .expects("a URL such as http://order:8081")
            .check(Check::Scheme(&["http"]))
            .for_servers(),
        /// Where the portal reaches the notification service.
        pub notification_url: Option<String> = Key::of("EOP_NOTIFICATION_URL")
            .expects("a URL such as http://notification:8082")
            .check(Check::Scheme(&["http"]))
            .for_servers(),
    }
}

impl PortalConfig {
    /// The addresses of the user, the order and the notification service.
    ///
    /// # Errors
    /// Names the first of `EOP_USER_URL`, `EOP_ORDER_URL` and `EOP_NOTIFICATION_URL` that is not set.
    pub fn required_services(&self) -> Result<[&str; 3], ConfigError> {
        Ok([
            required(self.user_url.as_deref(), Settings::ALL, "EOP_USER_URL")?,
            required(self.order_url.as_deref(), Settings::ALL, "EOP_ORDER_URL")?,
            required(self.notification_url.as_deref(), Settings::ALL, "EOP_NOTIFICATION_URL")?,
        ])
    }
}
