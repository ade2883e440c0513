//! The doubles that no contract suite covers, and the switches that make fakes fail.

use std::time::Duration;

use eop_contract::fixture::{a_recipient, an_audit_entry, an_event, an_order, at_s, at_us, inserted};
use eop_core::identity::port::{PasswordCheck, PasswordHasher, TokenRefused, TokenVerifier, VerifiedToken};
use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::bus::{EventConsumer, EventPublisher, PublishError};
use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::IdGenerator;
use eop_core::kernel::outbox::Outbox;
use eop_core::notification::model::{Channel, Kind};
use eop_core::notification::port::Templates;
use eop_core::order::port::OrderStore;
use eop_memory::{
    FixedClock, MemoryBus, MemoryOrders, PlainHasher, PlainTemplates, PlainTokens, SequentialIds, TablePolicy,
};
use serde_json::json;

#[test]
fn the_clock_stands_still_until_it_is_moved() {
    let clock = FixedClock::at(at_s(0) + Duration::from_nanos(999));
    assert_eq!((clock.now(), clock.now()), (at_s(0), at_s(0)), "cut to microseconds");
    clock.advance(Duration::from_micros(5));
    assert_eq!(clock.now(), at_us(5));
    clock.set(at_s(-9));
    assert_eq!(clock.now(), at_s(-9));
    assert_eq!(FixedClock::default().now(), at_s(0), "as the fixtures");
}

#[test]
fn ids_grow_and_are_of_version_7() {
    let ids = SequentialIds::new();
    let issued: Vec<_> = (0..1000).map(|_| ids.next()).collect();
    assert!(issued.is_sorted_by(|a, b| a < b));
    assert!(issued.iter().all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122));
    assert_eq!(SequentialIds::new().next(), issued[0], "the same in every run");
}

#[test]
fn a_policy_grants_what_its_rows_say() {
    let policy = TablePolicy::new()
        .grant(&Role::CUSTOMER, &[Permission::ORDER_READ, Permission::ORDER_CREATE], Scope::Own)
        .grant(&Role::SUPPORT, &[Permission::ORDER_READ], Scope::Any);
    let allows = |role: Role, permission, scope| policy.allows(&[role], permission, scope);
    assert!(allows(Role::CUSTOMER, Permission::ORDER_READ, Scope::Own));
    assert!(!allows(Role::CUSTOMER, Permission::ORDER_READ, Scope::Any));
    assert!(allows(Role::SUPPORT, Permission::ORDER_READ, Scope::Any));
    assert!(allows(Role::SUPPORT, Permission::ORDER_READ, Scope::Own), "any covers own");
    assert!(!allows(Role::SUPPORT, Permission::ORDER_CREATE, Scope::Own));
    assert!(!policy.allows(&[], Permission::ORDER_READ, Scope::Own));
    assert!(policy.allows(&[Role::SUPPORT, Role::CUSTOMER], Permission::ORDER_CREATE, Scope::Own));
    assert_eq!(policy.roles(), [Role::CUSTOMER, Role::SUPPORT]);
}

#[tokio::test]
async fn an_outdated_hash_verifies_and_says_so() {
    let hash = PlainHasher::outdated("correct horse");
    let check = PlainHasher.verify("correct horse", Some(&hash), None).await;
    assert_eq!(check, Ok(PasswordCheck::Matches { outdated: true }));
    assert_eq!(PlainHasher.verify("wrong horse", Some(&hash), None).await, Ok(PasswordCheck::Differs));
}

#[tokio::test]
async fn a_service_has_tokens_and_the_system_has_none() {
    let token = |principal| VerifiedToken {
        principal,
        roles: vec![Role::SERVICE],
        session: None,
        account_version: None,
        issued_at: at_s(60 - 600),
        expires_at: at_s(60),
    };
    let service = token(Principal::Service("order~service".to_owned()));
    let tokens = PlainTokens::new();
    assert_eq!(tokens.verify(&PlainTokens::token(&service), at_s(0)).await, Ok(service));
    let system = token(Principal::System("expire"));
    assert_eq!(tokens.verify(&PlainTokens::token(&system), at_s(0)).await, Err(TokenRefused::Invalid));
}

#[test]
fn templates_show_what_they_were_given() {
    let templates = PlainTemplates::new().without(Kind::OrderShipped);
    let name = json!({ "name": a_recipient(1).name });
    let message = templates.render(Kind::OrderCreated, Channel::Email, "de-AT", &name).unwrap();
    assert_eq!(message.subject, "order.created email de-AT");
    assert_eq!(message.text, name.to_string());
    let missing = templates.render(Kind::OrderShipped, Channel::Email, "de-AT", &name).unwrap_err();
    assert_eq!((missing.kind, missing.channel), ("order.shipped", "email"));
}

#[tokio::test]
async fn a_database_that_is_switched_off_fails_and_loses_nothing() {
    let orders = MemoryOrders::new();
    let commit = Commit {
        events: vec![an_event().build()],
        audit: vec![an_audit_entry(1)],
        ..Commit::of(vec![inserted(&an_order().build())])
    };
    orders.set_available(false);
    let refused = OrderStore::commit(&orders, commit.clone()).await;
    assert!(matches!(refused, Err(CommitError::Store(StoreError::Unavailable(_)))), "{refused:?}");
    assert!(matches!(orders.stats().await, Err(StoreError::Unavailable(_))));
    orders.set_available(true);
    assert_eq!(orders.find(an_order().build().id).await.unwrap(), None);
    OrderStore::commit(&orders, commit.clone()).await.unwrap();
    assert_eq!(orders.events(), commit.events);
    assert_eq!(orders.audit(), commit.audit);
}

#[tokio::test]
async fn a_refused_commit_is_not_audited() {
    let orders = MemoryOrders::new();
    let write = inserted(&an_order().build());
    let commit = Commit { audit: vec![an_audit_entry(1)], ..Commit::of(vec![write.clone(), write]) };
    assert!(matches!(OrderStore::commit(&orders, commit).await, Err(CommitError::Taken(_))));
    assert_eq!(orders.audit(), []);
}

#[tokio::test]
async fn a_bus_fails_as_it_is_told() {
    let bus = MemoryBus::new();
    let [poison, after, other] =
        [(1, 1), (2, 1), (3, 2)].map(|(n, key)| an_event().numbered(n).about(key).build());
    bus.refuse(poison.id);
    let results = bus.publish(vec![poison, after.clone(), other.clone()]).await;
    assert!(matches!(results[0], Err(PublishError::Refused(_))), "{results:?}");
    assert!(matches!(results[1], Err(PublishError::Unavailable(_))), "{results:?}");
    assert_eq!(results[2], Ok(()));

    bus.set_available(false);
    assert!(!bus.is_available().await);
    let results = bus.publish(vec![after]).await;
    assert!(matches!(results[0], Err(PublishError::Unavailable(_))), "{results:?}");
    let consumer = bus.consumer("reader", &[Topic::Orders]);
    assert!(consumer.poll(10, Duration::from_secs(1)).await.is_err());
    assert!(consumer.acknowledge(&[]).await.is_err());
    bus.set_available(true);
    assert_eq!(consumer.poll(10, Duration::from_secs(1)).await.unwrap().len(), 1);
    assert_eq!(bus.events(Topic::Orders), [other]);
}
