//! The accounts of the demo.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result};
use eop_assembly::settings::Settings;
use eop_core::identity::command::{EnsureAccount, Secret};
use eop_core::identity::port::IdentityStore;
use eop_core::identity::service::{IdentityLimits, IdentityPorts, IdentityService};
use eop_core::kernel::actor::{Actor, Origin, Principal, Role};
use eop_core::kernel::id::UserId;
use eop_user::api::examples::ADMIN_EMAIL;
use futures::future::try_join_all;
use secrecy::ExposeSecret;
use uuid::{Uuid, uuid};

use super::ids::Ids;

/// A person of the demo.
#[derive(Clone, Debug)]
pub(super) struct Person {
    id: Uuid,
    name: &'static str,
    /// The address.
    pub(super) email: &'static str,
    /// The one role.
    pub(super) role: Role,
}

pub(super) const ADMIN: Person =
    person(uuid!("019cb6f1-0000-7000-8000-0000000000e1"), "Ada Admin", ADMIN_EMAIL, Role::ADMIN);
pub(super) const APPROVER: Person = person(
    uuid!("019cb6f1-0000-7000-8000-0000000000e2"),
    "Albert Approver",
    "approver@demo.test",
    Role::APPROVER,
);
pub(super) const FULFILMENT: Person = person(
    uuid!("019cb6f1-0000-7000-8000-0000000000e3"),
    "Frida Fulfilment",
    "fulfilment@demo.test",
    Role::FULFILMENT,
);
const SUPPORT: Person =
    person(uuid!("019cb6f1-0000-7000-8000-0000000000e4"), "Sam Support", "support@demo.test", Role::SUPPORT);
const AUDITOR: Person =
    person(uuid!("019cb6f1-0000-7000-8000-0000000000e5"), "Olga Auditor", "auditor@demo.test", Role::AUDITOR);
pub(super) const ALICE: Person = person(
    uuid!("019cb6f1-0000-7000-8000-0000000000e6"),
    "Alice Customer",
    "alice@demo.test",
    Role::CUSTOMER,
);
const BOB: Person =
    person(uuid!("019cb6f1-0000-7000-8000-0000000000e7"), "Bob Customer", "bob@demo.test", Role::CUSTOMER);

/// Everybody.
const PEOPLE: [Person; 7] = [ADMIN, APPROVER, FULFILMENT, SUPPORT, AUDITOR, ALICE, BOB];

const fn person(id: Uuid, name: &'static str, email: &'static str, role: Role) -> Person {
    Person { id, name, email, role }
}

impl Person {
    /// The person as use cases know them.
    pub(super) async fn actor(&self, store: &dyn IdentityStore) -> Result<Actor> {
        let email = self.email.parse().context("the address of a demo account is none")?;
        // In a folder of an older version the account has another id.
        let account = store.find_account_by_email(&email).await?;
        let id = account.map_or(UserId(self.id), |account| account.id);
        let roles = vec![self.role.clone()];
        Ok(Actor { principal: Principal::User(id), roles, session: None, origin: Origin::default() })
    }
}

/// What to tell the person who started the platform.
#[derive(derive_more::Debug)]
pub(super) struct Demo {
    /// The password of every account.
    #[debug(skip)]
    pub(super) password: String,
    /// Address and role of each.
    pub(super) accounts: Vec<(&'static str, Role)>,
}

/// Makes the accounts that are not there yet, all at once: hashing their passwords takes most of the time.
pub(super) async fn seed(
    ports: &IdentityPorts,
    limits: &IdentityLimits,
    settings: &Settings,
) -> Result<Demo> {
    let password = settings.identity.demo_password.expose_secret().to_owned();
    let seeding = PEOPLE.map(|person| {
        let command = EnsureAccount {
            name: person.name.to_owned(),
            email: person.email.to_owned(),
            password: Secret(password.clone()),
            roles: BTreeSet::from([person.role]),
        };
        let ports = IdentityPorts { ids: Arc::new(Ids::from(person.id)), ..ports.clone() };
        async move { IdentityService::new(ports, *limits).ensure_account(command).await }
    });
    try_join_all(seeding).await?;
    Ok(Demo { password, accounts: PEOPLE.map(|person| (person.email, person.role)).to_vec() })
}
