//! Commits in the traces that they were made in.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::{an_order, inserted};
use eop_core::kernel::commit::Commit;
use eop_core::order::port::OrderStore;
use eop_sql::SqlOrders;
use opentelemetry::trace::{FutureExt, Span as _, SpanContext, TraceContextExt, Tracer};
use opentelemetry::{Context, global};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{SdkTracerProvider, Span, SpanData, SpanProcessor};
use parking_lot::Mutex;

use super::support::{Engine, Postgres, Schema, Scratch, Sqlite, on_both_engines};

/// Every span that ended.
#[derive(Clone, Debug, Default)]
struct Seen(Arc<Mutex<Vec<SpanData>>>);

impl SpanProcessor for Seen {
    fn on_start(&self, _: &mut Span, _: &Context) {}

    fn on_end(&self, span: SpanData) {
        self.0.lock().push(span);
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}

/// What is seen of this process's spans: it has one provider, whichever test comes first.
fn seen() -> &'static Seen {
    static SEEN: std::sync::OnceLock<Seen> = std::sync::OnceLock::new();
    SEEN.get_or_init(|| {
        let seen = Seen::default();
        global::set_tracer_provider(SdkTracerProvider::builder().with_span_processor(seen.clone()).build());
        seen
    })
}

/// A commit is a span of the trace it was made in, and the batch that it shared with others is linked to it; of a commit in
/// no trace nothing is seen.
async fn a_commit_is_part_of_its_trace<E: Engine>() {
    let seen = seen();
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = SqlOrders::new(&scratch.database);
    let commit = |n| Commit::of(vec![inserted(&an_order().numbered(n).build())]);
    let request = global::tracer("test").start("request");
    let context = request.span_context().clone();
    orders.commit(commit(1)).with_context(Context::new().with_span(request)).await.unwrap();
    orders.commit(commit(2)).await.unwrap();

    let spans = seen.0.lock().clone();
    let of = |span: &&SpanData| span.span_context.trace_id() == context.trace_id() && span.name == "commit";
    let own: Vec<&SpanData> = spans.iter().filter(of).collect();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].parent_span_id, context.span_id());
    let linked = |span: &SpanData, to: &SpanContext| {
        span.links.links.iter().any(|link| link.span_context.span_id() == to.span_id())
    };
    let batches: Vec<&SpanData> =
        spans.iter().filter(|span| span.name == "write commits" && linked(span, &context)).collect();
    assert_eq!(batches.len(), 1);
    assert!(linked(own[0], &batches[0].span_context), "the commit leads to its batch");
    let service = own[0].attributes.iter().find(|attribute| attribute.key.as_str() == "service");
    assert_eq!(service.map(|service| service.value.as_str().into_owned()), Some(String::new()));
}

on_both_engines!(a_commit_is_part_of_its_trace);
