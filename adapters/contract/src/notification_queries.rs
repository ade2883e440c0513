//! What every reader of notifications must do.

use eop_core::kernel::id::{DeliveryId, NotificationId};
use eop_core::kernel::page::{Direction, Page, PageRequest};
use eop_core::notification::model::{
    Channel, DeadLetter, Delivery, DeliveryStatus, Kind, Notification, Resolution,
};
use eop_core::notification::port::{DeadLetterFilter, NotificationFilter, NotificationWrite as Write};

use crate::fixture::{a_dead_letter, a_delivery, a_notification, an_attempt, at_s, at_us, id, user};
use crate::notification_store::{NotificationStoreHarness, commit};

type Told = (Notification, Vec<Delivery>);

/// 12 notifications, of which many were planned at the same instant, with none to two deliveries each.
async fn given_told<H: NotificationStoreHarness>(harness: &H) -> Vec<Told> {
    let told: Vec<Told> = (1..=12_i64)
        .map(|n| {
            // Visits 1..=12 out of order, so that the order of insertion is of no use.
            let n = n * 5 % 13;
            let number = n.unsigned_abs();
            let notification = Notification { created_at: at_us(n % 3), ..a_notification(number) };
            let deliveries =
                [Channel::Email, Channel::InApp].into_iter().zip([100, 200]).map(|(channel, base)| {
                    a_delivery().numbered(base + number).of(notification.id).by(channel).build()
                });
            let deliveries = deliveries.take(usize::try_from(n % 3).unwrap()).collect();
            (notification, deliveries)
        })
        .collect();
    put(harness, &told).await;
    told
}

async fn put<H: NotificationStoreHarness>(harness: &H, told: &[Told]) {
    let notifications = told.iter().map(|(notification, _)| Write::InsertNotification(notification.clone()));
    let deliveries = told.iter().flat_map(|(_, deliveries)| deliveries.iter().cloned());
    let writes = notifications.chain(deliveries.map(Write::InsertDelivery)).collect();
    commit(&*harness.store(), writes).await;
}

async fn read_through<H: NotificationStoreHarness>(
    harness: &H,
    filter: &NotificationFilter,
    direction: Direction,
    limit: u16,
) -> Vec<Page<Told>> {
    let mut pages: Vec<Page<Told>> = Vec::new();
    let mut request = PageRequest::first(limit);
    loop {
        let page = harness.queries().list_notifications(filter, direction, &request).await.unwrap();
        request.after.clone_from(&page.next);
        pages.push(page);
        if request.after.is_none() {
            return pages;
        }
        assert!(pages.len() < 100, "the pages do not end");
    }
}

/// Every notification once, in the order of planning, ties broken by id in the direction of the sort.
pub async fn pages_of_notifications_are_complete_and_come_with_their_deliveries<
    H: NotificationStoreHarness,
>() {
    let harness = H::fresh().await;
    let mut expected = given_told(&harness).await;
    expected.sort_by_key(|(notification, _)| (notification.created_at, notification.id));
    for direction in [Direction::Ascending, Direction::Descending] {
        for (limit, sizes) in [(1, vec![1; 12]), (5, vec![5, 5, 2]), (6, vec![6, 6]), (100, vec![12])] {
            let pages = read_through(&harness, &NotificationFilter::default(), direction, limit).await;
            assert_eq!(pages.iter().map(|page| page.items.len()).collect::<Vec<_>>(), sizes);
            let items: Vec<Told> = pages.into_iter().flat_map(|page| page.items).collect();
            assert_eq!(items, expected, "{direction:?} {limit}");
        }
        expected.reverse();
    }
}

/// Every part of a filter alone, its bounds included as documented, and several together.
pub async fn each_part_of_a_notification_filter_narrows<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let told = |n: u64, change: fn(&mut Notification), deliveries: &[(Channel, DeliveryStatus)]| {
        let mut notification = a_notification(n);
        change(&mut notification);
        let deliveries = (1..).zip(deliveries).map(|(place, (channel, status))| {
            let number = 100 * n + place;
            a_delivery().numbered(number).of(notification.id).by(*channel).in_status(*status).build()
        });
        let deliveries = deliveries.collect();
        (notification, deliveries)
    };
    let all = [
        told(1, |one| one.kind = Kind::OrderShipped, &[(Channel::Email, DeliveryStatus::Sent)]),
        told(2, |one| one.recipient = user(2), &[(Channel::InApp, DeliveryStatus::Sent)]),
        told(
            3,
            |one| one.order = Some(id(3)),
            &[(Channel::Email, DeliveryStatus::Dead), (Channel::InApp, DeliveryStatus::Sent)],
        ),
        told(4, |one| one.order = None, &[]),
    ];
    put(&harness, &all).await;
    let any = NotificationFilter::default;
    let table = [
        (any(), vec![1, 2, 3, 4]),
        (NotificationFilter { kind: Some(Kind::OrderShipped), ..any() }, vec![1]),
        (NotificationFilter { kind: Some(Kind::AccountReset), ..any() }, vec![]),
        (NotificationFilter { recipient: Some(user(2)), ..any() }, vec![2]),
        (NotificationFilter { order: Some(id(3)), ..any() }, vec![3]),
        (NotificationFilter { order: Some(id(1)), ..any() }, vec![1, 2]),
        (NotificationFilter { channel: Some(Channel::Email), ..any() }, vec![1, 3]),
        (NotificationFilter { channel: Some(Channel::InApp), ..any() }, vec![2, 3]),
        (NotificationFilter { status: Some(DeliveryStatus::Sent), ..any() }, vec![1, 2, 3]),
        (NotificationFilter { status: Some(DeliveryStatus::Dead), ..any() }, vec![3]),
        (NotificationFilter { from: Some(at_s(2)), ..any() }, vec![2, 3, 4]),
        (NotificationFilter { to: Some(at_s(2)), ..any() }, vec![1]),
        (
            NotificationFilter {
                kind: Some(Kind::OrderCreated),
                recipient: Some(user(1)),
                order: Some(id(3)),
                channel: Some(Channel::Email),
                status: Some(DeliveryStatus::Dead),
                from: Some(at_s(3)),
                to: Some(at_s(4)),
            },
            vec![3],
        ),
    ];
    for (filter, expected) in table {
        let pages = read_through(&harness, &filter, Direction::Ascending, 100).await;
        let found = pages.into_iter().flat_map(|page| page.items).map(|(one, _)| one.id).collect::<Vec<_>>();
        let expected: Vec<_> = expected.into_iter().map(|n| NotificationId(id(n))).collect();
        assert_eq!(found, expected, "{filter:?}");
    }
    // A filter chooses notifications; it does not hide deliveries of those that it chooses.
    let dead = NotificationFilter { status: Some(DeliveryStatus::Dead), ..any() };
    let pages = read_through(&harness, &dead, Direction::Ascending, 100).await;
    assert_eq!(pages[0].items, [all[2].clone()]);
}

/// The count is of notifications, not of deliveries; it is absent unless asked for.
pub async fn notifications_are_counted_on_request<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    given_told(&harness).await;
    let list = async |filter: &NotificationFilter, request: &PageRequest| {
        harness.queries().list_notifications(filter, Direction::Descending, request).await.unwrap()
    };
    let all = NotificationFilter::default();
    let mails = NotificationFilter { channel: Some(Channel::Email), ..NotificationFilter::default() };
    let counted = PageRequest { count: true, ..PageRequest::first(5) };
    let first = list(&all, &counted).await;
    assert_eq!(first.total, Some(12));
    let second = list(&all, &PageRequest { after: first.next, ..counted.clone() }).await;
    assert_eq!(second.total, Some(12));
    assert_eq!(list(&mails, &counted).await.total, Some(8));
    assert_eq!(list(&all, &PageRequest::first(5)).await.total, None);
}

/// By the time of planning, and by number; those of others are not among them.
pub async fn deliveries_and_attempts_come_oldest_first<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let notification = a_notification(1);
    let delivery = |n, channel, created_s| Delivery {
        created_at: at_s(created_s),
        ..a_delivery().numbered(n).of(notification.id).by(channel).build()
    };
    let [younger, older] = [delivery(1, Channel::Email, 20), delivery(2, Channel::InApp, 10)];
    let other = (a_notification(9), vec![a_delivery().numbered(9).build()]);
    put(&harness, &[(notification.clone(), vec![younger.clone(), older.clone()]), other]).await;
    let attempts = [1, 2, 3].map(|number| an_attempt(older.id, number));
    let others = an_attempt(DeliveryId(id(9)), 1);
    let writes =
        [&attempts[2], &others, &attempts[0], &attempts[1]].map(|one| Write::PutAttempt(one.clone()));
    commit(&*harness.store(), writes.to_vec()).await;

    let deliveries = harness.queries().deliveries_of(notification.id).await.unwrap();
    assert_eq!(deliveries, [older.clone(), younger]);
    assert_eq!(harness.queries().attempts_of(&[older.id]).await.unwrap(), attempts);
}

/// Also over several pages, with ties.
pub async fn dead_letters_come_newest_first_and_open_ones_alone_on_request<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let letters: Vec<DeadLetter> = (1..=9_i64)
        .map(|n| DeadLetter { created_at: at_us(n % 3), ..a_dead_letter(n.unsigned_abs()) })
        .collect();
    commit(&*harness.store(), letters.iter().cloned().map(Write::InsertDeadLetter).collect()).await;
    let mut expected = letters;
    for letter in expected.iter_mut().take(3) {
        let from = letter.version;
        letter.version = from.next();
        letter.resolution = Some(Resolution { replayed: false, at: at_s(9) });
        commit(&*harness.store(), vec![Write::UpdateDeadLetter { letter: letter.clone(), from }]).await;
    }
    expected.sort_by_key(|letter| std::cmp::Reverse((letter.created_at, letter.id)));
    for open in [false, true] {
        expected.retain(|letter| !open || letter.resolution.is_none());
        let mut request = PageRequest { count: true, ..PageRequest::first(3) };
        let mut items = Vec::new();
        for _ in 0..expected.len() / 3 {
            let page = harness
                .queries()
                .list_dead_letters(DeadLetterFilter { open, subject: None }, &request)
                .await
                .unwrap();
            assert_eq!(page.total, Some(expected.len() as u64));
            items.extend(page.items);
            request.after = page.next;
        }
        assert_eq!(items, expected);
        assert_eq!(request.after, None, "the last page says so");
    }
    // Each of them is about order 1; one is about another thing as well.
    let other = DeadLetter { subject: Some((id(9), 4)), ..a_dead_letter(99) };
    commit(&*harness.store(), vec![Write::InsertDeadLetter(other.clone())]).await;
    let of = |subject| DeadLetterFilter { open: false, subject: Some(subject) };
    let page = harness.queries().list_dead_letters(of(id(9)), &PageRequest::first(10)).await.unwrap();
    assert_eq!(page.items, [other]);
    let page = harness.queries().list_dead_letters(of(id(8)), &PageRequest::first(10)).await.unwrap();
    assert_eq!(page.items, []);
}
