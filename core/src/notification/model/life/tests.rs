//! Tables over every channel, attempt, status and decision.

use std::collections::BTreeSet;

use chrono::DateTime;
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::kernel::commit::Version;
use crate::kernel::id::{DeliveryId, NotificationId, UserId};
use crate::notification::model::{Channel, Lane};

fn now() -> Timestamp {
    DateTime::from_timestamp_micros(1_772_600_767_123_457).unwrap()
}

/// A delivery that a worker holds, while its attempt `attempts` runs.
fn running(channel: Channel, id: u128, attempts: u32) -> Delivery {
    Delivery {
        id: DeliveryId(Uuid::from_u128(id)),
        notification: NotificationId(Uuid::from_u128(2)),
        recipient: UserId(Uuid::from_u128(3)),
        channel,
        lane: Lane::News,
        status: DeliveryStatus::Sending,
        attempts,
        failovers: 0,
        bound_to: None,
        next_attempt_at: None,
        leased_until: Some(now() + Duration::from_mins(2)),
        held_by: Some("notification-1".to_owned()),
        expires_at: now() + Duration::from_hours(72),
        reference: None,
        last_error: None,
        version: Version(7),
        created_at: now(),
        updated_at: now(),
    }
}

fn temporary(retry_after: Option<Duration>) -> SendOutcome {
    SendOutcome::Temporary { code: Some("451".to_owned()), detail: "try later".to_owned(), retry_after }
}

fn unknown() -> SendOutcome {
    SendOutcome::Unknown { detail: "the connection was lost".to_owned() }
}

/// How long `delivery` waits for its next attempt.
fn wait(delivery: &Delivery) -> Duration {
    (delivery.next_attempt_at.expect("a next attempt is planned") - now()).to_std().expect("it is not past")
}

fn within(wait: Duration, base: Duration, percent: u32) -> bool {
    (base * (100 - percent) / 100..=base * (100 + percent) / 100).contains(&wait)
}

#[test]
fn every_attempt_is_followed_by_its_own_wait_and_the_last_one_by_none() {
    let schedules: [(Channel, &[u64]); 2] = [
        (Channel::Email, &[10, 60, 300, 1800, 7200, 21_600, 43_200]),
        (Channel::InApp, &[5, 30, 120, 600, 1800]),
    ];
    assert_eq!(schedules.map(|(channel, _)| channel), *Channel::ALL, "every channel has a schedule");
    for (channel, waits) in schedules {
        for (attempt, base_s) in (1..).zip(waits) {
            let after = running(channel, 1, attempt).attempted(&temporary(None), None, now());
            assert_eq!(after.status, DeliveryStatus::Retrying, "{channel} {attempt}");
            let base = Duration::from_secs(*base_s);
            assert!(within(wait(&after), base, 20), "{channel} {attempt}: {:?}", wait(&after));
            assert_eq!((after.attempts, after.leased_until, after.version), (attempt, None, Version(8)));
            assert_eq!(after.last_error.as_deref(), Some("try later"));
        }
        let last = u32::try_from(waits.len()).unwrap() + 1;
        for attempt in [last, last + 1, u32::MAX] {
            let after = running(channel, 1, attempt).attempted(&temporary(None), None, now());
            assert_eq!(after.status, DeliveryStatus::Dead, "{channel} {attempt}");
            assert_eq!((after.next_attempt_at, after.leased_until), (None, None));
            assert_eq!(after.last_error.as_deref(), Some("try later"));
        }
    }
}

#[test]
fn what_failed_together_comes_back_spread_over_the_whole_range() {
    let base = Duration::from_mins(5);
    let waits: Vec<Duration> = (1..=1000)
        .map(|id| wait(&running(Channel::Email, id, 3).attempted(&temporary(None), None, now())))
        .collect();
    let distinct: BTreeSet<Duration> = waits.iter().copied().collect();
    assert!(distinct.len() > 300, "{} different waits", distinct.len());
    let share = |from: u32, to: u32| {
        waits.iter().filter(|wait| (base * from / 100..base * to / 100).contains(wait)).count()
    };
    // Four equal quarters of the range: 250 of 1000 each, give or take five standard deviations.
    for (from, to) in [(80, 90), (90, 100), (100, 110), (110, 121)] {
        let count = share(from, to);
        assert!((180..=320).contains(&count), "{from} to {to} %: {count}");
    }
}

#[test]
fn the_jitter_of_one_delivery_differs_between_attempts() {
    let permille = |attempt: u32| {
        let after = running(Channel::Email, 1, attempt).attempted(&temporary(None), None, now());
        wait(&after).as_millis() * 1000 / Channel::Email.retry_schedule()[attempt as usize - 1].as_millis()
    };
    let distinct: BTreeSet<u128> = (1..=7).map(permille).collect();
    assert!(distinct.len() >= 6, "{distinct:?}");
}

proptest! {
    #[test]
    fn every_wait_lies_within_a_fifth_of_its_base_and_is_the_same_when_computed_again(
        id: u128, attempt in 1_u32..=7, email: bool,
    ) {
        let channel = if email { Channel::Email } else { Channel::InApp };
        let Some(base) = channel.retry_schedule().get(attempt as usize - 1) else { return Ok(()) };
        let once = running(channel, id, attempt).attempted(&temporary(None), None, now());
        prop_assert!(within(wait(&once), *base, 20), "{:?}", wait(&once));
        prop_assert_eq!(&once, &running(channel, id, attempt).attempted(&temporary(None), None, now()));
    }

    #[test]
    fn a_providers_wish_never_leads_outside_of_base_and_twice_base(wish_ms: u64, attempt in 1_u32..=7) {
        let base = Channel::Email.retry_schedule()[attempt as usize - 1];
        let outcome = temporary(Some(Duration::from_millis(wish_ms)));
        let after = running(Channel::Email, 1, attempt).attempted(&outcome, None, now());
        prop_assert!((base..=base * 2).contains(&wait(&after)), "{:?}", wait(&after));
    }
}

#[rstest]
#[case::none_at_all(0, 60)]
#[case::shorter_than_planned(59, 60)]
#[case::as_planned(60, 60)]
#[case::longer(61, 61)]
#[case::at_most_twice(120, 120)]
#[case::beyond_that(121, 120)]
#[case::next_year(31_536_000, 120)]
fn a_providers_wish_counts_exactly_between_base_and_twice_base(#[case] wish_s: u64, #[case] wait_s: u64) {
    let outcome = temporary(Some(Duration::from_secs(wish_s)));
    let after = running(Channel::Email, 1, 2).attempted(&outcome, None, now());
    assert_eq!(wait(&after), Duration::from_secs(wait_s));
}

#[test]
fn a_wish_does_not_add_attempts() {
    let after =
        running(Channel::Email, 1, 8).attempted(&temporary(Some(Duration::from_secs(1))), None, now());
    assert_eq!(after.status, DeliveryStatus::Dead);
}

#[rstest]
#[case::once(1)]
#[case::after_retries(5)]
fn what_was_accepted_is_sent(#[case] attempts: u32) {
    let mut delivery = running(Channel::Email, 1, attempts);
    delivery.last_error = Some("an earlier failure".to_owned());
    let reference = Some("<1@mail.example>".to_owned());
    let outcome = SendOutcome::Accepted { reference: reference.clone(), code: Some("250".to_owned()) };
    let sent = delivery.attempted(&outcome, None, now());
    assert_eq!(sent.status, DeliveryStatus::Sent);
    assert_eq!((sent.reference, sent.last_error), (reference, None));
    assert_eq!((sent.next_attempt_at, sent.leased_until), (None, None));
    assert_eq!((sent.attempts, sent.version), (attempts, Version(8)));
}

#[rstest]
#[case::harmless(true)]
#[case::harmful(false)]
fn what_was_refused_for_good_is_not_tried_again(#[case] resend_is_harmless: bool) {
    let outcome = SendOutcome::Permanent { code: Some("550".to_owned()), detail: "no such user".to_owned() };
    let failed =
        running(Channel::Email, 1, 1).attempted(&outcome, resend_is_harmless.then_some("smtp"), now());
    assert_eq!(failed.status, DeliveryStatus::Failed);
    assert_eq!((failed.next_attempt_at, failed.leased_until), (None, None));
    assert_eq!(failed.last_error.as_deref(), Some("no such user"));
}

#[test]
fn an_unknown_outcome_is_tried_again_only_where_that_is_harmless() {
    let left = running(Channel::Email, 1, 1).attempted(&unknown(), None, now());
    assert_eq!((left.status, left.next_attempt_at), (DeliveryStatus::Unknown, None));
    assert_eq!(left.last_error.as_deref(), Some("the connection was lost"));

    let again = running(Channel::Email, 1, 1).attempted(&unknown(), Some("smtp"), now());
    assert_eq!(again.status, DeliveryStatus::Retrying);
    assert!(within(wait(&again), Duration::from_secs(10), 20), "{:?}", wait(&again));
    assert_eq!(again.bound_to.as_deref(), Some("smtp"), "nobody else is asked: they would send it twice");
    let refused = Delivery { attempts: 2, ..again }.attempted(&temporary(None), Some("smtp"), now());
    assert_eq!(refused.bound_to.as_deref(), Some("smtp"), "a later refusal does not take back the first one");

    let given_up = running(Channel::Email, 1, 8).attempted(&unknown(), Some("smtp"), now());
    assert_eq!((given_up.status, given_up.next_attempt_at), (DeliveryStatus::Dead, None));
}

#[test]
fn passing_on_to_another_provider_uses_up_no_wait() {
    let held = running(Channel::Email, 1, 1);
    let id = AttemptId(Uuid::from_u128(9));
    let (next, attempt) = held.passed_on(&temporary(None), (id, "backup"), Duration::from_mins(3), now());
    assert_eq!((next.attempts, next.failovers, next.status), (2, 1, DeliveryStatus::Sending));
    assert_eq!((next.leased_until, next.version), (Some(now() + Duration::from_mins(3)), Version(8)));
    assert_eq!(next.last_error.as_deref(), Some("try later"));
    assert_eq!((attempt.number, attempt.provider.as_str(), attempt.id), (2, "backup", id));
    let after = next.attempted(&temporary(None), None, now());
    assert!(within(wait(&after), Duration::from_secs(10), 20), "the first wait: {:?}", wait(&after));
}

#[test]
fn a_delivery_that_no_provider_takes_now_waits_as_it_is() {
    for (attempts, status) in [(0, DeliveryStatus::Queued), (3, DeliveryStatus::Retrying)] {
        let later = now() + Duration::from_secs(30);
        let waiting = running(Channel::Email, 1, attempts).postponed(later, now());
        assert_eq!(
            (waiting.status, waiting.next_attempt_at, waiting.attempts),
            (status, Some(later), attempts)
        );
        assert_eq!((waiting.leased_until, waiting.held_by), (None, None));
    }
}

#[test]
fn an_operator_who_sends_again_frees_the_choice_of_providers() {
    let mut bound = running(Channel::Email, 1, 3).settled(DeliveryStatus::Dead, None, now());
    bound.bound_to = Some("smtp".to_owned());
    assert_eq!(bound.decided(DeliveryAction::Resend, now()).unwrap().bound_to, None);
}

#[test]
fn waiting_for_the_recipient_uses_up_no_attempt() {
    let mut delivery = running(Channel::Email, 1, 0);
    for round in 1..=100 {
        delivery = delivery.awaiting_recipient(now());
        assert_eq!((delivery.status, delivery.attempts), (DeliveryStatus::Retrying, 0));
        assert_eq!((wait(&delivery), delivery.leased_until), (Duration::from_secs(5), None));
        assert_eq!(delivery.version, Version(7 + round));
    }
    assert_eq!(delivery.last_error.as_deref(), Some("the recipient is not known yet"));
}

#[rstest]
#[case::new(0, 5)]
#[case::created_by_a_clock_ahead(-60, 5)]
#[case::some_seconds_old(20, 5)]
#[case::a_minute_old(60, 15)]
#[case::an_hour_old(3_600, 900)]
#[case::two_days_old(172_800, 1_800)]
fn the_longer_a_recipient_is_unknown_the_rarer_one_looks(#[case] age_s: i64, #[case] wait_s: u64) {
    let mut delivery = running(Channel::Email, 1, 0);
    delivery.created_at = now() - chrono::Duration::seconds(age_s);
    assert_eq!(wait(&delivery.awaiting_recipient(now())), Duration::from_secs(wait_s));
}

#[test]
fn attempts_are_numbered_from_one() {
    let mut delivery = running(Channel::Email, 1, 0);
    for number in 1..=3 {
        let id = AttemptId(Uuid::from_u128(u128::from(number)));
        let (begun, attempt) = delivery.begun(id, "smtp", Duration::from_mins(3), now());
        assert_eq!((begun.attempts, begun.version), (number, delivery.version.next()));
        assert_eq!(begun.status, DeliveryStatus::Sending);
        assert_eq!(begun.leased_until, Some(now() + Duration::from_mins(3)), "the lease starts anew");
        let provider = "smtp".to_owned();
        let expected =
            Attempt { id, delivery: delivery.id, number, provider, started_at: now(), result: None };
        assert_eq!(attempt, expected);
        delivery = begun;
    }
}

/// What an operator's decision makes of each status; what is not listed is refused.
#[rstest]
#[case(DeliveryAction::Resend, &[
    DeliveryStatus::Sent, DeliveryStatus::Failed, DeliveryStatus::Dead, DeliveryStatus::Unknown,
    DeliveryStatus::Expired, DeliveryStatus::Cancelled,
], DeliveryStatus::Queued)]
#[case(DeliveryAction::Cancel, &[DeliveryStatus::Queued, DeliveryStatus::Retrying], DeliveryStatus::Cancelled)]
fn operators_decide_by_status(
    #[case] action: DeliveryAction,
    #[case] allowed: &[DeliveryStatus],
    #[case] to: DeliveryStatus,
) {
    for status in DeliveryStatus::ALL {
        let mut delivery = running(Channel::Email, 1, 3);
        delivery.status = *status;
        delivery.leased_until = None;
        let decided = delivery.decided(action, now());
        let expected = allowed.contains(status).then_some((to, Version(8), 3));
        assert_eq!(
            decided.map(|next| (next.status, next.version, next.attempts)),
            expected,
            "{action:?} {status}"
        );
    }
}

#[test]
fn what_is_sent_again_is_due_at_once_and_has_a_day_to_be_sent() {
    let mut delivery = running(Channel::Email, 1, 8);
    delivery.status = DeliveryStatus::Expired;
    delivery.expires_at = now() - Duration::from_secs(1);
    let resent = delivery.decided(DeliveryAction::Resend, now()).unwrap();
    assert_eq!(resent.next_attempt_at, Some(now()));
    assert_eq!(resent.expires_at, now() + Duration::from_hours(24));

    delivery.expires_at = now() + Duration::from_hours(48);
    let resent = delivery.decided(DeliveryAction::Resend, now()).unwrap();
    assert_eq!(resent.expires_at, now() + Duration::from_hours(48), "a longer life is kept");
}

#[test]
fn what_is_cancelled_is_not_due_any_more() {
    let mut delivery = running(Channel::Email, 1, 1);
    delivery.status = DeliveryStatus::Retrying;
    delivery.next_attempt_at = Some(now());
    let cancelled = delivery.decided(DeliveryAction::Cancel, now()).unwrap();
    assert_eq!((cancelled.next_attempt_at, cancelled.leased_until), (None, None));
}

#[rstest]
#[case(SendOutcome::Accepted { reference: Some("r".to_owned()), code: Some("250".to_owned()) },
    AttemptOutcome::Accepted, Some("250"), Some("r"))]
#[case(SendOutcome::Accepted { reference: None, code: None }, AttemptOutcome::Accepted, None, None)]
#[case(temporary(None), AttemptOutcome::Temporary, Some("451"), Some("try later"))]
#[case(SendOutcome::Permanent { code: None, detail: "d".to_owned() }, AttemptOutcome::Permanent, None, Some("d"))]
#[case(unknown(), AttemptOutcome::Unknown, None, Some("the connection was lost"))]
fn an_attempt_keeps_what_the_provider_said(
    #[case] outcome: SendOutcome,
    #[case] verdict: AttemptOutcome,
    #[case] code: Option<&str>,
    #[case] detail: Option<&str>,
) {
    let (_, attempt) = running(Channel::Email, 1, 0).begun(
        AttemptId(Uuid::from_u128(9)),
        "smtp",
        Duration::from_mins(2),
        now(),
    );
    let later = now() + Duration::from_secs(1);
    let finished = attempt.finished(&outcome, later);
    let (code, detail) = (code.map(str::to_owned), detail.map(str::to_owned));
    let result = Some(AttemptResult { outcome: verdict, code, detail, finished_at: later });
    assert_eq!(finished, Attempt { result, ..attempt });
}

#[rstest]
#[case::nothing("", "")]
#[case::zeros_cannot_be_stored("a\0b\0", "ab")]
#[case::line_breaks_stay("451 4.7.0\r\ntry later", "451 4.7.0\r\ntry later")]
fn an_excerpt_keeps_what_can_be_stored(#[case] said: &str, #[case] kept: &str) {
    assert_eq!(excerpt(said), kept);
}

#[test]
fn every_text_from_outside_is_cut_to_500_characters() {
    let (said, kept) = ("🚚".repeat(501), "🚚".repeat(500));
    let delivery = running(Channel::Email, 1, 1);
    let (_, attempt) = delivery.begun(AttemptId(Uuid::from_u128(9)), "smtp", Duration::from_mins(2), now());
    let (code, detail) = (None, said.clone());
    for outcome in [
        SendOutcome::Temporary { code: code.clone(), detail: detail.clone(), retry_after: None },
        SendOutcome::Permanent { code: code.clone(), detail: detail.clone() },
        SendOutcome::Unknown { detail },
        SendOutcome::Accepted { reference: Some(said.clone()), code },
    ] {
        let next = delivery.attempted(&outcome, None, now());
        assert_eq!(next.last_error.or(next.reference), Some(kept.clone()), "{:?}", next.status);
        assert_eq!(attempt.finished(&outcome, now()).result.unwrap().detail, Some(kept.clone()));
    }
    let failed = delivery.settled(DeliveryStatus::Failed, Some(&said), now());
    assert_eq!(failed.last_error, Some(kept));
}
