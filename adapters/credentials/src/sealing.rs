//! Sealed fields: AES-256-GCM with a key per purpose.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::hkdf::Prk;
use base64::Engine;
use eop_core::kernel::sealed::{CannotOpen, Sealer};

use crate::BASE64URL;
use crate::master_key::{MasterKey, expand};

/// Seals with AES-256-GCM: random nonce, a key of its own per purpose, and the purpose authenticated too.
///
/// The text is base64url of nonce, ciphertext and tag.
#[derive(derive_more::Debug)]
#[debug("AeadSealer {{ .. }}")]
pub struct AeadSealer {
    root: Prk,
}

impl AeadSealer {
    /// Seals with keys derived from `master`.
    #[must_use]
    pub fn new(master: &MasterKey) -> Self {
        Self { root: master.extract() }
    }

    fn key(&self, purpose: &str) -> RandomizedNonceKey {
        let key = expand(&self.root, &format!("seal:{purpose}"));
        RandomizedNonceKey::new(&AES_256_GCM, &key).expect("AES-256 takes any key of 32 bytes")
    }
}

impl Sealer for AeadSealer {
    fn seal(&self, purpose: &str, plain: &[u8]) -> String {
        let mut text = plain.to_vec();
        let nonce = self
            .key(purpose)
            .seal_in_place_append_tag(Aad::from(purpose), &mut text)
            .expect("the operating system gives random bytes");
        let sealed = [nonce.as_ref().as_slice(), &text].concat();
        BASE64URL.encode(sealed)
    }

    fn open(&self, purpose: &str, sealed: &str) -> Result<Vec<u8>, CannotOpen> {
        let sealed = BASE64URL.decode(sealed).map_err(|_| CannotOpen)?;
        let (nonce, text) = sealed.split_first_chunk::<NONCE_LEN>().ok_or(CannotOpen)?;
        let mut text = text.to_vec();
        let plain = self
            .key(purpose)
            .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(purpose), &mut text)
            .map_err(|_| CannotOpen)?;
        Ok(plain.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealer(byte: u8) -> AeadSealer {
        AeadSealer::new(&MasterKey::from_bytes([byte; 32]))
    }

    #[test]
    fn what_was_sealed_is_opened_by_another_holder_of_the_key() {
        for plain in [b"".as_slice(), b"token", &[0; 4096]] {
            let sealed = sealer(1).seal("link", plain);
            assert_eq!(sealer(1).open("link", &sealed).unwrap(), plain);
        }
    }

    #[test]
    fn sealing_twice_gives_different_texts_that_show_nothing() {
        let (one, other) = (sealer(1).seal("link", b"secret"), sealer(1).seal("link", b"secret"));
        assert_ne!(one, other);
        assert!(one.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        assert!(!one.contains(&BASE64URL.encode("secret")));
    }

    #[test]
    fn another_key_another_purpose_and_a_changed_text_cannot_be_opened() {
        let sealed = sealer(1).seal("link", b"token");
        assert_eq!(sealer(2).open("link", &sealed), Err(CannotOpen));
        assert_eq!(sealer(1).open("key", &sealed), Err(CannotOpen));

        let bytes = BASE64URL.decode(&sealed).unwrap();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert_eq!(sealer(1).open("link", &BASE64URL.encode(changed)), Err(CannotOpen), "byte {at}");
        }
        for cut in 0..bytes.len() {
            let short = BASE64URL.encode(&bytes[..cut]);
            assert_eq!(sealer(1).open("link", &short), Err(CannotOpen), "{cut} bytes");
        }
        assert_eq!(sealer(1).open("link", "not base64url!"), Err(CannotOpen));
    }

    #[test]
    fn a_sealer_shows_no_key() {
        assert_eq!(format!("{:?}", sealer(1)), "AeadSealer { .. }");
    }
}
