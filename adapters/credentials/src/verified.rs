//! Tokens that were checked a moment ago need no signature check again.

use std::collections::HashMap;

use eop_core::identity::port::VerifiedToken;
use parking_lot::Mutex;

/// The SHA-256 of a token: the token itself is not kept.
pub(crate) type Fingerprint = [u8; 32];

/// A bounded cache of good tokens, in two generations: when the young one is full it becomes the old one, and what was
/// in the old one and not asked for since is dropped.
#[derive(Debug)]
pub(crate) struct VerifiedTokens {
    capacity: usize,
    generations: Mutex<Generations>,
}

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<Fingerprint, VerifiedToken>,
    old: HashMap<Fingerprint, VerifiedToken>,
}

impl VerifiedTokens {
    /// Room for `capacity` tokens.
    pub(crate) fn new(capacity: usize) -> Self {
        Self { capacity, generations: Mutex::default() }
    }

    /// What is known of a token.
    pub(crate) fn find(&self, token: &Fingerprint) -> Option<VerifiedToken> {
        let mut generations = self.generations.lock();
        if let Some(found) = generations.young.get(token) {
            return Some(found.clone());
        }
        let found = generations.old.remove(token)?;
        generations.put(*token, found.clone(), self.capacity);
        Some(found)
    }

    /// Keeps a token that was found good.
    pub(crate) fn insert(&self, token: Fingerprint, verified: VerifiedToken) {
        self.generations.lock().put(token, verified, self.capacity);
    }
}

impl Generations {
    fn put(&mut self, token: Fingerprint, verified: VerifiedToken, capacity: usize) {
        if self.young.len() >= capacity / 2 {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(token, verified);
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use eop_core::kernel::actor::Principal;

    use super::*;

    fn verified(name: &str) -> VerifiedToken {
        VerifiedToken {
            principal: Principal::Service(name.to_owned()),
            roles: Vec::new(),
            session: None,
            account_version: None,
            issued_at: DateTime::UNIX_EPOCH,
            expires_at: DateTime::UNIX_EPOCH,
        }
    }

    fn fingerprint(number: u8) -> Fingerprint {
        [number; 32]
    }

    #[test]
    fn a_token_in_use_stays_while_others_come_and_go() {
        let cache = VerifiedTokens::new(10);
        cache.insert(fingerprint(0), verified("mine"));
        for other in 1..=200 {
            cache.insert(fingerprint(other), verified("other"));
            assert_eq!(cache.find(&fingerprint(0)), Some(verified("mine")), "after {other} others");
        }
        assert_eq!(cache.find(&fingerprint(1)), None);
    }

    #[test]
    fn it_never_holds_more_than_its_capacity() {
        let cache = VerifiedTokens::new(10);
        for number in 0..=255 {
            cache.insert(fingerprint(number), verified("one"));
            cache.find(&fingerprint(number / 2));
            let generations = cache.generations.lock();
            assert!(generations.young.len() + generations.old.len() <= 10);
        }
    }
}
