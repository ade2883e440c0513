//! What can go wrong with accounts, sessions and roles.

use thiserror::Error;

use super::port::{HasherBusy, NoSigningKey};
use crate::kernel::access::{Denied, Permission};
use crate::kernel::actor::Role;
use crate::kernel::commit::{CommitError, Version};
use crate::kernel::error::{DomainError, ErrorKind, FieldError, StoreError, error_codes};
use crate::kernel::policy::PolicyRefused;
use crate::kernel::throttle::Tally;

/// Why something could not be done.
#[derive(Debug, Error)]
pub enum IdentityError {
    /// There is none, or none that the actor may see.
    #[error("there is no such account or session, or none that you may see")]
    NotFound,
    /// The actor lacks the permission.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Values are refused.
    #[error("some values are not acceptable")]
    Invalid(Vec<FieldError>),
    /// Address and password do not go together, or the account cannot sign in. Deliberately says no more.
    #[error("the e-mail address or the password is wrong, or the account cannot sign in")]
    BadCredentials,
    /// Name and secret of a client do not go together.
    #[error("the client or its secret is wrong")]
    BadClient,
    /// The refresh token is unknown, used or its session has ended.
    #[error("the refresh token is not good any more: sign in again")]
    RefreshRefused,
    /// The link is unknown, used or too old.
    #[error("the link is not good any more: ask for a new one")]
    LinkRefused,
    /// The actor looked at another version.
    #[error("it has changed: it has version {current} now; read it again and decide again")]
    VersionMismatch {
        /// The version it has.
        current: Version,
    },
    /// The actor must say which version it looked at.
    #[error("send If-Match with the version that you looked at, such as If-Match: \"3\"")]
    VersionRequired,
    /// It would leave the platform without an administrator.
    #[error("this is the last administrator: make somebody else an administrator first")]
    LastAdmin,
    /// The role holds a permission that the actor lacks.
    #[error(
        "the change of the role {role} grants {permission}, which you lack: nobody grants what they lack"
    )]
    CannotGrant {
        /// The role.
        role: Role,
        /// What the actor lacks.
        permission: Permission,
    },
    /// The actor would have more by it than before.
    #[error("you have the role {role}, and this adds {permission} to it: ask somebody who does not have it")]
    OwnRole {
        /// The role.
        role: Role,
        /// What would be added.
        permission: Permission,
    },
    /// There is a role of this name.
    #[error("there is a role called {0} already")]
    RoleTaken(Role),
    /// The platform ships with the role.
    #[error("the platform ships with the role {0}: it cannot be removed")]
    RoleBuiltIn(Role),
    /// The rules of the role are the platform's own business.
    #[error("what the role {0} may do cannot be changed: the platform relies on it")]
    RoleFixed(Role),
    /// Accounts have the role.
    #[error("{accounts} account(s) have the role {role}: take it from them first")]
    RoleInUse {
        /// The role.
        role: Role,
        /// How many have it.
        accounts: u64,
    },
    /// There are as many roles as there may be.
    #[error("there are {0} roles, and there may be no more: remove one first")]
    TooManyRoles(usize),
    /// No policy can be made of the rules.
    #[error(transparent)]
    Policy(#[from] PolicyRefused),
    /// Too many tries: the bucket that is full.
    #[error("too many tries: wait {} s and try again", .0.resets_in_s())]
    TooManyTries(Tally),
    /// Too many passwords are being hashed.
    #[error(transparent)]
    Busy(#[from] HasherBusy),
    /// No access token can be signed.
    #[error(transparent)]
    NoSigningKey(#[from] NoSigningKey),
    /// No published key has this name.
    #[error("no published key has this name: the list of keys has those that are")]
    NoSuchKey,
    /// The next key was published a moment ago, so that not everybody who keeps the set can have seen it.
    #[error("the next key was published only now, and others may not know it yet: try again in {wait_s} s")]
    KeyTooNew {
        /// Seconds until it may sign.
        wait_s: u64,
    },
    /// Others changed it again and again while this was tried.
    #[error("others are changing this at the same time: try again")]
    Contended,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl IdentityError {
    /// One refused value.
    #[must_use]
    pub fn field(field: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError { field: field.to_owned(), code, message: message.into() }])
    }
}

impl From<CommitError> for IdentityError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Stale => Self::Contended,
            other => Self::Store(other.into()),
        }
    }
}

error_codes! {
    IdentityError {
        NotFound: NotFound "identity.not_found",
        Denied: Forbidden "access.denied",
        Invalid: Invalid "identity.invalid",
        BadCredentials: Unauthenticated "identity.bad_credentials",
        BadClient: Unauthenticated "identity.bad_client",
        RefreshRefused: Unauthenticated "identity.refresh_refused",
        LinkRefused: Invalid "identity.link_refused",
        VersionMismatch: Precondition "identity.version_mismatch",
        VersionRequired: PreconditionRequired "identity.version_required",
        LastAdmin: Conflict "identity.last_admin",
        CannotGrant: Forbidden "identity.cannot_grant",
        OwnRole: Forbidden "identity.own_role",
        RoleTaken: Conflict "identity.role_taken",
        RoleBuiltIn: Conflict "identity.role_built_in",
        RoleFixed: Conflict "identity.role_fixed",
        RoleInUse: Conflict "identity.role_in_use",
        TooManyRoles: Conflict "identity.too_many_roles",
        Policy: Internal "identity.policy_unusable",
        TooManyTries: Limited "identity.too_many_tries",
        Busy: Unavailable "identity.busy",
        NoSigningKey: Unavailable "identity.no_signing_key",
        NoSuchKey: NotFound "identity.no_such_key",
        KeyTooNew: Conflict "identity.key_too_new",
        Contended: Unavailable "identity.contended",
    } in Store: StoreError
}

impl DomainError for IdentityError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }

    fn fields(&self) -> &[FieldError] {
        match self {
            Self::Invalid(fields) => fields,
            _ => &[],
        }
    }

    fn retry_after_s(&self) -> Option<u64> {
        match self {
            Self::TooManyTries(tally) => Some(tally.resets_in_s()),
            Self::Busy(_) | Self::NoSigningKey(_) | Self::Contended => Some(1),
            Self::Store(error) => error.retry_after_s(),
            _ => None,
        }
    }

    fn exceeded(&self) -> Option<Tally> {
        match self {
            Self::TooManyTries(tally) => Some(*tally),
            _ => None,
        }
    }

    fn current_version(&self) -> Option<Version> {
        match self {
            Self::VersionMismatch { current } => Some(*current),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::kernel::throttle::Limit;

    #[test]
    fn too_many_tries_tell_the_limit_and_when_it_ends() {
        let limit = Limit { max: 20, window: Duration::from_mins(5) };
        let tally = Tally { limit, hits: 21, resets_in: Duration::from_millis(1001) };
        let refused = IdentityError::TooManyTries(tally);
        assert_eq!((refused.retry_after_s(), refused.exceeded()), (Some(2), Some(tally)));
        assert_eq!(refused.to_string(), "too many tries: wait 2 s and try again");
    }

    #[test]
    fn what_passes_by_itself_says_when_to_try_again() {
        let errors =
            [IdentityError::Contended, HasherBusy.into(), NoSigningKey("none is active".to_owned()).into()];
        for error in errors {
            assert_eq!((error.kind(), error.retry_after_s()), (ErrorKind::Unavailable, Some(1)), "{error}");
        }
        assert_eq!(IdentityError::LastAdmin.retry_after_s(), None);
    }
}
