//! What every mailbox of the embedded mode must do.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::id::DeliveryId;
use eop_core::kernel::page::PageRequest;
use eop_core::notification::model::Mail;
use eop_core::notification::port::Mailbox;

use crate::fixture::{a_mail, at_once, at_us, email, id};

/// Sets up a mailbox for one case.
#[async_trait]
pub trait MailboxHarness: Send + Sync + Sized {
    /// An empty mailbox that no other case sees.
    async fn fresh() -> Self;
    /// The mailbox.
    fn mailbox(&self) -> Arc<dyn Mailbox>;
}

/// Lists the cases of [`mailbox`](crate::mailbox) for a harness.
#[macro_export]
macro_rules! mailbox_contract {
    ($harness:ty) => {
        $crate::mailbox_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, mailbox when ($condition):
            a_mail_is_read_back_equal,
            a_mail_is_there_once,
            of_equal_mails_at_once_one_is_new,
            mails_come_newest_first_over_all_pages,
            mails_to_one_address_are_listed_alone,
        );
    };
}

async fn given(mailbox: &dyn Mailbox, mails: &[Mail]) {
    for mail in mails {
        assert!(mailbox.put(mail.clone()).await.unwrap(), "{} is there already", mail.id);
    }
}

/// By its id and in the list; what was never sent is not there.
pub async fn a_mail_is_read_back_equal<H: MailboxHarness>() {
    let harness = H::fresh().await;
    let mail = a_mail(1, "Jürgen.O'Brien+shop@example.com");
    given(&*harness.mailbox(), std::slice::from_ref(&mail)).await;
    assert_eq!(harness.mailbox().find(mail.id).await.unwrap().as_ref(), Some(&mail));
    assert_eq!(harness.mailbox().find(DeliveryId(id(2))).await.unwrap(), None);
    let page = harness.mailbox().list(None, &PageRequest::first(10)).await.unwrap();
    assert_eq!((page.items, page.next, page.total), (vec![mail], None, None));
}

/// A delivery that is attempted again does not put a second one there.
pub async fn a_mail_is_there_once<H: MailboxHarness>() {
    let harness = H::fresh().await;
    let mail = a_mail(1, "alice@example.com");
    given(&*harness.mailbox(), std::slice::from_ref(&mail)).await;
    let again = Mail { subject: "Another text".to_owned(), ..mail.clone() };
    assert!(!harness.mailbox().put(again).await.unwrap());
    let page = harness.mailbox().list(None, &PageRequest::first(10)).await.unwrap();
    assert_eq!(page.items, [mail]);
}

/// Two workers with the same delivery.
pub async fn of_equal_mails_at_once_one_is_new<H: MailboxHarness>() {
    let harness = H::fresh().await;
    let put = at_once((0..8).map(|_| {
        let mailbox = harness.mailbox();
        async move { mailbox.put(a_mail(1, "alice@example.com")).await.unwrap() }
    }))
    .await;
    assert_eq!(put.into_iter().filter(|new| *new).count(), 1);
    let page = harness.mailbox().list(None, &PageRequest::first(10)).await.unwrap();
    assert_eq!(page.items.len(), 1);
}

/// Every mail once; ids break ties; the last page says that it is the last.
pub async fn mails_come_newest_first_over_all_pages<H: MailboxHarness>() {
    let harness = H::fresh().await;
    let mut expected: Vec<Mail> = (1..=9_i64)
        .map(|n| Mail { received_at: at_us(n % 3), ..a_mail(n.unsigned_abs(), "alice@example.com") })
        .collect();
    given(&*harness.mailbox(), &expected).await;
    expected.sort_by_key(|mail| std::cmp::Reverse((mail.received_at, mail.id)));
    let mut request = PageRequest { count: true, ..PageRequest::first(3) };
    let mut mails = Vec::new();
    for _ in 0..3 {
        let page = harness.mailbox().list(None, &request).await.unwrap();
        assert_eq!(page.total, Some(9));
        mails.extend(page.items);
        request.after = page.next;
    }
    assert_eq!(mails, expected);
    assert_eq!(request.after, None);
}

/// The whole address, in any case; counted alone too.
pub async fn mails_to_one_address_are_listed_alone<H: MailboxHarness>() {
    let harness = H::fresh().await;
    let mails = [
        a_mail(1, "alice@example.com"),
        a_mail(2, "bob@example.com"),
        a_mail(3, "Alice@Example.com"),
        a_mail(4, "malice@example.com"),
    ];
    given(&*harness.mailbox(), &mails).await;
    let alice = email("ALICE@example.com");
    let request = PageRequest { count: true, ..PageRequest::first(10) };
    let page = harness.mailbox().list(Some(&alice), &request).await.unwrap();
    assert_eq!(page.items, [mails[2].clone(), mails[0].clone()]);
    assert_eq!(page.total, Some(2));
    let nobody = harness.mailbox().list(Some(&email("nobody@example.com")), &request).await.unwrap();
    assert_eq!((nobody.items, nobody.total), (vec![], Some(0)));
}
