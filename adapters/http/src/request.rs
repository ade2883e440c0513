//! What the edge knows about a request, for handlers and problems.

use std::sync::Arc;

use eop_core::kernel::actor::Origin;
use eop_core::kernel::error::ErrorKind;
use poem::{FromRequest, Request, RequestBody, Result};

use crate::problem::Problem;

/// Where a request came from, computed once by the edge and kept as request data.
#[derive(Clone, Debug, Default)]
pub struct RequestContext(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    origin: Origin,
    site: Site,
}

/// Whose web page sent a request, as its browser says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Site {
    /// No browser said anything: browsers do with every POST.
    #[default]
    Unknown,
    /// One of this service, or of an origin in `EOP_CORS_ORIGINS`.
    Own,
    /// Another one.
    Foreign,
}

impl RequestContext {
    pub(crate) fn new(origin: Origin, site: Site) -> Self {
        Self(Arc::new(Inner { origin, site }))
    }

    /// Whose page sent it.
    #[must_use]
    pub fn site(&self) -> Site {
        self.0.site
    }

    /// Request id, trace, address and user agent.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.0.origin
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

/// A request that needs no token because a cookie speaks for it, and so must come from a page of ours: a browser adds
/// cookies to what any page asks it to send.
#[derive(Clone, Copy, Debug)]
pub struct SentBy(pub Site);

impl SentBy {
    /// Refuses what does not come from a page of ours.
    ///
    /// # Errors
    /// 403 `auth.foreign_origin`.
    pub fn own_page(self) -> Result<(), Problem> {
        match self.0 {
            Site::Own => Ok(()),
            Site::Unknown | Site::Foreign => Err(Problem::new(ErrorKind::Forbidden, "auth.foreign_origin").detail(
                "a cookie is taken only with the Origin of this service or of one in EOP_CORS_ORIGINS: programs send \
                 the token in the body",
            )),
        }
    }
}

impl<'a> FromRequest<'a> for SentBy {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> Result<Self> {
        Ok(Self(RequestContext::of(request).site()))
    }
}
