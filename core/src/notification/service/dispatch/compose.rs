//! What is handed to a provider: the message in the language of its recipient.

use serde_json::{Value, json};

use super::super::super::model::{Channel, Kind};
use super::super::super::port::{ClaimedDelivery, Outgoing};
use super::Dispatcher;
use crate::identity::event::LINK_SEAL;

impl Dispatcher {
    /// The message in the recipient's language; `None` while the recipient is not known.
    pub(super) fn compose(&self, claimed: &ClaimedDelivery) -> Result<Option<Outgoing>, String> {
        let Some(mut recipient) = claimed.recipient.clone() else { return Ok(None) };
        let notification = &claimed.notification;
        let mut variables = Value::clone(&notification.data);
        let Value::Object(members) = &mut variables else {
            return Err("the variables are no object".to_owned());
        };
        // To an address that may be anybody's goes no text that anybody typed: no name, and nothing beside links.
        let is_strangers = !recipient.verified && self.channel() == Channel::Email;
        if is_strangers && !notification.kind.has_link() {
            return Err("the address of the recipient is not verified".to_owned());
        }
        if is_strangers {
            recipient.name.clear();
        }
        let name = Some(&recipient.name).filter(|_| !is_strangers);
        let (locale, time_zone) = (&recipient.locale, &recipient.time_zone);
        let about = json!({ "name": name, "locale": locale, "time_zone": time_zone });
        members.insert("recipient".to_owned(), about);
        members.insert("public_url".to_owned(), json!(self.settings.public_url));
        if let Some(Value::String(sealed)) = members.remove("sealed_token") {
            let opened = self.ports.sealer.open(LINK_SEAL, &sealed).map_err(|error| error.to_string())?;
            let token = String::from_utf8(opened).map_err(|_| "the sealed link is not text".to_owned())?;
            let page = match notification.kind {
                Kind::AccountReset | Kind::AccountExists => "reset-password",
                _ => "verify-email",
            };
            members.insert(
                "link".to_owned(),
                json!(format!("{}/{page}?token={token}", self.settings.public_url)),
            );
            members.insert("token".to_owned(), json!(token));
        }
        let content = self
            .ports
            .templates
            .render(notification.kind, claimed.delivery.channel, &recipient.locale, &variables)
            .map_err(|error| error.to_string())?;
        let (kind, order, planned_at) = (notification.kind, notification.order, notification.created_at);
        Ok(Some(Outgoing { delivery: claimed.delivery.id, recipient, kind, order, planned_at, content }))
    }
}
