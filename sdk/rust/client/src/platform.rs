//! The platform.

use std::ops::Deref;
use std::sync::Arc;

use progenitor_client::{ClientHooks, ClientInfo, OperationInfo};

use crate::config::Config;
use crate::error::Error;
use crate::events::InboxEvents;
use crate::generated::Client;
use crate::session::Session;
use crate::transport::{Transport, Way, answer_of};

/// The Enterprise Order Platform: every operation of the documents is a method, and `send` makes the call. Tasks may share one.
///
/// An operation may be given an `idempotency_key` of your own, if the same order may be placed again after a restart; otherwise
/// each call has a new one, the same in all its tries.
#[derive(Clone)]
pub struct Platform(Client);

impl Deref for Platform {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

impl Platform {
    /// A client. Nothing is sent yet.
    #[must_use]
    pub fn new(config: Config) -> Self {
        let (session, http) = (Session::new(config.credentials.as_ref()), config.http.clone());
        // The address is that of no service: the transport puts the right one in its place.
        Self(Client::new_with_client("http://eop", http, Arc::new(Transport { config, session })))
    }

    /// Renews the access token now; calls do that by themselves when it ends.
    ///
    /// # Errors
    /// As any call; [`crate::Kind::Unauthenticated`] when the session is over.
    pub async fn refresh(&self) -> Result<(), Error> {
        self.0.inner().session.refresh(self.0.inner()).await
    }

    /// Ends the session; every later call fails with [`crate::Kind::Unauthenticated`].
    ///
    /// # Errors
    /// As any call. The session is over here in any case.
    pub async fn end_session(&self) -> Result<(), Error> {
        self.0.inner().session.close(self.0.inner()).await
    }

    /// What happens in one's inbox, as it happens: each item that arrives, and how many are unread as that changes. A connection
    /// that ends is made again and goes on where the last one ended, without a gap; so do later streams, after `last_event_id`.
    #[must_use]
    pub fn watch_my_inbox(&self, last_event_id: Option<String>) -> InboxEvents {
        InboxEvents::new(self.0.inner().clone(), last_event_id)
    }
}

impl ClientHooks<Arc<Transport>> for Client {
    async fn exec(&self, request: reqwest::Request, _: &OperationInfo) -> reqwest::Result<reqwest::Response> {
        let is_open =
            request.url().path().starts_with("/services/user/api/v1/auth/") && !request.url().path().ends_with("/logout");
        let way = if is_open { Way::Open } else { Way::Usual };
        Ok(self.inner().exchange(request, way).await.unwrap_or_else(answer_of))
    }
}
