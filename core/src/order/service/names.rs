//! The names of people, each asked for once in a while.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::Duration;

use super::super::port::Customers;
use crate::kernel::clock::Timestamp;
use crate::kernel::error::StoreError;
use crate::kernel::id::UserId;

/// For this long a name is shown without asking again whether it changed.
const FRESH: Duration = Duration::seconds(10);
/// For this long somebody stays unknown: who just registered is known soon.
const UNKNOWN: Duration = Duration::seconds(1);
/// The most names that are remembered; then all are forgotten, which costs a few questions.
const MOST: usize = 10_000;

/// Names in front of [`Customers`], so that placing an order does not cost one more question.
pub(super) struct Names {
    customers: Arc<dyn Customers>,
    known: Mutex<HashMap<UserId, Remembered>>,
}

struct Remembered {
    name: Option<String>,
    until: Timestamp,
}

impl Names {
    pub(super) fn of(customers: Arc<dyn Customers>) -> Self {
        Self { customers, known: Mutex::default() }
    }

    /// The names of those of `people` who are known, at most ten seconds old.
    pub(super) async fn find(
        &self,
        people: impl Iterator<Item = UserId>,
        now: Timestamp,
    ) -> Result<BTreeMap<UserId, String>, StoreError> {
        let mut found = BTreeMap::new();
        let asked = self.remembered(people, now, &mut found);
        if !asked.is_empty() {
            let read = self.customers.names(&asked).await?;
            self.remember(&asked, &read, now);
            found.extend(read);
        }
        Ok(found)
    }

    /// Puts what is remembered into `found`, and gives who has to be asked for.
    fn remembered(
        &self,
        people: impl Iterator<Item = UserId>,
        now: Timestamp,
        found: &mut BTreeMap<UserId, String>,
    ) -> Vec<UserId> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut asked = BTreeSet::new();
        for id in people {
            match known.get(&id).filter(|one| now < one.until) {
                Some(Remembered { name: Some(name), .. }) => drop(found.insert(id, name.clone())),
                Some(_) => {}
                None => drop(asked.insert(id)),
            }
        }
        asked.into_iter().collect()
    }

    fn remember(&self, asked: &[UserId], read: &BTreeMap<UserId, String>, now: Timestamp) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() + asked.len() > MOST {
            known.clear();
        }
        for id in asked {
            let name = read.get(id).cloned();
            let until = now + if name.is_some() { FRESH } else { UNKNOWN };
            known.insert(*id, Remembered { name, until });
        }
    }
}
