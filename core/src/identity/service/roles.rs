//! Roles and what they may do, changed while the platform runs.

use serde_json::{Value, json};

use super::super::command::{ChangeRole, CreateRole, MAX_ROLES};
use super::super::model::{PolicyOnFile, RoleDefinition, ShippedPolicy, ShippedRole, in_order};
use super::super::port::AccountFilter;
use super::ground::{Ground, require_lawful, rules_with};
use super::{Draft, IdentityError, IdentityService, IdentityWrite, match_version};
use crate::kernel::access::Permission;
use crate::kernel::actor::{Actor, Role};
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{CommitError, Name, Version, retrying_stale};
use crate::kernel::draft::Said;
use crate::kernel::error::{DomainError, ErrorKind};
use crate::kernel::id::RoleId;
use crate::kernel::page::{Direction, PageRequest};
use crate::kernel::policy::{Policy, Rule};

impl IdentityService {
    /// Every role, by name.
    ///
    /// # Errors
    /// `Denied` without `role:read` over everybody's.
    pub async fn list_roles(&self, actor: &Actor) -> Result<Vec<RoleDefinition>, IdentityError> {
        actor.require_any(&*self.ports.access, Permission::ROLE_READ)?;
        Ok(self.ports.policies.find_policy().await?.roles)
    }

    /// One role.
    ///
    /// # Errors
    /// `Denied` without `role:read` over everybody's; `NotFound`.
    pub async fn find_role(&self, actor: &Actor, name: &str) -> Result<RoleDefinition, IdentityError> {
        let roles = self.list_roles(actor).await?;
        roles.into_iter().find(|role| role.name.as_str() == name).ok_or(IdentityError::NotFound)
    }

    /// Every permission that there is.
    ///
    /// # Errors
    /// `Denied` without `role:read` over everybody's.
    pub fn list_permissions(&self, actor: &Actor) -> Result<&'static [Permission], IdentityError> {
        actor.require_any(&*self.ports.access, Permission::ROLE_READ)?;
        Ok(Permission::ALL)
    }

    /// The whole policy, for whoever decides by it.
    ///
    /// # Errors
    /// `Denied` without `policy:read` over everybody's.
    pub async fn policy(&self, actor: &Actor) -> Result<Policy, IdentityError> {
        actor.require_any(&*self.ports.access, Permission::POLICY_READ)?;
        Ok(self.ports.policies.find_policy().await?.policy())
    }

    /// Makes a role. Nobody has it yet.
    ///
    /// # Errors
    /// `Denied` without `role:write`; `Invalid`; `RoleTaken`; `CannotGrant` and `OwnRole` as for a change; `TooManyRoles`.
    pub async fn create_role(
        &self,
        actor: &Actor,
        mut command: CreateRole,
    ) -> Result<RoleDefinition, IdentityError> {
        self.permitted(actor, "role.create", &command.name.clone(), async {
            let name = command.validate().map_err(IdentityError::Invalid)?;
            let (command, name) = (&command, &name);
            retrying_stale(|| async {
                let ground = self.ground().await?;
                if ground.on_file.find(name.as_str()).is_some() {
                    return Err(IdentityError::RoleTaken(name.clone()));
                }
                if ground.on_file.roles.len() >= MAX_ROLES {
                    return Err(IdentityError::TooManyRoles(MAX_ROLES));
                }
                let now = self.now();
                let role = self.new_role(name, &command.description, command.rules.clone(), now);
                let draft = self.decided(actor, &ground, (None, Some(&role)), now).await?;
                let draft = draft.write(IdentityWrite::InsertRole(role.clone())).audit_of(
                    "role.create",
                    target(name),
                    json!({ "after": shown(&role) }),
                );
                self.commit_role(draft, role).await
            })
            .await
        })
        .await
    }

    /// Gives a role exactly this description and these rules. What is the same already changes nothing.
    ///
    /// # Errors
    /// `Denied` without `role:write`; `Invalid`; `NotFound`; `VersionMismatch` by `If-Match`; `RoleFixed`; `CannotGrant` when
    /// it grants what the actor lacks; `OwnRole` when the actor has the role and it grants more; `LastAdmin` when nobody
    /// could administer any more.
    pub async fn change_role(
        &self,
        actor: &Actor,
        mut command: ChangeRole,
    ) -> Result<RoleDefinition, IdentityError> {
        self.permitted(actor, "role.change", &command.name.clone(), async {
            command.validate().map_err(IdentityError::Invalid)?;
            let command = &command;
            retrying_stale(|| async {
                let ground = self.ground().await?;
                let role = ground.on_file.find(&command.name).ok_or(IdentityError::NotFound)?;
                match_version(command.if_match, role.version)?;
                if role.is_fixed() {
                    return Err(IdentityError::RoleFixed(role.name.clone()));
                }
                let now = self.now();
                let next = role.changed(now, |role| {
                    role.description.clone_from(&command.description);
                    role.rules.clone_from(&command.rules);
                });
                if (&next.rules, &next.description) == (&role.rules, &role.description) {
                    return Ok(Ok(role.clone()));
                }
                let draft = self.decided(actor, &ground, (Some(role), Some(&next)), now).await?;
                let write = IdentityWrite::UpdateRole { role: next.clone(), from: role.version };
                let draft = draft.write(write).audit_of(
                    "role.change",
                    target(&next.name),
                    json!({ "before": shown(role), "after": shown(&next) }),
                );
                self.commit_role(draft, next).await
            })
            .await
        })
        .await
    }

    /// Removes a role that nobody has.
    ///
    /// # Errors
    /// `Denied` without `role:write`; `NotFound`; `VersionMismatch` by `If-Match`; `RoleBuiltIn`; `RoleInUse`.
    pub async fn remove_role(
        &self,
        actor: &Actor,
        name: &str,
        if_match: Option<Version>,
    ) -> Result<(), IdentityError> {
        self.permitted(actor, "role.remove", name, async {
            retrying_stale(|| async {
                let ground = self.ground().await?;
                let role = ground.on_file.find(name).ok_or(IdentityError::NotFound)?;
                match_version(if_match, role.version)?;
                if role.is_built_in() {
                    return Err(IdentityError::RoleBuiltIn(role.name.clone()));
                }
                // Whoever is given it meanwhile moves the roster, and this is decided again.
                let accounts = self.count_with(&role.name).await?;
                if accounts > 0 {
                    return Err(IdentityError::RoleInUse { role: role.name.clone(), accounts });
                }
                let draft = self.decided(actor, &ground, (Some(role), None), self.now()).await?;
                let draft = draft
                    .write(IdentityWrite::RemoveRole { id: role.id, from: role.version })
                    .audit_of("role.remove", target(&role.name), json!({ "before": shown(role) }));
                Ok(self.ports.store.commit(draft.done()).await)
            })
            .await
        })
        .await
    }

    /// Makes sure that the roles which the platform ships with are on file, as this version ships them. What was changed here
    /// stays changed: of a role only those rules come and go that came or went between the generations. Returns whether
    /// anything was done.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn ensure_policy(&self, shipped: &ShippedPolicy) -> Result<bool, IdentityError> {
        let actor = Actor::system("shipped_policy");
        retrying_stale(|| async {
            let roster = self.ports.store.admin_roster().await?;
            let on_file = self.ports.policies.find_policy().await?;
            if on_file.generation >= shipped.generation {
                return Ok(Ok(false));
            }
            let now = self.now();
            let generation = shipped.generation;
            let mut draft = self
                .draft(&actor, now)
                .write(IdentityWrite::TouchAdmins { from: roster.version })
                .write(IdentityWrite::MovePolicy { from: on_file.version, generation });
            let mut changed = Vec::new();
            for role in &shipped.roles {
                let Some(write) = self.renewed(&on_file, role, now) else { continue };
                changed.push(role.name.clone());
                draft = draft.write(write);
            }
            let draft = if on_file.is_begun() {
                let detail = json!({ "generation": generation, "roles": changed });
                draft.tell_policy(on_file.version.next(), changed).audit_of(
                    "policy.renew",
                    "policy".to_owned(),
                    detail,
                )
            } else {
                draft.unaudited("a new database starts with what the platform ships with")
            };
            let outcome = self.ports.store.commit(draft.done()).await.map(|()| true);
            // Another instance does the same at this moment: look again.
            Ok::<_, IdentityError>(outcome.map_err(|error| match error {
                CommitError::Taken(Name::Role) => CommitError::Stale,
                other => other,
            }))
        })
        .await
    }

    /// What makes a role on file what `shipped` says, if that is a change.
    fn renewed(
        &self,
        on_file: &PolicyOnFile,
        shipped: &ShippedRole,
        now: Timestamp,
    ) -> Option<IdentityWrite> {
        let rules = in_order(shipped.rules.clone());
        let Some(role) = on_file.find(shipped.name.as_str()) else {
            let role = self.new_role(&shipped.name, shipped.description, rules.clone(), now);
            return Some(IdentityWrite::InsertRole(RoleDefinition { shipped: Some(rules), ..role }));
        };
        if role.shipped.as_ref() == Some(&rules) {
            return None;
        }
        let before = role.shipped.clone().unwrap_or_default();
        let next = role.changed(now, |role| {
            role.rules.retain(|rule| !before.contains(rule) || rules.contains(rule));
            role.rules.extend(rules.iter().filter(|rule| !before.contains(rule)).cloned());
            role.shipped = Some(rules.clone());
            if role.is_fixed() {
                role.rules.clone_from(&rules);
            }
        });
        Some(IdentityWrite::UpdateRole { role: next, from: role.version })
    }

    fn new_role(&self, name: &Role, description: &str, rules: Vec<Rule>, now: Timestamp) -> RoleDefinition {
        RoleDefinition {
            id: RoleId::next(&*self.ports.ids),
            name: name.clone(),
            description: description.to_owned(),
            rules: in_order(rules),
            shipped: None,
            version: Version::FIRST,
            created_at: now,
            updated_at: now,
        }
    }

    /// How many accounts have a role.
    async fn count_with(&self, role: &Role) -> Result<u64, IdentityError> {
        let filter = AccountFilter { role: Some(role.clone()), ..AccountFilter::default() };
        let page = PageRequest { count: true, ..PageRequest::first(1) };
        let found = self.ports.queries.list_accounts(&filter, Direction::Ascending, &page).await?;
        Ok(found.total.unwrap_or(found.items.len() as u64))
    }

    /// Does `work` if `actor` may write roles. Whatever it is refused for lack of rights is noted in the audit log.
    async fn permitted<T>(
        &self,
        actor: &Actor,
        action: &'static str,
        name: &str,
        work: impl Future<Output = Result<T, IdentityError>> + Send,
    ) -> Result<T, IdentityError> {
        let outcome = match actor.require_any(&*self.ports.access, Permission::ROLE_WRITE) {
            Ok(()) => work.await,
            Err(denied) => Err(denied.into()),
        };
        if outcome.as_ref().is_err_and(|error| error.kind() == ErrorKind::Forbidden) {
            // A name that is none could be any text.
            let target = Role::named(name).map_or_else(|| "role:".to_owned(), |name| target(&name));
            let entry = AuditEntry::denied(&*self.ports.ids, self.now(), actor, action, target);
            self.refusals.note(entry, |commit| self.ports.store.commit(commit)).await;
        }
        outcome
    }

    /// The beginning of a commit that changes one role from what it was to what it is, if that is lawful.
    async fn decided<'a>(
        &'a self,
        actor: &'a Actor,
        Ground { roster, on_file, policy }: &Ground,
        (was, is): (Option<&RoleDefinition>, Option<&RoleDefinition>),
        now: Timestamp,
    ) -> Result<Draft<'a>, IdentityError> {
        let draft = self.draft(actor, now);
        let Some(name) = is.or(was).map(|role| &role.name) else { return Ok(draft) };
        // A policy that cannot be made of it is refused here, before anybody takes it over.
        let after = self.ports.maker.make(&rules_with(on_file, name, is))?;
        if let Some(is) = is {
            require_lawful(actor, &**policy, (was, is), &*after)?;
        }
        self.require_an_admin(roster, &*after, None).await?;
        let generation = on_file.generation;
        Ok(draft
            .write(IdentityWrite::TouchAdmins { from: roster.version })
            .write(IdentityWrite::MovePolicy { from: on_file.version, generation })
            .tell_policy(on_file.version.next(), vec![name.clone()]))
    }

    async fn commit_role(
        &self,
        draft: Draft<'_, Said>,
        role: RoleDefinition,
    ) -> Result<Result<RoleDefinition, CommitError>, IdentityError> {
        match self.ports.store.commit(draft.done()).await {
            Err(CommitError::Taken(Name::Role)) => Err(IdentityError::RoleTaken(role.name)),
            outcome => Ok(outcome.map(|()| role)),
        }
    }
}

fn target(name: &Role) -> String {
    format!("role:{name}")
}

/// A role as the audit log shows it.
fn shown(role: &RoleDefinition) -> Value {
    let rules: Vec<String> = role.rules.iter().map(ToString::to_string).collect();
    json!({ "description": role.description, "permissions": rules })
}
