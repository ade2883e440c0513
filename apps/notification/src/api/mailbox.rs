//! Mail of the embedded mode.

use std::sync::Arc;

use eop_core::kernel::id::DeliveryId;
use eop_core::notification::model::Mail;
use eop_core::notification::service::NotificationService;
use eop_http::types::{Id, Text, Timestamp};
use eop_http::{Caller, Cursors, Listed, PageQuery, Params, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;

/// Which mails, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "MailListQuery", skip_serializing_if_is_none)]
pub(crate) struct ListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
    /// To this address.
    #[oai(validator(min_length = 3, max_length = 254))]
    to: Option<Text>,
}

/// A mail
#[derive(Clone, Debug, Object)]
#[oai(rename = "Mail", skip_serializing_if_is_none)]
pub(crate) struct MailBody {
    /// Identity: that of the delivery.
    id: Id<DeliveryId>,
    /// To which address.
    to: Text,
    /// The subject line.
    subject: Text,
    /// The plain text part.
    text: Text,
    /// The HTML part.
    html: Text,
    /// When it arrived.
    received_at: Timestamp,
}

impl From<Mail> for MailBody {
    fn from(mail: Mail) -> Self {
        Self {
            id: Id(mail.id),
            to: Text(mail.to.to_string()),
            subject: Text(mail.subject),
            text: Text(mail.text),
            html: Text(mail.html),
            received_at: Timestamp(mail.received_at),
        }
    }
}

/// Mail of the embedded mode.
#[derive(Debug)]
pub struct MailboxApi {
    pub(super) notifications: Arc<NotificationService>,
    pub(super) cursors: Cursors,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Mailbox")]
impl MailboxApi {
    /// List mails
    ///
    /// Newest first. Only where mail is kept instead of sent.
    #[oai(path = "/mailbox", method = "get", operation_id = "listMails")]
    async fn list(&self, caller: Caller, query: Params<ListQuery>) -> Result<Listed<MailBody>, Problem> {
        let cursors = self.cursors.of("-received_at", query.filter());
        let page = cursors.request(&query.page)?;
        let found = self.notifications.list_mails(caller.actor(), query.to.as_deref(), &page).await?;
        Ok(cursors.answer(found, MailBody::from))
    }

    /// Read a mail
    #[oai(path = "/mailbox/:id", method = "get", operation_id = "getMail")]
    async fn find(&self, caller: Caller, id: Path<Id<DeliveryId>>) -> Result<Json<MailBody>, Problem> {
        Ok(Json(self.notifications.find_mail(caller.actor(), id.0.0).await?.into()))
    }
}
