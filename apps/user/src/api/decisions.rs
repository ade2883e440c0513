//! How the policy decides.

use std::sync::Arc;

use eop_core::identity::command::AskDecision;
use eop_core::identity::service::{Decision, IdentityService, OwnedRule};
use eop_core::kernel::access::Scope;
use eop_core::kernel::id::UserId;
use eop_http::types::{Id, Int, Nullable, Text};
use eop_http::{Caller, Params, Problem};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;
use super::me::ScopeName;

/// Whether reasons are wanted
#[derive(Clone, Debug, Object)]
#[oai(rename = "DecisionQuery", skip_serializing_if_is_none)]
pub(crate) struct ExplainQuery {
    /// Also which rule decided, and which would have.
    #[oai(default)]
    explain: bool,
}

/// What somebody wants to do
#[derive(Clone, Debug, Object)]
#[oai(rename = "DecisionRequest", skip_serializing_if_is_none)]
pub(crate) struct DecisionRequestBody {
    /// The account that wants to; the caller when neither it nor roles are given.
    #[oai(nullable)]
    subject: Option<Id<UserId>>,
    /// The roles that want to, instead of an account.
    #[oai(nullable, validator(max_items = 20))]
    roles: Option<Vec<Text>>,
    /// The kind of thing.
    #[oai(validator(min_length = 1, max_length = 64))]
    resource: Text,
    /// What is to be done to it.
    #[oai(validator(min_length = 1, max_length = 64))]
    action: Text,
    /// The account that the thing belongs to; anybody's when absent.
    #[oai(nullable)]
    owner: Option<Id<UserId>>,
}

/// A rule, and whose it is
#[derive(Clone, Debug, Object)]
#[oai(rename = "DecidingRule", skip_serializing_if_is_none)]
pub(crate) struct DecidingRuleBody {
    /// The role.
    role: Text,
    /// The kind of thing, or `*`.
    resource: Text,
    /// What is done to it, or `*`.
    action: Text,
    /// `own` or `any`.
    scope: Text,
    /// `allow` or `deny`.
    effect: Text,
}

/// What the policy says
#[derive(Clone, Debug, Object)]
#[oai(rename = "Decision", skip_serializing_if_is_none)]
pub(crate) struct DecisionBody {
    /// Whether it is allowed.
    allowed: bool,
    /// Over whose things it was asked.
    scope: ScopeName,
    /// The roles that were asked about.
    roles: Vec<Text>,
    /// The version of the policy that decided.
    policy_version: Int<u64>,
    /// The rule that decided, if reasons are wanted; null when none matched, which is a refusal.
    rule: Nullable<DecidingRuleBody>,
    /// Where none matched: the rules that would have allowed it, of other roles or over less than was asked for.
    would_allow: Vec<DecidingRuleBody>,
}

impl From<OwnedRule> for DecidingRuleBody {
    fn from((role, written): OwnedRule) -> Self {
        Self {
            role: Text::from(role.as_str()),
            resource: Text(written.resource),
            action: Text(written.action),
            scope: Text(written.scope),
            effect: Text(written.effect),
        }
    }
}

impl DecisionBody {
    fn of(decision: Decision, explain: bool) -> Self {
        let rule = decision.rule.filter(|_| explain).map(DecidingRuleBody::from);
        let would = decision.would.into_iter().filter(|_| explain).map(DecidingRuleBody::from);
        Self {
            allowed: decision.allowed,
            scope: match decision.scope {
                Scope::Own => ScopeName::Own,
                Scope::Any => ScopeName::Any,
            },
            roles: decision.roles.iter().map(|role| Text::from(role.as_str())).collect(),
            policy_version: Int(decision.version.0),
            rule: Nullable(rule),
            would_allow: would.collect(),
        }
    }
}

/// How the policy decides.
#[derive(Debug)]
pub struct DecisionsApi {
    pub(super) identity: Arc<IdentityService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Roles")]
impl DecisionsApi {
    /// Ask how the policy decides
    ///
    /// Whether an account, or somebody with these roles, may do this; with `explain=true` also by which rule.
    #[oai(path = "/authz/check", method = "post", operation_id = "checkDecision")]
    async fn check(
        &self,
        caller: Caller,
        query: Params<ExplainQuery>,
        body: Json<DecisionRequestBody>,
    ) -> Result<Json<DecisionBody>, Problem> {
        let DecisionRequestBody { subject, roles, resource, action, owner } = body.0;
        let command = AskDecision {
            subject: subject.map(|id| id.0),
            roles: roles.map(|roles| roles.into_iter().map(Text::into_inner).collect()),
            resource: resource.0,
            action: action.0,
            owner: owner.map(|id| id.0),
        };
        let decision = self.identity.decide(caller.actor(), &command).await?;
        Ok(Json(DecisionBody::of(decision, query.explain)))
    }
}
