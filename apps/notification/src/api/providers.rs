//! How the providers of the channels are doing.

use std::sync::Arc;

use eop_core::notification::model::health::ProviderState;
use eop_core::notification::service::NotificationService;
use eop_core::notification::service::providers::ProviderReport;
use eop_http::types::{Int, Nullable, Text, Timestamp};
use eop_http::{Caller, Problem};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::deliveries::ChannelName;

/// What a provider's breaker lets through: everything, nothing, or one message that is to show whether it works again
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "ProviderState", rename_all = "snake_case")]
pub(crate) enum StateName {
    /// It works.
    Closed,
    /// It failed too often.
    Open,
    /// One message is under way to it.
    HalfOpen,
}

impl From<ProviderState> for StateName {
    fn from(state: ProviderState) -> Self {
        match state {
            ProviderState::Closed => Self::Closed,
            ProviderState::Open => Self::Open,
            ProviderState::HalfOpen => Self::HalfOpen,
        }
    }
}

/// What went wrong last
#[derive(Clone, Debug, Object)]
#[oai(rename = "ProviderFailure", skip_serializing_if_is_none)]
pub(crate) struct FailureBody {
    /// When.
    at: Timestamp,
    /// What the provider said, or what was seen of it.
    detail: Text,
}

/// How a provider is doing
#[derive(Clone, Debug, Object)]
#[oai(rename = "Provider", skip_serializing_if_is_none)]
pub(crate) struct ProviderBody {
    /// The channel that it serves.
    channel: ChannelName,
    /// Its name, as shown with attempts.
    provider: Text,
    /// Its place among those of its channel: 1 is asked first.
    position: Int<u16>,
    /// What its breaker lets through.
    state: StateName,
    /// Since when it failed too often; null while it works.
    open_since: Nullable<Timestamp>,
    /// When it may be asked again: the next probe, or the end of the pause that it asked for; null when it may be asked now.
    next_at: Nullable<Timestamp>,
    /// Messages of the last minute, whatever became of them.
    calls: Int<u32>,
    /// Those of them that it did not take for now, or to which it did not answer.
    failures: Int<u32>,
    /// Messages that it is given in a second, at most; null without a limit.
    per_second: Nullable<Int<u16>>,
    /// Messages that went on to another provider since the start, because this one did not take them.
    passed_on: Int<u64>,
    /// What went wrong last; null when nothing did since the start.
    last_failure: Nullable<FailureBody>,
}

impl From<ProviderReport> for ProviderBody {
    fn from(report: ProviderReport) -> Self {
        let failure = report.last_failure;
        let failure = failure.map(|last| FailureBody { at: Timestamp(last.at), detail: Text(last.detail) });
        Self {
            channel: report.channel.into(),
            provider: Text(report.provider),
            position: Int(report.position),
            state: report.state.into(),
            open_since: Nullable(report.open_since.map(Timestamp)),
            next_at: Nullable(report.next_at.map(Timestamp)),
            calls: Int(report.calls),
            failures: Int(report.failures),
            per_second: Nullable(report.per_second.map(Int)),
            passed_on: Int(report.passed_on),
            last_failure: Nullable(failure),
        }
    }
}

/// The providers of all channels
#[derive(Clone, Debug, Object)]
#[oai(rename = "ProviderList")]
pub(crate) struct ProviderListBody {
    /// By channel, in the order in which they are asked.
    items: Vec<ProviderBody>,
}

/// How the providers of the channels are doing.
#[derive(Debug)]
pub struct ProvidersApi {
    pub(super) notifications: Arc<NotificationService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Providers")]
impl ProvidersApi {
    /// List providers
    ///
    /// Who hands messages over on each channel, and how that goes, as the instance that answers sees it.
    #[oai(path = "/providers", method = "get", operation_id = "listProviders")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn list(&self, caller: Caller) -> Result<Json<ProviderListBody>, Problem> {
        let reports = self.notifications.provider_reports(caller.actor())?;
        Ok(Json(ProviderListBody { items: reports.into_iter().map(ProviderBody::from).collect() }))
    }
}
