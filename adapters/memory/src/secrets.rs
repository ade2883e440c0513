//! Fakes of everything that is secret. None of them keeps a secret: they are readable on purpose.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use eop_core::identity::model::{PasswordHash, TokenHash};
use eop_core::identity::port::{HasherBusy, PasswordCheck, PasswordHasher, SecretTokens};
use eop_core::kernel::id::SessionId;
use eop_core::kernel::network::Network;
use eop_core::kernel::sealed::{CannotOpen, Sealer};

/// Writes the password into its "hash". For tests only.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainHasher;

impl PlainHasher {
    const PRESENT: &'static str = "plain:";
    const OUTDATED: &'static str = "outdated:";

    /// The hash of `password` as an older version made it: it verifies, and asks to be made again.
    #[must_use]
    pub fn outdated(password: &str) -> PasswordHash {
        PasswordHash(format!("{}{password}", Self::OUTDATED))
    }
}

#[async_trait]
impl PasswordHasher for PlainHasher {
    async fn hash(&self, password: &str, _asker: Option<Network>) -> Result<PasswordHash, HasherBusy> {
        Ok(PasswordHash(format!("{}{password}", Self::PRESENT)))
    }

    async fn verify(
        &self,
        password: &str,
        hash: Option<&PasswordHash>,
        _asker: Option<Network>,
    ) -> Result<PasswordCheck, HasherBusy> {
        let hashed_with =
            |prefix: &str| hash.is_some_and(|hash| hash.0.strip_prefix(prefix) == Some(password));
        Ok(if hashed_with(Self::PRESENT) {
            PasswordCheck::Matches { outdated: false }
        } else if hashed_with(Self::OUTDATED) {
            PasswordCheck::Matches { outdated: true }
        } else {
            PasswordCheck::Differs
        })
    }

    /// One for every four characters; none when a related word of three characters or more is in it, in any case.
    async fn strength(
        &self,
        password: &str,
        related: &[&str],
        _asker: Option<Network>,
    ) -> Result<u8, HasherBusy> {
        let lower = password.to_lowercase();
        let is_related =
            related.iter().any(|word| word.chars().count() >= 3 && lower.contains(&word.to_lowercase()));
        Ok(match password.chars().count() / 4 {
            _ if is_related => 0,
            quarter => u8::try_from(quarter.min(4)).unwrap_or(4),
        })
    }

    /// Nothing: no comparison of these takes any time.
    fn expect_like(&self, _hash: &PasswordHash) {}
}

/// Makes tokens that count. For tests only.
#[derive(Debug, Default)]
pub struct PlainSecrets(AtomicU64);

impl SecretTokens for PlainSecrets {
    /// 43 characters, as many as 32 bytes have in base64.
    fn generate(&self) -> String {
        format!("token-{:037}", self.0.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn hash(&self, token: &str) -> TokenHash {
        TokenHash(digest(token))
    }

    fn successor(&self, session: SessionId, token: &str) -> String {
        format!("successor-{:033}", digest_of((session, token), 0))
    }
}

fn digest_of(value: impl Hash, salt: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (salt, value).hash(&mut hasher);
    hasher.finish()
}

/// 32 bytes that are the same in every run for the same value.
fn digest(value: impl Hash) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (salt, chunk) in (0..).zip(bytes.chunks_exact_mut(8)) {
        chunk.copy_from_slice(&digest_of(&value, salt).to_be_bytes());
    }
    bytes
}

/// Writes what it seals in hexadecimal digits behind the purpose, with a check digit against accidents. For tests only.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainSealer;

impl Sealer for PlainSealer {
    fn seal(&self, purpose: &str, plain: &[u8]) -> String {
        let digit = |half: u8| char::from_digit(half.into(), 16);
        let digits = plain.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
        with_check(&format!("sealed:{purpose}:{}", digits.flatten().collect::<String>()))
    }

    fn open(&self, purpose: &str, sealed: &str) -> Result<Vec<u8>, CannotOpen> {
        let digits = checked(sealed)
            .and_then(|text| text.strip_prefix("sealed:")?.strip_prefix(purpose)?.strip_prefix(':'))
            .ok_or(CannotOpen)?;
        let byte = |pair: &[u8]| {
            let text = std::str::from_utf8(pair).ok().filter(|text| text.len() == 2)?;
            u8::from_str_radix(text, 16).ok()
        };
        digits.as_bytes().chunks(2).map(byte).collect::<Option<_>>().ok_or(CannotOpen)
    }
}

/// `text` with a checksum behind it, which [`checked`] removes.
pub(crate) fn with_check(text: &str) -> String {
    format!("{text}~{:016x}", digest_of(text, 0))
}

/// What [`with_check`] was given, unless it was changed since.
pub(crate) fn checked(text: &str) -> Option<&str> {
    let (before, _) = text.rsplit_once('~')?;
    (with_check(before) == text).then_some(before)
}
