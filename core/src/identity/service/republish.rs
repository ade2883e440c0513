//! Telling everybody's account again, as it is: for contexts that start empty.

use serde_json::json;
use uuid::Uuid;

use super::super::event::{IdentityData, USER_SNAPSHOT, event};
use super::super::port::AccountFilter;
use super::{IdentityError, IdentityService};
use crate::kernel::actor::Actor;
use crate::kernel::event::Event;
use crate::kernel::id::EventId;
use crate::kernel::page::{Cursor, Direction, PageRequest};

/// What one call of [`IdentityService::republish`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Republished {
    /// Accounts that were told.
    pub accounts: usize,
    /// Where to go on; `None` when everybody was told.
    pub next: Option<Cursor>,
}

impl IdentityService {
    /// Publishes the next accounts as they are, oldest first, beginning after `after`.
    ///
    /// The id of such an event follows from the account and its version, and its sequence is that version: told twice, it
    /// takes effect once, and told late, it changes nothing that a newer event said.
    ///
    /// # Errors
    /// `Store` when the database does not answer; what was told before stays told.
    pub async fn republish(&self, after: Option<Cursor>) -> Result<Republished, IdentityError> {
        let page = PageRequest { after, ..PageRequest::first(PageRequest::MAX_LIMIT) };
        let found =
            self.ports.queries.list_accounts(&AccountFilter::default(), Direction::Ascending, &page).await?;
        let (actor, now, ids) = (Actor::system("republish"), self.now(), &*self.ports.ids);
        let events: Vec<Event> = found
            .items
            .iter()
            .map(|account| {
                let data = IdentityData::of(account);
                let name = format!("snapshot/{}", account.version);
                let id = EventId(Uuid::new_v5(&account.id.0, name.as_bytes()));
                Event { id, ..event(USER_SNAPSHOT, &data, account.version.0, &actor, now, ids) }
            })
            .collect();
        let accounts = events.len();
        if accounts > 0 {
            let (target, detail) = ("user:all".to_owned(), json!({ "accounts": accounts }));
            let draft = self.draft(&actor, now).with(|commit| commit.tell(events));
            self.ports.store.commit(draft.audit_of("user.republish", target, detail).done()).await?;
        }
        Ok(Republished { accounts, next: found.next })
    }
}
