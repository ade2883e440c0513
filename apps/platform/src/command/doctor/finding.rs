//! What was looked at, how it is, and what to do.

use std::fmt::Write;

use serde_json::{Value, json};

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// As it should be.
    Well,
    /// It works, and somebody should look.
    Warning,
    /// It does not work, or will soon not.
    Wrong,
}

impl State {
    fn as_str(self) -> &'static str {
        match self {
            Self::Well => "ok",
            Self::Warning => "warning",
            Self::Wrong => "wrong",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// The service, or `here` and `all`.
    pub(super) of: &'static str,
    pub(super) what: String,
    pub(super) state: State,
    pub(super) detail: String,
    /// What to do; nothing when it is well.
    pub(super) advice: Option<String>,
}

impl Finding {
    pub(super) fn well(of: &'static str, what: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { of, what: what.into(), state: State::Well, detail: detail.into(), advice: None }
    }

    pub(super) fn warning(
        of: &'static str,
        what: impl Into<String>,
        detail: String,
        advice: impl Into<String>,
    ) -> Self {
        let (what, advice) = (what.into(), Some(advice.into()));
        Self { of, what, state: State::Warning, detail, advice }
    }

    pub(super) fn wrong(
        of: &'static str,
        what: impl Into<String>,
        detail: String,
        advice: impl Into<String>,
    ) -> Self {
        Self { state: State::Wrong, ..Self::warning(of, what, detail, advice) }
    }
}

/// For programs.
pub(super) fn json(found: &[Finding]) -> Value {
    let one = |finding: &Finding| {
        let Finding { of, what, state, detail, advice } = finding;
        json!({ "of": of, "what": what, "state": state.as_str(), "detail": detail, "advice": advice })
    };
    found.iter().map(one).collect()
}

/// For people: a line for each, and what to do below it.
pub(super) fn table(found: &[Finding]) -> String {
    let of = found.iter().map(|one| one.of.len()).max().unwrap_or_default();
    let what = found.iter().map(|one| one.what.len()).max().unwrap_or_default();
    let mut text = String::new();
    for one in found {
        let state = one.state.as_str();
        let _ = writeln!(text, "{state:<7}  {:<of$}  {:<what$}  {}", one.of, one.what, one.detail);
        if let Some(advice) = &one.advice {
            let _ = writeln!(text, "{:width$}  {advice}", "", width = 7 + 2 + of + 2 + what);
        }
    }
    text
}
