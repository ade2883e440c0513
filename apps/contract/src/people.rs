//! Who calls: tokens of the fakes, for persons and services with any roles.

use eop_contract::fixture::{at_s, user};
use eop_core::identity::port::VerifiedToken;
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::id::{SessionId, UserId};
use eop_memory::PlainTokens;

/// Somebody who calls.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The account; of somebody else where the caller has none.
    pub id: UserId,
    /// The access token, unless the caller is anonymous.
    pub token: Option<String>,
}

impl Caller {
    /// The access token.
    #[must_use]
    pub fn token(&self) -> &str {
        self.token.as_deref().expect("the caller is not anonymous")
    }
}

/// The `n`-th person, with these roles.
#[must_use]
pub fn person(n: u64, roles: &[Role]) -> Caller {
    let id = user(n);
    Caller { id, token: Some(token_of(id, roles, None)) }
}

/// A token of the account `id` with these roles, good for ten minutes from the start of all fixtures.
#[must_use]
pub fn token_of(id: UserId, roles: &[Role], session: Option<SessionId>) -> String {
    token(Principal::User(id), roles, session, at_s(600))
}

/// A token of the service `name`.
#[must_use]
pub fn service_token(name: &str, roles: &[Role]) -> String {
    token(Principal::Service(name.to_owned()), roles, None, at_s(600))
}

/// A token of the account `id` that was good until a second ago.
#[must_use]
pub fn expired_token(id: UserId, roles: &[Role]) -> String {
    token(Principal::User(id), roles, None, at_s(-1))
}

/// A token of `principal`, good until `expires_at`.
#[must_use]
pub fn token(
    principal: Principal,
    roles: &[Role],
    session: Option<SessionId>,
    expires_at: Timestamp,
) -> String {
    let issued_at = expires_at - PlainTokens::LIFETIME;
    let roles = roles.to_vec();
    let token = VerifiedToken { principal, roles, session, account_version: None, issued_at, expires_at };
    PlainTokens::token(&token)
}
