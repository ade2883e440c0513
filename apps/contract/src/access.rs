//! The table of role × operation × ownership: who may do what to whose things, as the interface answers it.

use std::fmt::Write;
use std::future::Future;

use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::Role;
use eop_core::kernel::id::{SessionId, UserId};

use crate::client::{Api, Call};
use crate::document::Operation;
use crate::people::{Caller, service_token, token_of};
use crate::problems::TOO_LARGE;
use crate::reply::Reply;

/// Whose thing the request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The caller's.
    Own,
    /// Somebody else's.
    Other,
    /// Nobody's: it does not exist.
    Absent,
}

/// What the caller is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nobody who is known.
    Anonymous,
    /// A customer whose address is not verified where that matters.
    Unverified,
    /// Somebody with this role and no other.
    With(Role),
}

impl Part {
    /// Everything that a caller can be.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let roles = Role::BUILT_IN.into_iter().map(Self::With);
        [Self::Anonymous, Self::Unverified].into_iter().chain(roles).collect()
    }

    /// The roles of the caller's token.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        match self {
            Self::Anonymous => Vec::new(),
            Self::Unverified => vec![Role::CUSTOMER, Role::UNVERIFIED],
            Self::With(role) => vec![role.clone()],
        }
    }

    /// The account `id` in this part, in no session.
    #[must_use]
    pub fn played_by(&self, id: UserId) -> Caller {
        self.played_in(id, None)
    }

    /// The account `id` in this part, in this session.
    #[must_use]
    pub fn played_in(&self, id: UserId, session: Option<SessionId>) -> Caller {
        let token = match self {
            Self::Anonymous => None,
            Self::With(role) if *role == Role::SERVICE => Some(service_token("billing", &self.roles())),
            Self::Unverified | Self::With(_) => Some(token_of(id, &self.roles(), session)),
        };
        Caller { id, token }
    }

    fn name(&self) -> &str {
        match self {
            Self::Anonymous => "anonymous",
            Self::Unverified => "unverified",
            Self::With(role) => role.as_str(),
        }
    }
}

/// A request for one cell of the table, which succeeds if the caller may do it.
#[derive(Debug)]
pub struct Prepared<'a> {
    /// The request, without a token.
    pub call: Call<'a>,
    /// What a list can show: a name, and the id that shows it.
    pub signs: Vec<(&'static str, String)>,
}

impl<'a> Prepared<'a> {
    /// A request that shows nothing but its status.
    #[must_use]
    pub fn new(call: Call<'a>) -> Self {
        Self { call, signs: Vec::new() }
    }

    /// A request for a list that may show the caller's own thing, and that of somebody else.
    pub fn list(call: Call<'a>, own: &impl ToString, other: &impl ToString) -> Self {
        Self { call, signs: vec![("own", own.to_string()), ("other", other.to_string())] }
    }
}

/// How a service makes callers and the things that they ask for.
pub trait Stage {
    /// The interface.
    fn api(&self) -> &Api;

    /// Somebody new who plays `part`.
    fn caller(&self, part: &Part) -> impl Future<Output = Caller>;

    /// A request for `operation` by `caller` about a new thing of `whose`; nothing where that makes no sense.
    fn prepare<'a>(
        &'a self,
        operation: &'a Operation,
        caller: &'a Caller,
        whose: Whose,
    ) -> impl Future<Output = Option<Prepared<'a>>>;
}

/// The table as text: one line per operation and ownership, one column per part.
pub async fn table(stage: &impl Stage) -> String {
    let parts = Part::all();
    let mut rows = vec![["operation", "permission", "whose"].map(str::to_owned).to_vec()];
    rows[0].extend(parts.iter().map(|part| part.name().to_owned()));
    for operation in stage.api().document().operations() {
        assert!(!operation.permission.is_empty(), "{} declares no permission", operation.id);
        let mut asked = 0;
        for (whose, name) in [(Whose::Own, "own"), (Whose::Other, "other"), (Whose::Absent, "absent")] {
            let mut row = vec![operation.id.clone(), operation.permission.clone(), name.to_owned()];
            for part in &parts {
                let caller = stage.caller(part).await;
                let Some(prepared) = stage.prepare(operation, &caller, whose).await else { continue };
                row.push(cell(prepared, &caller).await);
            }
            if row.len() > 3 {
                assert_eq!(row.len(), 3 + parts.len(), "{}: some parts have no request", operation.id);
                asked += 1;
                rows.push(row);
            }
        }
        assert!(asked > 0, "{} was never asked for", operation.id);
    }
    laid_out(&rows)
}

/// Whoever lacks the permission of an operation is told so, and who is not known is asked who they are, whatever is wrong
/// with the request: its path, its query, its headers or its body. Gives the number of requests made.
pub async fn before_validation(stage: &impl Stage, policy: &dyn AccessPolicy) -> usize {
    let mut count = 0;
    for operation in stage.api().document().operations().iter().filter(|operation| !operation.is_public) {
        let needed = Permission::named(&operation.permission);
        let is_open = operation.permission == "signed_in";
        assert!(needed.is_some() || is_open, "{} is no permission", operation.permission);
        let is_barred =
            |roles: &[Role], needed| !Scope::ALL.iter().any(|scope| policy.allows(roles, needed, *scope));
        let mut barred = 0;
        for part in Part::all() {
            let roles = part.roles();
            let may = part != Part::Anonymous && !needed.is_some_and(|needed| is_barred(&roles, needed));
            // Theirs is a mark beside a role: what they may not do, they may not do as what they are.
            if part == Part::Unverified || may {
                continue;
            }
            let caller = stage.caller(&part).await;
            for call in spoilt(stage.api(), operation) {
                let (reply, status, code) = match &caller.token {
                    Some(token) => (call.by(token).send().await, 403, "access.denied"),
                    None => (call.send().await, 401, "auth.token_missing"),
                };
                drop(reply.refused(status, code));
                count += 1;
            }
            barred += usize::from(caller.token.is_some());
        }
        assert!(barred > 0 || is_open, "{} is open to every role", operation.id);
    }
    count
}

/// Requests for `operation` that are not in order, one for each part of a request that can be wrong.
fn spoilt<'a>(api: &'a Api, operation: &'a Operation) -> Vec<Call<'a>> {
    let ask = || {
        let call = api.call_of(operation);
        if operation.body.is_some() { call.example() } else { call }
    };
    let mut calls = vec![ask().query("definitely_unknown=1")];
    for parameter in &operation.parameters {
        let name = parameter.name.as_str();
        match (parameter.place.as_str(), name) {
            ("path", _) => calls.push(ask().on("x")),
            ("query", "cursor") => calls.push(ask().query("cursor=AAAA")),
            ("query", _) => calls.push(ask().query(&format!("{name}="))),
            ("header", _) => calls.push(ask().header(name, "two words")),
            (place, _) => panic!("{}: nothing spoils {place}", operation.id),
        }
    }
    if operation.body.is_some() {
        let bare = || api.call_of(operation);
        calls.extend(["{", "[]"].map(|text| bare().body("application/json", text)));
        calls.push(bare().body("application/json", " ".repeat(TOO_LARGE)));
        calls.push(bare().body("text/plain", "{}"));
    }
    calls
}

async fn cell(prepared: Prepared<'_>, caller: &Caller) -> String {
    let Prepared { call, signs } = prepared;
    let call = match &caller.token {
        Some(token) => call.by(token),
        None => call,
    };
    let reply = call.send().await;
    if reply.status() >= 400 {
        return refusal(&reply);
    }
    let shown: Vec<&str> =
        signs.iter().filter(|(_, id)| reply.text().contains(id)).map(|(name, _)| *name).collect();
    match (signs.is_empty(), shown.is_empty()) {
        (true, _) => reply.status().to_string(),
        (false, true) => format!("{}:none", reply.status()),
        (false, false) => format!("{}:{}", reply.status(), shown.join("+")),
    }
}

/// The status, and the code unless it is the usual one.
fn refusal(reply: &Reply) -> String {
    let code = reply.code();
    let usual = match reply.status() {
        401 => code == "auth.token_missing",
        403 => code == "access.denied",
        404 => code.ends_with(".not_found"),
        _ => false,
    };
    let short = code.rsplit('.').next().unwrap_or_default();
    if usual { reply.status().to_string() } else { format!("{}:{short}", reply.status()) }
}

fn laid_out(rows: &[Vec<String>]) -> String {
    let columns = rows[0].len();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            write!(line, "{cell:width$}  ").expect("a text takes more");
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}
