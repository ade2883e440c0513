//! Things with a life: what can be done to them is a table, and everything that follows from a deed is decided by it.

mod drawn;

use super::access::Permission;
use super::actor::Actor;
use super::clock::Timestamp;
use super::commit::Version;

/// One row of a table: something that can be done, in one status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition<S: 'static, A: 'static, G: 'static> {
    /// What is done.
    pub action: A,
    /// In which status; `None` for the first step.
    pub from: Option<S>,
    /// The status after.
    pub to: S,
    /// What the actor needs; `None` when only the platform itself acts.
    pub permission: Option<Permission>,
    /// Further conditions.
    pub guards: &'static [G],
    /// The type of the event that tells of it.
    pub event: &'static str,
}

/// The life of a kind of thing: every transition there is. What is not here cannot happen.
#[derive(Debug)]
pub struct Life<S: 'static, A: 'static, G: 'static>(pub &'static [Transition<S, A, G>]);

impl<S: Copy + PartialEq, A: Copy + PartialEq, G: PartialEq> Life<S, A, G> {
    /// The row for `action` in status `from`, if there is one.
    #[must_use]
    pub fn find(&self, action: A, from: Option<S>) -> Option<&'static Transition<S, A, G>> {
        self.0.iter().find(|row| row.action == action && row.from == from)
    }

    /// The rows that leave `from`.
    pub fn leaving(&self, from: S) -> impl Iterator<Item = &'static Transition<S, A, G>> + use<S, A, G> {
        self.0.iter().filter(move |row| row.from == Some(from))
    }

    /// What a person needs for `action`, the same in every row that has it; `None` for what the platform alone does.
    #[must_use]
    pub fn permission_of(&self, action: A) -> Option<Permission> {
        self.0.iter().find(|row| row.action == action).and_then(|row| row.permission)
    }

    /// Every change of status that there is after the first step: from which to which.
    pub fn steps(&self) -> impl Iterator<Item = (S, S)> + use<S, A, G> {
        self.0.iter().filter_map(|row| row.from.map(|from| (from, row.to)))
    }

    /// Whether `action` is under `guard` anywhere.
    #[must_use]
    pub fn guards(&self, action: A, guard: &G) -> bool {
        self.0.iter().any(|row| row.action == action && row.guards.contains(guard))
    }
}

/// How the actor stands to the thing in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Acts on their own, by a permission over their own.
    Owner,
    /// Acts by a permission over everybody's.
    Staff,
    /// The platform itself.
    System,
}

/// The circumstances of a deed.
#[derive(Debug)]
pub struct Situation<'a, R> {
    /// Who acts.
    pub actor: &'a Actor,
    /// As what.
    pub standing: Standing,
    /// When.
    pub now: Timestamp,
    /// By which rules.
    pub rules: &'a R,
}

impl<R> Clone for Situation<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Situation<'_, R> {}

/// What a deed does: the thing after it, and the step for its history.
#[derive(Clone, Debug)]
pub struct Decision<T: Living> {
    /// The thing after the step.
    pub after: T,
    /// The version before it; absent for a new one.
    pub from: Option<Version>,
    /// The step.
    pub entry: T::Step,
    /// The row of the table that was followed.
    pub transition: &'static RowOf<T>,
}

/// A row of the table of `T`.
pub type RowOf<T> = Transition<<T as Living>::Status, <T as Living>::Action, <T as Living>::Guard>;

/// A thing with a life.
pub trait Living: Clone {
    /// Where it can be in its life.
    type Status: Copy + PartialEq + std::fmt::Debug + 'static;
    /// What can be done to it.
    type Action: Copy + PartialEq + std::fmt::Debug + 'static;
    /// Conditions beyond status and permission.
    type Guard: Copy + PartialEq + std::fmt::Debug + 'static;
    /// What is done to it, with what that needs.
    type Deed;
    /// What an operator can choose.
    type Rules;
    /// A step of its history.
    type Step: Clone + std::fmt::Debug;
    /// Why something is not done.
    type Error;

    /// The table.
    const LIFE: Life<Self::Status, Self::Action, Self::Guard>;

    /// Where it is, and in which version.
    fn standing_at(&self) -> (Self::Status, Version);
    /// What `deed` does.
    fn action_of(deed: &Self::Deed) -> Self::Action;
    /// That the table has no such step from here.
    fn no_such_step(&self, action: Self::Action) -> Self::Error;
    /// Requires that `guard` holds.
    ///
    /// # Errors
    /// What does not hold.
    fn check(
        &self,
        guard: Self::Guard,
        deed: &Self::Deed,
        situation: Situation<'_, Self::Rules>,
    ) -> Result<(), Self::Error>;
    /// Becomes what it is after `deed`, one version later.
    ///
    /// # Errors
    /// Where the values of the deed make no such thing.
    fn apply(&mut self, deed: &Self::Deed, row: &RowOf<Self>, now: Timestamp) -> Result<(), Self::Error>;
    /// The step that led here.
    fn step(&self, row: &RowOf<Self>, deed: &Self::Deed, situation: Situation<'_, Self::Rules>)
    -> Self::Step;
}

/// What `deed` does to `thing`. The permission is checked before, by the use case.
///
/// # Errors
/// When the table has no such step, or a guard does not hold.
pub fn decide<T: Living>(
    thing: &T,
    deed: &T::Deed,
    situation: Situation<'_, T::Rules>,
) -> Result<Decision<T>, T::Error> {
    let (action, (status, version)) = (T::action_of(deed), thing.standing_at());
    let transition = T::LIFE.find(action, Some(status)).ok_or_else(|| thing.no_such_step(action))?;
    for guard in transition.guards {
        thing.check(*guard, deed, situation)?;
    }
    let mut after = thing.clone();
    after.apply(deed, transition, situation.now)?;
    let entry = after.step(transition, deed, situation);
    Ok(Decision { after, from: Some(version), entry, transition })
}
