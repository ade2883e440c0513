//! A commit under construction.
//!
//! Two things about a change are forgotten easily: that somebody must be able to see who did it, and that the request or
//! message that asked for it may come again. So a draft does not become a commit before both were said, even if what is said
//! is that there is no need, and why.

use std::marker::PhantomData;

use super::audit::AuditEntry;
use super::commit::{Commit, Once};
use super::event::Event;

/// Not said yet.
#[derive(Debug)]
pub struct Unsaid;

/// Said.
#[derive(Debug)]
pub struct Said;

/// A commit under construction: `Audit` and `Again` are whether it was said what the audit log gets, and what becomes of a
/// repetition.
///
/// ```compile_fail
/// # use eop_core::kernel::draft::Draft;
/// let commit = Draft::of(["a write"]).done();
/// ```
///
/// ```
/// # use eop_core::kernel::draft::Draft;
/// let draft = Draft::of(["a write"]).unaudited("nobody asked for it").unrepeated("it is made once, at the start");
/// assert_eq!(draft.done().writes, ["a write"]);
/// ```
#[derive(Debug)]
#[must_use]
pub struct Draft<W, Audit = Unsaid, Again = Unsaid> {
    commit: Commit<W>,
    said: PhantomData<(Audit, Again)>,
}

impl<W> Draft<W> {
    /// A draft of these writes.
    pub fn of(writes: impl IntoIterator<Item = W>) -> Self {
        let writes = writes.into_iter().collect();
        let commit = Commit { writes, events: Vec::new(), audit: Vec::new(), once: None };
        Self { commit, said: PhantomData }
    }
}

impl<W, Audit, Again> Draft<W, Audit, Again> {
    /// With one more write.
    pub fn write(mut self, write: W) -> Self {
        self.commit.writes.push(write);
        self
    }

    /// With facts for the other contexts.
    pub fn tell(mut self, events: impl IntoIterator<Item = Event>) -> Self {
        self.commit.events.extend(events);
        self
    }

    fn now_said<A, B>(self) -> Draft<W, A, B> {
        Draft { commit: self.commit, said: PhantomData }
    }
}

impl<W, Again> Draft<W, Unsaid, Again> {
    /// With the entry of the audit log that says who did it.
    pub fn audit(mut self, entry: AuditEntry) -> Draft<W, Said, Again> {
        self.commit.audit.push(entry);
        self.now_said()
    }

    /// The audit log says nothing of it, `because` there is nothing that a person did, or that is not said elsewhere.
    pub fn unaudited(self, because: &'static str) -> Draft<W, Said, Again> {
        debug_assert!(!because.is_empty());
        self.now_said()
    }
}

impl<W, Again> Draft<W, Said, Again> {
    /// With one more entry of the audit log.
    pub fn audit_too(mut self, entry: AuditEntry) -> Self {
        self.commit.audit.push(entry);
        self
    }
}

impl<W, Audit> Draft<W, Audit, Unsaid> {
    /// For one request or message: another commit for the same one is refused.
    pub fn once(mut self, once: Once) -> Draft<W, Audit, Said> {
        self.commit.once = Some(once);
        self.now_said()
    }

    /// What asked for it may ask again, `because` that does no harm, or is seen in another way.
    pub fn unrepeated(self, because: &'static str) -> Draft<W, Audit, Said> {
        debug_assert!(!because.is_empty());
        self.now_said()
    }
}

impl<W> Draft<W, Said, Said> {
    /// The commit.
    #[must_use]
    pub fn done(self) -> Commit<W> {
        self.commit
    }
}
