//! The rules of accounts, sessions and links, up to the edges of every period.

use chrono::{TimeZone, Utc};
use rstest::rstest;
use uuid::Uuid;

use super::*;

/// `seconds` after everything here began.
fn at(seconds: i64) -> Timestamp {
    Utc.with_ymd_and_hms(2026, 3, 4, 12, 0, 0).unwrap() + Duration::seconds(seconds)
}

fn token(n: u8) -> TokenHash {
    TokenHash([n; 32])
}

/// Opened at the beginning, with token 1.
fn a_session() -> Session {
    Session {
        id: SessionId(Uuid::from_u128(1)),
        account: UserId(Uuid::from_u128(2)),
        current: token(1),
        previous: None,
        device: Some("curl/8".to_owned()),
        ip: Some("192.0.2.1".to_owned()),
        created_at: at(0),
        last_seen_at: at(0),
        idle_until: at(0) + Session::IDLE,
        expires_at: at(0) + Session::LIFETIME,
        revoked: None,
        version: Version::FIRST,
    }
}

fn an_account() -> Account {
    Account {
        id: UserId(Uuid::from_u128(2)),
        name: "Alice".to_owned(),
        email: "alice@example.com".parse().unwrap(),
        phone: None,
        locale: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        password: PasswordHash("$argon2id$secret".to_owned()),
        roles: BTreeSet::from([Role::CUSTOMER]),
        state: AccountState::Active,
        verified_at: Some(at(0)),
        version: Version(4),
        created_at: at(0),
        updated_at: at(0),
    }
}

/// Token 1 was exchanged for token 2 a hundred seconds after the beginning.
#[rstest]
#[case::the_newest(2, 100, TokenStanding::Current)]
#[case::the_newest_after_the_grace(2, 100 + 61, TokenStanding::Current)]
#[case::the_one_before_at_once(1, 100, TokenStanding::InGrace)]
#[case::the_one_before_in_the_last_second(1, 100 + 59, TokenStanding::InGrace)]
#[case::the_one_before_when_its_grace_ends(1, 100 + 60, TokenStanding::Reused)]
#[case::the_one_before_much_later(1, 100 + 86_400, TokenStanding::Reused)]
#[case::an_older_one(9, 100, TokenStanding::Reused)]
#[case::the_newest_before_it_idles_out(2, 100 + 7 * 86_400 - 1, TokenStanding::Current)]
#[case::the_newest_when_it_has_idled_out(2, 100 + 7 * 86_400, TokenStanding::Ended)]
#[case::an_older_one_when_it_has_idled_out(1, 100 + 7 * 86_400, TokenStanding::Ended)]
fn a_token_is_judged(#[case] presented: u8, #[case] second: i64, #[case] standing: TokenStanding) {
    let session = a_session().rotated(token(2), at(100), None);
    assert_eq!(session.judge(token(presented), None, at(second)), standing);
    let ended = session.revoked(RevocationReason::LoggedOut, at(100));
    assert_eq!(ended.judge(token(presented), None, at(second)), TokenStanding::Ended);
}

/// Token 1 was exchanged after 100 seconds, and its successor after 130: it is no alarm while its own grace lasts.
#[rstest]
#[case::at_once(Some(100), 130, TokenStanding::Superseded)]
#[case::in_the_last_second(Some(100), 100 + 59, TokenStanding::Superseded)]
#[case::when_its_grace_ends(Some(100), 100 + 60, TokenStanding::Reused)]
#[case::at_an_unknown_time(None, 130, TokenStanding::Reused)]
#[case::when_the_session_has_idled_out(Some(100), 130 + 7 * 86_400, TokenStanding::Ended)]
fn a_token_before_the_last_two_is_judged_by_its_exchange(
    #[case] exchanged: Option<i64>,
    #[case] second: i64,
    #[case] standing: TokenStanding,
) {
    let session = a_session().rotated(token(2), at(100), None).rotated(token(3), at(130), None);
    assert_eq!(session.judge(token(1), exchanged.map(at), at(second)), standing);
    assert_eq!(session.judge(token(3), exchanged.map(at), at(130)), TokenStanding::Current);
    assert_eq!(session.judge(token(2), exchanged.map(at), at(130)), TokenStanding::InGrace);
}

#[test]
fn a_new_session_has_no_token_but_its_own() {
    assert_eq!(a_session().judge(token(1), None, at(0)), TokenStanding::Current);
    assert_eq!(a_session().judge(token(2), None, at(0)), TokenStanding::Reused);
}

#[test]
fn an_exchange_moves_the_tokens_on_and_keeps_the_session_alive() {
    let first = a_session();
    let second = first.rotated(token(2), at(100), Some("198.51.100.7".to_owned()));
    let expected = Session {
        current: token(2),
        previous: Some((token(1), at(100))),
        ip: Some("198.51.100.7".to_owned()),
        last_seen_at: at(100),
        idle_until: at(100) + Session::IDLE,
        version: Version(2),
        ..first.clone()
    };
    assert_eq!(second, expected);
    let third = second.rotated(token(3), at(200), None);
    assert_eq!(third.previous, Some((token(2), at(200))), "only the one before has a grace period");
    assert_eq!(third.ip, second.ip, "an unknown address does not replace a known one");
}

#[test]
fn no_exchange_keeps_a_session_alive_beyond_its_lifetime() {
    let days = |days: i64| at(days * 86_400);
    let mut session = a_session();
    for day in [6, 12, 18, 24, 29] {
        assert!(session.is_open(days(day)), "day {day}");
        session = session.rotated(token(2), days(day), None);
        assert!(session.idle_until <= session.expires_at);
    }
    assert_eq!(session.idle_until, days(30));
    assert!(session.is_open(days(30) - Duration::microseconds(1)));
    assert!(!session.is_open(days(30)));
}

#[test]
fn an_ended_session_says_when_and_why() {
    let ended = a_session().revoked(RevocationReason::TokenReused, at(5));
    assert_eq!(ended.revoked, Some(Revocation { at: at(5), reason: RevocationReason::TokenReused }));
    assert_eq!(ended.version, Version(2));
    assert!(!ended.is_open(at(5)));
}

#[rstest]
#[case(LinkPurpose::VerifyEmail, 24 * 3600)]
#[case(LinkPurpose::ResetPassword, 30 * 60)]
fn a_link_is_good_once_and_for_its_time(#[case] purpose: LinkPurpose, #[case] seconds: i64) {
    let link = Link {
        id: LinkId(Uuid::from_u128(1)),
        account: UserId(Uuid::from_u128(2)),
        purpose,
        token: token(1),
        created_at: at(0),
        expires_at: at(0) + purpose.lifetime(),
        spent_at: None,
    };
    assert!(link.is_good(at(0)));
    assert!(link.is_good(at(seconds) - Duration::microseconds(1)));
    assert!(!link.is_good(at(seconds)));
    assert!(!Link { spent_at: Some(at(1)), ..link }.is_good(at(2)));
}

#[rstest]
#[case::pending(AccountState::Pending, false)]
#[case::active(AccountState::Active, true)]
#[case::locked_for_good(AccountState::Locked { until: None }, false)]
#[case::locked_for_a_while(AccountState::Locked { until: Some(at(11)) }, false)]
#[case::no_longer_locked(AccountState::Locked { until: Some(at(10)) }, true)]
fn an_account_can_sign_in_once_it_is_verified_and_unless_it_is_locked(
    #[case] state: AccountState,
    #[case] can: bool,
) {
    assert_eq!(Account { state, ..an_account() }.can_sign_in(at(10)), can);
    assert!(!Account { state, verified_at: None, ..an_account() }.can_sign_in(at(10)));
}

#[test]
fn an_administrator_acts_once_verified_and_unless_locked() {
    let admin = Account { roles: BTreeSet::from([Role::ADMIN]), ..an_account() };
    assert!(admin.is_acting_admin());
    assert!(!Account { state: AccountState::Pending, ..admin.clone() }.is_acting_admin());
    assert!(!Account { state: AccountState::Locked { until: None }, ..admin }.is_acting_admin());
    assert!(!an_account().is_acting_admin());
}

#[test]
fn marks_of_tokens_are_no_roles_of_people() {
    let roles = BTreeSet::from([Role::CUSTOMER, Role::SERVICE, Role::UNVERIFIED]);
    assert_eq!(Account { roles, ..an_account() }.acting_roles(), [Role::CUSTOMER]);
}

#[test]
fn a_change_of_an_account_is_its_next_version() {
    let account = an_account();
    let changed = account.changed(at(9), |account| "Bob".clone_into(&mut account.name));
    let expected = Account { name: "Bob".to_owned(), version: Version(5), updated_at: at(9), ..account };
    assert_eq!(changed, expected);
}

#[test]
fn secrets_are_never_printed() {
    let printed = format!("{:?} {:?}", an_account(), a_session());
    assert!(!printed.contains("argon2") && !printed.contains("[1, 1"), "{printed}");
}

#[test]
fn stored_names_lead_back_to_what_they_name() {
    for reason in RevocationReason::ALL {
        assert_eq!(RevocationReason::named(reason.as_str()), Some(*reason));
    }
    for purpose in LinkPurpose::ALL {
        assert_eq!(LinkPurpose::named(purpose.as_str()), Some(*purpose));
    }
    for state in KeyState::ALL {
        assert_eq!(KeyState::named(state.as_str()), Some(*state));
    }
    assert_eq!(LinkPurpose::named("other"), None);
}
