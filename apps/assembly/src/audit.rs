//! The audit log, which every service has, for whoever may read it.

use std::sync::Arc;

use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::id::AuditId;
use eop_core::kernel::trail::{AuditFilter, AuditRecord, AuditTrail};
use eop_http::types::{FreeObject, Id, Nullable, Text, Timestamp};
use eop_http::{Caller, Cursors, Listed, PageQuery, Params, Problem, Service};
use eop_sql::{Database, SqlAudit};
use poem_openapi::{Enum, Object, OpenApi, Tags};
use serde_json::Value;

/// What each operation needs.
const PERMISSIONS: &[(&str, &str)] = &[("listAudit", "audit:read")];

/// The service with what there is to say of the operations beside their types.
#[must_use]
pub fn on<T: OpenApi + 'static>(service: Service<T>) -> Service<T> {
    service.permissions(PERMISSIONS)
}

/// The use cases over the audit log of `database`.
#[must_use]
pub fn trail(database: &Database, access: Arc<dyn AccessPolicy>) -> Arc<AuditTrail> {
    Arc::new(AuditTrail::new(Arc::new(SqlAudit::new(database)), access))
}

#[derive(Tags)]
enum Tag {
    /// Who did what, and who was refused.
    Audit,
}

/// Whether what was asked for was done
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "AuditOutcome", rename_all = "snake_case")]
enum OutcomeName {
    /// It was.
    Done,
    /// Refused for lack of permission.
    Denied,
}

impl OutcomeName {
    fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Denied => "denied",
        }
    }
}

/// Which entries of the audit log, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "AuditListQuery", skip_serializing_if_is_none)]
struct ListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
    /// Of this actor: the id of an account, the client of a service, the name of a rule.
    #[oai(validator(min_length = 1, max_length = 200))]
    actor: Option<Text>,
    /// This action, such as order.approve; all that begin with it when it ends with a dot, such as order.
    #[oai(validator(min_length = 1, max_length = 100))]
    action: Option<Text>,
    /// To this, such as order:0192…; to all of a kind when it ends with a colon, such as order:
    #[oai(validator(min_length = 1, max_length = 200))]
    target: Option<Text>,
    /// Only what was done, or only what was refused.
    outcome: Option<OutcomeName>,
    /// At or after this time.
    from: Option<Timestamp>,
    /// Before this time.
    to: Option<Timestamp>,
}

/// An entry of the audit log
#[derive(Clone, Debug, Object)]
#[oai(rename = "AuditEntry", skip_serializing_if_is_none)]
struct EntryBody {
    /// Identity; sorts by time.
    id: Id<AuditId>,
    /// When.
    at: Timestamp,
    /// The kind of actor: user, service or system.
    actor_kind: Text,
    /// Who.
    actor_id: Text,
    /// What, such as order.approve.
    action: Text,
    /// To what, such as order:0192….
    target: Text,
    /// done or denied.
    outcome: Text,
    /// What changed, without anything secret; null where there is nothing to say.
    detail: Nullable<FreeObject>,
    /// The request; null where there was none.
    request_id: Nullable<Text>,
    /// The trace; null where there was none.
    trace_id: Nullable<Text>,
    /// The address that the request came from; null where there was none.
    ip: Nullable<Text>,
    /// What the request said of its program; null where it said nothing.
    user_agent: Nullable<Text>,
}

impl From<AuditRecord> for EntryBody {
    fn from(record: AuditRecord) -> Self {
        let text = |text: Option<String>| Nullable(text.map(Text));
        // version-trace-span-flags (W3C Trace Context, section 3.2).
        let trace =
            record.traceparent.as_deref().and_then(|parent| parent.split('-').nth(1)).map(str::to_owned);
        Self {
            id: Id(record.id),
            at: Timestamp(record.at),
            actor_kind: Text(record.actor_kind),
            actor_id: Text(record.actor_id),
            action: Text(record.action),
            target: Text(record.target),
            outcome: Text(record.outcome),
            detail: Nullable(match record.detail {
                Value::Object(members) => Some(FreeObject(members)),
                _ => None,
            }),
            request_id: text(record.request_id),
            trace_id: text(trace),
            ip: text(record.ip),
            user_agent: text(record.user_agent),
        }
    }
}

/// The audit log.
#[derive(Debug)]
pub struct AuditApi {
    trail: Arc<AuditTrail>,
    cursors: Cursors,
}

impl AuditApi {
    /// The interface of these use cases.
    #[must_use]
    pub fn new(trail: Arc<AuditTrail>, cursors: Cursors) -> Self {
        Self { trail, cursors }
    }
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Audit")]
impl AuditApi {
    /// List entries of the audit log
    ///
    /// Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
    /// bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.
    #[oai(path = "/audit", method = "get", operation_id = "listAudit")]
    async fn list(&self, caller: Caller, query: Params<ListQuery>) -> Result<Listed<EntryBody>, Problem> {
        let cursors = self.cursors.of("-id", query.filter());
        let page = cursors.request(&query.page)?;
        let filter = filter(&query);
        let found = self.trail.list(caller.actor(), &filter, &page).await?;
        Ok(cursors.answer(found, EntryBody::from))
    }
}

fn filter(query: &ListQuery) -> AuditFilter {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.0.clone());
    AuditFilter {
        actor: text(&query.actor),
        action: text(&query.action),
        target: text(&query.target),
        outcome: query.outcome.map(|outcome| outcome.as_str().to_owned()),
        from: query.from.map(|from| from.0),
        to: query.to.map(|to| to.0),
    }
}
