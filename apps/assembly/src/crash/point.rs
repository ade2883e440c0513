//! The points, and the order to die at one of them.

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::{LazyLock, Mutex, PoisonError};
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

            /// The name, as an order has it.
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

/// What the file that `CRASH_AT` names says: where a process is to die, and at which passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Order {
    point: Point,
    passage: u64,
}

/// The file with the order, which several processes may share: the one whose passage comes first takes it away, and dies.
struct Orders {
    file: PathBuf,
    /// The order at the last passage of its point, and how many of them this process has seen.
    seen: Mutex<Option<(Order, u64)>>,
}

static ORDERS: LazyLock<Option<Orders>> = LazyLock::new(|| {
    #[expect(
        clippy::disallowed_methods,
        reason = "not a setting: it exists only in builds that test crashes"
    )]
    let file = std::env::var("CRASH_AT").ok()?;
    Some(Orders::in_file(file))
});

impl Order {
    fn named(text: &str) -> Option<Self> {
        let (name, passage) = text.trim().split_once(':')?;
        let point = *Point::ALL.iter().find(|point| point.name() == name)?;
        let passage: u64 = passage.parse().ok().filter(|passage| *passage > 0)?;
        Some(Self { point, passage })
    }
}

impl Orders {
    fn in_file(file: impl Into<PathBuf>) -> Self {
        Self { file: file.into(), seen: Mutex::default() }
    }

    /// Whether whoever passes `point` now is to die.
    fn are_for(&self, point: Point) -> bool {
        // No file is no order.
        let Ok(text) = fs::read_to_string(&self.file) else { return false };
        let order = Order::named(&text)
            .unwrap_or_else(|| panic!("CRASH_AT is a file with <point>:<passage>, and not `{text}`"));
        if order.point != point {
            return false;
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let passages = seen.filter(|(last, _)| *last == order).map_or(0, |(_, passages)| passages) + 1;
        if passages < order.passage {
            *seen = Some((order, passages));
            return false;
        }
        *seen = None;
        // Of several processes one takes it.
        fs::rename(&self.file, self.taken()).is_ok()
    }

    /// Gives the order back, for the next passage.
    fn give_back(&self, point: Point) {
        let order = format!("{}:1", point.name());
        let written = fs::write(self.taken(), order).and_then(|()| fs::rename(self.taken(), &self.file));
        written.unwrap_or_else(|fault| panic!("the order cannot be given back: {fault}"));
    }

    /// What only this process has.
    fn taken(&self) -> PathBuf {
        self.file.with_extension(std::process::id().to_string())
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
        ORDERS.as_ref().is_some_and(|orders| orders.are_for(self))
    }

    fn rearm(self) {
        if let Some(orders) = &*ORDERS {
            orders.give_back(self);
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
    fn an_order_names_a_point_and_a_passage() {
        let order = Order::named("mark-before:3\n").expect("it names a point");
        assert_eq!(order, Order { point: Point::MarkBefore, passage: 3 });
        for wrong in ["", "mark-before", "mark-before:0", "mark-before:x", "mark:1"] {
            assert!(Order::named(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn of_two_processes_the_one_whose_passage_comes_first_takes_the_order() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("crash");
        let (one, other) = (Orders::in_file(&file), Orders::in_file(&file));
        let (due, not) = (Point::MarkBefore, Point::MarkAfter);
        assert!(!one.are_for(due), "there is no order yet");
        fs::write(&file, "mark-before:2").expect("it can be written");
        assert!(!one.are_for(not) && !one.are_for(due) && !other.are_for(due), "a first passage each");
        assert!(one.are_for(due) && !other.are_for(due) && !one.are_for(due), "it was for one");
        one.give_back(due);
        assert!(other.are_for(due), "the next passage");
    }
}
