//! Accounts that share a mailbox. None do that were registered since addresses have one form; of those from before, several
//! may have addresses that are one by today's rules.

use std::collections::BTreeMap;

use super::super::model::Account;
use super::super::port::{AccountFilter, IdentityQueries, IdentityStore};
use crate::kernel::email::Email;
use crate::kernel::error::StoreError;
use crate::kernel::page::{Direction, PageRequest};

/// Accounts whose addresses are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collision {
    /// The address in its one form.
    pub email: Email,
    /// Whose it is: two accounts or more, each with the address as it is stored, the oldest first.
    pub accounts: Vec<Account>,
}

/// Finds all of them, by address. Reads every account, a page at a time, and keeps those in mind whose address is stored in
/// another form than today's.
///
/// # Errors
/// When the store does not answer.
pub async fn collisions(
    queries: &dyn IdentityQueries,
    store: &dyn IdentityStore,
) -> Result<Vec<Collision>, StoreError> {
    let mut odd: BTreeMap<Email, Vec<Account>> = BTreeMap::new();
    let mut page = PageRequest::first(PageRequest::MAX_LIMIT);
    loop {
        let found = queries.list_accounts(&AccountFilter::default(), Direction::Ascending, &page).await?;
        for account in found.items {
            // What is no address by today's rules is nobody else's.
            match account.email.as_str().parse::<Email>() {
                Ok(email) if email != account.email => odd.entry(email).or_default().push(account),
                Ok(_) | Err(_) => {}
            }
        }
        page.after = found.next;
        if page.after.is_none() {
            break;
        }
    }
    let mut collisions = Vec::new();
    for (email, mut accounts) in odd {
        let today = store.find_account_by_email(&email).await?;
        accounts.extend(today.filter(|one| accounts.iter().all(|other| other.id != one.id)));
        accounts.sort_by_key(|account| (account.created_at, account.id));
        if accounts.len() > 1 {
            collisions.push(Collision { email, accounts });
        }
    }
    Ok(collisions)
}
