//! What follows from the events of identity.

use eop_contract::fixture::{an_account, at_s, user};
use eop_core::identity::event::{self as identity, IdentityData, LinkFact, SessionFact};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Version;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::notification::model::{Channel, Kind, Recipient, Word};
use eop_core::notification::port::NotificationWrite;
use eop_core::notification::service::plan::{Audience, Unplanned};
use eop_core::order::event as order;
use rstest::rstest;
use serde_json::{Value, json};

use super::plan_orders::{deliveries, merged, notifications, planned};
use super::world::{World, a_link_to, about, identity_event, malformed, new_device, order_event, order_of_1};

/// Data that has everything any kind needs.
fn complete(purpose: &str) -> IdentityData {
    IdentityData { session: Some(new_device()), link: Some(a_link_to(purpose, "secret")), ..about(1) }
}

#[rstest]
#[case("user.registered.v1", None)]
#[case("user.verified.v1", None)]
#[case("user.updated.v1", None)]
#[case("user.password_changed.v1", Some(Kind::AccountPasswordChanged))]
#[case("user.roles_changed.v1", Some(Kind::AccountRolesChanged))]
#[case("user.locked.v1", Some(Kind::AccountLocked))]
#[case("user.unlocked.v1", None)]
#[case("user.snapshot.v1", None)]
#[case("session.opened.v1", Some(Kind::AccountNewLogin))]
#[case("session.revoked.v1", None)]
#[case("session.reuse_detected.v1", Some(Kind::AccountTokenReused))]
#[case("link.requested.v1", Some(Kind::AccountVerify))]
#[tokio::test]
async fn every_event_updates_the_recipient_and_some_are_news(#[case] kind: &str, #[case] news: Option<Kind>) {
    let event = identity_event(1, kind, 4, &complete("verify_email"));
    let commit = planned(&World::new(), &event).await.unwrap();

    let NotificationWrite::PutRecipient(recipient) = &commit.writes[0] else { panic!("{:?}", commit.writes) };
    assert_eq!((recipient.id, recipient.sequence, recipient.updated_at), (user(1), 4, event.occurred_at));
    let told: Vec<Kind> = notifications(&commit).into_iter().map(|one| one.kind).collect();
    assert_eq!(told, Vec::from_iter(news));
    for one in notifications(&commit) {
        assert_eq!((one.recipient, one.order, one.event), (user(1), None, event.id));
    }
    let channels: Vec<Channel> = deliveries(&commit).into_iter().map(|one| one.channel).collect();
    assert_eq!(channels, news.map_or(Vec::new(), |kind| kind.channels().collect()));
}

#[tokio::test]
async fn a_change_of_the_policy_is_no_news_and_about_nobody() {
    let policy = identity::PolicyData { version: Version(7), roles: vec![Role::SUPPORT] };
    let data = EventData::of(&policy);
    let event = Event { data, ..identity_event(1, identity::POLICY_CHANGED, 7, &complete("verify_email")) };
    let commit = planned(&World::new(), &event).await.unwrap();
    assert!(commit.writes.is_empty() && commit.once.is_some(), "{commit:?}");
}

#[tokio::test]
async fn every_type_that_is_published_has_its_place_in_the_plan() {
    let world = World::new();
    for one in identity::PUBLISHED {
        let event = identity_event(1, one.name, 4, &complete("verify_email"));
        assert!(planned(&world, &event).await.is_ok(), "{}", one.name);
    }
    for one in order::PUBLISHED {
        let event = order_event(1, one.name, &order_of_1());
        assert!(planned(&world, &event).await.is_ok(), "{}", one.name);
    }
}

#[rstest]
#[case("verify_email", Kind::AccountVerify)]
#[case("reset_password", Kind::AccountReset)]
#[tokio::test]
async fn a_link_goes_by_mail_only_while_it_is_good_and_stays_sealed(
    #[case] purpose: &str,
    #[case] kind: Kind,
) {
    let event = identity_event(1, "link.requested.v1", 1, &complete(purpose));
    let commit = planned(&World::new(), &event).await.unwrap();
    let [one] = notifications(&commit)[..] else { panic!("{:?}", commit.writes) };
    assert_eq!(one.kind, kind);
    let sealed = a_link_to(purpose, "secret").sealed_token;
    assert_eq!(*one.data, json!({ "sealed_token": sealed, "expires_at": at_s(3600).to_rfc3339() }));
    let [mail] = deliveries(&commit)[..] else { panic!("{:?}", commit.writes) };
    assert_eq!((mail.channel, mail.expires_at), (Channel::Email, at_s(3600)));
}

/// A service that starts empty reads a topic that keeps the latest event of everybody, whatever its age.
#[rstest]
#[case("session.opened.v1")]
#[case("user.locked.v1")]
#[case("link.requested.v1")]
#[tokio::test]
async fn what_happened_long_ago_makes_the_person_known_and_is_no_news(#[case] kind: &str) {
    let event = identity_event(1, kind, 4, &complete("verify_email"));
    let three_days = at_s(3 * 86_400);
    let told = |now| merged(&event, &Audience::default(), now).unwrap();
    assert!(!notifications(&told(three_days - chrono::Duration::seconds(1))).is_empty());
    let late = told(three_days);
    assert!(notifications(&late).is_empty(), "{:?}", late.writes);
    let [NotificationWrite::PutRecipient(recipient)] = &late.writes[..] else { panic!("{:?}", late.writes) };
    assert_eq!(recipient.id, user(1));
}

#[tokio::test]
async fn the_owner_of_an_account_is_told_that_somebody_registered_again() {
    let link = LinkFact { registered_again: true, ..a_link_to("reset_password", "secret") };
    let data = IdentityData { link: Some(link), ..about(1) };
    let commit = planned(&World::new(), &identity_event(1, "link.requested.v1", 1, &data)).await.unwrap();
    let [one] = notifications(&commit)[..] else { panic!("{:?}", commit.writes) };
    assert_eq!(one.kind, Kind::AccountExists);
    let [mail] = deliveries(&commit)[..] else { panic!("{:?}", commit.writes) };
    assert_eq!((mail.channel, mail.expires_at), (Channel::Email, at_s(3600)));
}

#[tokio::test]
async fn everything_that_is_needed_to_reach_a_person_is_kept() {
    let account = an_account().with_everything().build();
    let data = IdentityData::of(&account);
    let commit = planned(&World::new(), &identity_event(1, "user.updated.v1", 9, &data)).await.unwrap();
    let [NotificationWrite::PutRecipient(recipient)] = &commit.writes[..] else { panic!() };
    let expected = Recipient {
        id: account.id,
        name: account.name,
        email: account.email,
        phone: account.phone,
        locale: account.locale,
        time_zone: account.time_zone,
        verified: true,
        roles: account.roles.into_iter().collect(),
        sequence: 9,
        updated_at: at_s(0),
    };
    assert_eq!(recipient, &expected);
}

#[tokio::test]
async fn a_sign_in_from_a_known_device_is_no_news() {
    let session = SessionFact { new_device: false, ..new_device() };
    let data = IdentityData { session: Some(session), ..about(1) };
    let commit = planned(&World::new(), &identity_event(1, "session.opened.v1", 1, &data)).await.unwrap();
    assert!(notifications(&commit).is_empty());
    assert_eq!(commit.writes.len(), 1, "the recipient is updated nevertheless");
}

#[rstest]
#[case("session.opened.v1")]
#[case("session.reuse_detected.v1")]
#[tokio::test]
async fn news_of_a_session_says_where_it_came_from(#[case] kind: &str) {
    let event = identity_event(1, kind, 1, &complete("verify_email"));
    let commit = planned(&World::new(), &event).await.unwrap();
    let data = &notifications(&commit)[0].data;
    let at = event.occurred_at.to_rfc3339();
    assert_eq!(**data, json!({ "device": "Firefox on Linux", "ip": "192.0.2.7", "at": at }));
}

#[rstest]
#[case("user.renamed.v1")]
#[case("user.updated.v2")]
#[case("session.suspended.v1")]
#[tokio::test]
async fn kinds_of_a_later_version_are_left_to_it(#[case] kind: &str) {
    let event = identity_event(1, kind, 1, &complete("verify_email"));
    let refused = planned(&World::new(), &event).await.unwrap_err();
    assert_eq!(refused, Unplanned::Unknown(Word(format!("event {kind}"))));
}

#[tokio::test]
async fn a_link_for_a_purpose_of_a_later_version_is_left_to_it() {
    let event = identity_event(1, "link.requested.v1", 1, &complete("delete_account"));
    let refused = planned(&World::new(), &event).await.unwrap_err();
    assert_eq!(refused, Unplanned::Unknown(Word("link purpose delete_account".to_owned())));
}

#[rstest]
#[case::session_opened("session.opened.v1", about(1), "lacks its session")]
#[case::session_reused("session.reuse_detected.v1", about(1), "lacks its session")]
#[case::link_requested("link.requested.v1", about(1), "lacks its link")]
#[tokio::test]
async fn an_event_without_what_it_is_about_can_never_be_processed(
    #[case] kind: &str,
    #[case] data: IdentityData,
    #[case] reason: &str,
) {
    let event = identity_event(1, kind, 1, &data);
    let said = planned(&World::new(), &event).await.unwrap_err().to_string();
    assert!(said.contains(reason), "{said}");
}

#[tokio::test]
async fn malformed_data_can_never_be_processed() {
    let event = malformed(1, Topic::Identity, "user.registered.v1");
    let said = planned(&World::new(), &event).await.unwrap_err().to_string();
    assert!(said.contains("missing field `user`"), "{said}");

    let mut event = identity_event(1, "user.registered.v1", 1, &about(1));
    let mut data: Value = event.data.read().unwrap();
    data["user"]["id"] = json!("nobody");
    event.data = EventData::of(&data);
    let said = planned(&World::new(), &event).await.unwrap_err().to_string();
    assert!(said.contains("UUID parsing failed"), "{said}");

    // An address of looser rules than today's is still the person's.
    data["user"]["id"] = json!(user(1));
    data["user"]["email"] = json!("a@foo.123");
    event.data = EventData::of(&data);
    let commit = planned(&World::new(), &event).await.unwrap();
    assert!(format!("{commit:?}").contains("@foo.123"), "{commit:?}");
}
