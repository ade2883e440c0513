//! What identity writes, as operations.

use eop_core::identity::model::{Account, KeyState, LinkPurpose, RevocationReason, Session};
use eop_core::identity::port::IdentityWrite;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, Name};
use eop_core::kernel::id::UserId;
use sea_orm::sea_query::{Expr, ExprTrait, UpdateStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryTrait, UpdateMany};
use uuid::Uuid;

use crate::change::{Alteration, ChangeSet, OnConflict, Op};
use crate::entity::writing::big;
use crate::entity::{
    account, account_role, admin_roster, link, policy_state, refresh_token, role, session, signing_key,
};
use crate::translation;

/// The commit as operations.
pub(super) fn change_set(commit: Commit<IdentityWrite>) -> ChangeSet {
    let named = Named::of(&commit.writes);
    translation::change_set(commit, |write, ops| match write {
        IdentityWrite::InsertAccount(account) => {
            put_roles(&account, ops);
            let on_conflict = OnConflict::Taken { name: Name::Email, target: &account::ONE_PER_EMAIL };
            ops.push(Op::insert(account::Model::from(account), on_conflict));
        }
        IdentityWrite::UpdateAccount { account, from } => {
            put_roles(&account, ops);
            ops.push(Op::update(account::Model::from(account), from));
        }
        IdentityWrite::InsertSession(session) => {
            ops.push(token_of(&session));
            ops.push(Op::insert(session::Model::from(session), OnConflict::Never));
        }
        IdentityWrite::UpdateSession { session, from } => {
            ops.push(token_of(&session));
            ops.push(Op::update(session::Model::from(session), from));
        }
        IdentityWrite::RevokeSessions { account, except, reason, at } => {
            let spared = named.sessions.iter().copied().chain(except.map(|id| id.0));
            ops.push(statement(revoke_sessions(account, spared.collect(), reason, at)));
        }
        IdentityWrite::InsertLink(link) => {
            ops.push(Op::insert(link::Model::from(link), OnConflict::Never));
        }
        IdentityWrite::SpendLink { id, at } => {
            ops.push(Op::update(link::ActiveModel::spent(id, at), link::UNSPENT));
        }
        IdentityWrite::WithdrawLinks { account, purpose, at } => {
            ops.push(statement(withdraw_links(account, purpose, named.links.clone(), at)));
        }
        IdentityWrite::TouchAdmins { from } => {
            ops.push(Op::update(admin_roster::Model::at(from.next()), from));
        }
        IdentityWrite::InsertKey(key) => {
            let on_conflict = match key.state {
                KeyState::Active => {
                    OnConflict::Taken { name: Name::ActiveKey, target: &signing_key::ONE_ACTIVE }
                }
                KeyState::Next => OnConflict::Taken { name: Name::NextKey, target: &signing_key::ONE_NEXT },
                KeyState::Retiring | KeyState::Retired => OnConflict::Never,
            };
            ops.push(Op::insert(signing_key::Model::from(key), on_conflict));
        }
        IdentityWrite::InsertRole(role) => {
            let on_conflict = OnConflict::Taken { name: Name::Role, target: &role::ONE_PER_NAME };
            ops.push(Op::insert(role::Model::from(role), on_conflict));
        }
        IdentityWrite::UpdateRole { role, from } => {
            ops.push(Op::update(role::Model::from(role), from));
        }
        IdentityWrite::RemoveRole { id, from } => {
            let of_version = role::Entity::delete_many()
                .filter(role::Column::Id.eq(id.0))
                .filter(role::Column::Version.eq(big(from.0)));
            let query = Box::new(Alteration::Delete(of_version.into_query()));
            ops.push(Op::Statement { query, require_row: true });
        }
        IdentityWrite::MovePolicy { from, generation } => {
            ops.push(Op::update(policy_state::Model::at(from.next(), generation), from));
        }
        IdentityWrite::MoveKey { kid, from, to, at } => {
            let query = Box::new(Alteration::Update(move_key(&kid, from, to, at)));
            ops.push(Op::Statement { query, require_row: true });
        }
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

fn put_roles(account: &Account, ops: &mut Vec<Op>) {
    let guard = Some(account_role::Column::Version);
    ops.extend(account_role::Model::all_of(account).map(|role| Op::put(role, guard)));
}

/// The token is known already when a session changes without an exchange.
fn token_of(session: &Session) -> Op {
    Op::insert(refresh_token::Model::of(session), OnConflict::Skip)
}

fn revoke_sessions(
    account: UserId,
    spared: Vec<Uuid>,
    reason: RevocationReason,
    at: Timestamp,
) -> UpdateStatement {
    use session::Column;

    let standing = session::Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::val(at))
        .col_expr(Column::RevokedReason, Expr::val(reason.as_str()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1_i64))
        .filter(Column::AccountId.eq(account.0))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::IdleUntil.gt(at))
        .filter(Column::ExpiresAt.gt(at));
    but_for(standing, Column::Id, spared)
}

fn withdraw_links(
    account: UserId,
    purpose: LinkPurpose,
    spared: Vec<Uuid>,
    at: Timestamp,
) -> UpdateStatement {
    use link::Column;

    let unspent = link::Entity::update_many()
        .col_expr(Column::SpentAt, Expr::val(at))
        .col_expr(Column::Version, Expr::val(big(link::SPENT.0)))
        .filter(Column::AccountId.eq(account.0))
        .filter(Column::Purpose.eq(purpose.as_str()))
        .filter(Column::SpentAt.is_null());
    but_for(unspent, Column::Id, spared)
}

fn move_key(kid: &str, from: KeyState, to: KeyState, at: Timestamp) -> UpdateStatement {
    use signing_key::Column;

    signing_key::Entity::update_many()
        .col_expr(Column::State, Expr::val(to.as_str()))
        .col_expr(Column::Since, Expr::val(at))
        .filter(Column::Kid.eq(kid))
        .filter(Column::State.eq(from.as_str()))
        .into_query()
}

/// The update of all but these rows.
fn but_for<E: EntityTrait>(update: UpdateMany<E>, id: E::Column, spared: Vec<Uuid>) -> UpdateStatement {
    let some = (!spared.is_empty()).then_some(spared);
    update.apply_if(some, |update, spared| update.filter(id.is_not_in(spared))).into_query()
}
