//! Comparing a password with a stored hash, at the same cost whatever is stored.

use argon2::password_hash::phc;
use argon2::{ARGON2ID_IDENT, Argon2, Params, PasswordVerifier as _, Version};
use eop_core::identity::port::PasswordCheck;

/// The cost of a hash that bcrypt made, from its text (`$2b$10$…`).
pub(crate) fn bcrypt_cost(hash: &str) -> Option<u32> {
    let rest = ["$2a$", "$2b$", "$2y$"].iter().find_map(|kind| hash.strip_prefix(kind))?;
    // A cost beyond what anybody uses would keep a processor busy for minutes: it is no hash of a password.
    rest.get(0..2)?.parse().ok().filter(|cost| (4..=MOST_BCRYPT).contains(cost))
}

/// The highest cost of bcrypt that is believed: about three seconds.
const MOST_BCRYPT: u32 = 15;

/// One comparison, and the work it has cost.
pub(crate) struct Comparison<'a> {
    argon2: &'a Argon2<'a>,
    password: &'a [u8],
    /// The highest cost of a bcrypt hash that is stored; 0 where there is none.
    costliest: u32,
    /// Passes through Argon2.
    argon2_passes: u32,
    /// Rounds of bcrypt: two to the power of each cost.
    bcrypt_rounds: u64,
}

impl<'a> Comparison<'a> {
    /// A comparison with `password`, where the costliest bcrypt hash that is stored has this cost, or 0 for none.
    pub(crate) fn new(argon2: &'a Argon2<'a>, password: &'a [u8], costliest: u32) -> Self {
        Self { argon2, password, costliest, argon2_passes: 0, bcrypt_rounds: 0 }
    }

    /// Compares with `hash`, whoever made it. Where that fails, or there is none, it takes as much work as with any other.
    pub(crate) fn with(mut self, hash: Option<&str>) -> PasswordCheck {
        let check = self.compare(hash);
        if check == PasswordCheck::Differs {
            self.level();
        }
        check
    }

    fn compare(&mut self, hash: Option<&str>) -> PasswordCheck {
        let Some(hash) = hash else { return PasswordCheck::Differs };
        if let Some(cost) = bcrypt_cost(hash) {
            return match bcrypt::verify(self.password, hash) {
                Ok(matches) => {
                    self.bcrypt_rounds += 1 << cost;
                    if matches { PasswordCheck::Matches { outdated: true } } else { PasswordCheck::Differs }
                }
                Err(fault) => unreadable(&fault),
            };
        }
        match phc::PasswordHash::new(hash) {
            Ok(hash) => match self.argon2.verify_password(self.password, &hash) {
                Ok(()) => PasswordCheck::Matches { outdated: is_outdated(self.argon2, &hash) },
                Err(argon2::password_hash::Error::PasswordInvalid) => {
                    self.argon2_passes += 1;
                    PasswordCheck::Differs
                }
                Err(fault) => unreadable(&fault),
            },
            Err(fault) => unreadable(&fault),
        }
    }

    /// Does what another kind of hash would have cost and this one did not.
    fn level(&mut self) {
        if self.argon2_passes == 0 {
            let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
            if let Err(fault) = self.argon2.hash_password_into(self.password, &[0; 16], &mut output) {
                tracing::error!(error = %fault, "hashing a password failed");
            }
            self.argon2_passes += 1;
        }
        while self.costliest > 0 && self.bcrypt_rounds < 1 << self.costliest {
            // The missing rounds are a sum of powers of two, the smallest first.
            let missing = (1 << self.costliest) - self.bcrypt_rounds;
            let cost = missing.trailing_zeros();
            if let Err(fault) = bcrypt::hash_with_salt(self.password, cost, [0; 16]) {
                tracing::error!(error = %fault, "hashing a password failed");
            }
            self.bcrypt_rounds += 1 << cost;
        }
    }
}

/// A stored hash that makes no sense: nobody can sign in with it, and the operator hears of it.
fn unreadable(fault: &dyn std::fmt::Display) -> PasswordCheck {
    tracing::error!(error = %fault, "a stored password hash cannot be read");
    PasswordCheck::Differs
}

/// Whether a hash was made by another algorithm or at another cost than today's.
fn is_outdated(argon2: &Argon2<'_>, hash: &phc::PasswordHash) -> bool {
    let today = argon2.params();
    let same_cost = Params::try_from(hash).is_ok_and(|params| {
        (params.m_cost(), params.t_cost(), params.p_cost())
            == (today.m_cost(), today.t_cost(), today.p_cost())
    });
    hash.algorithm != ARGON2ID_IDENT || hash.version != Some(Version::V0x13.into()) || !same_cost
}

#[cfg(test)]
mod tests {
    use argon2::{Algorithm, PasswordHasher as _};
    use rstest::rstest;

    use super::*;

    /// Passes through Argon2 and rounds of bcrypt of a comparison that fails.
    fn work(hash: Option<&str>, costliest: u32) -> (u32, u64) {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(64, 1, 1, None).unwrap());
        let mut comparison = Comparison::new(&argon2, b"wrong", costliest);
        assert_eq!(comparison.compare(hash), PasswordCheck::Differs);
        comparison.level();
        (comparison.argon2_passes, comparison.bcrypt_rounds)
    }

    /// An account whose hash another system made answers like all others, and like none.
    #[rstest]
    #[case::none_of_bcrypt(0, 0)]
    #[case::cheap(4, 16)]
    #[case::dearer(7, 128)]
    fn a_failed_comparison_costs_the_same_whatever_is_stored(#[case] costliest: u32, #[case] rounds: u64) {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(64, 1, 1, None).unwrap());
        let by_argon2 = argon2.hash_password(b"right").unwrap().to_string();
        let mut stored = vec![None, Some(by_argon2), Some("nonsense".to_owned())];
        for cost in 4..=costliest {
            stored.push(Some(bcrypt::hash("right", cost).unwrap()));
        }
        for hash in stored {
            assert_eq!(work(hash.as_deref(), costliest), (1, rounds), "{hash:?}");
        }
    }

    #[rstest]
    #[case("$2a$10$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", Some(10))]
    #[case("$2b$04$x", Some(4))]
    #[case("$2y$12$x", Some(12))]
    #[case("$2b$31$x", None)]
    #[case("$2b$xx$", None)]
    #[case("$2b$", None)]
    #[case("$argon2id$v=19$m=19456,t=2,p=1$", None)]
    fn the_cost_of_bcrypt_is_read_from_its_hash(#[case] hash: &str, #[case] cost: Option<u32>) {
        assert_eq!(bcrypt_cost(hash), cost);
    }
}
