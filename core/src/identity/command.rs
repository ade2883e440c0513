//! What people ask of identity, and the checks on the values they give.

use std::collections::BTreeSet;

use crate::kernel::actor::{Origin, Role};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::email::Email;
use crate::kernel::error::FieldError;
use crate::kernel::id::UserId;
use crate::kernel::text::is_line;
use crate::kernel::validation::Validation;

/// Text that is never printed: a password or token as a person gave it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Register an account.
#[derive(Clone, Debug)]
pub struct Register {
    /// The person's name.
    pub name: String,
    /// The address as it was typed.
    pub email: String,
    /// The password.
    pub password: Secret,
    /// BCP 47 language tag; `en` when absent.
    pub locale: Option<String>,
    /// IANA time zone name; `UTC` when absent.
    pub time_zone: Option<String>,
    /// Where the request came from.
    pub origin: Origin,
}

/// Make sure that an account exists, by the platform itself.
#[derive(Clone, Debug)]
pub struct EnsureAccount {
    /// The person's name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The password, for a new account or one whose address nobody has verified.
    pub password: Secret,
    /// The roles it must have at least.
    pub roles: BTreeSet<Role>,
}

/// Sign in.
#[derive(Clone, Debug)]
pub struct LogIn {
    /// The address as it was typed.
    pub email: String,
    /// The password.
    pub password: Secret,
    /// Where the request came from.
    pub origin: Origin,
}

/// Choose a new password with the token of a link.
#[derive(Clone, Debug)]
pub struct ResetPassword {
    /// The token.
    pub token: Secret,
    /// The new password.
    pub password: Secret,
    /// Where the request came from.
    pub origin: Origin,
}

/// Change one's profile; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct ChangeProfile {
    /// A new name.
    pub name: Option<String>,
    /// A new phone number; `Some(None)` removes it.
    pub phone: Option<Option<String>>,
    /// A new language tag.
    pub locale: Option<String>,
    /// A new time zone.
    pub time_zone: Option<String>,
    /// The version that the actor looked at.
    pub if_match: Option<Version>,
}

/// Give an account exactly these roles.
#[derive(Clone, Debug)]
pub struct SetRoles {
    /// Which account.
    pub user: UserId,
    /// The names of the roles.
    pub roles: Vec<String>,
    /// The version that the actor looked at.
    pub if_match: Option<Version>,
}

/// Keep an account from signing in.
#[derive(Clone, Debug)]
pub struct Lock {
    /// Which account.
    pub user: UserId,
    /// Until when; until it is unlocked when absent.
    pub until: Option<Timestamp>,
}

impl Register {
    /// The address, after checking all values but the password.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&self) -> Result<Email, Vec<FieldError>> {
        let mut check = Validation::new();
        name(&mut check, &self.name);
        let email = check.keep(self.email.parse::<Email>(), "/email", "email");
        if let Some(tag) = &self.locale {
            locale(&mut check, tag);
        }
        if let Some(zone) = &self.time_zone {
            time_zone(&mut check, zone);
        }
        check.finish()?;
        email.ok_or_else(Vec::new)
    }
}

impl ChangeProfile {
    /// Checks the values given.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        let empty =
            self.name.is_none() && self.phone.is_none() && self.locale.is_none() && self.time_zone.is_none();
        check.require(!empty, "", "empty", "name at least one of name, phone, locale and time_zone");
        if let Some(text) = &self.name {
            name(&mut check, text);
        }
        if let Some(Some(number)) = &self.phone {
            phone(&mut check, number);
        }
        if let Some(tag) = &self.locale {
            locale(&mut check, tag);
        }
        if let Some(zone) = &self.time_zone {
            time_zone(&mut check, zone);
        }
        check.finish()
    }
}

/// The fewest characters of a password.
pub const MIN_PASSWORD: usize = 8;
/// The most characters of a password: longer ones only cost time.
pub const MAX_PASSWORD: usize = 200;
/// The lowest strength of a password, of 0 to 4.
pub const MIN_STRENGTH: u8 = 3;

fn name(check: &mut Validation, text: &str) {
    check.length(text, 1..=200, "/name");
    check.require(is_line(text), "/name", "characters", "must be one line without control characters");
    check.require(text.is_empty() || !text.trim().is_empty(), "/name", "blank", "must not be blank");
}

fn phone(check: &mut Validation, number: &str) {
    let digits = number.strip_prefix('+').unwrap_or_default();
    let is_e164 = (7..=15).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0');
    check.require(is_e164, "/phone", "phone", "must be in international form such as +4930123456");
}

fn locale(check: &mut Validation, tag: &str) {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_tag = (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag.len() <= 35;
    check.require(is_tag, "/locale", "locale", "must be a BCP 47 language tag such as en or de-AT");
}

fn time_zone(check: &mut Validation, zone: &str) {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
    };
    let is_zone = zone.len() <= 64
        && zone.starts_with(|c: char| c.is_ascii_alphabetic())
        && zone.split('/').all(is_part);
    check.require(is_zone, "/time_zone", "time_zone", "must be an IANA time zone name such as Europe/Berlin");
}

#[cfg(test)]
mod tests;
