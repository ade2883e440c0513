//! The events of identity as the other contexts read them.

use std::collections::BTreeSet;

use eop_contract::fixture::{at_s, id, user};
use eop_core::identity::event::{self, IdentityData, LinkFact, PolicyData, SessionFact, UserSnapshot};
use eop_core::kernel::actor::{Actor, Origin, Role};
use eop_core::kernel::commit::Version;
use eop_core::kernel::id::SessionId;
use eop_memory::SequentialIds;
use serde_json::{Map, Value, json};

use crate::golden;

/// Everything that is ever told about accounts, with every member filled.
fn current() -> Map<String, Value> {
    let plain = IdentityData {
        user: UserSnapshot {
            id: user(1),
            name: "Alice Example".to_owned(),
            email: "alice@example.com".parse().unwrap(),
            phone: Some("+4930123456".to_owned()),
            locale: "de-AT".to_owned(),
            time_zone: "Europe/Vienna".to_owned(),
            roles: vec![Role::APPROVER, Role::CUSTOMER],
            state: "active".to_owned(),
            verified: true,
        },
        session: None,
        link: None,
        kept: None,
    };
    let session = SessionFact {
        id: SessionId(id(2)),
        device: Some("Mozilla/5.0".to_owned()),
        ip: Some("2001:db8::1".to_owned()),
        new_device: true,
        reason: Some("token_reused".to_owned()),
    };
    let link = LinkFact {
        purpose: "verify_email".to_owned(),
        sealed_token: "v1.c2VhbGVk".to_owned(),
        expires_at: at_s(86_400),
        registered_again: false,
    };
    let with_session = IdentityData { session: Some(session), ..plain.clone() };
    let with_link = IdentityData { link: Some(link), ..plain.clone() };
    let events = [
        (event::USER_REGISTERED, &plain),
        (event::USER_VERIFIED, &plain),
        (event::USER_UPDATED, &plain),
        (event::USER_PASSWORD_CHANGED, &plain),
        (event::USER_ROLES_CHANGED, &plain),
        (event::USER_LOCKED, &plain),
        (event::USER_UNLOCKED, &plain),
        (event::USER_SNAPSHOT, &plain),
        (event::SESSION_OPENED, &with_session),
        (event::SESSION_REVOKED, &with_session),
        (event::SESSION_REUSE_DETECTED, &with_session),
        (event::LINK_REQUESTED, &with_link),
    ];
    let actor = Actor::becoming(user(1), Origin::default());
    let told = |(kind, data)| {
        let event = event::event(kind, data, 4, &actor, at_s(0), &SequentialIds::default());
        assert_eq!((event.key, event.sequence), (id(1), 4));
        (event.kind, event.data.read().unwrap())
    };
    let mut all: Map<String, Value> = events.into_iter().map(told).collect();
    let policy = PolicyData { version: Version(7), roles: vec![Role::SUPPORT] };
    let event = event::policy_changed(&policy, &actor, at_s(0), &SequentialIds::default());
    assert_eq!((event.key, event.sequence), (event::POLICY_KEY, 7));
    all.insert(event.kind, event.data.read().unwrap());
    all
}

#[test]
fn the_published_shape_of_events_is_kept() {
    golden::assert_kept("identity.v1.json", &current());
}

#[test]
fn what_was_published_can_be_read() {
    let kept: Map<String, Value> = serde_json::from_str(include_str!("../golden/identity.v1.json")).unwrap();
    let kinds: BTreeSet<&String> = kept.keys().collect();
    assert_eq!(kinds.len(), 13, "{kinds:?}");
    for (kind, mut data) in kept {
        if kind == event::POLICY_CHANGED {
            let read: PolicyData = serde_json::from_value(data.clone()).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), data, "{kind}");
            continue;
        }
        let read: IdentityData = serde_json::from_value(data.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), data, "{kind}");
        data["user"]["added_later"] = json!("a newer service may say more");
        assert_eq!(serde_json::from_value::<IdentityData>(data).unwrap(), read, "{kind}");
    }
}

#[test]
fn what_an_event_is_not_about_is_left_out_of_it() {
    let current = current();
    let members = |kind: &str| current[kind].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(members(event::USER_VERIFIED), ["user"]);
    assert_eq!(members(event::SESSION_OPENED), ["session", "user"]);
    assert_eq!(members(event::LINK_REQUESTED), ["link", "user"]);
}
