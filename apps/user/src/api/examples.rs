//! The examples of the document. They work as they stand, for an administrator, in an `eop dev` that has its demo data.

use std::time::Duration;

use eop_core::identity::error::IdentityError;
use eop_core::kernel::access::{Denied, Permission};
use eop_core::kernel::commit::Version;
use eop_core::kernel::throttle::{Limit, Tally};
use eop_http::Service;
use serde_json::json;

/// The account that administrators try things on. Nobody has verified its address.
pub const ACCOUNT: &str = "019cb6f1-0000-7000-8000-0000000000c1";
/// Its address.
pub const EMAIL: &str = "eve@demo.test";
/// A session of the administrator, for ending it.
pub const SESSION: &str = "019cb6f1-0000-7000-8000-0000000000c2";
/// The administrator's address.
pub const ADMIN_EMAIL: &str = "admin@demo.test";
/// The password of every demo account, unless the settings name another.
const PASSWORD: &str = "correct-horse-demo-battery";
/// A password that somebody chooses.
const NEW_PASSWORD: &str = "harbour-violet-9-piano";
/// The refresh token of another session of the administrator.
pub const REFRESH_TOKEN: &str = "demo-refresh-0f2b8Zf4yR7s5pQ9wT6bNaLhEiOoUxY";
/// The token of a link that verifies the account's address.
pub const VERIFY_TOKEN: &str = "demo-verify-c2mVdG1u8J0Zf4yR7s5pQ9wT6bNaLhE";
/// The address of another account, whose password is chosen anew.
pub const FORGETFUL_EMAIL: &str = "erin@demo.test";
/// The token of a link that lets it do so.
pub const RESET_TOKEN: &str = "demo-reset-3v0c2mVdG1u8J0Zf4yR7s5pQ9wT6bNaL";

/// A role that administrators try things on.
pub const ROLE: &str = "night-desk";
/// A role that nobody has, to remove.
pub const UNUSED_ROLE: &str = "intern";
/// A key that signed once, for retiring it: a public key whose private part was thrown away when it was made.
pub const KEY: &str = "jGir1opw6i34p0x23KHQd4RsCZIVcqc-TGaFmzf23ZE";
/// Its public part (RFC 8037).
pub const KEY_X: &str = "xYYuVL5yeedDnyjTQJxw2AN0jHBqf2WsV31gvqzl_w4";

/// The service with its examples.
pub(super) fn on<T: poem_openapi::OpenApi + 'static>(service: Service<T>) -> Service<T> {
    let things = [
        ("getUser", ACCOUNT),
        ("getUserRoles", ACCOUNT),
        ("setUserRoles", ACCOUNT),
        ("lockUser", ACCOUNT),
        ("unlockUser", ACCOUNT),
        ("revokeMySession", SESSION),
        ("getRole", ROLE),
        ("changeRole", ROLE),
        ("removeRole", UNUSED_ROLE),
        ("retireKey", KEY),
    ];
    let service = things.iter().fold(service, |all, (operation, id)| all.thing(operation, *id));
    let carol = "carol@example.com";
    let bodies = [
        ("register", json!({ "name": "Carol Example", "email": carol, "password": "plum-ladder-42-cloud" })),
        ("resendVerification", json!({ "email": carol })),
        ("forgotPassword", json!({ "email": carol })),
        ("logIn", json!({ "email": ADMIN_EMAIL, "password": PASSWORD })),
        ("refreshTokens", json!({ "refresh_token": REFRESH_TOKEN })),
        ("verifyEmail", json!({ "token": VERIFY_TOKEN })),
        ("resetPassword", json!({ "token": RESET_TOKEN, "password": NEW_PASSWORD })),
        ("changeMe", json!({ "locale": "de", "time_zone": "Europe/Berlin" })),
        ("changeMyPassword", json!({ "current_password": PASSWORD, "password": NEW_PASSWORD })),
        ("setUserRoles", json!({ "roles": ["customer", "approver"] })),
        ("lockUser", json!({ "until": "2099-01-01T00:00:00Z" })),
        ("checkDecision", json!({ "roles": ["support"], "resource": "order", "action": "approve" })),
        (
            "createRole",
            json!({
                "name": "returns-desk",
                "description": "Looks into orders that came back",
                "permissions": [
                    { "resource": "order", "action": "read", "scope": "any", "effect": "allow" },
                    { "resource": "note", "action": "write", "scope": "any", "effect": "allow" },
                ],
            }),
        ),
        (
            "changeRole",
            json!({
                "description": "Answers the telephone at night",
                "permissions": [
                    { "resource": "order", "action": "read", "scope": "any", "effect": "allow" },
                    { "resource": "order", "action": "cancel", "scope": "any", "effect": "deny" },
                ],
            }),
        ),
    ];
    let service = bodies.into_iter().fold(service, |all, (operation, body)| all.example(operation, body));
    let problems = [
        IdentityError::NotFound,
        IdentityError::BadCredentials,
        IdentityError::Denied(Denied { permission: Permission::USER_READ }),
        IdentityError::LastAdmin,
        IdentityError::VersionMismatch { current: Version(3) },
        IdentityError::field("/email", "email", "must be an e-mail address"),
        IdentityError::VersionRequired,
        IdentityError::TooManyTries(Tally {
            limit: Limit { max: 20, window: Duration::from_mins(15) },
            hits: 21,
            resets_in: Duration::from_secs(30),
        }),
    ];
    problems.into_iter().fold(service, Service::problem)
}
