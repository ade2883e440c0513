//! The tables of identity and how its values become rows of them.

use eop_core::identity::model::{Account, AccountState, Link, Session, SigningKey, searched};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Version;
use uuid::Uuid;

use crate::change::{Kind, Row, Table, big, json};

pub(super) static ACCOUNT: Table = Table {
    name: "account",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("name", Kind::Text),
        ("email", Kind::Text),
        ("phone", Kind::Text),
        ("locale", Kind::Text),
        ("time_zone", Kind::Text),
        ("password", Kind::Text),
        ("roles", Kind::Json),
        ("state", Kind::Text),
        ("locked_until", Kind::Timestamp),
        ("verified_at", Kind::Timestamp),
        ("search", Kind::Text),
        ("version", Kind::BigInt),
        ("created_at", Kind::Timestamp),
        ("updated_at", Kind::Timestamp),
    ],
};

pub(super) static ACCOUNT_ROLE: Table = Table {
    name: "account_role",
    key: &["role", "account_id"],
    columns: &[("role", Kind::Text), ("account_id", Kind::Uuid), ("version", Kind::BigInt)],
};

pub(super) static ADMIN_ROSTER: Table =
    Table { name: "admin_roster", key: &["id"], columns: &[("id", Kind::Uuid), ("version", Kind::BigInt)] };

pub(super) static SESSION: Table = Table {
    name: "session",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("account_id", Kind::Uuid),
        ("current_hash", Kind::Bytes),
        ("previous_hash", Kind::Bytes),
        ("previous_at", Kind::Timestamp),
        ("device", Kind::Text),
        ("ip", Kind::Text),
        ("created_at", Kind::Timestamp),
        ("last_seen_at", Kind::Timestamp),
        ("idle_until", Kind::Timestamp),
        ("expires_at", Kind::Timestamp),
        ("revoked_at", Kind::Timestamp),
        ("revoked_reason", Kind::Text),
        ("version", Kind::BigInt),
    ],
};

pub(super) static REFRESH_TOKEN: Table = Table {
    name: "refresh_token",
    key: &["hash"],
    columns: &[("hash", Kind::Bytes), ("session_id", Kind::Uuid), ("issued_at", Kind::Timestamp)],
};

pub(super) static LINK: Table = Table {
    name: "link",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("account_id", Kind::Uuid),
        ("purpose", Kind::Text),
        ("token_hash", Kind::Bytes),
        ("created_at", Kind::Timestamp),
        ("expires_at", Kind::Timestamp),
        ("spent_at", Kind::Timestamp),
        ("version", Kind::BigInt),
    ],
};

pub(super) static SIGNING_KEY: Table = Table {
    name: "signing_key",
    key: &["kid"],
    columns: &[
        ("kid", Kind::Text),
        ("algorithm", Kind::Text),
        ("public_jwk", Kind::Json),
        ("sealed_private", Kind::Text),
        ("state", Kind::Text),
        ("created_at", Kind::Timestamp),
    ],
};

/// The version of a link that can be used.
pub(super) const UNSPENT: Version = Version::FIRST;
/// The version of a link that was used or withdrawn.
pub(super) const SPENT: Version = Version(2);

/// The key of the one row of the roster.
pub(super) const ROSTER: Uuid = Uuid::nil();

/// The columns of an account that can change.
pub(super) fn account_changes(account: &Account) -> Row {
    let locked_until = match account.state {
        AccountState::Locked { until } => until,
        AccountState::Pending | AccountState::Active => None,
    };
    vec![
        ("name", account.name.as_str().into()),
        ("email", account.email.as_str().into()),
        ("phone", account.phone.clone().into()),
        ("locale", account.locale.as_str().into()),
        ("time_zone", account.time_zone.as_str().into()),
        ("password", account.password.0.as_str().into()),
        ("roles", json(&account.roles)),
        ("state", account.state.as_str().into()),
        ("locked_until", locked_until.into()),
        ("verified_at", account.verified_at.into()),
        ("search", searched(&account.name, &account.email).into()),
        ("version", big(account.version.0)),
        ("updated_at", account.updated_at.into()),
    ]
}

/// An account.
pub(super) fn account(account: &Account) -> Row {
    let mut row = account_changes(account);
    row.extend([("id", account.id.0.into()), ("created_at", account.created_at.into())]);
    row
}

/// That the account has `role` at its present version.
pub(super) fn account_role(account: &Account, role: &Role) -> Row {
    vec![
        ("role", role.as_str().into()),
        ("account_id", account.id.0.into()),
        ("version", big(account.version.0)),
    ]
}

/// The columns of a session that can change.
pub(super) fn session_changes(session: &Session) -> Row {
    let (previous_hash, previous_at) = session.previous.map(|(hash, at)| (hash.0.to_vec(), at)).unzip();
    let (revoked_at, revoked_reason) = session.revoked.map(|end| (end.at, end.reason.as_str())).unzip();
    vec![
        ("current_hash", session.current.0.to_vec().into()),
        ("previous_hash", previous_hash.into()),
        ("previous_at", previous_at.into()),
        ("device", session.device.clone().into()),
        ("ip", session.ip.clone().into()),
        ("last_seen_at", session.last_seen_at.into()),
        ("idle_until", session.idle_until.into()),
        ("revoked_at", revoked_at.into()),
        ("revoked_reason", revoked_reason.into()),
        ("version", big(session.version.0)),
    ]
}

/// A session.
pub(super) fn session(session: &Session) -> Row {
    let mut row = session_changes(session);
    row.extend([
        ("id", session.id.0.into()),
        ("account_id", session.account.0.into()),
        ("created_at", session.created_at.into()),
        ("expires_at", session.expires_at.into()),
    ]);
    row
}

/// That the current token of a session leads to it, now and after it was exchanged.
pub(super) fn refresh_token(session: &Session) -> Row {
    vec![
        ("hash", session.current.0.to_vec().into()),
        ("session_id", session.id.0.into()),
        ("issued_at", session.last_seen_at.into()),
    ]
}

/// A link.
pub(super) fn link(link: &Link) -> Row {
    let version = if link.spent_at.is_none() { UNSPENT } else { SPENT };
    vec![
        ("id", link.id.0.into()),
        ("account_id", link.account.0.into()),
        ("purpose", link.purpose.as_str().into()),
        ("token_hash", link.token.0.to_vec().into()),
        ("created_at", link.created_at.into()),
        ("expires_at", link.expires_at.into()),
        ("spent_at", link.spent_at.into()),
        ("version", big(version.0)),
    ]
}

/// A signing key.
pub(super) fn signing_key(key: &SigningKey) -> Row {
    vec![
        ("kid", key.kid.as_str().into()),
        ("algorithm", key.algorithm.as_str().into()),
        ("public_jwk", json(&key.public_jwk)),
        ("sealed_private", key.sealed_private.as_str().into()),
        ("state", key.state.as_str().into()),
        ("created_at", key.created_at.into()),
    ]
}
