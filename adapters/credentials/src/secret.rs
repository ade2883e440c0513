//! Refresh tokens and the tokens of one-time links.

use aws_lc_rs::{digest, hmac, rand};
use base64::Engine;
use eop_core::identity::model::TokenHash;
use eop_core::identity::port::SecretTokens;
use eop_core::kernel::id::SessionId;

use crate::BASE64URL;
use crate::master_key::MasterKey;

/// Makes tokens of 32 random bytes, and derives the one successor of a refresh token.
///
/// The successor is a function of session and token, so that every instance of the service answers a repeated
/// refresh with the same token without having stored it in clear.
#[derive(derive_more::Debug)]
#[debug("RandomTokens {{ .. }}")]
pub struct RandomTokens {
    successor: hmac::Key,
}

impl RandomTokens {
    /// Derives successors with a key that follows from `master`.
    #[must_use]
    pub fn new(master: &MasterKey) -> Self {
        let key = master.derive("refresh-token.successor");
        Self { successor: hmac::Key::new(hmac::HMAC_SHA256, &key) }
    }
}

impl SecretTokens for RandomTokens {
    fn generate(&self) -> String {
        let mut bytes = [0; 32];
        rand::fill(&mut bytes).expect("the operating system gives random bytes");
        BASE64URL.encode(bytes)
    }

    fn hash(&self, token: &str) -> TokenHash {
        let mut hash = [0; 32];
        hash.copy_from_slice(digest::digest(&digest::SHA256, token.as_bytes()).as_ref());
        TokenHash(hash)
    }

    fn successor(&self, session: SessionId, token: &str) -> String {
        // The id has a fixed length, so no other session and token read the same.
        let mut mac = hmac::Context::with_key(&self.successor);
        mac.update(session.0.as_bytes());
        mac.update(token.as_bytes());
        BASE64URL.encode(mac.sign())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use uuid::Uuid;

    use super::*;

    fn tokens(byte: u8) -> RandomTokens {
        RandomTokens::new(&MasterKey::from_bytes([byte; 32]))
    }

    #[test]
    fn tokens_are_32_bytes_as_text_and_never_the_same() {
        let made: HashSet<String> = (0..1000).map(|_| tokens(1).generate()).collect();
        assert_eq!(made.len(), 1000);
        for token in made {
            assert_eq!(BASE64URL.decode(token).unwrap().len(), 32);
        }
    }

    #[test]
    fn the_stored_hash_is_sha_256() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let hash: String =
            tokens(1).hash("abc").0.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        assert_eq!(hash, known);
    }

    #[test]
    fn a_token_has_one_successor_per_session_and_master_key() {
        let (one, other) = (SessionId(Uuid::from_u128(1)), SessionId(Uuid::from_u128(2)));
        let successor = tokens(1).successor(one, "token");
        assert_eq!(tokens(1).successor(one, "token"), successor);
        assert_eq!(BASE64URL.decode(&successor).unwrap().len(), 32);
        assert_ne!(tokens(1).successor(other, "token"), successor);
        assert_ne!(tokens(1).successor(one, "token2"), successor);
        assert_ne!(tokens(2).successor(one, "token"), successor);
    }

    #[test]
    fn no_key_is_shown() {
        assert_eq!(format!("{:?}", tokens(1)), "RandomTokens { .. }");
    }
}
