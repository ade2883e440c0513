//! What people read about accounts and sessions.

use async_trait::async_trait;
use eop_core::identity::model::{Account, AccountState, Session};
use eop_core::identity::port::{AccountFilter, IdentityQueries};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::UserId;
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use sea_orm::sea_query::LikeExpr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::SqlIdentity;
use super::table::folded;
use crate::entity::reading::readable;
use crate::entity::{account, session};
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};

#[async_trait]
impl IdentityQueries for SqlIdentity {
    async fn list_accounts(
        &self,
        filter: &AccountFilter,
        direction: Direction,
        request: &PageRequest,
    ) -> Result<Page<Account>, StoreError> {
        let keyset = Keyset {
            column: account::Column::CreatedAt,
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
