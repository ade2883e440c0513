//! The breaker, the rate and the pause, each on a clock that the test moves.

use chrono::DateTime;
use proptest::prelude::*;

use super::*;

fn start() -> Timestamp {
    DateTime::from_timestamp_micros(1_772_600_767_123_457).unwrap()
}

fn at_s(seconds: u64) -> Timestamp {
    start() + Duration::from_secs(seconds)
}

fn accepted() -> SendOutcome {
    SendOutcome::Accepted { reference: None, code: None }
}

fn temporary(retry_after: Option<Duration>) -> SendOutcome {
    SendOutcome::Temporary { code: None, detail: "no connection".to_owned(), retry_after }
}

fn health() -> Health {
    Health::new(BreakerRules::default(), None)
}

/// One call that ends so, at once.
fn call(health: &mut Health, outcome: &SendOutcome, now: Timestamp) {
    let turn = health.begin(now).unwrap();
    health.end(turn, outcome, now);
}

#[test]
fn a_breaker_opens_at_twenty_calls_of_which_half_failed() {
    for (good, bad, state) in [
        (10, 9, ProviderState::Closed),
        (11, 9, ProviderState::Closed),
        (10, 10, ProviderState::Open),
        (0, 19, ProviderState::Closed),
        (0, 20, ProviderState::Open),
    ] {
        let mut health = health();
        for n in 0..good + bad {
            let outcome = if n < good { accepted() } else { temporary(None) };
            call(&mut health, &outcome, at_s(n));
        }
        assert_eq!(health.state(), state, "{good} good ones and {bad} bad ones");
    }
}

#[test]
fn calls_of_more_than_a_minute_ago_count_no_more() {
    let mut health = health();
    (0..19).for_each(|_| call(&mut health, &temporary(None), at_s(0)));
    assert_eq!(health.counts(at_s(59)), (19, 19));
    call(&mut health, &temporary(None), at_s(60));
    assert_eq!((health.state(), health.counts(at_s(60))), (ProviderState::Closed, (1, 1)));
}

#[test]
fn a_refusal_of_the_message_is_no_failure_of_the_provider_and_an_unknown_end_is() {
    let refused = SendOutcome::Permanent { code: None, detail: "no such mailbox".to_owned() };
    let unknown = SendOutcome::Unknown { detail: "the connection was lost".to_owned() };
    for (outcome, state) in [(refused, ProviderState::Closed), (unknown, ProviderState::Open)] {
        let mut health = health();
        (0..20).for_each(|_| call(&mut health, &outcome, at_s(0)));
        assert_eq!(health.state(), state, "{outcome:?}");
    }
}

fn opened() -> Health {
    let mut health = health();
    (0..20).for_each(|_| call(&mut health, &temporary(None), at_s(0)));
    health
}

#[test]
fn an_open_breaker_lets_one_probe_through_every_thirty_seconds() {
    let mut health = opened();
    assert_eq!(health.admits(at_s(29)), Admission::At(at_s(30)));
    assert_eq!((health.admits(at_s(30)), health.open_since()), (Admission::Now(1), Some(at_s(0))));
    let probe = health.begin(at_s(30)).unwrap();
    assert_eq!((health.state(), health.begin(at_s(31))), (ProviderState::HalfOpen, Err(at_s(60))));
    health.end(probe, &temporary(None), at_s(32));
    assert_eq!((health.state(), health.admits(at_s(32))), (ProviderState::Open, Admission::At(at_s(60))));
    call(&mut health, &accepted(), at_s(60));
    assert_eq!((health.state(), health.counts(at_s(60))), (ProviderState::Closed, (0, 0)));
    assert_eq!(health.last_failure().unwrap().at, at_s(32), "which is still worth knowing");
}

#[test]
fn what_was_under_way_when_it_opened_does_not_close_it() {
    let mut health = health();
    let early = health.begin(at_s(0)).unwrap();
    (0..20).for_each(|_| call(&mut health, &temporary(None), at_s(0)));
    health.end(early, &accepted(), at_s(1));
    assert_eq!(health.state(), ProviderState::Open);
}

#[test]
fn a_probe_that_was_not_sent_leaves_its_place_to_the_next_one() {
    let mut health = opened();
    let probe = health.begin(at_s(30)).unwrap();
    health.give_back(probe, at_s(31));
    assert_eq!((health.state(), health.admits(at_s(31))), (ProviderState::Open, Admission::Now(1)));
}

#[test]
fn a_provider_gets_the_pause_that_it_wishes_for_within_reason() {
    let mut health = health();
    call(&mut health, &temporary(Some(Duration::from_secs(90))), at_s(0));
    assert_eq!(health.admits(at_s(89)), Admission::At(at_s(90)));
    assert_eq!(health.admits(at_s(90)), Admission::Now(u16::MAX));
    call(&mut health, &temporary(Some(Duration::from_hours(48))), at_s(100));
    assert_eq!(health.admits(at_s(101)), Admission::At(at_s(700)));
}

#[test]
fn a_clock_that_is_put_back_keeps_nobody_waiting_for_it() {
    let mut health = opened();
    let before = start() - Duration::from_hours(5);
    assert_eq!(health.admits(before), Admission::Now(1));
    call(&mut health, &accepted(), before);
    assert_eq!(health.state(), ProviderState::Closed);
    call(&mut health, &temporary(Some(Duration::from_mins(1))), at_s(0));
    assert_eq!(health.admits(before), Admission::Now(u16::MAX));
}

#[test]
fn a_rate_is_a_seconds_worth_at_once_and_then_an_even_pace() {
    let mut health = Health::new(BreakerRules::default(), Some(4));
    assert_eq!(health.admits(at_s(0)), Admission::Now(4));
    (0..4).for_each(|_| call(&mut health, &accepted(), at_s(0)));
    let quarter = at_s(0) + Duration::from_millis(250);
    assert_eq!(health.admits(at_s(0)), Admission::At(quarter));
    assert_eq!(health.admits(quarter), Admission::Now(1));
    call(&mut health, &accepted(), quarter);
    assert_eq!(health.admits(at_s(3)), Admission::Now(4));
}

proptest! {
    /// Whoever asks as often as possible gets the rate, and in no second more than twice of it.
    #[test]
    fn no_more_leaves_than_the_rate_allows(per_second in 1_u16..500, steps in prop::collection::vec(0_u64..50, 1..200)) {
        let mut health = Health::new(BreakerRules::default(), Some(per_second));
        let (mut now, mut sent) = (start(), 0_u64);
        for step in steps {
            now += Duration::from_millis(step);
            while let Ok(turn) = health.begin(now) {
                health.end(turn, &accepted(), now);
                sent += 1;
            }
            match health.admits(now) {
                Admission::At(until) => prop_assert!(until > now && until <= now + Duration::from_secs(1)),
                Admission::Now(free) => prop_assert!(free == 0, "{} are free", free),
            }
        }
        let elapsed_us = u64::try_from((now - start()).num_microseconds().unwrap()).unwrap();
        // The interval is whole microseconds.
        let most = u64::from(per_second) + 1 + elapsed_us / (1_000_000 / u64::from(per_second));
        prop_assert!(sent <= most, "{} of {}", sent, most);
    }
}
