//! One's own inbox as it changes.

use std::time::Duration;

use chrono::TimeDelta;
use eop_api_contract::people::Caller;
use eop_contract::fixture::{an_inbox_item, at_s};
use eop_core::notification::model::InboxItem;
use eop_core::notification::port::Inbox;
use futures::StreamExt;
use futures::stream::BoxStream;
use poem::{Endpoint, Request};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::world::{EXCHANGES, World, alice, bob};

/// What somebody hears.
struct Heard(BoxStream<'static, String>);

/// An event: its id, its name and its data.
type Event = (String, String, Value);

async fn listening(world: &World, who: &Caller, last: Option<&str>) -> Heard {
    let mut request = Request::builder().uri_str("/api/v1/me/inbox/stream");
    request = request.header("authorization", format!("Bearer {}", who.token()));
    if let Some(last) = last {
        request = request.header("last-event-id", last);
    }
    let answer = world.app.call(request.finish()).await.unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    let frames = answer.into_body().into_bytes_stream();
    Heard(frames.map(|frame| String::from_utf8(frame.unwrap().to_vec()).unwrap()).boxed())
}

impl Heard {
    async fn next(&mut self) -> Event {
        let frame = timeout(Duration::from_secs(10), self.0.next()).await;
        let frame = frame.expect("something is heard").expect("the stream goes on");
        let line = |name: &str| {
            let line = frame.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_else(|| panic!("no {name} in {frame}")).to_owned()
        };
        (line("id: "), line("event: "), serde_json::from_str(&line("data: ")).unwrap())
    }

    /// The next event is this item.
    async fn item(&mut self, item: &InboxItem) -> String {
        let (id, name, data) = self.next().await;
        assert_eq!((name.as_str(), &data["type"]), ("item", &json!("item")));
        assert_eq!(data["id"], item.id.to_string(), "{data}");
        id
    }

    /// The next event says that so many are unread.
    async fn unread(&mut self, count: u64) -> String {
        let (id, name, data) = self.next().await;
        assert_eq!((name.as_str(), data), ("unread", json!({ "type": "unread", "unread": count })));
        id
    }
}

/// An item that arrives `ms` after the start.
fn arriving(n: u64, who: &Caller, ms: i64) -> InboxItem {
    InboxItem { created_at: at_s(0) + TimeDelta::milliseconds(ms), ..an_inbox_item(n, who.id) }
}

#[tokio::test]
async fn items_and_the_number_of_unread_ones_are_told_as_they_change() {
    let world = World::new();
    world.inbox.put(arriving(1, &alice(), -5000)).await.unwrap();
    let first = world.call("watchMyInbox").sent_by(&alice()).send().await.expect(200);
    first.matches(EXCHANGES, "watchMyInbox");

    let mut heard = listening(&world, &alice(), None).await;
    heard.unread(1).await;
    let item = arriving(2, &alice(), 10);
    world.watched.put(arriving(3, &bob(), 5)).await.unwrap();
    world.watched.put(item.clone()).await.unwrap();
    heard.item(&item).await;
    heard.unread(2).await;
    drop(world.call("markMyInboxItemRead").sent_by(&alice()).on(item.id).send().await.expect(204));
    heard.unread(1).await;
    drop(world.call("markMyInboxRead").sent_by(&alice()).send().await.expect(204));
    heard.unread(0).await;
}

#[tokio::test]
async fn the_number_comes_first_though_an_item_arrives_at_that_moment() {
    let world = World::new();
    // Answered, and nothing read of it yet: whoever watches has a place in the inbox, and was told nothing.
    let mut heard = listening(&world, &alice(), None).await;
    let item = arriving(1, &alice(), 10);
    world.watched.put(item.clone()).await.unwrap();
    heard.unread(1).await;
    heard.item(&item).await;
    world.watched.put(arriving(2, &alice(), 20)).await.unwrap();
    heard.next().await;
    heard.unread(2).await;
}

#[tokio::test]
async fn what_was_missed_is_told_once_and_in_no_case_twice() {
    let world = World::new();
    let mut heard = listening(&world, &alice(), None).await;
    let start = heard.unread(0).await;
    let told = arriving(1, &alice(), 900);
    world.watched.put(told.clone()).await.unwrap();
    let after_item = heard.item(&told).await;
    heard.unread(1).await;
    drop(heard);

    // The first of these is written late: its time is before that of what was told.
    let missed = [arriving(2, &alice(), 100), arriving(3, &alice(), 900), arriving(4, &alice(), 1000)];
    for item in &missed {
        world.inbox.put(item.clone()).await.unwrap();
    }
    let away = arriving(5, &alice(), 950);
    world.inbox.put(away.clone()).await.unwrap();
    world.inbox.archive(alice().id, away.id, at_s(1)).await.unwrap();
    let mut again = listening(&world, &alice(), Some(&after_item)).await;
    for item in &missed {
        again.item(item).await;
    }
    let end = again.unread(4).await;
    let mut nothing = listening(&world, &alice(), Some(&end)).await;
    nothing.unread(4).await;
    let mut all = listening(&world, &alice(), Some(&start)).await;
    for item in [&told, &missed[0], &missed[1], &missed[2]] {
        all.item(item).await;
    }

    // A long absence, in steps.
    let many: Vec<_> = (10..400).map(|n| arriving(n, &alice(), i64::try_from(n).unwrap() * 1000)).collect();
    for item in &many {
        world.inbox.put(item.clone()).await.unwrap();
    }
    let mut late = listening(&world, &alice(), Some(&end)).await;
    for item in &many {
        late.item(item).await;
    }
    late.unread(394).await;
}

#[tokio::test]
async fn however_many_arrive_at_once_none_is_missed_or_told_twice() {
    let world = World::new();
    let mut heard = listening(&world, &alice(), None).await;
    heard.unread(0).await;
    let all: Vec<_> = (1..=300).map(|n| arriving(n, &alice(), i64::try_from(n % 7).unwrap())).collect();
    for item in &all {
        world.inbox.put(item.clone()).await.unwrap();
    }
    world.watched.watch.look(&*world.inbox).await.unwrap();
    let (mut seen, mut middle) = (Vec::new(), String::new());
    for n in 1..=300 {
        let (id, name, data) = heard.next().await;
        assert_eq!(name, "item");
        seen.push(data["id"].as_str().unwrap().to_owned());
        if n == 200 {
            middle = id;
        }
    }
    let end = heard.unread(300).await;
    drop(heard);

    // Forty more, with the times of the first ones: an instance was slow to write them.
    let late: Vec<_> = (301..=340).map(|n| arriving(n, &alice(), i64::try_from(n % 7).unwrap())).collect();
    for item in &late {
        world.inbox.put(item.clone()).await.unwrap();
    }
    let mut after = Vec::new();
    for (position, count) in [(&end, 40), (&middle, 140)] {
        let mut again = listening(&world, &alice(), Some(position)).await;
        after.clear();
        for _ in 0..count {
            let (_, name, data) = again.next().await;
            assert_eq!(name, "item");
            after.push(data["id"].as_str().unwrap().to_owned());
        }
        again.unread(340).await;
    }
    assert_eq!(after[..100], seen[200..], "in the same order as before");
    seen.extend_from_slice(&after[100..]);
    seen.sort_unstable();
    let mut expected: Vec<_> = all.iter().chain(&late).map(|item| item.id.to_string()).collect();
    expected.sort_unstable();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn what_another_instance_does_is_found_by_a_look() {
    let world = World::new();
    let mut heard = listening(&world, &alice(), None).await;
    heard.unread(0).await;
    let item = arriving(1, &alice(), 10);
    world.inbox.put(item.clone()).await.unwrap();
    world.watched.watch.look(&*world.inbox).await.unwrap();
    heard.item(&item).await;
    heard.unread(1).await;
    world.inbox.mark_read(alice().id, None, at_s(5)).await.unwrap();
    world.watched.watch.look(&*world.inbox).await.unwrap();
    heard.unread(0).await;
}

#[tokio::test(start_paused = true)]
async fn the_stream_ends_with_the_token() {
    let world = World::new();
    let mut heard = listening(&world, &alice(), None).await;
    heard.unread(0).await;
    world.clock.advance(Duration::from_mins(11));
    let rest: Vec<String> = heard.0.collect().await;
    let last = rest.last().unwrap();
    assert!(last.starts_with("retry: ") && last.contains("token"), "{last}");
}

#[tokio::test]
async fn a_position_of_something_else_is_refused() {
    let world = World::new();
    for wrong in ["x", "!", "AAAA", &"A".repeat(1001)] {
        let answer = world.call("watchMyInbox").sent_by(&alice()).header("last-event-id", wrong);
        drop(answer.send().await.refused(422, "stream.position_invalid"));
    }
}
