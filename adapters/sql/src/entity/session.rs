//! `session`: signed-in sessions.

use eop_core::identity::model::{Revocation, RevocationReason, Session};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{SessionId, UserId};
use sea_orm::entity::prelude::*;

use super::reading::Reading;
use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) current_hash: Vec<u8>,
    pub(crate) previous_hash: Option<Vec<u8>>,
    pub(crate) previous_at: Option<DateTimeUtc>,
    pub(crate) device: Option<String>,
    pub(crate) ip: Option<String>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) last_seen_at: DateTimeUtc,
    pub(crate) idle_until: DateTimeUtc,
    pub(crate) expires_at: DateTimeUtc,
    pub(crate) revoked_at: Option<DateTimeUtc>,
    pub(crate) revoked_reason: Option<String>,
    pub(crate) version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

written!(fixed: [AccountId, CreatedAt, ExpiresAt]);

impl From<Session> for Model {
    fn from(session: Session) -> Self {
        let (previous_hash, previous_at) = session.previous.map(|(hash, at)| (hash.0.to_vec(), at)).unzip();
        let (revoked_at, reason) = session.revoked.map(|end| (end.at, end.reason)).unzip();
        Self {
            id: session.id.0,
            account_id: session.account.0,
            current_hash: session.current.0.to_vec(),
            previous_hash,
            previous_at,
            device: session.device,
            ip: session.ip,
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
            idle_until: session.idle_until,
            expires_at: session.expires_at,
            revoked_at,
            revoked_reason: reason.map(|reason| reason.as_str().to_owned()),
            version: big(session.version.0),
        }
    }
}

impl TryFrom<Model> for Session {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let previous = match (row.previous_hash, row.previous_at) {
            (Some(hash), Some(at)) => Some((reading.hash(Column::PreviousHash, &hash)?, at)),
            (None, None) => None,
            _ => return Err(reading.wrong(Column::PreviousAt)),
        };
        let revoked = match (row.revoked_at, row.revoked_reason) {
            (Some(at), Some(reason)) => {
                let reason = reading.code(Column::RevokedReason, &reason, RevocationReason::named)?;
                Some(Revocation { at, reason })
            }
            (None, None) => None,
            _ => return Err(reading.wrong(Column::RevokedReason)),
        };
        Ok(Self {
            id: SessionId(row.id),
            account: UserId(row.account_id),
            current: reading.hash(Column::CurrentHash, &row.current_hash)?,
            previous,
            device: row.device,
            ip: row.ip,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            idle_until: row.idle_until,
            expires_at: row.expires_at,
            revoked,
            version: reading.version(row.version)?,
        })
    }
}
