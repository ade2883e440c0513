//! What every keeper of people's inboxes must do.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::kernel::page::PageRequest;
use eop_core::notification::model::{InboxItem, InboxPosition, Kind};
use eop_core::notification::port::{Arrived, Inbox, InboxFilter, Unread};
use futures::FutureExt;

use crate::fixture::{an_inbox_item, at_once, at_s, at_us, id, user};

/// Sets up inboxes for one case.
#[async_trait]
pub trait InboxHarness: Send + Sync + Sized {
    /// Empty inboxes that no other case sees.
    async fn fresh() -> Self;
    /// The inboxes.
    fn inbox(&self) -> Arc<dyn Inbox>;
}

/// Lists the cases of [`inbox`](crate::inbox) for a harness.
#[macro_export]
macro_rules! inbox_contract {
    ($harness:ty) => {
        $crate::inbox_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, inbox when ($condition):
            an_item_is_read_back_equal_and_unread,
            an_item_is_there_once,
            of_equal_items_at_once_one_is_new,
            items_come_newest_first_over_all_pages,
            only_the_owner_sees_an_item,
            one_item_is_marked_as_read,
            all_items_are_marked_as_read,
            nobody_marks_the_items_of_others,
            unread_items_are_listed_and_counted_alone,
            what_is_archived_is_read_and_in_a_list_of_its_own,
            nobody_archives_the_items_of_others,
            items_are_numbered_in_the_order_of_their_times,
            an_item_that_is_seen_late_has_a_late_number,
            many_items_are_told_in_parts,
            whoever_numbers_meanwhile_nothing_is_missed_or_told_twice,
            what_people_have_unread_is_told_for_all_of_them_at_once,
        );
    };
}

async fn given(inbox: &dyn Inbox, items: &[InboxItem]) {
    for item in items {
        assert!(inbox.put(item.clone()).await.unwrap(), "{} is there already", item.id);
    }
}

/// What is in an inbox.
const ALL: InboxFilter = InboxFilter { unread: false, archived: false };
const UNREAD: InboxFilter = InboxFilter { unread: true, ..ALL };
const ARCHIVED: InboxFilter = InboxFilter { archived: true, ..ALL };

async fn items_of(inbox: &dyn Inbox, recipient: UserId, filter: InboxFilter) -> Vec<InboxItem> {
    let page = inbox.list(recipient, filter, &PageRequest::first(100)).await.unwrap();
    assert_eq!(page.next, None);
    page.items
}

/// Each kind, with and without an order.
pub async fn an_item_is_read_back_equal_and_unread<H: InboxHarness>() {
    let harness = H::fresh().await;
    let mut expected: Vec<InboxItem> = (1..)
        .zip(Kind::ALL)
        .map(|(n, kind)| InboxItem { kind: *kind, ..an_inbox_item(n, user(1)) })
        .collect();
    expected[0].order = None;
    given(&*harness.inbox(), &expected).await;
    expected.reverse();
    assert_eq!(items_of(&*harness.inbox(), user(1), ALL).await, expected);
}

/// A delivery that is attempted again does not put a second one there, nor make a read one unread.
pub async fn an_item_is_there_once<H: InboxHarness>() {
    let harness = H::fresh().await;
    let item = an_inbox_item(1, user(1));
    given(&*harness.inbox(), std::slice::from_ref(&item)).await;
    harness.inbox().mark_read(user(1), Some(item.id), at_s(60)).await.unwrap();
    let again = InboxItem { title: "Another text".to_owned(), ..item.clone() };
    assert!(!harness.inbox().put(again).await.unwrap());
    let expected = InboxItem { read_at: Some(at_s(60)), ..item };
    assert_eq!(items_of(&*harness.inbox(), user(1), ALL).await, [expected]);
}

/// Two workers with the same delivery.
pub async fn of_equal_items_at_once_one_is_new<H: InboxHarness>() {
    let harness = H::fresh().await;
    let put = at_once((0..8).map(|_| {
        let inbox = harness.inbox();
        async move { inbox.put(an_inbox_item(1, user(1))).await.unwrap() }
    }))
    .await;
    assert_eq!(put.into_iter().filter(|new| *new).count(), 1);
    assert_eq!(items_of(&*harness.inbox(), user(1), ALL).await.len(), 1);
}

/// Every item once; ids break ties; the last page says that it is the last.
pub async fn items_come_newest_first_over_all_pages<H: InboxHarness>() {
    let harness = H::fresh().await;
    let mut expected: Vec<InboxItem> = (1..=9_i64)
        .map(|n| InboxItem { created_at: at_us(n % 3), ..an_inbox_item(n.unsigned_abs(), user(1)) })
        .collect();
    given(&*harness.inbox(), &expected).await;
    given(&*harness.inbox(), &[an_inbox_item(100, user(2))]).await;
    expected.sort_by_key(|item| std::cmp::Reverse((item.created_at, item.id)));
    let mut request = PageRequest { count: true, ..PageRequest::first(3) };
    let mut items = Vec::new();
    for _ in 0..3 {
        let page = harness.inbox().list(user(1), ALL, &request).await.unwrap();
        assert_eq!(page.total, Some(9));
        items.extend(page.items);
        request.after = page.next;
    }
    assert_eq!(items, expected);
    assert_eq!(request.after, None);
}

/// Each person has their own inbox.
pub async fn only_the_owner_sees_an_item<H: InboxHarness>() {
    let harness = H::fresh().await;
    let [first, second] = [1, 2].map(|n| an_inbox_item(n, user(n)));
    given(&*harness.inbox(), &[first.clone(), second.clone()]).await;
    assert_eq!(items_of(&*harness.inbox(), user(1), ALL).await, [first]);
    assert_eq!(items_of(&*harness.inbox(), user(2), ALL).await, [second]);
    assert_eq!(items_of(&*harness.inbox(), user(3), ALL).await, []);
    assert_eq!(harness.inbox().count_unread(user(3)).await.unwrap(), 0);
}

/// That one, and it exists as often as it is asked for.
pub async fn one_item_is_marked_as_read<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    let [first, second] = [1, 2].map(|n| an_inbox_item(n, user(1)));
    given(&*inbox, &[first.clone(), second.clone()]).await;
    assert_eq!(inbox.mark_read(user(1), Some(first.id), at_us(7)).await.unwrap(), 1);
    assert_eq!(inbox.mark_read(user(1), Some(first.id), at_us(7)).await.unwrap(), 1, "it still exists");
    let unknown = DeliveryId(id(9));
    assert_eq!(inbox.mark_read(user(1), Some(unknown), at_us(7)).await.unwrap(), 0);
    let read = InboxItem { read_at: Some(at_us(7)), ..first };
    assert_eq!(items_of(&*inbox, user(1), ALL).await, [second, read]);
}

/// Every one of that person.
pub async fn all_items_are_marked_as_read<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    let items = [1, 2, 3].map(|n| an_inbox_item(n, user(1)));
    given(&*inbox, &items).await;
    given(&*inbox, &[an_inbox_item(4, user(2))]).await;
    assert_eq!(inbox.mark_read(user(1), None, at_s(60)).await.unwrap(), 3);
    assert_eq!(inbox.count_unread(user(1)).await.unwrap(), 0);
    assert_eq!(inbox.count_unread(user(2)).await.unwrap(), 1);
    let read = items_of(&*inbox, user(1), ALL).await;
    assert!(read.iter().all(|item| item.read_at == Some(at_s(60))), "{read:?}");
}

/// For them it does not exist.
pub async fn nobody_marks_the_items_of_others<H: InboxHarness>() {
    let harness = H::fresh().await;
    let item = an_inbox_item(1, user(1));
    given(&*harness.inbox(), std::slice::from_ref(&item)).await;
    assert_eq!(harness.inbox().mark_read(user(2), Some(item.id), at_s(60)).await.unwrap(), 0);
    assert_eq!(harness.inbox().mark_read(user(2), None, at_s(60)).await.unwrap(), 0);
    assert_eq!(items_of(&*harness.inbox(), user(1), UNREAD).await, [item]);
}

/// Over pages as well.
pub async fn unread_items_are_listed_and_counted_alone<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    let items: Vec<InboxItem> = (1..=5).map(|n| an_inbox_item(n, user(1))).collect();
    given(&*inbox, &items).await;
    for item in [&items[1], &items[4]] {
        inbox.mark_read(user(1), Some(item.id), at_s(60)).await.unwrap();
    }
    assert_eq!(inbox.count_unread(user(1)).await.unwrap(), 3);
    let counted = PageRequest { count: true, ..PageRequest::first(2) };
    let first = inbox.list(user(1), UNREAD, &counted).await.unwrap();
    assert_eq!(first.total, Some(3));
    assert_eq!(first.items, [items[3].clone(), items[2].clone()]);
    let last = inbox.list(user(1), UNREAD, &PageRequest { after: first.next, ..counted }).await.unwrap();
    assert_eq!((last.items, last.next), (vec![items[0].clone()], None));
}

/// Once: a second time changes nothing, and what was read before stays read at that time.
pub async fn what_is_archived_is_read_and_in_a_list_of_its_own<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    let [first, second, third] = [1, 2, 3].map(|n| an_inbox_item(n, user(1)));
    given(&*inbox, &[first.clone(), second.clone(), third.clone()]).await;
    inbox.mark_read(user(1), Some(first.id), at_s(30)).await.unwrap();
    assert!(inbox.archive(user(1), first.id, at_s(60)).await.unwrap());
    assert!(inbox.archive(user(1), second.id, at_s(70)).await.unwrap());
    assert!(inbox.archive(user(1), second.id, at_s(80)).await.unwrap(), "it is still there");
    assert!(!inbox.archive(user(1), DeliveryId(id(9)), at_s(60)).await.unwrap());
    assert_eq!(inbox.count_unread(user(1)).await.unwrap(), 1);
    for filter in [UNREAD, ALL] {
        assert_eq!(items_of(&*inbox, user(1), filter).await, std::slice::from_ref(&third));
    }
    let first = InboxItem { read_at: Some(at_s(30)), archived_at: Some(at_s(60)), ..first };
    let second = InboxItem { read_at: Some(at_s(70)), archived_at: Some(at_s(70)), ..second };
    assert_eq!(items_of(&*inbox, user(1), ARCHIVED).await, [second.clone(), first]);
    // An attempt that is repeated does not bring it back.
    assert!(!inbox.put(InboxItem { read_at: None, archived_at: None, ..second }).await.unwrap());
    assert_eq!(items_of(&*inbox, user(1), ARCHIVED).await.len(), 2);
}

/// For them it does not exist.
pub async fn nobody_archives_the_items_of_others<H: InboxHarness>() {
    let harness = H::fresh().await;
    let item = an_inbox_item(1, user(1));
    given(&*harness.inbox(), std::slice::from_ref(&item)).await;
    assert!(!harness.inbox().archive(user(2), item.id, at_s(60)).await.unwrap());
    assert_eq!(items_of(&*harness.inbox(), user(1), ALL).await, [item]);
}

/// What a person is told from a number on, and the number after it.
async fn told(inbox: &dyn Inbox, after: InboxPosition, limit: u16) -> (Vec<DeliveryId>, InboxPosition) {
    let last = inbox.number_arrivals(user(1)).await.unwrap();
    let (mut told, mut position) = (Vec::new(), after);
    loop {
        let arrived = inbox.numbered_after(user(1), position, limit).await.unwrap();
        assert!(arrived.items.len() <= usize::from(limit));
        assert!(arrived.items.is_sorted_by(|(_, one), (_, next)| one < next), "{:?}", arrived.items);
        position = arrived.items.last().map_or(position, |(_, number)| *number);
        told.extend(arrived.items.into_iter().map(|(item, _)| item.id));
        match arrived.next {
            Some(next) => assert_eq!(next, position),
            None => return (told, position.max(last)),
        }
    }
}

fn arriving(n: u64, us: i64) -> InboxItem {
    InboxItem { created_at: at_us(us), ..an_inbox_item(n, user(1)) }
}

fn ids(numbers: impl IntoIterator<Item = u64>) -> Vec<DeliveryId> {
    numbers.into_iter().map(|n| DeliveryId(id(n))).collect()
}

/// Ids break ties; archived and read ones are among them, those of others not; nobody has a number before somebody looks.
pub async fn items_are_numbered_in_the_order_of_their_times<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    assert_eq!(inbox.number_arrivals(user(1)).await.unwrap(), InboxPosition::default());
    let items = [(5, 3), (4, 2), (3, 2), (2, 1), (1, 0)].map(|(n, us)| arriving(n, us));
    given(&*inbox, &items).await;
    given(&*inbox, &[InboxItem { created_at: at_us(2), ..an_inbox_item(6, user(2)) }]).await;
    inbox.archive(user(1), items[1].id, at_s(60)).await.unwrap();
    let nothing = inbox.numbered_after(user(1), InboxPosition::default(), 10).await.unwrap();
    assert_eq!(nothing, Arrived::default());
    let (all, end) = told(&*inbox, InboxPosition::default(), 10).await;
    assert_eq!(all, ids([1, 2, 3, 4, 5]));
    assert_eq!(end, inbox.number_arrivals(user(1)).await.unwrap(), "they have their numbers already");
    assert_eq!(told(&*inbox, end, 10).await, (vec![], end));
    let first = inbox.numbered_after(user(1), InboxPosition::default(), 1).await.unwrap();
    assert_eq!(first.items[0].1, InboxPosition::default().next(at_us(0)));
    assert_eq!(told(&*inbox, first.items[0].1, 2).await.0, ids([2, 3, 4, 5]));
}

/// Whatever its time says.
pub async fn an_item_that_is_seen_late_has_a_late_number<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    given(&*inbox, &[arriving(1, 1_000), arriving(2, 60_000_000)]).await;
    let (_, end) = told(&*inbox, InboxPosition::default(), 10).await;
    given(&*inbox, &[arriving(4, 60_000_000), arriving(3, 1_000), arriving(5, 70_000_000)]).await;
    let (late, then) = told(&*inbox, end, 10).await;
    assert_eq!(late, ids([3, 4, 5]));
    assert_eq!(told(&*inbox, then, 10).await.0, ids([]));
    assert_eq!(told(&*inbox, InboxPosition::default(), 10).await.0, ids([1, 2, 3, 4, 5]));
}

/// However many arrived at once.
pub async fn many_items_are_told_in_parts<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    let items: Vec<_> = (1..=250).map(|n| arriving(n, 7)).collect();
    given(&*inbox, &items).await;
    assert_eq!(told(&*inbox, InboxPosition::default(), 60).await.0, ids(1..=250));
}

/// Several look while items arrive, each with a time before that of what was told; one of them is told.
pub async fn whoever_numbers_meanwhile_nothing_is_missed_or_told_twice<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    let arrivals = (1..=60_u64).map(|n| {
        let inbox = Arc::clone(&inbox);
        async move {
            let late = arriving(n, 1_000_000 - i64::try_from(n).unwrap());
            assert!(inbox.put(late).await.unwrap());
            inbox.number_arrivals(user(1)).await.unwrap();
            Vec::new()
        }
        .boxed()
    });
    let listening = {
        let inbox = Arc::clone(&inbox);
        async move {
            let (mut all, mut position) = (Vec::new(), InboxPosition::default());
            for _ in 0..10_000 {
                let (some, then) = told(&*inbox, position, 7).await;
                all.extend(some);
                position = then;
                if all.len() >= 60 {
                    break;
                }
            }
            all.extend(told(&*inbox, position, 7).await.0);
            all
        }
        .boxed()
    };
    let mut heard = at_once(arrivals.chain([listening])).await.concat();
    heard.sort_unstable();
    assert_eq!(heard, ids(1..=60));
}

/// Who has nothing unread, or is not asked about, is not in the answer; more people than one statement takes are.
pub async fn what_people_have_unread_is_told_for_all_of_them_at_once<H: InboxHarness>() {
    let harness = H::fresh().await;
    let inbox = harness.inbox();
    let items: Vec<InboxItem> = [(1, 1, 10), (2, 1, 30), (3, 1, 20), (4, 2, 5), (5, 3, 5), (6, 700, 7)]
        .map(|(n, who, us)| InboxItem { created_at: at_us(us), ..an_inbox_item(n, user(who)) })
        .into();
    given(&*inbox, &items).await;
    inbox.mark_read(user(1), Some(items[1].id), at_s(60)).await.unwrap();
    inbox.mark_read(user(2), None, at_s(60)).await.unwrap();
    let people: Vec<UserId> = [1, 2].into_iter().chain(4..=700).map(user).collect();
    let mut unread = inbox.unread_of(&people).await.unwrap();
    unread.sort_by_key(|(person, _)| *person);
    let of = |count, newest| Unread { count, newest: at_us(newest) };
    assert_eq!(unread, [(user(1), of(2, 20)), (user(700), of(1, 7))]);
    assert_eq!(inbox.unread_of(&[]).await.unwrap(), []);
}
