//! What the examples of the documents are about, so that they work as they stand: orders in several states, a person
//! whom nobody has verified, and links and sessions whose tokens are known.
//!
//! All of it is made by the use cases, so that it has the history, the notifications and the mails that anything has.

use std::sync::Arc;

use anyhow::Result;
use chrono::Duration;
use eop_core::identity::command::{CreateRole, Register, Secret};
use eop_core::identity::model::{KeyState, Link, LinkPurpose, Session, SigningKey, key_ring};
use eop_core::identity::port::IdentityWrite;
use eop_core::identity::service::{IdentityLimits, IdentityPorts, IdentityService};
use eop_core::kernel::access::{Permission, Scope};
use eop_core::kernel::actor::{Actor, Origin};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, Version};
use eop_core::kernel::id::{LinkId, OrderId, SessionId, UserId};
use eop_core::kernel::money::Money;
use eop_core::kernel::policy::{Effect, Rule};
use eop_core::order::command::{ActOnOrder, Content, Deed, PlaceOrder};
use eop_core::order::model::decision::OrderRules;
use eop_core::order::model::{Address, Line, Status};
use eop_core::order::service::{OrderPorts, OrderService};
use eop_order::api::examples::{ExampleOrder, ORDERS, READ};
use eop_user::api::examples;
use serde_json::{Map, json};
use uuid::Uuid;

use super::demo::{ADMIN, ALICE, APPROVER, FULFILMENT};
use super::ids::Ids;

/// How long a token of an example is good: longer than anybody keeps a folder.
pub(super) const GOOD_FOR: Duration = Duration::days(3650);

/// The use cases' surroundings.
pub(super) struct Examples {
    pub(super) identity: IdentityPorts,
    pub(super) identity_limits: IdentityLimits,
    pub(super) orders: OrderPorts,
    pub(super) order_rules: OrderRules,
}

/// Who does what.
struct Cast {
    admin: Actor,
    alice: Actor,
    approver: Actor,
    fulfilment: Actor,
}

impl Examples {
    /// Makes what is not there yet. `password` is that of the demo accounts.
    pub(super) async fn seed(&self, password: &str) -> Result<()> {
        let store = &*self.identity.store;
        let cast = Cast {
            admin: ADMIN.actor(store).await?,
            alice: ALICE.actor(store).await?,
            approver: APPROVER.actor(store).await?,
            fulfilment: FULFILMENT.actor(store).await?,
        };
        for example in ORDERS {
            self.order(example, &cast).await?;
        }
        self.roles(&cast.admin).await?;
        self.person(&cast.admin, password).await
    }

    /// Roles that nobody has.
    async fn roles(&self, admin: &Actor) -> Result<()> {
        let identity = IdentityService::new(self.identity.clone(), self.identity_limits);
        let known = identity.list_roles(admin).await?;
        for (name, description) in
            [(examples::ROLE, "Answers the telephone at night"), (examples::UNUSED_ROLE, "Is new here")]
        {
            if known.iter().all(|role| role.name.as_str() != name) {
                let read = Permission::ORDER_READ;
                let rule = Rule::new(read.resource, read.action, Scope::Any, Effect::Allow);
                let (name, description) = (name.to_owned(), description.to_owned());
                identity.create_role(admin, CreateRole { name, description, rules: vec![rule] }).await?;
            }
        }
        Ok(())
    }

    async fn order(&self, example: ExampleOrder, cast: &Cast) -> Result<()> {
        let id: Uuid = example.id.parse()?;
        if self.orders.store.find(OrderId(id)).await?.is_some() {
            return Ok(());
        }
        let ports = OrderPorts { ids: Arc::new(Ids::from(id)), ..self.orders.clone() };
        let orders = OrderService::new(ports, self.order_rules.clone());
        // Nobody approves an order of their own, and administrators are told of theirs.
        let owner = if example == READ { &cast.admin } else { &cast.alice };
        let draft =
            PlaceOrder { customer: None, content: content()?, metadata: Map::new(), idempotency: None };
        orders.place(owner, draft).await?;
        for (who, deed) in steps_to(example.status, cast) {
            let command = ActOnOrder { order: OrderId(id), deed, if_match: None, idempotency: None };
            orders.act(who, command).await?;
        }
        Ok(())
    }

    async fn person(&self, admin: &Actor, password: &str) -> Result<()> {
        let id = UserId(examples::ACCOUNT.parse()?);
        if self.identity.store.find_account(id).await?.is_some() {
            return Ok(());
        }
        let ids = Arc::new(Ids::from(id.0));
        self.register("Eve Example", examples::EMAIL, password, ids.clone()).await?;
        let other = Arc::new(Ids::from(Uuid::new_v5(&id.0, examples::FORGETFUL_EMAIL.as_bytes())));
        let forgetful = UserId(Uuid::new_v5(&id.0, examples::FORGETFUL_EMAIL.as_bytes()));
        self.register("Erin Example", examples::FORGETFUL_EMAIL, password, other).await?;
        let now = self.identity.clock.now();
        let link = |account, purpose, token: &str| {
            IdentityWrite::InsertLink(Link {
                id: LinkId::next(&*ids),
                account,
                purpose,
                token: self.identity.secrets.hash(token),
                created_at: now,
                expires_at: now + GOOD_FOR,
                spent_at: None,
            })
        };
        let mut writes = vec![
            link(id, LinkPurpose::VerifyEmail, examples::VERIFY_TOKEN),
            link(forgetful, LinkPurpose::ResetPassword, examples::RESET_TOKEN),
        ];
        if let Some(admin) = admin.user_id() {
            let unused = self.identity.secrets.generate();
            let refreshed = SessionId::next(&*ids);
            writes.push(self.session(refreshed, admin, examples::REFRESH_TOKEN, now));
            writes.push(self.session(SessionId(examples::SESSION.parse()?), admin, &unused, now));
        }
        writes.extend(self.keys(now).await?);
        Ok(self.identity.store.commit(Commit::of(writes)).await?)
    }

    /// A key to retire, and that nobody keeps a set of keys from before this moment, so that the next one may sign.
    async fn keys(&self, now: Timestamp) -> Result<Vec<IdentityWrite>> {
        let retiring = SigningKey {
            kid: examples::KEY.to_owned(),
            algorithm: "EdDSA".to_owned(),
            public_jwk: json!({
                "kty": "OKP",
                "crv": "Ed25519",
                "x": examples::KEY_X,
                "kid": examples::KEY,
                "alg": "EdDSA",
                "use": "sig",
            }),
            sealed_private: String::new(),
            state: KeyState::Retiring,
            created_at: now,
            // Or it would be gone in an hour.
            since: now + GOOD_FOR,
        };
        let published = self.identity.store.signing_keys().await?;
        let next = published.into_iter().find(|key| key.state == KeyState::Next).map(|next| {
            let (from, to, at) = (KeyState::Next, KeyState::Next, now - key_ring::PUBLISHED_BEFORE);
            IdentityWrite::MoveKey { kid: next.kid, from, to, at }
        });
        Ok([IdentityWrite::InsertKey(retiring)].into_iter().chain(next).collect())
    }

    async fn register(&self, name: &str, email: &str, password: &str, ids: Arc<Ids>) -> Result<()> {
        let register = Register {
            name: name.to_owned(),
            email: email.to_owned(),
            password: Secret(password.to_owned()),
            locale: None,
            time_zone: None,
            origin: Origin::default(),
        };
        let ports = IdentityPorts { ids, ..self.identity.clone() };
        Ok(IdentityService::new(ports, self.identity_limits).register(register).await?)
    }

    fn session(&self, id: SessionId, account: UserId, token: &str, now: Timestamp) -> IdentityWrite {
        IdentityWrite::InsertSession(Session {
            id,
            account,
            current: self.identity.secrets.hash(token),
            previous: None,
            device: Some("Example".to_owned()),
            ip: None,
            created_at: now,
            last_seen_at: now,
            idle_until: now + GOOD_FOR,
            expires_at: now + GOOD_FOR,
            revoked: None,
            version: Version::FIRST,
        })
    }
}

pub(super) fn content() -> Result<Content> {
    let line = |sku: &str, name: &str, quantity, cents| {
        let unit_price = Money::new(cents, "EUR".parse()?)?;
        anyhow::Ok(Line { sku: sku.to_owned(), name: name.to_owned(), quantity, unit_price })
    };
    Ok(Content {
        lines: vec![
            line("TEA-EG-100", "Earl Grey, 100 g", 2, 649)?,
            line("POT-07", "Teapot, 0.7 l", 1, 3450)?,
        ],
        shipping_address: Address {
            name: "Alice Example".to_owned(),
            line1: "Lindenstraße 12".to_owned(),
            line2: None,
            city: "Berlin".to_owned(),
            region: None,
            postal_code: Some("10969".to_owned()),
            country: "DE".to_owned(),
        },
        note: None,
    })
}

/// What is done to a new order until it has this status.
fn steps_to(status: Status, cast: &Cast) -> Vec<(&Actor, Deed)> {
    let approve = (&cast.approver, Deed::Approve { note: Some("Checked by phone".to_owned()) });
    let tracking_number = Some("00340434161094042557".to_owned());
    let ship = (&cast.fulfilment, Deed::Ship { carrier: "DHL".to_owned(), tracking_number });
    let deliver = (&cast.fulfilment, Deed::Deliver { delivered_at: None });
    match status {
        Status::Created | Status::Rejected | Status::Cancelled => vec![],
        Status::Approved => vec![approve],
        Status::Shipped => vec![approve, ship],
        Status::Delivered => vec![approve, ship, deliver],
    }
}
