//! Accounts, sessions, one-time links, signing keys and roles.

mod claim;
mod query;
mod write;

use async_trait::async_trait;
use eop_core::identity::model::{
    Account, AccountState, AdminRoster, KeyState, Link, LinkPurpose, PolicyOnFile, RoleDefinition, Session,
    SigningKey, TokenHash, TokenOwner,
};
use eop_core::identity::port::{IdentityStore, IdentityWrite, PolicyStore};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{SessionId, UserId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::database::Database;
use crate::entity::reading::{Reading, readable};
use crate::entity::{account, admin_roster, link, policy_state, refresh_token, role, session, signing_key};
use crate::error::{inconsistent, store_error};
use crate::pool::Pool;

/// Identity's store and queries in SQL.
#[derive(Clone, Debug)]
pub struct SqlIdentity {
    database: Database,
}

impl SqlIdentity {
    /// Keeps identity's data in `database`, which is at the schema of the user service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone() }
    }

    fn reads(&self) -> &Pool {
        self.database.reads()
    }
}

#[async_trait]
impl IdentityStore for SqlIdentity {
    async fn find_account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(Account::try_from).transpose()
    }

    async fn find_account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        let spellings = email.spellings();
        let found = account::Entity::find().filter(account::Column::Email.is_in(&spellings));
        let mut rows = found.all(self.reads()).await.map_err(store_error)?;
        rows.sort_by_key(|row| spellings.iter().position(|spelling| *spelling == row.email));
        rows.into_iter().next().map(Account::try_from).transpose()
    }

    async fn find_session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        let row = session::Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(Session::try_from).transpose()
    }

    async fn find_session_by_token(&self, token: TokenHash) -> Result<Option<TokenOwner>, StoreError> {
        let owner = refresh_token::Entity::find()
            .select_only()
            .column(refresh_token::Column::SessionId)
            .filter(refresh_token::Column::Hash.eq(token.0.to_vec()));
        let found = session::Entity::find().filter(session::Column::Id.in_subquery(owner.into_query()));
        let row = found.one(self.reads()).await.map_err(store_error)?;
        let Some(session) = row.map(Session::try_from).transpose()? else { return Ok(None) };
        let is_recent = token == session.current || session.previous.is_some_and(|(hash, _)| hash == token);
        let exchanged_at = if is_recent { None } else { query::exchanged_at(self.reads(), token).await? };
        Ok(Some(TokenOwner { session, exchanged_at }))
    }

    async fn find_link(&self, purpose: LinkPurpose, token: TokenHash) -> Result<Option<Link>, StoreError> {
        let found = link::Entity::find()
            .filter(link::Column::Purpose.eq(purpose.as_str()))
            .filter(link::Column::TokenHash.eq(token.0.to_vec()));
        let row = found.one(self.reads()).await.map_err(store_error)?;
        row.map(Link::try_from).transpose()
    }

    async fn admin_roster(&self) -> Result<AdminRoster, StoreError> {
        // The version is read first: a change between the two reads then makes a decision on them stale, never wrong.
        let roster = admin_roster::Entity::find_by_id(admin_roster::ROSTER).one(self.reads()).await;
        let roster = roster.map_err(store_error)?;
        let roster = roster.ok_or_else(|| inconsistent("admin_roster", "id", admin_roster::ROSTER))?;
        let members: Vec<Uuid> = account::with_role(account::Entity::find(), &Role::ADMIN)
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::State.eq(AccountState::Active.as_str()))
            .order_by_asc(account::Column::Id)
            .into_tuple()
            .all(self.reads())
            .await
            .map_err(store_error)?;
        let version = Reading::of(admin_roster::Entity, roster.id).version(roster.version)?;
        Ok(AdminRoster { version, members: members.into_iter().map(UserId).collect() })
    }

    async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError> {
        let rows = signing_key::Entity::find()
            .filter(signing_key::Column::State.ne(KeyState::Retired.as_str()))
            .order_by_desc(signing_key::Column::CreatedAt)
            .order_by_desc(signing_key::Column::Kid)
            .all(self.reads())
            .await
            .map_err(store_error)?;
        readable(rows.into_iter().map(SigningKey::try_from))
    }

    async fn commit(&self, commit: Commit<IdentityWrite>) -> Result<(), CommitError> {
        let claims = claim::claims(&commit.writes);
        match self.database.commit(write::change_set(commit)).await {
            Err(refusal) => Err(claim::explained(self.reads(), &claims, refusal).await?),
            applied => applied,
        }
    }
}

#[async_trait]
impl PolicyStore for SqlIdentity {
    async fn find_policy(&self) -> Result<PolicyOnFile, StoreError> {
        // The version is read first: roles that changed between the two reads are taken once more with their own version.
        let state = policy_state::Entity::find_by_id(policy_state::POLICY).one(self.reads()).await;
        let state = state.map_err(store_error)?;
        let state = state.ok_or_else(|| inconsistent("policy_state", "id", policy_state::POLICY))?;
        let rows = role::Entity::find().order_by_asc(role::Column::Name).all(self.reads()).await;
        // A policy without one of its roles would decide otherwise: a role that cannot be read fails all of it.
        let roles = rows.map_err(store_error)?.into_iter().map(RoleDefinition::try_from);
        let mut roles = roles.collect::<Result<Vec<_>, _>>()?;
        // As the core compares names: databases have orders of their own.
        roles.sort_by(|a, b| a.name.cmp(&b.name));
        let reading = Reading::of(policy_state::Entity, state.id);
        let generation = reading.count(policy_state::Column::Generation, state.generation)?;
        Ok(PolicyOnFile { version: reading.version(state.version)?, generation, roles })
    }
}
