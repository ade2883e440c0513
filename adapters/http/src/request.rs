//! What the edge knows about a request, for handlers and problems.

use std::sync::Arc;

use eop_core::kernel::actor::Origin;
use poem::{FromRequest, Request, RequestBody, Result};

/// Where a request came from, computed once by the edge and kept as request data.
#[derive(Clone, Debug, Default)]
pub struct RequestContext(Arc<Origin>);

impl RequestContext {
    pub(crate) fn new(origin: Origin) -> Self {
        Self(Arc::new(origin))
    }

    /// Request id, trace, address and user agent.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.0
    }

    /// The context that the edge put into `request`; an empty one outside the edge.
    #[must_use]
    pub fn of(request: &Request) -> Self {
        request.data::<Self>().cloned().unwrap_or_default()
    }
}

/// The origin of a request, for operations that need no caller, such as a registration.
#[derive(Clone, Debug)]
pub struct RequestOrigin(pub Origin);

impl<'a> FromRequest<'a> for RequestOrigin {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> Result<Self> {
        Ok(Self(RequestContext::of(request).origin().clone()))
    }
}
