//! Commits as parts of the traces that they were made in.

use std::time::{Instant, SystemTime};

use opentelemetry::trace::{Link, Span, SpanContext, SpanKind, Status, TraceContextExt, Tracer};
use opentelemetry::{Context, KeyValue, global};

/// The most commits that the span of a batch is linked to.
const MOST_LINKS: usize = 128;

/// The span that a commit is made in, if it is recorded: of any other nothing is noted.
pub(crate) fn recorded() -> Option<SpanContext> {
    Context::map_current(|context| {
        let span = context.span();
        let own = span.span_context();
        own.is_sampled().then(|| own.clone())
    })
}

/// The commits of a batch whose traces are recorded, each with the time since when it waited.
#[derive(Default)]
pub(crate) struct Traced(Vec<(SpanContext, Instant)>);

impl Traced {
    pub(crate) fn add(&mut self, trace: Option<SpanContext>, since: Instant) {
        self.0.extend(trace.map(|trace| (trace, since)));
    }

    /// They were written for `service`, with others a batch of `size`, from `begun` until now. The batch is one span, linked to
    /// each commit, and each commit is one in its own trace, linked to the batch that it shared.
    pub(crate) fn written(self, service: &str, (size, begun): (usize, Instant), has_failed: bool) {
        if self.0.is_empty() {
            return;
        }
        let tracer = global::tracer("eop");
        #[expect(
            clippy::disallowed_methods,
            reason = "spans are dated by the machine's clock, as all others are"
        )]
        let ended = SystemTime::now();
        let at = |instant: Instant| ended - instant.elapsed();
        let attributes = || {
            let size = i64::try_from(size).unwrap_or(i64::MAX);
            [KeyValue::new("service", service.to_owned()), KeyValue::new("db.operation.batch.size", size)]
        };
        let commits = self.0.iter().take(MOST_LINKS);
        let mut batch = tracer
            .span_builder("write commits")
            .with_kind(SpanKind::Client)
            .with_start_time(at(begun))
            .with_links(commits.map(|(commit, _)| Link::with_context(commit.clone())).collect())
            .with_attributes(attributes())
            .start_with_context(&tracer, &Context::new());
        if has_failed {
            batch.set_status(Status::error("nothing of the batch was written"));
        }
        let shared = batch.span_context().clone();
        batch.end_with_timestamp(ended);
        for (commit, since) in self.0 {
            let parent = Context::new().with_remote_span_context(commit);
            let mut span = tracer
                .span_builder("commit")
                .with_kind(SpanKind::Internal)
                .with_start_time(at(since))
                .with_links(vec![Link::with_context(shared.clone())])
                .with_attributes(attributes())
                .start_with_context(&tracer, &parent);
            span.end_with_timestamp(ended);
        }
    }
}
