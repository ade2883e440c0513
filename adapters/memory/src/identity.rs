//! Accounts, sessions, links and keys in memory.

use std::collections::BTreeMap;
use std::mem::discriminant;

use async_trait::async_trait;
use eop_core::identity::model::{
    Account, AdminRoster, KeyState, Link, LinkPurpose, PasswordHash, PolicyOnFile, RoleDefinition, Session,
    SigningKey, TokenHash, TokenOwner, searched,
};
use eop_core::identity::port::{
    AccountFilter, IdentityQueries, IdentityStore, IdentityWrite, PolicyStore, SignIn,
};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, CommitError, Name, Version};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{LinkId, RoleId, SessionId, UserId};
use eop_core::kernel::page::{Direction, Page, PageRequest};
use eop_core::kernel::retention::Kept;
use eop_core::kernel::text::folded;

use crate::database::{Change, Database, Tables};
use crate::page::page_of;
use crate::retention::Old;

/// The database of the user service.
pub type MemoryIdentity = Database<IdentityTables>;

/// What [`MemoryIdentity`] holds.
#[derive(Debug)]
pub struct IdentityTables {
    accounts: BTreeMap<UserId, Account>,
    sessions: BTreeMap<SessionId, Session>,
    /// Every refresh token that a session ever had, and when it was issued.
    tokens: BTreeMap<TokenHash, (SessionId, Timestamp)>,
    links: BTreeMap<LinkId, Link>,
    keys: BTreeMap<String, SigningKey>,
    roster: Version,
    roles: BTreeMap<RoleId, RoleDefinition>,
    /// The version of the policy, and the generation of what was shipped.
    policy: (Version, u32),
}

impl Default for IdentityTables {
    fn default() -> Self {
        Self {
            accounts: BTreeMap::new(),
            sessions: BTreeMap::new(),
            tokens: BTreeMap::new(),
            links: BTreeMap::new(),
            keys: BTreeMap::new(),
            roster: Version::FIRST,
            roles: BTreeMap::new(),
            policy: (Version(0), 0),
        }
    }
}

type Applied = Result<(), CommitError>;

impl Tables for IdentityTables {
    type Write = IdentityWrite;

    const KEPT: &'static [Kept] = &[
        Kept::Sessions,
        Kept::RefreshTokens,
        Kept::Links,
        Kept::Audit,
        Kept::IdempotencyKeys,
        Kept::SeenEvents,
    ];

    fn forget(&mut self, kept: Kept, old: Old) -> u64 {
        match kept {
            Kept::Sessions => {
                let count = old.of(&mut self.sessions, |session| Some(session.idle_until));
                self.tokens.retain(|_, (session, _)| self.sessions.contains_key(session));
                count
            }
            Kept::RefreshTokens => old.of(&mut self.tokens, |(_, issued_at)| Some(*issued_at)),
            Kept::Links => old.of(&mut self.links, |link| Some(link.expires_at)),
            _ => 0,
        }
    }

    fn apply(change: &mut Change<'_, Self>, write: IdentityWrite) -> Applied {
        match write {
            IdentityWrite::InsertAccount(account) => {
                check_free(&change.tables().accounts, &account.id)?;
                put_account(change, account)
            }
            IdentityWrite::UpdateAccount { account, from } => {
                let stored = change.tables().accounts.get(&account.id).map(|stored| stored.version);
                check_version(stored, from)?;
                put_account(change, account)
            }
            IdentityWrite::InsertSession(session) => {
                check_free(&change.tables().sessions, &session.id)?;
                put_session(change, session);
                Ok(())
            }
            IdentityWrite::UpdateSession { session, from } => {
                let stored = change.tables().sessions.get(&session.id).map(|stored| stored.version);
                check_version(stored, from)?;
                put_session(change, session);
                Ok(())
            }
            IdentityWrite::RevokeSessions { account, except, reason, at } => {
                let open = |session: &&Session| {
                    session.account == account && Some(session.id) != except && session.revoked.is_none()
                };
                let ended: Vec<Session> = change
                    .tables()
                    .sessions
                    .values()
                    .filter(open)
                    .map(|session| session.revoked(reason, at))
                    .collect();
                for session in ended {
                    put_session(change, session);
                }
                Ok(())
            }
            IdentityWrite::InsertLink(link) => {
                check_free(&change.tables().links, &link.id)?;
                change.put(|tables| &mut tables.links, link.id, link);
                Ok(())
            }
            IdentityWrite::SpendLink { id, at } => {
                let unspent = change.tables().links.get(&id).filter(|link| link.spent_at.is_none());
                let spent = Link { spent_at: Some(at), ..unspent.cloned().ok_or(CommitError::Stale)? };
                change.put(|tables| &mut tables.links, id, spent);
                Ok(())
            }
            IdentityWrite::WithdrawLinks { account, purpose, at } => {
                let unspent = |link: &&Link| {
                    link.account == account && link.purpose == purpose && link.spent_at.is_none()
                };
                let withdrawn: Vec<Link> = change.tables().links.values().filter(unspent).cloned().collect();
                for link in withdrawn {
                    change.put(|tables| &mut tables.links, link.id, Link { spent_at: Some(at), ..link });
                }
                Ok(())
            }
            IdentityWrite::TouchAdmins { from } => {
                check_version(Some(change.tables().roster), from)?;
                change.set(|tables| &mut tables.roster, from.next());
                Ok(())
            }
            IdentityWrite::InsertKey(key) => insert_key(change, key),
            IdentityWrite::InsertRole(role) => {
                if change.tables().roles.values().any(|other| other.name == role.name) {
                    return Err(CommitError::Taken(Name::Role));
                }
                change.put(|tables| &mut tables.roles, role.id, role);
                Ok(())
            }
            IdentityWrite::UpdateRole { role, from } => {
                check_version(change.tables().roles.get(&role.id).map(|stored| stored.version), from)?;
                change.put(|tables| &mut tables.roles, role.id, role);
                Ok(())
            }
            IdentityWrite::RemoveRole { id, from } => {
                check_version(change.tables().roles.get(&id).map(|stored| stored.version), from)?;
                change.remove(|tables| &mut tables.roles, &id);
                Ok(())
            }
            IdentityWrite::MovePolicy { from, generation } => {
                check_version(Some(change.tables().policy.0), from)?;
                change.set(|tables| &mut tables.policy, (from.next(), generation));
                Ok(())
            }
            IdentityWrite::MoveKey { kid, from, to, at } => {
                let stored = change.tables().keys.get(&kid).filter(|key| key.state == from);
                let moved = SigningKey { state: to, since: at, ..stored.cloned().ok_or(CommitError::Stale)? };
                change.put(|tables| &mut tables.keys, kid, moved);
                Ok(())
            }
        }
    }
}

fn check_free<K: Ord, V>(table: &BTreeMap<K, V>, id: &K) -> Applied {
    if table.contains_key(id) { Err(CommitError::Taken(Name::Id)) } else { Ok(()) }
}

fn check_version(stored: Option<Version>, from: Version) -> Applied {
    if stored == Some(from) { Ok(()) } else { Err(CommitError::Stale) }
}

fn put_account(change: &mut Change<'_, IdentityTables>, account: Account) -> Applied {
    let has_address = |other: &Account| other.id != account.id && other.email == account.email;
    if change.tables().accounts.values().any(has_address) {
        return Err(CommitError::Taken(Name::Email));
    }
    change.put(|tables| &mut tables.accounts, account.id, account);
    Ok(())
}

fn put_session(change: &mut Change<'_, IdentityTables>, session: Session) {
    if !change.tables().tokens.contains_key(&session.current) {
        change.put(|tables| &mut tables.tokens, session.current, (session.id, session.last_seen_at));
    }
    change.put(|tables| &mut tables.sessions, session.id, session);
}

fn insert_key(change: &mut Change<'_, IdentityTables>, key: SigningKey) -> Applied {
    let keys = &change.tables().keys;
    check_free(keys, &key.kid)?;
    let only = match key.state {
        KeyState::Active => Some(Name::ActiveKey),
        KeyState::Next => Some(Name::NextKey),
        KeyState::Retiring | KeyState::Retired => None,
    };
    if let Some(name) = only.filter(|_| keys.values().any(|stored| stored.state == key.state)) {
        return Err(CommitError::Taken(name));
    }
    change.put(|tables| &mut tables.keys, key.kid.clone(), key);
    Ok(())
}

#[async_trait]
impl IdentityStore for MemoryIdentity {
    async fn find_account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        Ok(self.open()?.tables.accounts.get(&id).cloned())
    }

    async fn find_account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        let state = self.open()?;
        let spelt = |spelling: String| {
            state.tables.accounts.values().find(|account| account.email.as_str() == spelling).cloned()
        };
        Ok(email.spellings().into_iter().find_map(spelt))
    }

    async fn find_session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        Ok(self.open()?.tables.sessions.get(&id).cloned())
    }

    async fn find_session_by_token(&self, token: TokenHash) -> Result<Option<TokenOwner>, StoreError> {
        let state = self.open()?;
        let IdentityTables { tokens, sessions, .. } = &state.tables;
        let Some((id, issued_at)) = tokens.get(&token) else { return Ok(None) };
        let Some(session) = sessions.get(id).cloned() else { return Ok(None) };
        let is_recent = token == session.current || session.previous.is_some_and(|(hash, _)| hash == token);
        let later = tokens.iter().filter(|(hash, (of, at))| of == id && **hash != token && at >= issued_at);
        let exchanged_at = later.map(|(_, (_, at))| *at).min().filter(|_| !is_recent);
        Ok(Some(TokenOwner { session, exchanged_at }))
    }

    async fn find_link(&self, purpose: LinkPurpose, token: TokenHash) -> Result<Option<Link>, StoreError> {
        let state = self.open()?;
        Ok(state.tables.links.values().find(|link| link.purpose == purpose && link.token == token).cloned())
    }

    async fn admin_roster(&self) -> Result<AdminRoster, StoreError> {
        let state = self.open()?;
        let acting = state.tables.accounts.values().filter(|account| account.is_acting_admin());
        Ok(AdminRoster { version: state.tables.roster, members: acting.map(|account| account.id).collect() })
    }

    async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError> {
        let state = self.open()?;
        let mut keys: Vec<SigningKey> =
            state.tables.keys.values().filter(|key| key.state != KeyState::Retired).cloned().collect();
        keys.sort_by(|a, b| (b.created_at, &b.kid).cmp(&(a.created_at, &a.kid)));
        Ok(keys)
    }

    async fn commit(&self, commit: Commit<IdentityWrite>) -> Result<(), CommitError> {
        self.apply(commit)
    }
}

#[async_trait]
impl PolicyStore for MemoryIdentity {
    async fn find_policy(&self) -> Result<PolicyOnFile, StoreError> {
        let state = self.open()?;
        let (version, generation) = state.tables.policy;
        let mut roles: Vec<RoleDefinition> = state.tables.roles.values().cloned().collect();
        roles.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(PolicyOnFile { version, generation, roles })
    }
}

fn matches(filter: &AccountFilter, account: &Account) -> bool {
    let contains_text = |text: &String| searched(&account.name, &account.email).contains(&folded(text));
    filter.text.as_ref().is_none_or(contains_text)
        && filter.role.as_ref().is_none_or(|role| account.roles.contains(role))
        && filter.state.is_none_or(|state| discriminant(&state) == discriminant(&account.state))
}

#[async_trait]
impl IdentityQueries for MemoryIdentity {
    async fn list_accounts(
        &self,
        filter: &AccountFilter,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<Account>, StoreError> {
        let state = self.open()?;
        let rows = state.tables.accounts.values().filter(|account| matches(filter, account));
        page_of(rows, |account| (account.created_at, account.id.0), direction, page)
    }

    async fn list_sessions(&self, account: UserId) -> Result<Vec<Session>, StoreError> {
        let state = self.open()?;
        let mut sessions: Vec<Session> =
            state.tables.sessions.values().filter(|session| session.account == account).cloned().collect();
        sessions.sort_by_key(|session| std::cmp::Reverse((session.created_at, session.id)));
        Ok(sessions)
    }

    async fn recent_sign_ins(&self, account: UserId, limit: u16) -> Result<Vec<SignIn>, StoreError> {
        let sessions = self.list_sessions(account).await?;
        let sign_in = |session: Session| SignIn { device: session.device, ip: session.ip };
        Ok(sessions.into_iter().take(limit.into()).map(sign_in).collect())
    }

    async fn find_signed_in(&self, session: SessionId) -> Result<Option<(Session, Account)>, StoreError> {
        let state = self.open()?;
        let IdentityTables { sessions, accounts, .. } = &state.tables;
        Ok(sessions
            .get(&session)
            .and_then(|session| Some((session.clone(), accounts.get(&session.account)?.clone()))))
    }

    async fn costliest_bcrypt(&self) -> Result<Option<PasswordHash>, StoreError> {
        let state = self.open()?;
        let hashes = state.tables.accounts.values().map(|account| &account.password);
        let by_bcrypt = hashes.filter(|hash| hash.0.starts_with("$2"));
        Ok(by_bcrypt.max_by_key(|hash| hash.0.get(4..6)).cloned())
    }
}
