//! The accounts of the demo.

use std::collections::BTreeSet;

use anyhow::Result;
use eop_core::identity::command::{EnsureAccount, Secret};
use eop_core::identity::service::IdentityService;
use eop_core::kernel::actor::Role;
use eop_runtime::config::Settings;
use futures::future::try_join_all;
use secrecy::ExposeSecret;

/// Name, address and the one role of each account.
const ACCOUNTS: [(&str, &str, Role); 7] = [
    ("Ada Admin", "admin@demo.test", Role::ADMIN),
    ("Albert Approver", "approver@demo.test", Role::APPROVER),
    ("Frida Fulfilment", "fulfilment@demo.test", Role::FULFILMENT),
    ("Sam Support", "support@demo.test", Role::SUPPORT),
    ("Olga Auditor", "auditor@demo.test", Role::AUDITOR),
    ("Alice Customer", "alice@demo.test", Role::CUSTOMER),
    ("Bob Customer", "bob@demo.test", Role::CUSTOMER),
];

/// What to tell the person who started the platform.
#[derive(Debug)]
pub(super) struct Demo {
    /// The password of every account.
    pub(super) password: String,
    /// Address and role of each.
    pub(super) accounts: Vec<(&'static str, Role)>,
}

/// Makes the accounts that are not there yet, all at once: hashing their passwords takes most of the time.
pub(super) async fn seed(identity: &IdentityService, settings: &Settings) -> Result<Demo> {
    let password = settings.identity.demo_password.expose_secret().to_owned();
    let seeding = ACCOUNTS.map(|(name, email, role)| {
        identity.ensure_account(EnsureAccount {
            name: name.to_owned(),
            email: email.to_owned(),
            password: Secret(password.clone()),
            roles: BTreeSet::from([role]),
        })
    });
    try_join_all(seeding).await?;
    Ok(Demo { password, accounts: ACCOUNTS.map(|(_, email, role)| (email, role)).to_vec() })
}
