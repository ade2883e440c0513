//! What was sent to whom.

use eop_core::notification::model::DeliveryStatus;
use serde_json::json;

use crate::world::{EXCHANGES, World, alice, bob, ids, support};

#[tokio::test]
async fn operators_find_what_somebody_was_told() {
    let world = World::new();
    let (hers, _) = world.told(alice().id, DeliveryStatus::Queued).await;
    let (his, _) = world.told(bob().id, DeliveryStatus::Sent).await;
    let find = |query: String| world.call("listNotifications").sent_by(&support()).query(&query).send();
    let (hers, his) = (hers.id.to_string(), his.id.to_string());
    let cases = [
        (String::new(), vec![his.as_str(), hers.as_str()]),
        ("sort=created_at".to_owned(), vec![hers.as_str(), his.as_str()]),
        (format!("recipient={}", alice().id), vec![hers.as_str()]),
        ("status=sent".to_owned(), vec![his.as_str()]),
        ("channel=email&kind=order.created".to_owned(), vec![his.as_str(), hers.as_str()]),
        ("channel=in_app".to_owned(), vec![]),
        ("kind=order.shipped".to_owned(), vec![]),
        ("to=2020-01-01T00:00:00Z".to_owned(), vec![]),
        ("order_id=019cb6f1-0000-7000-8000-000000000001".to_owned(), vec![his.as_str(), hers.as_str()]),
    ];
    for (query, expected) in cases {
        assert_eq!(ids(&find(query.clone()).await.expect(200).json()), expected, "{query}");
    }
    let page = find("limit=1&count=exact".to_owned()).await.expect(200);
    page.matches(EXCHANGES, "listNotifications");
    let cursor = page.json()["next_cursor"].as_str().unwrap().to_owned();
    assert_eq!(ids(&find(format!("cursor={cursor}")).await.expect(200).json()), [hers.as_str()]);
    drop(find(format!("status=sent&cursor={cursor}")).await.refused(422, "page.cursor_invalid"));
    let unknown = find("kind=order.eaten".to_owned()).await.refused(422, "notification.unknown_kind");
    assert_eq!(unknown.refused_values(), ["kind unknown"]);
    let hers = world.call("listNotifications").sent_by(&alice()).query("kind=order.eaten").send().await;
    drop(hers.refused(403, "access.denied"));

    let logged = find("limit=1&log=true".to_owned()).await.expect(200).json();
    let log = &logged["items"][0]["deliveries"][0]["log"];
    assert_eq!((&log[0]["number"], &log[0]["outcome"]), (&json!(1), &json!("temporary")), "{logged}");
    assert!(page.json()["items"][0]["deliveries"][0].get("log").is_none(), "nobody asked for it");
}

#[tokio::test]
async fn a_notification_shows_its_deliveries() {
    let world = World::new();
    let (notification, delivery) = world.told(alice().id, DeliveryStatus::Retrying).await;
    let get = |caller| world.call("getNotification").sent_by(&caller).on(notification.id).send();
    let reply = get(support()).await.expect(200);
    reply.matches(EXCHANGES, "getNotification");
    assert_eq!(reply.json()["deliveries"][0]["id"], json!(delivery.id));
    drop(get(alice()).await.refused(403, "access.denied"));
    let nothing = world.call("getNotification").sent_by(&support()).send().await;
    drop(nothing.refused(404, "notification.not_found"));
}
