//! The points, and the one that is armed.

use std::hash::{BuildHasher, RandomState};
use std::pin::pin;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Declares the points: number, name and description stand in one place.
macro_rules! table {
    ($($point:ident = $name:literal, $description:literal;)+) => {
        /// A moment at which a process can die.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Point {
            $(#[doc = $description] $point,)+
        }

        impl Point {
            /// Every point, by number.
            pub const ALL: &[Self] = &[$(Self::$point),+];

            /// The name, as in `CRASH_AT`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$point => $name,)+ }
            }

            /// What happens there, for people.
            #[must_use]
            pub fn description(self) -> &'static str {
                match self { $(Self::$point => $description,)+ }
            }
        }
    };
}

table! {
    OrderCommitBefore = "order-commit-before", "before the commit of an order";
    OrderCommitAfter = "order-commit-after", "after the commit of an order, before its answer";
    AccountCommitBefore = "account-commit-before", "before the commit of an account";
    AccountCommitAfter = "account-commit-after", "after the commit of an account, before its answer";
    OutboxClaimed = "outbox-claimed", "after the relay's claim";
    PublishUnderWay = "publish-under-way", "while the broker takes events, before its acknowledgement";
    PublishAcknowledged = "publish-acknowledged", "after the broker's acknowledgement";
    MarkBefore = "mark-before", "before published events leave the outbox";
    MarkAfter = "mark-after", "after published events left the outbox";
    IntakeCommitBefore = "intake-commit-before", "before the consumer's commit";
    IntakeCommitAfter = "intake-commit-after", "after the consumer's commit";
    OffsetsBefore = "offsets-before", "before the consumer's offsets are stored";
    OffsetsAfter = "offsets-after", "after the consumer's offsets were stored";
    MailClaimed = "mail-claimed", "after mails were claimed, before an attempt is written";
    HandOverBefore = "hand-over-before", "after an attempt was written, before the mail is handed over";
    HandOverUnderWay = "hand-over-under-way", "while the mail is handed over";
    HandOverAfter = "hand-over-after", "after the mail was handed over, before the result is written";
}

/// The point that the environment arms, and how many passages are left.
struct Armed {
    point: Point,
    passages: AtomicU64,
}

static ARMED: LazyLock<Option<Armed>> = LazyLock::new(|| {
    #[expect(
        clippy::disallowed_methods,
        reason = "not a setting: it exists only in builds that test crashes"
    )]
    let text = std::env::var("CRASH_AT").ok()?;
    let armed = Armed::named(&text);
    Some(armed.unwrap_or_else(|| panic!("CRASH_AT is <point>:<passage>, counted from 1, and not `{text}`")))
});

impl Armed {
    fn named(text: &str) -> Option<Self> {
        let (name, passage) = text.split_once(':')?;
        let point = *Point::ALL.iter().find(|point| point.name() == name)?;
        let passages: u64 = passage.parse().ok().filter(|passage| *passage > 0)?;
        Some(Self { point, passages: AtomicU64::new(passages) })
    }
}

impl Point {
    /// The number, counted from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Dies here if this is the passage that is armed.
    pub(super) fn pass(self) {
        if self.is_due() {
            self.die();
        }
    }

    /// Does `work`, and dies in the middle of it if this is the passage that is armed. Work that was faster than a random
    /// moment below `longest` was not cut: then the next passage is due.
    pub(super) async fn during<T>(self, longest: Duration, work: impl Future<Output = T>) -> T {
        if !self.is_due() {
            return work.await;
        }
        let moment = longest.mul_f64(f64::from(random()) / f64::from(u32::MAX));
        let mut work = pin!(work);
        tokio::select! {
            biased;
            output = &mut work => {
                self.rearm();
                output
            }
            () = tokio::time::sleep(moment) => self.die(),
        }
    }

    fn is_due(self) -> bool {
        let armed = ARMED.as_ref().filter(|armed| armed.point == self);
        armed.is_some_and(|armed| armed.passages.fetch_sub(1, Ordering::Relaxed) == 1)
    }

    fn rearm(self) {
        if let Some(armed) = ARMED.as_ref().filter(|armed| armed.point == self) {
            armed.passages.store(1, Ordering::Relaxed);
        }
    }

    /// Says where, and is gone: by the signal that nobody can handle, so that nothing is tidied up.
    fn die(self) -> ! {
        eprintln!("crash point {}", self.name());
        // The signal reaches the whole process before the call returns; what follows is for the compiler.
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
        std::process::abort()
    }
}

/// Another number each time: every hasher that is made has a key of its own.
fn random() -> u32 {
    let bytes = RandomState::new().hash_one(0_u8).to_le_bytes();
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_numbers_count_from_one() {
        for (index, point) in Point::ALL.iter().enumerate() {
            assert_eq!(point.number(), index + 1);
            assert_eq!(
                Point::ALL.iter().filter(|other| other.name() == point.name()).count(),
                1,
                "{point:?}"
            );
        }
    }

    #[test]
    fn a_point_is_armed_by_its_name_and_a_passage() {
        let armed = Armed::named("mark-before:3").expect("it names a point");
        assert_eq!((armed.point, armed.passages.into_inner()), (Point::MarkBefore, 3));
        for wrong in ["", "mark-before", "mark-before:0", "mark-before:x", "mark:1"] {
            assert!(Armed::named(wrong).is_none(), "{wrong}");
        }
    }
}
