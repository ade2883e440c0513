//! What a failure of the conversation means for the delivery.

use std::time::Duration;

use eop_core::notification::port::SendOutcome;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Response;

use crate::excerpt;

/// Replies that speak of the sender's standing with the server, not of this mail (RFC 4954): somebody must change the
/// settings, and then the mail can go.
const ABOUT_THE_LOGIN: [u16; 5] = [454, 530, 534, 535, 538];

/// A step of the conversation that failed.
#[derive(Debug)]
pub(super) struct Failure {
    code: Option<u16>,
    verdict: Verdict,
    detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// The server said not now.
    Later,
    /// The server said never.
    Never,
    /// There was no answer, or none that makes sense.
    NoAnswer,
}

impl Failure {
    /// `step` failed with `fault`.
    pub(super) fn at(step: &str, fault: &Error) -> Self {
        let code = fault.status().map(u16::from);
        let verdict = match code {
            Some(code) if ABOUT_THE_LOGIN.contains(&code) => Verdict::Later,
            Some(_) if fault.is_permanent() => Verdict::Never,
            Some(_) => Verdict::Later,
            None => Verdict::NoAnswer,
        };
        let hint = match code {
            Some(code) if ABOUT_THE_LOGIN.contains(&code) => {
                " (check the user and password of the mail server)"
            }
            _ => "",
        };
        Self { code, verdict, detail: excerpt(&format!("{step}: {}{hint}", with_causes(fault))) }
    }

    /// `step` was not answered within `limit`.
    pub(super) fn silent(step: &str, limit: Duration) -> Self {
        let detail = format!("{step}: no answer within {limit:?}");
        Self { code: None, verdict: Verdict::NoAnswer, detail }
    }

    /// The settings do not fit the server.
    pub(super) fn setting(detail: &str) -> Self {
        Self { code: None, verdict: Verdict::Later, detail: detail.to_owned() }
    }

    /// This mail cannot go to this server.
    pub(super) fn refused(detail: &str) -> Self {
        Self { code: None, verdict: Verdict::Never, detail: detail.to_owned() }
    }

    /// Whether the connection broke, rather than the server refusing.
    pub(super) fn is_loss(&self) -> bool {
        self.verdict == Verdict::NoAnswer
    }

    /// Before there was a conversation: the server refused us, not this mail.
    pub(super) fn while_connecting(self) -> SendOutcome {
        self.temporary()
    }

    /// Before the mail was handed over.
    pub(super) fn while_announcing(self) -> SendOutcome {
        match self.verdict {
            Verdict::Later | Verdict::NoAnswer => self.temporary(),
            Verdict::Never => self.permanent(),
        }
    }

    /// While or after the mail was handed over.
    pub(super) fn while_handing_over(self) -> SendOutcome {
        match self.verdict {
            Verdict::Later => self.temporary(),
            Verdict::Never => self.permanent(),
            Verdict::NoAnswer => SendOutcome::Unknown { detail: self.detail },
        }
    }

    fn temporary(self) -> SendOutcome {
        let code = self.code.map(|code| code.to_string());
        SendOutcome::Temporary { code, detail: self.detail, retry_after: None }
    }

    fn permanent(self) -> SendOutcome {
        SendOutcome::Permanent { code: self.code.map(|code| code.to_string()), detail: self.detail }
    }
}

/// The server took the mail.
pub(super) fn accepted(answer: &Response) -> SendOutcome {
    let text = excerpt(&answer.message().collect::<Vec<_>>().join(" "));
    SendOutcome::Accepted {
        reference: Some(text).filter(|text| !text.is_empty()),
        code: Some(answer.code().to_string()),
    }
}

/// The error and what led to it; lettre names the nearest cause by itself.
fn with_causes(fault: &Error) -> String {
    let mut text = fault.to_string();
    let mut cause = std::error::Error::source(fault).and_then(std::error::Error::source);
    while let Some(next) = cause {
        text = format!("{text}: {next}");
        cause = next.source();
    }
    text
}
