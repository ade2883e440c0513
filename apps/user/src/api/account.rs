//! Accounts as the API shows them, and registering one.

use std::sync::Arc;

use eop_core::identity::command::{MAX_PASSWORD, Register, Secret};
use eop_core::identity::model::{Account, AccountState};
use eop_core::identity::service::IdentityService;
use eop_core::kernel::id::UserId;
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Accepted, Problem, RequestOrigin};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;

/// The longest password that a request may carry, as in the validators below.
const _: () = assert!(MAX_PASSWORD == 200);

/// An account to register
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "Registration", skip_serializing_if_is_none)]
pub(crate) struct RegistrationBody {
    /// The person's name, at most 200 characters.
    #[oai(validator(min_length = 1, max_length = 800))]
    name: Text,
    /// The address, the domain in Unicode or ASCII; its owner is sent a link to verify it.
    #[oai(validator(min_length = 3, max_length = 254))]
    email: Text,
    /// At least 8 characters, hard to guess, and not like your name or address.
    #[oai(validator(min_length = 8, max_length = 200))]
    #[debug(skip)]
    password: Text,
    /// BCP 47 language tag, such as en or de-AT; kept in its canonical form.
    #[oai(nullable, validator(min_length = 2, max_length = 64))]
    locale: Option<Text>,
    /// Name of a time zone in the IANA database, such as Europe/Berlin.
    #[oai(nullable, validator(min_length = 1, max_length = 64))]
    time_zone: Option<Text>,
}

/// What an account can do at present
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "AccountState", rename_all = "snake_case")]
pub(crate) enum StateName {
    /// Registered; the address is not verified yet.
    Pending,
    /// In use.
    Active,
    /// Cannot sign in.
    Locked,
}

/// An account
#[derive(Clone, Debug, Object)]
#[oai(rename = "Account", skip_serializing_if_is_none)]
pub(crate) struct AccountBody {
    /// Identity.
    id: Id<UserId>,
    /// The person's name.
    name: Text,
    /// The address, its domain in Unicode.
    email: Text,
    /// The phone number in E.164 form.
    phone: Nullable<Text>,
    /// BCP 47 language tag.
    locale: Text,
    /// IANA time zone name.
    time_zone: Text,
    /// The roles.
    roles: Vec<Text>,
    /// What the account can do.
    state: StateName,
    /// When a lock ends by itself; null when it does not, or there is none.
    locked_until: Nullable<Timestamp>,
    /// When the address was verified; null before.
    verified_at: Nullable<Timestamp>,
    /// Grows by one with each change; the `ETag` of the account.
    version: Int<u64>,
    /// When it was registered.
    created_at: Timestamp,
    /// When it last changed.
    updated_at: Timestamp,
}

impl StateName {
    /// The state in the domain's terms, for filters.
    pub(crate) fn to_state(self) -> AccountState {
        match self {
            Self::Pending => AccountState::Pending,
            Self::Active => AccountState::Active,
            Self::Locked => AccountState::Locked { until: None },
        }
    }
}

impl From<Account> for AccountBody {
    fn from(account: Account) -> Self {
        let (state, until) = match account.state {
            AccountState::Pending => (StateName::Pending, None),
            AccountState::Active => (StateName::Active, None),
            AccountState::Locked { until } => (StateName::Locked, until),
        };
        Self {
            id: Id(account.id),
            name: Text(account.name),
            email: Text(account.email.to_string()),
            phone: Nullable(account.phone.map(Text)),
            locale: Text(account.locale),
            time_zone: Text(account.time_zone),
            roles: account.roles.iter().map(|role| Text::from(role.as_str())).collect(),
            state,
            locked_until: Nullable(until.map(Timestamp)),
            verified_at: Nullable(account.verified_at.map(Timestamp)),
            version: Int(account.version.0),
            created_at: Timestamp(account.created_at),
            updated_at: Timestamp(account.updated_at),
        }
    }
}

/// Registering.
#[derive(Debug)]
pub struct RegistrationApi {
    pub(super) identity: Arc<IdentityService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Registration")]
impl RegistrationApi {
    /// Register an account
    ///
    /// Open the mail that we send to sign in. The answer is the same whether or not the address is known already: one that
    /// waits to be verified is registered anew, and the owner of one that has an account is told so.
    #[oai(path = "/auth/register", method = "post", operation_id = "register")]
    async fn register(
        &self,
        origin: RequestOrigin,
        body: Json<RegistrationBody>,
    ) -> Result<Accepted, Problem> {
        let RegistrationBody { name, email, password, locale, time_zone } = body.0;
        let command = Register {
            name: name.0,
            email: email.0,
            password: Secret(password.0),
            locale: locale.map(Text::into_inner),
            time_zone: time_zone.map(Text::into_inner),
            origin: origin.0,
        };
        self.identity.register(command).await?;
        Ok(Accepted)
    }
}
