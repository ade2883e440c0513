//! One's own account.

use std::sync::Arc;

use eop_core::identity::command::{ChangeProfile, Secret};
use eop_core::identity::service::IdentityService;
use eop_core::kernel::access::Scope;
use eop_http::types::Text;
use eop_http::{Answer, Caller, NoContent, Problem, RequiredIfMatch, Shown};
use poem_openapi::payload::Json;
use poem_openapi::types::MaybeUndefined;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::account::AccountBody;

/// What to change of one's profile; what is absent stays
#[derive(Clone, Debug, Object)]
#[oai(rename = "ProfileChange", skip_serializing_if_is_none)]
pub(crate) struct ProfileChangeBody {
    /// A new name, at most 200 characters.
    #[oai(validator(min_length = 1, max_length = 800))]
    name: Option<Text>,
    /// A new phone number in E.164 form; null removes it.
    #[oai(nullable, validator(min_length = 8, max_length = 16))]
    phone: MaybeUndefined<Text>,
    /// A new BCP 47 language tag; kept in its canonical form.
    #[oai(validator(min_length = 2, max_length = 64))]
    locale: Option<Text>,
    /// A new time zone, by its name in the IANA database.
    #[oai(validator(min_length = 1, max_length = 64))]
    time_zone: Option<Text>,
}

/// A new password
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "PasswordChange", skip_serializing_if_is_none)]
pub(crate) struct PasswordChangeBody {
    /// The password so far.
    #[oai(validator(min_length = 1, max_length = 200))]
    #[debug(skip)]
    current_password: Text,
    /// At least 8 characters, hard to guess, and not like your name or address.
    #[oai(validator(min_length = 8, max_length = 200))]
    #[debug(skip)]
    password: Text,
}

/// How far a permission reaches
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Scope", rename_all = "snake_case")]
pub(crate) enum ScopeName {
    /// One's own things.
    Own,
    /// Everybody's.
    Any,
}

/// A permission that one has
#[derive(Clone, Debug, Object)]
#[oai(rename = "GrantedPermission", skip_serializing_if_is_none)]
pub(crate) struct GrantBody {
    /// The kind of thing.
    resource: Text,
    /// What may be done to it.
    action: Text,
    /// To whose.
    scope: ScopeName,
}

/// The permissions that one has
#[derive(Clone, Debug, Object)]
#[oai(rename = "GrantedPermissions", skip_serializing_if_is_none)]
pub(crate) struct GrantList {
    /// All of them.
    items: Vec<GrantBody>,
}

/// One's own account.
#[derive(Debug)]
pub struct MeApi {
    pub(super) identity: Arc<IdentityService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Me")]
impl MeApi {
    /// Read my account
    #[oai(path = "/me", method = "get", operation_id = "getMe")]
    async fn me(&self, caller: Caller) -> Result<Shown<AccountBody>, Problem> {
        let account = self.identity.me(caller.actor()).await?;
        let version = account.version;
        Ok(Answer::new(AccountBody::from(account)).version(version))
    }

    /// Change my profile
    ///
    /// Needs `If-Match` with the version you looked at.
    #[oai(path = "/me", method = "patch", operation_id = "changeMe")]
    async fn change(
        &self,
        caller: Caller,
        if_match: RequiredIfMatch,
        body: Json<ProfileChangeBody>,
    ) -> Result<Shown<AccountBody>, Problem> {
        let ProfileChangeBody { name, phone, locale, time_zone } = body.0;
        let command = ChangeProfile {
            name: name.map(Text::into_inner),
            phone: match phone {
                MaybeUndefined::Undefined => None,
                MaybeUndefined::Null => Some(None),
                MaybeUndefined::Value(number) => Some(Some(number.0)),
            },
            locale: locale.map(Text::into_inner),
            time_zone: time_zone.map(Text::into_inner),
            if_match: if_match.version(),
        };
        let account = self.identity.change_profile(caller.actor(), command).await?;
        let version = account.version;
        Ok(Answer::new(AccountBody::from(account)).version(version))
    }

    /// Change my password
    ///
    /// Ends all other sessions.
    #[oai(path = "/me/password", method = "post", operation_id = "changeMyPassword")]
    async fn change_password(
        &self,
        caller: Caller,
        body: Json<PasswordChangeBody>,
    ) -> Result<NoContent, Problem> {
        let PasswordChangeBody { current_password, password } = body.0;
        self.identity
            .change_password(caller.actor(), &Secret(current_password.0), &Secret(password.0))
            .await?;
        Ok(NoContent)
    }

    /// Read my permissions
    #[oai(path = "/me/permissions", method = "get", operation_id = "listMyPermissions")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn permissions(&self, caller: Caller) -> Result<Json<GrantList>, Problem> {
        let granted = self.identity.my_permissions(caller.actor())?;
        let items = granted.into_iter().map(|(permission, scope)| GrantBody {
            resource: Text::from(permission.resource),
            action: Text::from(permission.action),
            scope: match scope {
                Scope::Own => ScopeName::Own,
                Scope::Any => ScopeName::Any,
            },
        });
        Ok(Json(GrantList { items: items.collect() }))
    }
}
