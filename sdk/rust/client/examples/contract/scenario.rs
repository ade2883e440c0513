//! The scenario, step by step.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use eop_sdk::types::{Approval, InboxEvent, OrderAmendment, OrderSort};
use eop_sdk::{ApiError, Config, Credentials, Error, Platform, each, edit, etag_of};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::timeout;
use uuid::Uuid;

use super::{Run, Saw, Step, name_of};

pub struct Play<'a> {
    run: &'a Run,
    customer: Platform,
    approver: Platform,
    renewals: Arc<AtomicUsize>,
    first: Uuid,
}

impl<'a> Play<'a> {
    pub fn new(run: &'a Run) -> Self {
        let renewals = Arc::new(AtomicUsize::new(0));
        let seen = renewals.clone();
        let urls = Config::urls(&run.urls.user, &run.urls.order, &run.urls.notification);
        let (people, password) = (&run.scenario.people, &run.scenario.password);
        let approver = urls.clone().credentials(Credentials::password(&people.approver, password));
        let customer = urls.credentials(Credentials::password(&people.customer, password)).on_tokens(move |_| {
            seen.fetch_add(1, Ordering::Relaxed);
        });
        Self { run, customer: Platform::new(customer), approver: Platform::new(approver), renewals, first: Uuid::nil() }
    }

    pub async fn step(&mut self, step: &Step) -> Saw {
        match step.r#do.as_str() {
            "log_in" => self.log_in().await,
            "place" => self.place_first().await,
            "page" => self.page(step).await,
            "approve" => self.approve(step).await,
            "edit" => self.edit(step).await,
            "missing" => self.missing().await,
            "conflict" => self.conflict().await,
            "invalid" => self.invalid().await,
            "forbidden" => self.forbidden().await,
            "watch" => timeout(Duration::from_secs(30), self.watch()).await?,
            "refresh" => self.refresh(step).await,
            "log_out" => self.log_out().await,
            other => Err(format!("unknown step {other}").into()),
        }
    }

    async fn place(&self) -> Result<Uuid, Error> {
        Ok(self.customer.place_order().body(self.run.scenario.draft.clone()).send().await?.id)
    }

    async fn log_in(&self) -> Saw {
        let (customer, approver) = tokio::try_join!(self.customer.get_me().send(), self.approver.get_me().send())?;
        Ok(json!({ "customer": customer.email, "approver": approver.email }))
    }

    async fn place_first(&mut self) -> Saw {
        let order = self.customer.place_order().body(self.run.scenario.draft.clone()).send().await?;
        self.first = order.id;
        let decimal = eop_sdk::decimal_of(&order.total);
        Ok(json!({ "status": order.status, "total": order.total.amount, "decimal": decimal, "etag": etag_of(&order)? }))
    }

    async fn page(&self, step: &Step) -> Saw {
        let mut orders = each(self.approver.list_orders().sort(OrderSort::CreatedAt).limit(step.limit));
        let (mut ids, mut times) = (HashSet::new(), Vec::new());
        while times.len() < step.take
            && let Some(order) = orders.next().await
        {
            let order = order?;
            ids.insert(order.id);
            times.push(order.created_at);
        }
        Ok(json!({ "taken": times.len(), "distinct": ids.len(), "in_order": times.is_sorted() }))
    }

    async fn approve(&self, step: &Step) -> Saw {
        let note = Approval::builder().note(step.note.clone());
        let order = self.approver.approve_order().id(self.first).body(note).send().await?;
        Ok(json!({ "status": order.status }))
    }

    async fn amend(&self, id: Uuid, etag: &str, note: &str) -> Result<eop_sdk::types::Order, Error> {
        let note = OrderAmendment::builder().note(note.to_owned());
        Ok(self.customer.amend_order().id(id).if_match(etag).body(note).send().await?.into_inner())
    }

    async fn edit(&self, step: &Step) -> Saw {
        let id = self.place().await?;
        self.amend(id, "\"1\"", "rival 1").await?;
        let stale = self.amend(id, "\"1\"", "rival 1").await.expect_err("a newer version is there");
        let mut tries = 0;
        let order = edit(
            async || Ok(self.customer.get_order().id(id.to_string()).send().await?),
            async |order, etag| {
                tries += 1;
                if tries == 1 {
                    self.amend(id, &format!("\"{}\"", order.version), "rival 2").await?;
                }
                self.amend(id, &etag, &step.note).await
            },
        )
        .await?;
        let etag = stale.api().and_then(|error| error.etag.clone());
        Ok(json!({ "stale": name_of(&stale), "stale_etag": etag, "tries": tries, "note": order.note, "version": order.version }))
    }

    async fn missing(&self) -> Saw {
        let outcome = self.customer.get_order().id("00000000-0000-7000-8000-000000000000").send().await;
        let error = refused(outcome.map(drop).map_err(Error::from))?;
        let (request_id, trace_id) = (error.request_id.is_some(), error.trace_id.is_some());
        let kind = format!("{:?}", error.kind);
        Ok(json!({ "error": kind, "status": error.status, "code": error.code, "request_id": request_id, "trace_id": trace_id }))
    }

    async fn conflict(&self) -> Saw {
        let outcome = self.approver.approve_order().id(self.first).body(Approval::builder()).send().await;
        let error = refused(outcome.map(drop).map_err(Error::from))?;
        let kind = format!("{:?}", error.kind);
        Ok(json!({ "error": kind, "code": error.code, "current_status": error.problem["current_status"] }))
    }

    async fn invalid(&self) -> Saw {
        let mut draft = self.run.scenario.draft.clone();
        draft.lines[0].quantity = 0;
        let outcome = self.customer.place_order().body(draft).send().await;
        let error = refused(outcome.map(drop).map_err(Error::from))?;
        let fields: Vec<_> = error.errors.iter().map(|one| &one.field).collect();
        Ok(json!({ "error": format!("{:?}", error.kind), "status": error.status, "code": error.code, "fields": fields }))
    }

    async fn forbidden(&self) -> Saw {
        let outcome = self.customer.approve_order().id(self.first).body(Approval::builder()).send().await;
        let error = refused(outcome.map(drop).map_err(Error::from))?;
        Ok(json!({ "error": format!("{:?}", error.kind), "code": error.code }))
    }

    async fn watch(&self) -> Saw {
        let id = self.place().await?;
        let mut events = self.customer.watch_my_inbox(None);
        events.next().await?;
        self.approver.approve_order().id(id).body(Approval::builder()).send().await?;
        loop {
            if let InboxEvent::InboxItem(item) = events.next().await?.event
                && item.order_id == Some(id)
                && item.kind == "order.approved"
            {
                return Ok(json!({ "seen": item.kind }));
            }
        }
    }

    async fn refresh(&self, step: &Step) -> Saw {
        let before = self.renewals.load(Ordering::Relaxed);
        let mut running = JoinSet::new();
        for _ in 0..step.calls {
            let customer = self.customer.clone();
            running.spawn(async move { customer.get_me().send().await.is_ok() });
        }
        self.customer.refresh().await?;
        let succeeded = running.join_all().await.into_iter().filter(|is_ok| *is_ok).count();
        self.customer.refresh().await?;
        let is_good = self.customer.get_me().send().await?.email == self.run.scenario.people.customer;
        let renewed = self.renewals.load(Ordering::Relaxed) == before + 2;
        Ok(json!({ "succeeded": succeeded, "renewed": renewed, "still_good": is_good }))
    }

    async fn log_out(&self) -> Saw {
        self.customer.end_session().await?;
        self.approver.end_session().await?;
        let error = refused(self.customer.get_me().send().await.map(drop).map_err(Error::from))?;
        Ok(json!({ "error": format!("{:?}", error.kind) }))
    }
}

/// What a service said of a call that it must have refused.
fn refused(outcome: Result<(), Error>) -> Result<ApiError, Box<dyn std::error::Error>> {
    match outcome {
        Err(Error::Api(error)) => Ok(*error),
        Err(error) => Err(error.into()),
        Ok(()) => Err("the call did not fail".into()),
    }
}
