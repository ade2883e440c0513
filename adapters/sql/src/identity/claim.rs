//! Says which name kept a commit from being applied, when the refusal alone does not tell.

use eop_core::identity::port::IdentityWrite;
use eop_core::kernel::commit::{CommitError, Name};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::UserId;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::account;
use crate::error::store_error;
use crate::pool::Pool;

/// What a write wants for an account alone.
#[derive(Debug)]
pub(super) struct NameClaim {
    account: UserId,
    email: Email,
    /// The account is new, and so must its id be.
    new: bool,
}

/// What these writes want for their accounts alone.
pub(super) fn claims(writes: &[IdentityWrite]) -> Vec<NameClaim> {
    let claim = |write: &IdentityWrite| {
        let (account, new) = match write {
            IdentityWrite::InsertAccount(account) => (account, true),
            IdentityWrite::UpdateAccount { account, .. } => (account, false),
            _ => return None,
        };
        Some(NameClaim { account: account.id, email: account.email.clone(), new })
    };
    writes.iter().filter_map(claim).collect()
}

/// The refusal as the port names it.
///
/// An account has two unique names, and an update can break one of them too; the database then refuses without saying
/// which. Who holds the names is looked up: that one of them is held is true in any case.
pub(super) async fn explained(
    pool: &Pool,
    claims: &[NameClaim],
    refusal: CommitError,
) -> Result<CommitError, StoreError> {
    if !matches!(refusal, CommitError::Taken(Name::Email) | CommitError::Store(StoreError::Refused(_))) {
        return Ok(refusal);
    }
    for claim in claims {
        if claim.new && id_is_held(pool, claim).await? {
            return Ok(CommitError::Taken(Name::Id));
        }
        if email_is_held(pool, claim).await? {
            return Ok(CommitError::Taken(Name::Email));
        }
    }
    Ok(refusal)
}

async fn id_is_held(pool: &Pool, claim: &NameClaim) -> Result<bool, StoreError> {
    let held = account::Entity::find_by_id(claim.account.0).count(pool).await;
    Ok(held.map_err(store_error)? > 0)
}

async fn email_is_held(pool: &Pool, claim: &NameClaim) -> Result<bool, StoreError> {
    let held = account::Entity::find()
        .filter(account::Column::Email.eq(claim.email.as_str()))
        .filter(account::Column::Id.ne(claim.account.0))
        .count(pool)
        .await;
    Ok(held.map_err(store_error)? > 0)
}
