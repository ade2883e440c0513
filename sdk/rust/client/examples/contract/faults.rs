//! What a platform with faults is asked for.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use eop_sdk::types::{InboxEvent, OrderAmendment, PasswordChange};
use eop_sdk::{Config, Credentials, Error, Platform, each, edit};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{Run, Saw, Step, name_of};

const EARL: &str = "ORD-2026-000001";

pub async fn case(run: &Run, case: &Step) -> Saw {
    let (asked, handed) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(None)));
    let (asking, kept) = (asked.clone(), handed.clone());
    let who = match case.credentials.as_str() {
        "refresh_token" => Credentials::RefreshToken("refresh-0".into()),
        "function" => Credentials::function(move || {
            let number = asking.fetch_add(1, Ordering::Relaxed) + 1;
            async move { Ok(format!("access-{number}")) }
        }),
        _ => Credentials::password(&run.scenario.people.customer, &run.scenario.password),
    };
    let mut config = Config::url(&format!("{}/{}", run.faults, case.case)).credentials(who).on_tokens(move |tokens| {
        kept.lock().expect("nobody panics with it").clone_from(&tokens.refresh_token);
    });
    if let Some(ms) = case.timeout_ms {
        config = config.timeout(Duration::from_millis(ms));
    }
    match act(&Platform::new(config), run, case).await {
        Ok(mut saw) => {
            saw["outcome"] = "ok".into();
            saw["asked"] = asked.load(Ordering::Relaxed).into();
            saw["handed"] = handed.lock().expect("nobody panics with it").clone().into();
            Ok(saw)
        }
        Err(error) => {
            let (status, code) = error.api().map(|error| (error.status, error.code.clone())).unzip();
            Ok(json!({ "outcome": name_of(&error), "status": status, "code": code }))
        }
    }
}

async fn act(platform: &Platform, run: &Run, case: &Step) -> Result<Value, Error> {
    match case.r#do.as_str() {
        "place" => drop(platform.place_order().body(run.scenario.draft.clone()).send().await?),
        "change_password" => {
            let change = PasswordChange::builder().current_password(&run.scenario.password).password("harbour-violet-9-piano");
            platform.change_my_password().body(change).send().await?;
        }
        "get_me_often" => return Ok(json!({ "succeeded": get_me_often(platform, case.calls).await })),
        "get_me" => drop(platform.get_me().send().await?),
        "get" => drop(platform.get_order().id(EARL).send().await?),
        "take" => {
            let (mut orders, mut taken) = (each(platform.list_orders()), 0);
            while taken < case.take
                && let Some(order) = orders.next().await
            {
                order?;
                taken += 1;
            }
            return Ok(json!({ "taken": taken }));
        }
        "edit" => {
            let mut tries = 0;
            let order = edit(
                async || Ok(platform.get_order().id(EARL).send().await?),
                async |order, etag| {
                    tries += 1;
                    let note = OrderAmendment::builder().note(case.note.clone());
                    Ok(platform.amend_order().id(order.id).if_match(etag).body(note).send().await?.into_inner())
                },
            )
            .await?;
            return Ok(json!({ "tries": tries, "note": order.note }));
        }
        "watch" => {
            let (mut events, mut kinds) = (platform.watch_my_inbox(None), Vec::new());
            while kinds.len() < case.take {
                if let InboxEvent::InboxItem(item) = events.next().await?.event {
                    kinds.push(item.kind);
                }
            }
            return Ok(json!({ "kinds": kinds }));
        }
        other => return Err(Error::Request(format!("unknown action {other}"))),
    }
    Ok(json!({}))
}

async fn get_me_often(platform: &Platform, calls: usize) -> usize {
    let mut running = JoinSet::new();
    for _ in 0..calls {
        let platform = platform.clone();
        running.spawn(async move { platform.get_me().send().await.is_ok() });
    }
    running.join_all().await.into_iter().filter(|is_ok| *is_ok).count()
}
