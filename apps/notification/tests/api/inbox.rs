//! One's own inbox.

use serde_json::{Value, json};

use crate::world::{EXCHANGES, World, alice, bob, ids};

async fn unread(world: &World) -> Value {
    world.call("countMyUnread").sent_by(&alice()).send().await.expect(200).json()["unread"].clone()
}

#[tokio::test]
async fn an_inbox_shows_what_is_its_owner_s_newest_first_page_by_page() {
    let world = World::new();
    let first = world.item_for(alice().id).await.id.to_string();
    world.item_for(bob().id).await;
    let second = world.item_for(alice().id).await.id.to_string();
    let list = |query: String| world.call("listMyInbox").sent_by(&alice()).query(&query).send();
    let page = list("limit=1&count=exact".to_owned()).await.expect(200);
    assert_eq!((ids(&page.json()), &page.json()["total"]), (vec![second.clone()], &json!(2)));
    let cursor = page.json()["next_cursor"].as_str().unwrap().to_owned();
    let rest = list(format!("cursor={cursor}")).await.expect(200);
    rest.matches(EXCHANGES, "listMyInbox");
    assert_eq!(ids(&rest.json()), [first.as_str()]);
    drop(list(format!("unread=true&cursor={cursor}")).await.refused(422, "page.cursor_invalid"));
    let elsewhere = World::of(true, "another secret");
    let foreign = elsewhere.call("listMyInbox").sent_by(&alice()).query(&format!("cursor={cursor}")).send();
    drop(foreign.await.refused(422, "page.cursor_invalid"));
    let other_list = world.call("listDeadLetters").sent_by(&crate::world::admin());
    let other_list = other_list.query(&format!("open=true&cursor={cursor}")).send().await;
    drop(other_list.refused(422, "page.cursor_invalid"));
}

#[tokio::test]
async fn what_is_read_is_not_unread() {
    let world = World::new();
    let item = world.item_for(alice().id).await;
    world.item_for(alice().id).await;
    world.item_for(bob().id).await;
    let count = world.call("countMyUnread").sent_by(&alice()).send().await.expect(200);
    count.matches(EXCHANGES, "countMyUnread");
    assert_eq!(count.json()["unread"], 2);

    let read = |caller| world.call("markMyInboxItemRead").sent_by(&caller).on(item.id).send();
    drop(read(bob()).await.refused(404, "notification.not_found"));
    read(alice()).await.expect(204).matches(EXCHANGES, "markMyInboxItemRead");
    drop(read(alice()).await.expect(204));
    assert_eq!(unread(&world).await, 1);
    let left =
        world.call("listMyInbox").sent_by(&alice()).query("unread=true").send().await.expect(200).json();
    assert_eq!(ids(&left).len(), 1);

    let all = world.call("markMyInboxRead").sent_by(&alice()).send().await.expect(204);
    all.matches(EXCHANGES, "markMyInboxRead");
    assert_eq!(unread(&world).await, 0);
    let his = world.call("countMyUnread").sent_by(&bob()).send().await.expect(200).json();
    assert_eq!(his["unread"], 1);
}

#[tokio::test]
async fn what_is_put_away_is_in_a_list_of_its_own() {
    let world = World::new();
    let item = world.item_for(alice().id).await;
    let kept = world.item_for(alice().id).await.id.to_string();
    let archive = |caller| world.call("archiveMyInboxItem").sent_by(&caller).on(item.id).send();
    drop(archive(bob()).await.refused(404, "notification.not_found"));
    archive(alice()).await.expect(204).matches(EXCHANGES, "archiveMyInboxItem");
    drop(archive(alice()).await.expect(204));
    assert_eq!(unread(&world).await, 1);
    let listed = |query: &'static str| world.call("listMyInbox").sent_by(&alice()).query(query).send();
    assert_eq!(ids(&listed("").await.expect(200).json()), [kept.as_str()]);
    let away = listed("archived=true").await.expect(200).json();
    assert_eq!(ids(&away), [item.id.to_string().as_str()]);
    assert_eq!(away["items"][0]["read_at"], away["items"][0]["archived_at"]);
    assert_eq!(ids(&listed("archived=true&unread=true").await.expect(200).json()).len(), 0);
}
