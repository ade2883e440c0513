//! What people read about accounts and sessions.

use async_trait::async_trait;
use eop_core::identity::model::{Account, AccountState, PasswordHash, Session, TokenHash};
use eop_core::identity::port::{AccountFilter, IdentityQueries, SignIn};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{SessionId, UserId};
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use eop_core::kernel::text::folded;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, Statement,
};

use super::SqlIdentity;
use crate::entity::reading::readable;
use crate::entity::{account, session};
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};
use crate::pool::Pool;

#[async_trait]
impl IdentityQueries for SqlIdentity {
    async fn list_accounts(
        &self,
        filter: &AccountFilter,
        direction: Direction,
        request: &PageRequest,
    ) -> Result<Page<Account>, StoreError> {
        let keyset = Keyset {
            sort: account::Column::CreatedAt.into_expr(),
            kind: SortKind::Timestamp,
            id: account::Column::Id,
            direction,
        };
        let cursor = |row: &account::Model| Cursor { value: timestamp_text(row.created_at), id: row.id };
        page(self.reads(), matching(filter), keyset, request, cursor, Account::try_from).await
    }

    async fn list_sessions(&self, account: UserId) -> Result<Vec<Session>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::Column::AccountId.eq(account.0))
            .order_by_desc(session::Column::CreatedAt)
            .order_by_desc(session::Column::Id)
            .all(self.reads())
            .await
            .map_err(store_error)?;
        readable(rows.into_iter().map(Session::try_from))
    }

    async fn recent_sign_ins(&self, account: UserId, limit: u16) -> Result<Vec<SignIn>, StoreError> {
        let rows: Vec<(Option<String>, Option<String>)> = session::Entity::find()
            .select_only()
            .columns([session::Column::Device, session::Column::Ip])
            .filter(session::Column::AccountId.eq(account.0))
            .order_by_desc(session::Column::CreatedAt)
            .order_by_desc(session::Column::Id)
            .limit(u64::from(limit))
            .into_tuple()
            .all(self.reads())
            .await
            .map_err(store_error)?;
        Ok(rows.into_iter().map(|(device, ip)| SignIn { device, ip }).collect())
    }

    async fn find_signed_in(&self, session: SessionId) -> Result<Option<(Session, Account)>, StoreError> {
        let found = session::Entity::find_by_id(session.0).find_also_related(account::Entity);
        match found.one(self.reads()).await.map_err(store_error)? {
            Some((session, Some(account))) => Ok(Some((session.try_into()?, account.try_into()?))),
            Some((_, None)) | None => Ok(None),
        }
    }

    async fn costliest_bcrypt(&self) -> Result<Option<PasswordHash>, StoreError> {
        let sql = Statement::from_string(self.reads().get_database_backend(), COSTLIEST_BCRYPT);
        let row = self.reads().query_one_raw(sql).await.map_err(store_error)?;
        row.map(|row| row.try_get_by_index(0).map(PasswordHash).map_err(store_error)).transpose()
    }
}

/// A hash of bcrypt says its cost in two digits: `$2b$10$…`. The index `account_bcrypt` has these and no others.
const COSTLIEST_BCRYPT: &str = "SELECT password FROM account WHERE substr(password, 1, 2) = '$2' \
     ORDER BY substr(password, 5, 2) DESC LIMIT 1";

/// When a token of a session was followed by the next one. Rows of an older version do not say when they were issued.
const EXCHANGED_AT: &str = "SELECT later.issued_at FROM refresh_token own JOIN refresh_token later \
     ON later.session_id = own.session_id AND later.hash <> own.hash AND later.issued_at >= own.issued_at \
     WHERE own.hash = $1 ORDER BY later.issued_at LIMIT 1";

/// When a refresh token was exchanged, if that was noted.
pub(super) async fn exchanged_at(pool: &Pool, token: TokenHash) -> Result<Option<Timestamp>, StoreError> {
    let backend = pool.get_database_backend();
    let sql = Statement::from_sql_and_values(backend, EXCHANGED_AT, [token.0.to_vec().into()]);
    let row = pool.query_one_raw(sql).await.map_err(store_error)?;
    row.map(|row| row.try_get_by_index(0).map_err(store_error)).transpose()
}

fn matching(filter: &AccountFilter) -> Select<account::Entity> {
    let mut select = account::Entity::find();
    if let Some(text) = &filter.text {
        select = select.filter(account::Column::Search.like(containing(text)));
    }
    if let Some(role) = &filter.role {
        select = account::with_role(select, role);
    }
    if let Some(state) = filter.state.map(AccountState::as_str) {
        select = select.filter(account::Column::State.eq(state));
    }
    select
}

/// A pattern for texts that contain `part`, whose own wildcards stand for themselves.
fn containing(part: &str) -> LikeExpr {
    let mut pattern = String::with_capacity(part.len() + 2);
    pattern.push('%');
    for c in folded(part).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    LikeExpr::new(pattern).escape('\\')
}
