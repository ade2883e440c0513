//! The one secret that a deployment must keep, and the keys that follow from it.

use std::collections::BTreeSet;
use std::str::FromStr;

use aws_lc_rs::hkdf::{HKDF_SHA256, Prk, Salt};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret, SecretBox};
use thiserror::Error;

/// Separates this platform's keys from anything else that may be derived from the same secret.
const SALT: &[u8] = b"enterprise-order-platform.v1";

/// The length of the master key and of every key derived from it, in bytes.
const LENGTH: usize = 32;

/// The platform's master key: 32 secret bytes that all services of a deployment share. Never printed.
#[derive(derive_more::Debug)]
#[debug("MasterKey(…)")]
pub struct MasterKey(SecretBox<[u8; LENGTH]>);

/// A text is not a master key. The text itself is not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadMasterKey {
    /// It is neither hexadecimal nor base64.
    #[error("the master key is neither hexadecimal nor base64: make one with `openssl rand -base64 32`")]
    Encoding,
    /// It does not hold 32 bytes.
    #[error("the master key holds {0} bytes instead of 32: make one with `openssl rand -base64 32`")]
    Length(usize),
    /// Its bytes are nothing that chance makes.
    #[error(
        "the master key is easy to guess, such as zeros or a row of numbers: make one with `openssl rand -base64 32`"
    )]
    Weak,
}

impl MasterKey {
    /// A master key from its bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(SecretBox::new(Box::new(bytes)))
    }

    /// A new random master key as text, for a new deployment.
    ///
    /// # Panics
    /// When the operating system gives no random bytes.
    #[must_use]
    pub fn generate() -> String {
        let mut bytes = [0; LENGTH];
        aws_lc_rs::rand::fill(&mut bytes).expect("the operating system gives random bytes");
        crate::BASE64URL.encode(bytes)
    }

    /// The key for `purpose` (HKDF-SHA256, RFC 5869). Keys of different purposes tell nothing of each other.
    ///
    /// # Panics
    /// Never: 32 bytes are within what HKDF can give.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> [u8; LENGTH] {
        expand(&self.extract(), purpose)
    }

    /// The pseudo-random key from which keys are expanded.
    pub(crate) fn extract(&self) -> Prk {
        Salt::new(HKDF_SHA256, SALT).extract(self.0.expose_secret())
    }
}

/// The key for `purpose`.
pub(crate) fn expand(key: &Prk, purpose: &str) -> [u8; LENGTH] {
    let mut derived = [0; LENGTH];
    key.expand(&[purpose.as_bytes()], HKDF_SHA256)
        .and_then(|material| material.fill(&mut derived))
        .expect("HKDF-SHA256 gives up to 8160 bytes");
    derived
}

impl FromStr for MasterKey {
    type Err = BadMasterKey;

    /// Reads 64 hexadecimal digits, or base64 in either alphabet, padded or not. White space around it is ignored.
    fn from_str(text: &str) -> Result<Self, BadMasterKey> {
        let text = text.trim();
        let bytes = hexadecimal(text).or_else(|| base64(text)).ok_or(BadMasterKey::Encoding)?;
        let length = bytes.len();
        let bytes: [u8; LENGTH] = bytes.try_into().map_err(|_| BadMasterKey::Length(length))?;
        if is_weak(&bytes) { Err(BadMasterKey::Weak) } else { Ok(Self::from_bytes(bytes)) }
    }
}

/// Whether these bytes cannot be those of chance: few different ones, or each as far from the one before.
///
/// Of 32 random bytes about 30 differ; fewer than 12 happen once in 10^24 keys.
fn is_weak(bytes: &[u8; LENGTH]) -> bool {
    let different: BTreeSet<u8> = bytes.iter().copied().collect();
    let steps: BTreeSet<u8> = bytes.windows(2).map(|pair| pair[1].wrapping_sub(pair[0])).collect();
    different.len() < 12 || steps.len() == 1
}

/// The bytes of 64 hexadecimal digits.
fn hexadecimal(text: &str) -> Option<Vec<u8>> {
    if text.len() != 2 * LENGTH || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

/// The bytes of base64 in either alphabet.
fn base64(text: &str) -> Option<Vec<u8>> {
    let unpadded = text.trim_end_matches('=');
    STANDARD_NO_PAD.decode(unpadded).or_else(|_| URL_SAFE_NO_PAD.decode(unpadded)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEX: &str = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";

    #[test]
    fn the_same_bytes_in_every_spelling_are_one_key() {
        let key = HEX.parse::<MasterKey>().unwrap().derive("p");
        for spelling in [
            "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=",
            "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8",
            "ABEiM0RVZneImaq7zN3u_wARIjNEVWZ3iJmqu8zd7v8",
            " ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=\n",
        ] {
            assert_eq!(spelling.parse::<MasterKey>().unwrap().derive("p"), key, "{spelling}");
        }
    }

    #[test]
    fn what_is_not_a_key_is_refused_without_repeating_it() {
        for (text, problem) in [
            ("", BadMasterKey::Length(0)),
            ("change me", BadMasterKey::Encoding),
            ("c2VjcmV0", BadMasterKey::Length(6)),
            (&HEX[2..], BadMasterKey::Encoding),
            (&HEX[4..], BadMasterKey::Length(45)),
        ] {
            let refused = text.parse::<MasterKey>().unwrap_err();
            assert_eq!(refused, problem, "{text}");
            assert!(text.is_empty() || !refused.to_string().contains(text));
        }
    }

    #[test]
    fn what_anybody_would_guess_is_refused() {
        let ascending: Vec<u8> = (0..32).collect();
        let descending: Vec<u8> = (0..32).map(|n| 255 - 3 * n).collect();
        let pattern = [0xde, 0xad, 0xbe, 0xef].repeat(8);
        for bytes in [vec![0; 32], vec![0xff; 32], vec![b'a'; 32], ascending, descending, pattern] {
            let text = STANDARD_NO_PAD.encode(&bytes);
            assert_eq!(text.parse::<MasterKey>().unwrap_err(), BadMasterKey::Weak, "{bytes:?}");
        }
        for _ in 0..1000 {
            MasterKey::generate().parse::<MasterKey>().unwrap();
        }
    }

    #[test]
    fn purposes_and_master_keys_lead_to_different_keys() {
        let key = MasterKey::from_bytes([1; 32]);
        assert_eq!(key.derive("a"), key.derive("a"));
        assert_ne!(key.derive("a"), key.derive("b"));
        assert_ne!(key.derive("a"), MasterKey::from_bytes([2; 32]).derive("a"));
    }

    #[test]
    fn a_key_is_never_printed() {
        assert_eq!(format!("{:?}", MasterKey::from_bytes([0xAB; 32])), "MasterKey(…)");
    }
}
