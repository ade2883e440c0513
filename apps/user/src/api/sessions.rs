//! One's own sessions.

use std::sync::Arc;

use eop_core::identity::model::Session;
use eop_core::identity::service::IdentityService;
use eop_core::kernel::device;
use eop_core::kernel::id::SessionId;
use eop_http::types::{Id, Nullable, Text, Timestamp};
use eop_http::{Caller, NoContent, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;

/// A signed-in session
#[derive(Clone, Debug, Object)]
#[oai(rename = "Session", skip_serializing_if_is_none)]
pub(crate) struct SessionBody {
    /// Identity.
    id: Id<SessionId>,
    /// Whether it is the one of this request.
    current: bool,
    /// What opened it: browser and system, or the `User-Agent` of another program.
    device: Nullable<Text>,
    /// The address it was last used from.
    ip: Nullable<Text>,
    /// When it was opened.
    created_at: Timestamp,
    /// When it was last refreshed.
    last_seen_at: Timestamp,
    /// When it ends if it is not refreshed before.
    idle_until: Timestamp,
    /// When it ends in any case.
    expires_at: Timestamp,
}

/// One's open sessions
#[derive(Clone, Debug, Object)]
#[oai(rename = "SessionList", skip_serializing_if_is_none)]
pub(crate) struct SessionList {
    /// Newest first.
    items: Vec<SessionBody>,
}

impl SessionBody {
    fn of(session: Session, current: Option<SessionId>) -> Self {
        Self {
            id: Id(session.id),
            current: Some(session.id) == current,
            device: Nullable(session.device.as_deref().map(device::named).map(Text)),
            ip: Nullable(session.ip.map(Text)),
            created_at: Timestamp(session.created_at),
            last_seen_at: Timestamp(session.last_seen_at),
            idle_until: Timestamp(session.idle_until),
            expires_at: Timestamp(session.expires_at),
        }
    }
}

/// One's own sessions.
#[derive(Debug)]
pub struct SessionsApi {
    pub(super) identity: Arc<IdentityService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Sessions")]
impl SessionsApi {
    /// List my sessions
    #[oai(path = "/me/sessions", method = "get", operation_id = "listMySessions")]
    async fn list(&self, caller: Caller) -> Result<Json<SessionList>, Problem> {
        let sessions = self.identity.my_sessions(caller.actor()).await?;
        let current = caller.actor().session;
        Ok(Json(SessionList {
            items: sessions.into_iter().map(|one| SessionBody::of(one, current)).collect(),
        }))
    }

    /// End all my other sessions
    #[oai(path = "/me/sessions", method = "delete", operation_id = "revokeMyOtherSessions")]
    async fn revoke_others(&self, caller: Caller) -> Result<NoContent, Problem> {
        self.identity.revoke_other_sessions(caller.actor()).await?;
        Ok(NoContent)
    }

    /// End one of my sessions
    #[oai(path = "/me/sessions/:id", method = "delete", operation_id = "revokeMySession")]
    async fn revoke(&self, caller: Caller, id: Path<Id<SessionId>>) -> Result<NoContent, Problem> {
        self.identity.revoke_session(caller.actor(), id.0.0).await?;
        Ok(NoContent)
    }
}
