//! What people ask of identity, and the checks on the values they give.

use std::collections::BTreeSet;

use crate::kernel::actor::{Origin, Role};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::email::Email;
use crate::kernel::error::FieldError;
use crate::kernel::id::UserId;
use crate::kernel::policy::Rule;
use crate::kernel::text::TextRule;
use crate::kernel::validation::Validation;
use crate::kernel::world::{canonical_locale, canonical_time_zone};

/// Text that is never printed: a password or token as a person gave it.
#[derive(Clone, derive_more::Debug, PartialEq, Eq)]
#[debug("Secret(…)")]
pub struct Secret(pub String);

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

/// Make a role.
#[derive(Clone, Debug)]
pub struct CreateRole {
    /// Its name.
    pub name: String,
    /// What it is for, in words.
    pub description: String,
    /// What it grants and denies.
    pub rules: Vec<Rule>,
}

/// Give a role exactly this description and these rules.
#[derive(Clone, Debug)]
pub struct ChangeRole {
    /// Which role.
    pub name: String,
    /// What it is for, in words.
    pub description: String,
    /// What it grants and denies.
    pub rules: Vec<Rule>,
    /// The version that the actor looked at.
    pub if_match: Option<Version>,
}

/// Ask how the policy decides.
#[derive(Clone, Debug)]
pub struct AskDecision {
    /// The account that wants to do it; the actor when neither it nor roles are given.
    pub subject: Option<UserId>,
    /// The names of the roles that want to do it, instead of an account.
    pub roles: Option<Vec<String>>,
    /// The kind of thing.
    pub resource: String,
    /// What is to be done to it.
    pub action: String,
    /// Whose thing it is; anybody's when absent.
    pub owner: Option<UserId>,
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
    /// Brings all values but the password into the form that is stored, and gives the address. A mailbox with a name outside
    /// ASCII is refused unless mail gets there by SMTPUTF8.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&mut self, smtputf8: bool) -> Result<Email, Vec<FieldError>> {
        let mut check = Validation::new();
        check.text(NAME, &mut self.name, "/name");
        let email = check.keep(self.email.parse::<Email>(), "/email", "email");
        check.require(
            smtputf8 || email.as_ref().is_none_or(|email| !email.needs_smtputf8()),
            "/email",
            "smtputf8",
            "must be in ASCII before the @: mail from here does not get to other mailboxes",
        );
        locale(&mut check, self.locale.as_mut());
        time_zone(&mut check, self.time_zone.as_mut());
        check.finish()?;
        email.ok_or_else(Vec::new)
    }
}

impl ChangeProfile {
    /// Brings the values into the form that is stored.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&mut self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        let empty =
            self.name.is_none() && self.phone.is_none() && self.locale.is_none() && self.time_zone.is_none();
        check.require(!empty, "", "empty", "name at least one of name, phone, locale and time_zone");
        if let Some(text) = &mut self.name {
            check.text(NAME, text, "/name");
        }
        if let Some(Some(number)) = &self.phone {
            phone(&mut check, number);
        }
        locale(&mut check, self.locale.as_mut());
        time_zone(&mut check, self.time_zone.as_mut());
        check.finish()
    }
}

impl CreateRole {
    /// Brings the values into the form that is stored, and gives the name.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&mut self) -> Result<Role, Vec<FieldError>> {
        let mut check = Validation::new();
        let name =
            Role::named(&self.name).ok_or("must be a lower-case letter, then up to 31 of a-z, 0-9, _ and -");
        let name = check.keep(name, "/name", "role");
        rules(&mut check, &mut self.description, &self.rules);
        check.finish()?;
        name.ok_or_else(Vec::new)
    }
}

impl ChangeRole {
    /// Brings the values into the form that is stored.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&mut self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        rules(&mut check, &mut self.description, &self.rules);
        check.finish()
    }
}

/// What the description of a role may be.
pub const DESCRIPTION: TextRule = TextRule::line(300);
/// The most rules of a role.
pub const MAX_RULES: usize = 200;
/// The most roles.
pub const MAX_ROLES: usize = 200;

fn rules(check: &mut Validation, description: &mut String, rules: &[Rule]) {
    check.text(DESCRIPTION, description, "/description");
    check.require(
        rules.len() <= MAX_RULES,
        "/permissions",
        "too_many",
        format!("must be no more than {MAX_RULES} rules"),
    );
    for (index, rule) in rules.iter().enumerate() {
        if let Err(fault) = rule.check() {
            let field = format!("/permissions/{index}/{}", fault.member);
            check.require(false, field, "unknown", fault.message);
        }
    }
}

/// What a person's name may be.
pub const NAME: TextRule = TextRule::line(200);
/// The fewest characters of a password.
pub const MIN_PASSWORD: usize = 8;
/// The most characters of a password: longer ones only cost time.
pub const MAX_PASSWORD: usize = 200;
/// The lowest strength of a password, of 0 to 4.
pub const MIN_STRENGTH: u8 = 3;

fn phone(check: &mut Validation, number: &str) {
    let digits = number.strip_prefix('+').unwrap_or_default();
    let is_e164 = (7..=15).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0');
    check.require(is_e164, "/phone", "phone", "must be in international form such as +4930123456");
}

fn locale(check: &mut Validation, tag: Option<&mut String>) {
    let Some(tag) = tag else { return };
    if let Some(canonical) = check.keep(canonical_locale(tag), "/locale", "locale") {
        *tag = canonical;
    }
}

fn time_zone(check: &mut Validation, zone: Option<&mut String>) {
    let Some(zone) = zone else { return };
    if let Some(canonical) = check.keep(canonical_time_zone(zone), "/time_zone", "time_zone") {
        canonical.clone_into(zone);
    }
}

#[cfg(test)]
mod tests;
