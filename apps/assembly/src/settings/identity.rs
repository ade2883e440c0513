//! What holds for accounts.

use eop_core::identity::service::IdentityLimits;
use eop_runtime::config::{Check, Faults, Key};
use secrecy::SecretString;

/// Shortest password, in characters; the user service asks for more than length.
const PASSWORD_MIN: usize = 8;

eop_runtime::section! {
    /// What holds for accounts.
    pub struct IdentityConfig in "identity" {
        /// Registrations from one network (the /24 of an IPv4 address, the /64 of an IPv6 one) per hour; 0 for no limit.
        pub registrations_per_hour: u32 = Key::of("EOP_REGISTRATIONS_PER_HOUR")
            .default(|| {
                let limit = IdentityLimits::default().registrations_per_network;
                limit.map_or(0, |limit| limit.max).to_string()
            })
            .expects("a whole number"),
        /// Days for which a key signs access tokens before the next one does; 0 to rotate by hand only.
        pub key_rotation_days: u32 = Key::of("EOP_KEY_ROTATION_DAYS")
            .default(|| {
                let lifetime = IdentityLimits::default().key_lifetime;
                lifetime.map_or(0, |lifetime| lifetime.as_secs() / 86_400).to_string()
            })
            .expects("a whole number"),
        /// E-mail address of the first administrator, read once.
        pub bootstrap_admin_email: Option<String> = Key::of("EOP_BOOTSTRAP_ADMIN_EMAIL")
            .expects("an e-mail address")
            .check(Check::By(|email| (!email.contains('@')).then(|| "has no @".to_owned()))),
        /// Password of the first administrator, read once.
        pub bootstrap_admin_password: Option<SecretString> = Key::of("EOP_BOOTSTRAP_ADMIN_PASSWORD")
            .expects("at least 8 characters")
            .check(Check::Characters(PASSWORD_MIN)),
        /// Password of the demo accounts of `eop dev`.
        pub demo_password: SecretString = Key::of("EOP_DEMO_PASSWORD")
            .default(|| "correct-horse-demo-battery".to_owned())
            .expects("at least 8 characters")
            .check(Check::Characters(PASSWORD_MIN)),
    }
}

impl IdentityConfig {
    /// E-mail address and password of the first administrator, when they are given.
    #[must_use]
    pub fn bootstrap_admin(&self) -> Option<(&str, &SecretString)> {
        self.bootstrap_admin_email.as_deref().zip(self.bootstrap_admin_password.as_ref())
    }

    pub(super) fn check(&self, faults: &mut Faults) {
        let (email, password) =
            (self.bootstrap_admin_email.is_some(), self.bootstrap_admin_password.is_some());
        faults.unless(
            !email || password,
            "EOP_BOOTSTRAP_ADMIN_PASSWORD",
            "is not set, but EOP_BOOTSTRAP_ADMIN_EMAIL is",
        );
        faults.unless(
            email || !password,
            "EOP_BOOTSTRAP_ADMIN_EMAIL",
            "is not set, but EOP_BOOTSTRAP_ADMIN_PASSWORD is",
        );
    }
}
