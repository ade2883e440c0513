//! `refresh_token`: the refresh tokens of sessions, hashed: exchanged ones too, for as long as they are kept.

use eop_core::identity::model::Session;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refresh_token")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) hash: Vec<u8>,
    pub(crate) session_id: Uuid,
    pub(crate) issued_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!(depth: 1);

impl Model {
    /// That the current token of a session leads to it, now and after it was exchanged.
    pub(crate) fn of(session: &Session) -> Self {
        Self {
            hash: session.current.0.to_vec(),
            session_id: session.id.0,
            issued_at: Some(session.last_seen_at),
        }
    }
}
