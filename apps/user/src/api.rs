//! The HTTP interface of the user service: one module per resource, each with its own types.

mod account;
mod clients;
mod decisions;
pub mod examples;
mod keys;
mod links;
mod me;
mod roles;
mod sessions;
mod tokens;
mod users;

use std::sync::Arc;

use eop_assembly::audit::{self, AuditApi};
use eop_assembly::console::{self, SystemApi, Telemetry};
use eop_assembly::outbox::{self, OutboxApi};
use eop_core::identity::event as identity_events;
use eop_core::identity::service::IdentityService;
use eop_core::kernel::console::Console;
use eop_core::kernel::pipeline::Pipeline;
use eop_core::kernel::trail::AuditTrail;
use eop_http::{About, Cursors, Service};
use poem_openapi::Tags;

use self::account::RegistrationApi;
use self::clients::ClientsApi;
use self::decisions::DecisionsApi;
use self::keys::KeysApi;
use self::links::LinksApi;
use self::me::MeApi;
use self::roles::RolesApi;
use self::sessions::SessionsApi;
use self::tokens::TokensApi;
use self::users::UsersApi;

/// What the interface calls.
#[derive(Clone, Debug)]
pub struct UseCases {
    /// Accounts, sessions and roles.
    pub identity: Arc<IdentityService>,
    /// The outbox, for operators.
    pub pipeline: Arc<Pipeline>,
    /// Who did what.
    pub audit: Arc<AuditTrail>,
    /// What the service remembers of its own work, for operators.
    pub console: Arc<Console<Telemetry>>,
    /// The cursors of lists.
    pub cursors: Cursors,
    /// Whether clients reach the service by HTTPS, so that cookies can be `Secure`.
    pub secure_cookies: bool,
}

/// What the service is.
const ABOUT: About = About {
    title: "User service",
    version: env!("CARGO_PKG_VERSION"),
    description: "Accounts, sessions, roles and signing keys.",
};

/// What each operation needs.
const PERMISSIONS: &[(&str, &str)] = &[
    ("register", "public"),
    ("verifyEmail", "public"),
    ("resendVerification", "public"),
    ("forgotPassword", "public"),
    ("resetPassword", "public"),
    ("logIn", "public"),
    ("refreshTokens", "public"),
    ("logOut", "signed_in"),
    ("issueServiceToken", "client"),
    ("getJwks", "public"),
    ("listKeys", "key:read"),
    ("rotateKeys", "key:rotate"),
    ("retireKey", "key:rotate"),
    ("getMe", "profile:read"),
    ("changeMe", "profile:write"),
    ("changeMyPassword", "profile:write"),
    ("listMyPermissions", "profile:read"),
    ("listMySessions", "session:read"),
    ("revokeMySession", "session:revoke"),
    ("revokeMyOtherSessions", "session:revoke"),
    ("listUsers", "user:read"),
    ("getUser", "user:read"),
    ("getUserRoles", "role:read"),
    ("setUserRoles", "role:assign"),
    ("lockUser", "user:write"),
    ("unlockUser", "user:write"),
    ("listRoles", "role:read"),
    ("createRole", "role:write"),
    ("getRole", "role:read"),
    ("changeRole", "role:write"),
    ("removeRole", "role:write"),
    ("listPermissions", "role:read"),
    ("getPolicy", "policy:read"),
    ("checkDecision", "policy:read"),
];

#[derive(Tags)]
enum Tag {
    /// Registering, and one-time links.
    Registration,
    /// Signing in and out.
    Sessions,
    /// One's own account.
    Me,
    /// Everybody's accounts, for administrators.
    Users,
    /// What roles may do, for administrators and for services that decide by it.
    Roles,
    /// Keys that verify access tokens.
    Keys,
}

/// The parts of the interface.
type Apis = (
    RegistrationApi,
    LinksApi,
    TokensApi,
    ClientsApi,
    MeApi,
    SessionsApi,
    UsersApi,
    RolesApi,
    DecisionsApi,
    KeysApi,
    OutboxApi,
    AuditApi,
    SystemApi,
);

/// The API over these use cases.
#[must_use]
pub fn api(use_cases: &UseCases) -> Service<Apis> {
    let UseCases { identity, pipeline, audit, console, cursors, secure_cookies } = use_cases.clone();
    let apis = (
        RegistrationApi { identity: Arc::clone(&identity) },
        LinksApi { identity: Arc::clone(&identity) },
        TokensApi { identity: Arc::clone(&identity), secure_cookies },
        ClientsApi { identity: Arc::clone(&identity) },
        MeApi { identity: Arc::clone(&identity) },
        SessionsApi { identity: Arc::clone(&identity) },
        UsersApi { identity: Arc::clone(&identity), cursors: cursors.clone() },
        RolesApi { identity: Arc::clone(&identity) },
        DecisionsApi { identity: Arc::clone(&identity) },
        KeysApi { identity },
        OutboxApi::new(pipeline, cursors.clone()),
        AuditApi::new(audit, cursors),
        SystemApi::new(console),
    );
    let service = Service::new("user", ABOUT, apis, PERMISSIONS)
        .publishes(identity_events::PUBLISHED)
        .error("logIn", "401")
        .error("checkDecision", "404")
        .error("refreshTokens", "401")
        .error("issueServiceToken", "401")
        .error("refreshTokens", "403")
        .error("createRole", "409")
        .error("changeMyPassword", "429");
    console::on(audit::on(outbox::on(examples::on(service))))
}
