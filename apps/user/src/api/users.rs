//! Everybody's accounts, for administrators.

use std::sync::Arc;

use eop_core::identity::command::{Lock, SetRoles};
use eop_core::identity::model::Account;
use eop_core::identity::port::AccountFilter;
use eop_core::identity::service::IdentityService;
use eop_core::kernel::actor::Role;
use eop_core::kernel::id::UserId;
use eop_core::kernel::page::Direction;
use eop_http::types::{Id, Text, Timestamp};
use eop_http::{Answer, Caller, Cursors, IfMatch, Listed, PageQuery, Params, Problem, Shown};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::account::{AccountBody, StateName};

/// What the list is sorted by; a minus means the latest first
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename = "UserSort")]
pub(crate) enum SortName {
    /// Latest registration first.
    #[default]
    #[oai(rename = "-created_at")]
    Newest,
    /// Earliest registration first.
    #[oai(rename = "created_at")]
    Oldest,
}

/// Which accounts, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "UserListQuery", skip_serializing_if_is_none)]
pub(crate) struct ListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
    /// What the list is sorted by.
    #[oai(default)]
    sort: SortName,
    /// Part of the name or address.
    #[oai(validator(min_length = 1, max_length = 100))]
    q: Option<Text>,
    /// Has this role.
    #[oai(validator(pattern = "^[a-z][a-z0-9_-]{0,31}$"))]
    role: Option<Text>,
    /// Is in this state.
    state: Option<StateName>,
}

/// The roles of an account
#[derive(Clone, Debug, Object)]
#[oai(rename = "RoleSet", skip_serializing_if_is_none)]
pub(crate) struct RoleSetBody {
    /// The names of the roles.
    #[oai(validator(max_items = 20))]
    roles: Vec<Text>,
}

/// A lock on an account
#[derive(Clone, Debug, Object)]
#[oai(rename = "AccountLock", skip_serializing_if_is_none)]
pub(crate) struct LockBody {
    /// Until when; until it is unlocked when absent.
    #[oai(nullable)]
    until: Option<Timestamp>,
}

/// Everybody's accounts.
#[derive(Debug)]
pub struct UsersApi {
    pub(super) identity: Arc<IdentityService>,
    pub(super) cursors: Cursors,
}

fn shown(account: Account) -> Shown<AccountBody> {
    let version = account.version;
    Answer::new(AccountBody::from(account)).version(version)
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Users")]
impl UsersApi {
    /// List accounts
    #[oai(path = "/users", method = "get", operation_id = "listUsers")]
    async fn list(&self, caller: Caller, query: Params<ListQuery>) -> Result<Listed<AccountBody>, Problem> {
        let (direction, key) = match query.sort {
            SortName::Newest => (Direction::Descending, "-created_at"),
            SortName::Oldest => (Direction::Ascending, "created_at"),
        };
        let cursors = self.cursors.of(key, query.filter());
        let page = cursors.request(&query.page)?;
        let filter = AccountFilter {
            text: query.q.clone().map(Text::into_inner),
            role: query.role.as_deref().and_then(Role::named),
            state: query.state.map(StateName::to_state),
        };
        let found = self.identity.list_accounts(caller.actor(), &filter, direction, &page).await?;
        Ok(cursors.answer(found, AccountBody::from))
    }

    /// Read an account
    #[oai(path = "/users/:id", method = "get", operation_id = "getUser")]
    async fn find(&self, caller: Caller, id: Path<Id<UserId>>) -> Result<Shown<AccountBody>, Problem> {
        Ok(shown(self.identity.find_account(caller.actor(), id.0.0).await?))
    }

    /// Read the roles of an account
    #[oai(path = "/users/:id/roles", method = "get", operation_id = "getUserRoles")]
    async fn roles(&self, caller: Caller, id: Path<Id<UserId>>) -> Result<Shown<RoleSetBody>, Problem> {
        let account = self.identity.roles_of(caller.actor(), id.0.0).await?;
        let roles = account.roles.iter().map(|role| Text::from(role.as_str())).collect();
        Ok(Answer::new(RoleSetBody { roles }).version(account.version))
    }

    /// Set the roles of an account
    ///
    /// Exactly these. Nobody grants what they lack, and the last administrator stays.
    #[oai(path = "/users/:id/roles", method = "put", operation_id = "setUserRoles")]
    async fn set_roles(
        &self,
        caller: Caller,
        id: Path<Id<UserId>>,
        if_match: IfMatch,
        body: Json<RoleSetBody>,
    ) -> Result<Shown<AccountBody>, Problem> {
        let roles = body.0.roles.into_iter().map(Text::into_inner).collect();
        let command = SetRoles { user: id.0.0, roles, if_match: if_match.version() };
        Ok(shown(self.identity.set_roles(caller.actor(), &command).await?))
    }

    /// Lock an account
    ///
    /// It cannot sign in, and its sessions end: here from the next request on, at other services when the access token
    /// expires.
    #[oai(path = "/users/:id/lock", method = "post", operation_id = "lockUser")]
    async fn lock(
        &self,
        caller: Caller,
        id: Path<Id<UserId>>,
        body: Json<LockBody>,
    ) -> Result<Shown<AccountBody>, Problem> {
        let command = Lock { user: id.0.0, until: body.0.until.map(|until| until.0) };
        Ok(shown(self.identity.lock(caller.actor(), &command).await?))
    }

    /// Unlock an account
    #[oai(path = "/users/:id/unlock", method = "post", operation_id = "unlockUser")]
    async fn unlock(&self, caller: Caller, id: Path<Id<UserId>>) -> Result<Shown<AccountBody>, Problem> {
        Ok(shown(self.identity.unlock(caller.actor(), id.0.0).await?))
    }
}
