//! Roles and what they may do, and the policy that they make together.

use std::sync::Arc;

use eop_core::identity::command::{ChangeRole, CreateRole};
use eop_core::identity::model::RoleDefinition;
use eop_core::identity::service::IdentityService;
use eop_core::kernel::access::Scope;
use eop_core::kernel::policy::{Effect, Policy, RoleRules, Rule};
use eop_http::types::{Int, Text, Timestamp};
use eop_http::{Answer, Caller, Created, IfMatch, NoContent, Problem, Shown};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::me::ScopeName;

/// What a rule does with what it is about
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Effect", rename_all = "snake_case")]
pub(crate) enum EffectName {
    /// Grants it.
    Allow,
    /// Denies it, whatever grants it.
    Deny,
}

/// A rule of a role
#[derive(Clone, Debug, Object)]
#[oai(rename = "RoleRule", skip_serializing_if_is_none)]
pub(crate) struct RuleBody {
    /// The kind of thing, or `*` for every kind.
    #[oai(validator(min_length = 1, max_length = 64))]
    resource: Text,
    /// What may be done to it, or `*` for everything.
    #[oai(validator(min_length = 1, max_length = 64))]
    action: Text,
    /// To whose. A denial is of both, whatever it says.
    scope: ScopeName,
    /// Whether it grants or denies.
    effect: EffectName,
}

/// A role
#[derive(Clone, Debug, Object)]
#[oai(rename = "Role", skip_serializing_if_is_none)]
pub(crate) struct RoleBody {
    /// Its name.
    name: Text,
    /// What it is for.
    description: Text,
    /// Whether the platform ships with it: it cannot be removed.
    built_in: bool,
    /// Whether what it may do cannot be changed.
    fixed: bool,
    /// What it grants and denies.
    permissions: Vec<RuleBody>,
    /// Grows by one with each change; the `ETag` of the role.
    version: Int<u64>,
    /// When it was made.
    created_at: Timestamp,
    /// When it last changed.
    updated_at: Timestamp,
}

/// All roles
#[derive(Clone, Debug, Object)]
#[oai(rename = "Roles", skip_serializing_if_is_none)]
pub(crate) struct RoleList {
    /// By name.
    items: Vec<RoleBody>,
}

/// A role to make
#[derive(Clone, Debug, Object)]
#[oai(rename = "NewRole", skip_serializing_if_is_none)]
pub(crate) struct NewRoleBody {
    /// Its name, for ever: a lower-case letter, then up to 31 of a-z, 0-9, _ and -.
    #[oai(validator(min_length = 1, max_length = 32, pattern = "^[a-z][a-z0-9_-]{0,31}$"))]
    name: Text,
    /// What it is for, at most 300 characters.
    #[oai(validator(min_length = 1, max_length = 1200))]
    description: Text,
    /// What it grants and denies; what is not granted is refused.
    #[oai(validator(max_items = 200))]
    permissions: Vec<RuleBody>,
}

/// What a role is to be from now on
#[derive(Clone, Debug, Object)]
#[oai(rename = "RoleChange", skip_serializing_if_is_none)]
pub(crate) struct RoleChangeBody {
    /// What it is for, at most 300 characters.
    #[oai(validator(min_length = 1, max_length = 1200))]
    description: Text,
    /// All that it grants and denies; what is not granted is refused.
    #[oai(validator(max_items = 200))]
    permissions: Vec<RuleBody>,
}

/// A permission that operations need
#[derive(Clone, Debug, Object)]
#[oai(rename = "Permission", skip_serializing_if_is_none)]
pub(crate) struct PermissionBody {
    /// The kind of thing.
    resource: Text,
    /// What is done to it.
    action: Text,
    /// What it allows, in words.
    description: Text,
}

/// All permissions
#[derive(Clone, Debug, Object)]
#[oai(rename = "Permissions", skip_serializing_if_is_none)]
pub(crate) struct PermissionList {
    /// Those of all services.
    items: Vec<PermissionBody>,
}

/// A rule as it is written; some words may be of a newer version
#[derive(Clone, Debug, Object)]
#[oai(rename = "PolicyRule", skip_serializing_if_is_none)]
pub(crate) struct PolicyRuleBody {
    /// The kind of thing, or `*`.
    resource: Text,
    /// What is done to it, or `*`.
    action: Text,
    /// `own` or `any`.
    scope: Text,
    /// `allow` or `deny`.
    effect: Text,
}

/// The rules of a role
#[derive(Clone, Debug, Object)]
#[oai(rename = "PolicyRole", skip_serializing_if_is_none)]
pub(crate) struct PolicyRoleBody {
    /// Whose they are.
    role: Text,
    /// The rules.
    rules: Vec<PolicyRuleBody>,
}

/// The whole policy
#[derive(Clone, Debug, Object)]
#[oai(rename = "Policy", skip_serializing_if_is_none)]
pub(crate) struct PolicyBody {
    /// Grows with every change of any role; the `ETag` of the policy.
    version: Int<u64>,
    /// Every role, by name.
    roles: Vec<PolicyRoleBody>,
}

impl From<RuleBody> for Rule {
    fn from(body: RuleBody) -> Self {
        let scope = match body.scope {
            ScopeName::Own => Scope::Own,
            ScopeName::Any => Scope::Any,
        };
        let effect = match body.effect {
            EffectName::Allow => Effect::Allow,
            EffectName::Deny => Effect::Deny,
        };
        Self::new(&body.resource, &body.action, scope, effect)
    }
}

impl RuleBody {
    /// The rule, if this version knows its words; a newer one shows the others.
    fn of(rule: Rule) -> Option<Self> {
        let scope = match Scope::named(&rule.scope)? {
            Scope::Own => ScopeName::Own,
            Scope::Any => ScopeName::Any,
        };
        let effect = match Effect::named(&rule.effect)? {
            Effect::Allow => EffectName::Allow,
            Effect::Deny => EffectName::Deny,
        };
        Some(Self { resource: Text(rule.resource), action: Text(rule.action), scope, effect })
    }
}

impl From<RoleDefinition> for RoleBody {
    fn from(role: RoleDefinition) -> Self {
        Self {
            built_in: role.is_built_in(),
            fixed: role.is_fixed(),
            name: Text::from(role.name.as_str()),
            description: Text(role.description),
            permissions: role.rules.into_iter().filter_map(RuleBody::of).collect(),
            version: Int(role.version.0),
            created_at: Timestamp(role.created_at),
            updated_at: Timestamp(role.updated_at),
        }
    }
}

impl From<RoleRules> for PolicyRoleBody {
    fn from(RoleRules { role, rules }: RoleRules) -> Self {
        let rules = rules.into_iter().map(|Rule { resource, action, scope, effect }| PolicyRuleBody {
            resource: Text(resource),
            action: Text(action),
            scope: Text(scope),
            effect: Text(effect),
        });
        Self { role: Text::from(role.as_str()), rules: rules.collect() }
    }
}

impl From<Policy> for PolicyBody {
    fn from(policy: Policy) -> Self {
        Self {
            version: Int(policy.version.0),
            roles: policy.roles.into_iter().map(PolicyRoleBody::from).collect(),
        }
    }
}

/// Roles.
#[derive(Debug)]
pub struct RolesApi {
    pub(super) identity: Arc<IdentityService>,
}

fn shown<const STATUS: u16>(role: RoleDefinition) -> Answer<RoleBody, STATUS> {
    let version = role.version;
    Answer::new(RoleBody::from(role)).version(version)
}

fn rules(bodies: Vec<RuleBody>) -> Vec<Rule> {
    bodies.into_iter().map(Rule::from).collect()
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Roles")]
impl RolesApi {
    /// List roles
    #[oai(path = "/roles", method = "get", operation_id = "listRoles")]
    async fn list(&self, caller: Caller) -> Result<Json<RoleList>, Problem> {
        let roles = self.identity.list_roles(caller.actor()).await?;
        Ok(Json(RoleList { items: roles.into_iter().map(RoleBody::from).collect() }))
    }

    /// Make a role
    ///
    /// Nobody grants what they lack. It counts at every service within two seconds.
    #[oai(path = "/roles", method = "post", operation_id = "createRole")]
    async fn create(&self, caller: Caller, body: Json<NewRoleBody>) -> Result<Created<RoleBody>, Problem> {
        let NewRoleBody { name, description, permissions } = body.0;
        let command = CreateRole { name: name.0, description: description.0, rules: rules(permissions) };
        let role = self.identity.create_role(caller.actor(), command).await?;
        let path = format!("/api/v1/roles/{}", role.name);
        Ok(shown(role).location(&path))
    }

    /// Read a role
    #[oai(path = "/roles/:role", method = "get", operation_id = "getRole")]
    async fn find(
        &self,
        caller: Caller,
        #[oai(validator(pattern = "^[a-z][a-z0-9_-]{0,31}$"))] role: Path<Text>,
    ) -> Result<Shown<RoleBody>, Problem> {
        Ok(shown(self.identity.find_role(caller.actor(), &role.0).await?))
    }

    /// Change a role
    ///
    /// To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can always administer.
    /// It counts at every service within two seconds.
    #[oai(path = "/roles/:role", method = "put", operation_id = "changeRole")]
    async fn change(
        &self,
        caller: Caller,
        #[oai(validator(pattern = "^[a-z][a-z0-9_-]{0,31}$"))] role: Path<Text>,
        if_match: IfMatch,
        body: Json<RoleChangeBody>,
    ) -> Result<Shown<RoleBody>, Problem> {
        let RoleChangeBody { description, permissions } = body.0;
        let command = ChangeRole {
            name: role.0.0,
            description: description.0,
            rules: rules(permissions),
            if_match: if_match.version(),
        };
        Ok(shown(self.identity.change_role(caller.actor(), command).await?))
    }

    /// Remove a role
    ///
    /// One that nobody has, and that the platform does not ship with.
    #[oai(path = "/roles/:role", method = "delete", operation_id = "removeRole")]
    async fn remove(
        &self,
        caller: Caller,
        #[oai(validator(pattern = "^[a-z][a-z0-9_-]{0,31}$"))] role: Path<Text>,
        if_match: IfMatch,
    ) -> Result<NoContent, Problem> {
        self.identity.remove_role(caller.actor(), &role.0, if_match.version()).await?;
        Ok(NoContent)
    }

    /// List permissions
    ///
    /// Those that the operations of all services need.
    #[oai(path = "/permissions", method = "get", operation_id = "listPermissions")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn permissions(&self, caller: Caller) -> Result<Json<PermissionList>, Problem> {
        let all = self.identity.list_permissions(caller.actor())?;
        let items = all.iter().map(|permission| PermissionBody {
            resource: Text::from(permission.resource),
            action: Text::from(permission.action),
            description: Text::from(permission.allows()),
        });
        Ok(Json(PermissionList { items: items.collect() }))
    }

    /// Read the whole policy
    ///
    /// For services that decide by it. Its `ETag` is its version.
    #[oai(path = "/policy", method = "get", operation_id = "getPolicy")]
    async fn policy(&self, caller: Caller) -> Result<Shown<PolicyBody>, Problem> {
        let policy = self.identity.policy(caller.actor()).await?;
        let version = policy.version;
        Ok(Answer::new(PolicyBody::from(policy)).version(version))
    }
}
