//! What every channel must do.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::notification::port::{NotificationChannel, Outgoing, SendOutcome};

use crate::fixture::{an_outgoing, at_once};

/// Sets up a channel and what is behind it for one case.
#[async_trait]
pub trait ChannelHarness: Send + Sync + Sized {
    /// A channel whose provider works and holds no message yet.
    async fn fresh() -> Self;
    /// The channel.
    fn channel(&self) -> Arc<dyn NotificationChannel>;
    /// How many copies of `message`, complete and unchanged, the provider holds for its recipient.
    async fn copies_of(&self, message: &Outgoing) -> usize;
    /// From now on the provider takes no message for now.
    async fn refuse_for_now(&self);
    /// The provider works again.
    async fn recover(&self);
}

/// A channel whose provider is another system, which can do more than work or not.
#[async_trait]
pub trait RemoteChannelHarness: ChannelHarness {
    /// From now on the provider refuses every message for good.
    async fn refuse_for_good(&self);
    /// From now on the provider takes each message whole and never answers.
    async fn fall_silent(&self);
    /// From now on nothing answers at the provider's address.
    async fn go_away(&self);
}

/// Lists the cases of [`channel`](crate::channel) that every channel must pass.
#[macro_export]
macro_rules! channel_contract {
    ($harness:ty) => {
        $crate::cases!($harness, channel:
            a_message_is_delivered_once_and_unchanged,
            messages_sent_at_once_are_all_delivered,
            a_provider_that_promises_to_drop_repeats_does,
            a_refusal_for_now_is_temporary_and_ends,
            a_channel_names_its_provider,
        );
    };
}

/// Lists the further cases of [`channel`](crate::channel) for a channel whose provider is another system.
#[macro_export]
macro_rules! remote_channel_contract {
    ($harness:ty) => {
        $crate::cases!($harness, channel:
            a_refusal_for_good_is_permanent,
            a_provider_that_never_answers_leaves_the_outcome_unknown,
            a_provider_that_is_away_is_a_temporary_failure,
        );
    };
}

fn is_accepted(outcome: &SendOutcome) -> bool {
    matches!(outcome, SendOutcome::Accepted { .. })
}

/// Subject, text and HTML with letters of any script arrive as they were written.
pub async fn a_message_is_delivered_once_and_unchanged<H: ChannelHarness>() {
    let harness = H::fresh().await;
    let message = an_outgoing(1);
    let outcome = harness.channel().send(&message).await;
    assert!(is_accepted(&outcome), "{outcome:?}");
    assert_eq!(harness.copies_of(&message).await, 1);
    assert_eq!(harness.copies_of(&an_outgoing(2)).await, 0, "the harness tells messages apart");
    assert!(harness.channel().is_available().await);
}

/// A dispatcher sends many at the same time.
pub async fn messages_sent_at_once_are_all_delivered<H: ChannelHarness>() {
    let harness = H::fresh().await;
    let outcomes = at_once((1..=16).map(|n| {
        let channel = harness.channel();
        async move { channel.send(&an_outgoing(n)).await }
    }))
    .await;
    assert!(outcomes.iter().all(is_accepted), "{outcomes:?}");
    for n in 1..=16 {
        assert_eq!(harness.copies_of(&an_outgoing(n)).await, 1, "message {n}");
    }
}

/// Sending again is accepted either way; the recipient has it once where the channel says so.
pub async fn a_provider_that_promises_to_drop_repeats_does<H: ChannelHarness>() {
    let harness = H::fresh().await;
    let message = an_outgoing(1);
    for _ in 0..2 {
        let outcome = harness.channel().send(&message).await;
        assert!(is_accepted(&outcome), "{outcome:?}");
    }
    let expected = if harness.channel().deduplicates() { 1 } else { 2 };
    assert_eq!(harness.copies_of(&message).await, expected);
}

/// Nothing was delivered, the reason is told, and a later try succeeds.
pub async fn a_refusal_for_now_is_temporary_and_ends<H: ChannelHarness>() {
    let harness = H::fresh().await;
    let message = an_outgoing(1);
    harness.refuse_for_now().await;
    match harness.channel().send(&message).await {
        SendOutcome::Temporary { detail, .. } => assert_ne!(detail, ""),
        other => panic!("not a temporary failure: {other:?}"),
    }
    harness.recover().await;
    assert_eq!(harness.copies_of(&message).await, 0);
    let outcome = harness.channel().send(&message).await;
    assert!(is_accepted(&outcome), "{outcome:?}");
    assert_eq!(harness.copies_of(&message).await, 1);
}

/// Operators see it with each attempt.
pub async fn a_channel_names_its_provider<H: ChannelHarness>() {
    let harness = H::fresh().await;
    assert_ne!(harness.channel().provider(), "");
}

/// Nothing was delivered, and the reason is told.
pub async fn a_refusal_for_good_is_permanent<H: RemoteChannelHarness>() {
    let harness = H::fresh().await;
    let message = an_outgoing(1);
    harness.refuse_for_good().await;
    match harness.channel().send(&message).await {
        SendOutcome::Permanent { detail, .. } => assert_ne!(detail, ""),
        other => panic!("not a permanent failure: {other:?}"),
    }
    harness.recover().await;
    assert_eq!(harness.copies_of(&message).await, 0);
}

/// It may have been delivered: neither a success nor a failure. The wait ends by the channel's own limit.
pub async fn a_provider_that_never_answers_leaves_the_outcome_unknown<H: RemoteChannelHarness>() {
    let harness = H::fresh().await;
    harness.fall_silent().await;
    match harness.channel().send(&an_outgoing(1)).await {
        SendOutcome::Unknown { detail } => assert_ne!(detail, ""),
        other => panic!("not an unknown outcome: {other:?}"),
    }
}

/// Nothing was handed over, so a later try is harmless; readiness says that the provider is away.
pub async fn a_provider_that_is_away_is_a_temporary_failure<H: RemoteChannelHarness>() {
    let harness = H::fresh().await;
    harness.go_away().await;
    let outcome = harness.channel().send(&an_outgoing(1)).await;
    assert!(matches!(outcome, SendOutcome::Temporary { .. }), "{outcome:?}");
    assert!(!harness.channel().is_available().await);
}
