//! What identity writes, as operations.

use eop_core::identity::model::{Account, KeyState, LinkPurpose, RevocationReason, Session};
use eop_core::identity::port::IdentityWrite;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, Name};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{LinkId, UserId};
use sea_orm::sea_query::{Expr, ExprTrait, Query, UpdateStatement};
use uuid::Uuid;

use super::table::{
    self, ACCOUNT, ACCOUNT_ROLE, ADMIN_ROSTER, LINK, REFRESH_TOKEN, ROSTER, SESSION, SIGNING_KEY, SPENT,
    UNSPENT,
};
use crate::change::{Alteration, ChangeSet, OnConflict, Op, big};

/// The commit as operations.
pub(super) fn change_set(commit: Commit<IdentityWrite>) -> Result<ChangeSet, StoreError> {
    let named = Named::of(&commit.writes);
    ChangeSet::of(commit, |write, ops| {
        match write {
            IdentityWrite::InsertAccount(account) => insert_account(&account, ops),
            IdentityWrite::UpdateAccount { account, from } => {
                let set = table::account_changes(&account);
                ops.push(Op::Update { table: &ACCOUNT, key: account.id.0, from, set });
                put_roles(&account, ops);
            }
            IdentityWrite::InsertSession(session) => {
                let row = table::session(&session);
                ops.push(Op::Insert { table: &SESSION, row, on_conflict: OnConflict::Never });
                ops.push(token_of(&session));
            }
            IdentityWrite::UpdateSession { session, from } => {
                let set = table::session_changes(&session);
                ops.push(Op::Update { table: &SESSION, key: session.id.0, from, set });
                ops.push(token_of(&session));
            }
            IdentityWrite::RevokeSessions { account, except, reason, at } => {
                let spared = named.sessions.iter().copied().chain(except.map(|id| id.0));
                ops.push(statement(revoke_sessions(account, spared.collect(), reason, at)));
            }
            IdentityWrite::InsertLink(link) => {
                let row = table::link(&link);
                ops.push(Op::Insert { table: &LINK, row, on_conflict: OnConflict::Never });
            }
            IdentityWrite::SpendLink { id, at } => ops.push(spend_link(id, at)),
            IdentityWrite::WithdrawLinks { account, purpose, at } => {
                ops.push(statement(withdraw_links(account, purpose, &named.links, at)));
            }
            IdentityWrite::TouchAdmins { from } => {
                let set = vec![("version", big(from.next().0))];
                ops.push(Op::Update { table: &ADMIN_ROSTER, key: ROSTER, from, set });
            }
            IdentityWrite::InsertKey(key) => {
                let on_conflict = match key.state {
                    KeyState::Active => {
                        OnConflict::Taken { name: Name::ActiveKey, target: "(state) WHERE state = 'active'" }
                    }
                    KeyState::Next | KeyState::Retiring | KeyState::Retired => OnConflict::Never,
                };
                ops.push(Op::Insert { table: &SIGNING_KEY, row: table::signing_key(&key), on_conflict });
            }
        }
        Ok(())
    })
}

/// The rows that a commit changes by name: its changes of many rows leave them alone, since a row can be changed only
/// once in a commit.
struct Named {
    sessions: Vec<Uuid>,
    links: Vec<Uuid>,
}

impl Named {
    fn of(writes: &[IdentityWrite]) -> Self {
        let mut named = Self { sessions: Vec::new(), links: Vec::new() };
        for write in writes {
            match write {
                IdentityWrite::UpdateSession { session, .. } => named.sessions.push(session.id.0),
                IdentityWrite::SpendLink { id, .. } => named.links.push(id.0),
                _ => {}
            }
        }
        named
    }
}

fn statement(query: UpdateStatement) -> Op {
    Op::Statement { query: Box::new(Alteration::Update(query)), require_row: false }
}

fn insert_account(account: &Account, ops: &mut Vec<Op>) {
    let on_conflict = OnConflict::Taken { name: Name::Email, target: "(email)" };
    ops.push(Op::Insert { table: &ACCOUNT, row: table::account(account), on_conflict });
    put_roles(account, ops);
}

fn put_roles(account: &Account, ops: &mut Vec<Op>) {
    ops.extend(account.roles.iter().map(|role| Op::Put {
        table: &ACCOUNT_ROLE,
        row: table::account_role(account, role),
        guard: Some("version"),
    }));
}

/// The token is known already when a session changes without an exchange.
fn token_of(session: &Session) -> Op {
    Op::Insert { table: &REFRESH_TOKEN, row: table::refresh_token(session), on_conflict: OnConflict::Skip }
}

fn revoke_sessions(
    account: UserId,
    spared: Vec<Uuid>,
    reason: RevocationReason,
    at: Timestamp,
) -> UpdateStatement {
    let mut update = Query::update();
    update
        .table("session")
        .value("revoked_at", at)
        .value("revoked_reason", reason.as_str())
        .value("version", Expr::col("version").add(1_i64))
        .and_where(Expr::col("account_id").eq(account.0))
        .and_where(Expr::col("revoked_at").is_null())
        .and_where(Expr::col("idle_until").gt(at))
        .and_where(Expr::col("expires_at").gt(at));
    if !spared.is_empty() {
        update.and_where(Expr::col("id").is_not_in(spared));
    }
    update
}

fn spend_link(id: LinkId, at: Timestamp) -> Op {
    let set = vec![("spent_at", at.into()), ("version", big(SPENT.0))];
    Op::Update { table: &LINK, key: id.0, from: UNSPENT, set }
}

fn withdraw_links(account: UserId, purpose: LinkPurpose, spared: &[Uuid], at: Timestamp) -> UpdateStatement {
    let mut update = Query::update();
    update
        .table("link")
        .value("spent_at", at)
        .value("version", big(SPENT.0))
        .and_where(Expr::col("account_id").eq(account.0))
        .and_where(Expr::col("purpose").eq(purpose.as_str()))
        .and_where(Expr::col("spent_at").is_null());
    if !spared.is_empty() {
        update.and_where(Expr::col("id").is_not_in(spared.iter().copied()));
    }
    update
}
