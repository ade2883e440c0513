//! How the policy decides, and which rule did.

use eop_contract::fixture::user;
use eop_core::identity::command::AskDecision;
use eop_core::kernel::access::Scope;
use eop_core::kernel::actor::Role;
use eop_core::kernel::error::DomainError;
use rstest::rstest;

use crate::roles::a_begun_house;
use crate::support::{as_actor, fields};

fn asking(roles: &[&str], resource: &str, action: &str) -> AskDecision {
    AskDecision {
        subject: None,
        roles: Some(roles.iter().map(ToString::to_string).collect()),
        resource: resource.to_owned(),
        action: action.to_owned(),
        owner: None,
    }
}

#[rstest]
#[case(&["support"], "order", "read", true, Some("support order:read any allow"))]
#[case(&["customer", "admin"], "order", "approve", true, Some("admin *:* any allow"))]
#[case(&["support", "unverified"], "order", "create", false, Some("unverified order:create any deny"))]
#[case(&["customer"], "order", "approve", false, None)]
#[case(&[], "order", "read", false, None)]
#[tokio::test]
async fn the_rule_that_decided_is_named(
    #[case] roles: &[&str],
    #[case] resource: &str,
    #[case] action: &str,
    #[case] allowed: bool,
    #[case] rule: Option<&str>,
) {
    let (house, admin) = a_begun_house().await;
    let decision = house.users.decide(&admin, &asking(roles, resource, action)).await.unwrap();
    let named = decision.rule.map(|(role, rule)| format!("{role} {rule}"));
    assert_eq!((decision.allowed, named.as_deref()), (allowed, rule));
    assert_eq!(decision.would.is_empty(), decision.allowed || rule.is_some(), "{:?}", decision.would);
}

#[tokio::test]
async fn where_nothing_matched_it_is_said_which_rules_would_have() {
    let (house, admin) = a_begun_house().await;
    let decision = house.users.decide(&admin, &asking(&["customer"], "order", "read")).await.unwrap();
    let would: Vec<String> = decision.would.iter().map(|(role, rule)| format!("{role} {rule}")).collect();
    assert_eq!((decision.allowed, decision.scope), (false, Scope::Any), "it is of nobody in particular");
    assert!(would.contains(&"support order:read any allow".to_owned()), "{would:?}");
    assert!(would.contains(&"customer order:read own allow".to_owned()), "it reaches less: {would:?}");
}

#[tokio::test]
async fn somebody_is_asked_about_by_their_account_and_whose_thing_it_is() {
    let (house, admin) = a_begun_house().await;
    let alice = house.with("alice@example.com", &[Role::CUSTOMER]).await;
    let about = |owner| AskDecision {
        subject: Some(alice.id),
        roles: None,
        owner: Some(owner),
        ..asking(&[], "order", "read")
    };
    let own = house.users.decide(&admin, &about(alice.id)).await.unwrap();
    assert_eq!((own.allowed, own.scope, own.roles), (true, Scope::Own, vec![Role::CUSTOMER]));
    assert!(!house.users.decide(&admin, &about(user(999))).await.unwrap().allowed);
    let nobody = AskDecision { subject: Some(user(999)), ..about(alice.id) };
    assert_eq!(house.users.decide(&admin, &nobody).await.unwrap_err().code(), "identity.not_found");
    let both = AskDecision { roles: Some(vec![]), ..about(alice.id) };
    assert_eq!(fields(&house.users.decide(&admin, &both).await.unwrap_err()), [("/roles", "ambiguous")]);
    let myself = AskDecision { roles: None, ..asking(&[], "key", "read") };
    assert!(house.users.decide(&admin, &myself).await.unwrap().allowed);
    let refused = house.users.decide(&as_actor(&alice), &myself).await.unwrap_err();
    assert_eq!(refused.code(), "access.denied");
}

#[tokio::test]
async fn words_that_mean_nothing_are_named() {
    let (house, admin) = a_begun_house().await;
    for (command, field) in [
        (asking(&["support"], "oder", "read"), "/resource"),
        (asking(&["support"], "order", "fly"), "/action"),
        (asking(&["support", "king"], "order", "read"), "/roles/1"),
    ] {
        let refused = house.users.decide(&admin, &command).await.unwrap_err();
        assert_eq!(fields(&refused), [(field, "unknown")]);
    }
}
