//! What people see: their inbox, and the mailbox of the embedded mode.

use std::sync::Arc;

use eop_contract::fixture::{a_mail, an_inbox_item, at_s, id, user};
use eop_core::kernel::actor::{Actor, Role};
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::DeliveryId;
use eop_core::kernel::page::PageRequest;
use eop_core::notification::error::NotificationError;
use eop_core::notification::model::InboxItem;
use eop_core::notification::port::{Inbox, InboxFilter, Mailbox};
use eop_core::notification::service::{NotificationPorts, NotificationService};
use eop_memory::{MemoryInbox, MemoryMailbox};

use super::world::{World, admin, customer, service};

/// The service over an inbox with items 1 and 2 of customer 1, and item 3 of customer 2.
async fn with_items() -> (NotificationService, Arc<MemoryInbox>, World) {
    let (world, inbox) = (World::new(), Arc::<MemoryInbox>::default());
    for (n, owner) in [(1, 1), (2, 1), (3, 2)] {
        assert!(inbox.put(an_inbox_item(n, user(owner))).await.unwrap());
    }
    let ports = NotificationPorts { inbox: inbox.clone(), ..world.ports() };
    (NotificationService::new(ports), inbox, world)
}

/// The service over a mailbox with mails 1 to Alice and 2 to Bob.
async fn with_mails() -> NotificationService {
    let mailbox = MemoryMailbox::default();
    for (n, to) in [(1, "alice@example.com"), (2, "bob@example.com")] {
        assert!(mailbox.put(a_mail(n, to)).await.unwrap());
    }
    let mailbox: Arc<dyn Mailbox> = Arc::new(mailbox);
    NotificationService::new(NotificationPorts { mailbox: Some(mailbox), ..World::new().ports() })
}

fn nobody() -> Actor {
    Actor { roles: vec![Role::UNVERIFIED], ..customer(1) }
}

const UNREAD: InboxFilter = InboxFilter { unread: true, archived: false };

fn ids(items: &[InboxItem]) -> Vec<DeliveryId> {
    items.iter().map(|item| item.id).collect()
}

#[tokio::test]
async fn everybody_sees_their_own_inbox_only() {
    let (people, _, _) = with_items().await;
    let page = PageRequest::first(10);
    for (actor, expected) in [(customer(1), vec![2, 1]), (customer(2), vec![3]), (admin(), vec![])] {
        let seen = people.my_inbox(&actor, InboxFilter::default(), &page).await.unwrap();
        let expected: Vec<DeliveryId> = expected.into_iter().map(|n| DeliveryId(id(n))).collect();
        assert_eq!(ids(&seen.items), expected);
        assert_eq!(people.count_unread(&actor).await.unwrap(), expected.len() as u64);
    }
}

#[tokio::test]
async fn a_read_item_is_no_longer_unread() {
    let (people, _, world) = with_items().await;
    let (me, page) = (customer(1), PageRequest::first(10));
    world.clock.set(at_s(77));
    people.mark_read(&me, Some(DeliveryId(id(1)))).await.unwrap();
    assert_eq!(people.count_unread(&me).await.unwrap(), 1);
    assert_eq!(ids(&people.my_inbox(&me, UNREAD, &page).await.unwrap().items), [DeliveryId(id(2))]);
    let all = people.my_inbox(&me, InboxFilter::default(), &page).await.unwrap().items;
    let read: Vec<_> = all.iter().map(|item| item.read_at).collect();
    assert_eq!(read, [None, Some(at_s(77))]);
    people.mark_read(&me, Some(DeliveryId(id(1)))).await.unwrap();
}

#[tokio::test]
async fn an_archived_item_is_read_and_out_of_sight() {
    let (people, _, world) = with_items().await;
    let (me, page) = (customer(1), PageRequest::first(10));
    world.clock.set(at_s(77));
    for _ in 0..2 {
        people.archive(&me, DeliveryId(id(1))).await.unwrap();
        world.clock.set(at_s(88));
    }
    assert_eq!(people.count_unread(&me).await.unwrap(), 1);
    let seen = people.my_inbox(&me, InboxFilter::default(), &page).await.unwrap().items;
    assert_eq!(ids(&seen), [DeliveryId(id(2))]);
    let archived = InboxFilter { archived: true, ..InboxFilter::default() };
    let away = people.my_inbox(&me, archived, &page).await.unwrap().items;
    assert_eq!((ids(&away), away[0].archived_at), (vec![DeliveryId(id(1))], Some(at_s(77))));
}

#[tokio::test]
async fn all_items_of_one_person_can_be_read_at_once() {
    let (people, _, _) = with_items().await;
    people.mark_read(&customer(1), None).await.unwrap();
    assert_eq!(people.count_unread(&customer(1)).await.unwrap(), 0);
    assert_eq!(people.count_unread(&customer(2)).await.unwrap(), 1, "others are not touched");
    people.mark_read(&customer(1), None).await.unwrap();
}

#[tokio::test]
async fn an_item_of_somebody_else_is_not_found() {
    let (people, _, _) = with_items().await;
    for (actor, item) in [(customer(1), 3), (customer(2), 1), (admin(), 1), (customer(1), 404)] {
        let item = DeliveryId(id(item));
        let answers = [people.mark_read(&actor, Some(item)).await, people.archive(&actor, item).await];
        for answer in answers {
            assert!(matches!(answer, Err(NotificationError::NotFound)), "{answer:?}");
        }
    }
    assert_eq!(people.count_unread(&customer(1)).await.unwrap(), 2);
    assert_eq!(people.count_unread(&customer(2)).await.unwrap(), 1);
}

#[tokio::test]
async fn only_people_have_an_inbox() {
    let (people, _, _) = with_items().await;
    let page = PageRequest::first(10);
    for answer in [
        people.my_inbox(&service(), InboxFilter::default(), &page).await.err(),
        people.count_unread(&service()).await.err(),
        people.mark_read(&service(), None).await.err(),
        people.archive(&service(), DeliveryId(id(1))).await.err(),
    ] {
        assert!(matches!(answer, Some(NotificationError::NotFound)), "{answer:?}");
    }
}

#[tokio::test]
async fn an_inbox_needs_the_permission() {
    let (people, _, _) = with_items().await;
    let page = PageRequest::first(10);
    for answer in [
        people.my_inbox(&nobody(), InboxFilter::default(), &page).await.err(),
        people.count_unread(&nobody()).await.err(),
        people.mark_read(&nobody(), None).await.err(),
        people.mark_read(&nobody(), Some(DeliveryId(id(1)))).await.err(),
        people.archive(&nobody(), DeliveryId(id(1))).await.err(),
    ] {
        assert_eq!(answer.unwrap().kind(), ErrorKind::Forbidden);
    }
}

#[tokio::test]
async fn mails_are_listed_newest_first_and_by_address() {
    let people = with_mails().await;
    let page = PageRequest::first(10);
    let listed = async |to: Option<&str>| {
        let found = people.list_mails(&admin(), to, &page).await.unwrap();
        found.items.into_iter().map(|mail| mail.id.0).collect::<Vec<_>>()
    };
    assert_eq!(listed(None).await, [2, 1].map(id));
    assert_eq!(listed(Some("Alice@Example.com")).await, [id(1)]);
    assert!(listed(Some("carol@example.com")).await.is_empty());
    let mail = people.find_mail(&admin(), DeliveryId(id(2))).await.unwrap();
    assert_eq!(mail, a_mail(2, "bob@example.com"));
    let refused = people.list_mails(&admin(), Some("no address"), &page).await.unwrap_err();
    assert_eq!((refused.kind(), &*refused.fields()[0].field), (ErrorKind::Invalid, "to"));
}

#[tokio::test]
async fn a_mail_or_mailbox_that_does_not_exist_is_not_found() {
    let page = PageRequest::first(10);
    let without = NotificationService::new(NotificationPorts { mailbox: None, ..World::new().ports() });
    for answer in [
        with_mails().await.find_mail(&admin(), DeliveryId(id(404))).await.err(),
        without.list_mails(&admin(), None, &page).await.err(),
        without.find_mail(&admin(), DeliveryId(id(1))).await.err(),
    ] {
        assert!(matches!(answer, Some(NotificationError::NotFound)), "{answer:?}");
    }
}

/// Whether there is a mailbox is not told either.
#[tokio::test]
async fn mails_are_for_administrators() {
    let page = PageRequest::first(10);
    let without = NotificationService::new(NotificationPorts { mailbox: None, ..World::new().ports() });
    for people in [with_mails().await, without] {
        for answer in [
            people.list_mails(&customer(1), None, &page).await.err(),
            people.list_mails(&customer(1), Some("no address"), &page).await.err(),
            people.find_mail(&customer(1), DeliveryId(id(1))).await.err(),
        ] {
            assert_eq!(answer.unwrap().kind(), ErrorKind::Forbidden);
        }
    }
}
