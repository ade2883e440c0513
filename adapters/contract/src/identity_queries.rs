//! What every reader of identity must do.

use eop_core::identity::model::{Account, AccountState, RevocationReason};
use eop_core::identity::port::{AccountFilter, IdentityWrite};
use eop_core::kernel::actor::Role;
use eop_core::kernel::page::{Direction, Page, PageRequest};

use crate::fixture::{a_session, an_account, at_s, at_us, user};
use crate::identity_store::{IdentityStoreHarness, commit, given_accounts, updated_session};

/// 20 accounts, of which many were registered at the same instant.
fn tied_accounts() -> Vec<Account> {
    (1..=20_i64)
        .map(|n| {
            // Visits 1..=20 out of order, so that the order of insertion is of no use.
            let n = n * 8 % 21;
            an_account().numbered(n.unsigned_abs()).registered_at(at_us(n % 4)).build()
        })
        .collect()
}

async fn read_through<H: IdentityStoreHarness>(
    harness: &H,
    filter: &AccountFilter,
    direction: Direction,
    limit: u16,
) -> Vec<Page<Account>> {
    let mut pages: Vec<Page<Account>> = Vec::new();
    let mut request = PageRequest::first(limit);
    loop {
        let page = harness.queries().list_accounts(filter, direction, &request).await.unwrap();
        request.after.clone_from(&page.next);
        pages.push(page);
        if request.after.is_none() {
            return pages;
        }
        assert!(pages.len() < 100, "the pages do not end");
    }
}

async fn found<H: IdentityStoreHarness>(harness: &H, filter: AccountFilter) -> Vec<u64> {
    let pages = read_through(harness, &filter, Direction::Ascending, 100).await;
    pages.iter().flat_map(|page| &page.items).map(|account| account.id.0.as_u64_pair().1 & 0xffff).collect()
}

/// Every account once, by the time of registration, ties broken by id in the direction of the sort.
pub async fn pages_of_accounts_are_complete_and_in_order<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    given_accounts(&*harness.store(), &tied_accounts()).await;
    for direction in [Direction::Ascending, Direction::Descending] {
        let mut expected = tied_accounts();
        expected.sort_by_key(|account| (account.created_at, account.id));
        if direction == Direction::Descending {
            expected.reverse();
        }
        for limit in [1, 3, 20, 100] {
            let pages = read_through(&harness, &AccountFilter::default(), direction, limit).await;
            let items: Vec<Account> = pages.into_iter().flat_map(|page| page.items).collect();
            assert_eq!(items, expected, "{direction:?} {limit}");
        }
    }
}

/// No page is empty because the one before it happened to be full.
pub async fn the_last_page_of_accounts_says_so<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    given_accounts(&*harness.store(), &tied_accounts()).await;
    for (limit, expected) in [(5, vec![5; 4]), (8, vec![8, 8, 4]), (20, vec![20])] {
        let pages = read_through(&harness, &AccountFilter::default(), Direction::Ascending, limit).await;
        let sizes: Vec<usize> = pages.iter().map(|page| page.items.len()).collect();
        assert_eq!(sizes, expected, "pages of {limit}");
    }
}

/// The count is of all that match, whichever page is read; it is absent unless asked for.
pub async fn accounts_are_counted_on_request<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    given_accounts(&*harness.store(), &tied_accounts()).await;
    let filter = AccountFilter { text: Some("user1".to_owned()), ..AccountFilter::default() };
    let list = async |request: &PageRequest| {
        harness.queries().list_accounts(&filter, Direction::Ascending, request).await.unwrap()
    };
    let mut request = PageRequest { count: true, ..PageRequest::first(4) };
    for _ in 0..2 {
        let page = list(&request).await;
        assert_eq!(page.total, Some(11), "user1 and user10 to user19");
        request.after = page.next;
    }
    assert_eq!(list(&PageRequest::first(4)).await.total, None);
}

/// Without regard to case; wildcards of the engine stand for themselves.
pub async fn accounts_are_found_by_part_of_name_or_address<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let accounts = [
        an_account().numbered(1).named("Alice Anderson").with_email("alice@shop.example").build(),
        an_account().numbered(2).named("Bob 100%_sure").with_email("bob_b@shop.example").build(),
        an_account().numbered(3).named("Carol Äpfel-O'Neil").with_email("bobby@other.example").build(),
        an_account().numbered(4).named("E\u{301}mile Straße").with_email("info@bücher.example").build(),
    ];
    given_accounts(&*harness.store(), &accounts).await;
    let table = [
        ("anders", vec![1]),
        ("ALICE", vec![1]),
        ("bob", vec![2, 3]),
        ("Shop.Example", vec![1, 2]),
        ("o'n", vec![3]),
        ("äPFEL", vec![3]),
        ("a\u{308}pfel", vec![3]),
        ("STRASSE", vec![4]),
        ("straße", vec![4]),
        ("émile", vec![4]),
        ("E\u{301}MILE", vec![4]),
        ("ＡＬＩＣＥ", vec![1]),
        ("bücher.example", vec![4]),
        ("xn--bcher-kva", vec![4]),
        ("apfel", vec![]),
        ("%", vec![2]),
        ("_", vec![2]),
        ("b_b", vec![2]),
        ("\\", vec![]),
        ("nobody", vec![]),
    ];
    for (text, expected) in table {
        let filter = AccountFilter { text: Some(text.to_owned()), ..AccountFilter::default() };
        assert_eq!(found(&harness, filter).await, expected, "{text:?}");
    }
}

/// The end of a lock does not matter to the filter; a role is found whole.
pub async fn accounts_are_filtered_by_role_and_state<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let locked = |until| AccountState::Locked { until };
    let accounts = [
        an_account().numbered(1).with_roles([Role::CUSTOMER, Role::ADMIN]).build(),
        an_account().numbered(2).in_state(AccountState::Pending).build(),
        an_account().numbered(3).in_state(locked(None)).with_roles([Role::ADMIN]).build(),
        an_account().numbered(4).in_state(locked(Some(at_s(1)))).build(),
        an_account().numbered(5).with_roles([Role::named("administrator").unwrap()]).build(),
    ];
    given_accounts(&*harness.store(), &accounts).await;
    let all = AccountFilter::default;
    let table = [
        (all(), vec![1, 2, 3, 4, 5]),
        (AccountFilter { role: Some(Role::ADMIN), ..all() }, vec![1, 3]),
        (AccountFilter { role: Some(Role::CUSTOMER), ..all() }, vec![1, 2, 4]),
        (AccountFilter { role: Some(Role::SUPPORT), ..all() }, vec![]),
        (AccountFilter { state: Some(AccountState::Active), ..all() }, vec![1, 5]),
        (AccountFilter { state: Some(AccountState::Pending), ..all() }, vec![2]),
        (AccountFilter { state: Some(locked(None)), ..all() }, vec![3, 4]),
        (AccountFilter { state: Some(locked(Some(at_s(9)))), ..all() }, vec![3, 4]),
        (
            AccountFilter {
                text: Some("user3".to_owned()),
                role: Some(Role::ADMIN),
                state: Some(locked(None)),
            },
            vec![3],
        ),
    ];
    for (filter, expected) in table {
        assert_eq!(found(&harness, filter.clone()).await, expected, "{filter:?}");
    }
}

/// A person sees where they are signed in, and where they were.
pub async fn sessions_come_newest_first_with_ended_ones<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().numbered(1).build(), an_account().numbered(2).build()]).await;
    let [first, second, third] =
        [(1, 20), (2, 30), (3, 10)].map(|(n, at)| a_session().numbered(n).opened_at(at_s(at)).build());
    let others = a_session().numbered(4).of(user(2)).build();
    let opened = [&first, &second, &third, &others].map(|one| IdentityWrite::InsertSession(one.clone()));
    commit(&*store, opened.to_vec()).await;
    let ended = first.revoked(RevocationReason::RevokedByUser, at_s(40));
    commit(&*store, vec![updated_session(&first, &ended)]).await;
    assert_eq!(harness.queries().list_sessions(user(1)).await.unwrap(), [second, ended, third]);
    assert_eq!(harness.queries().list_sessions(user(2)).await.unwrap(), [others]);
}

/// However many there were; of one account only, with what may be absent absent.
pub async fn only_the_newest_sign_ins_are_recent<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().numbered(1).build(), an_account().numbered(2).build()]).await;
    let sessions = [
        a_session().numbered(1).opened_at(at_s(10)).from(Some("Firefox"), Some("192.0.2.1")),
        a_session().numbered(2).opened_at(at_s(30)).from(None, None),
        a_session().numbered(3).opened_at(at_s(20)).from(Some("curl"), Some("2001:db8::1")),
        a_session().numbered(4).of(user(2)).opened_at(at_s(40)).from(Some("Safari"), None),
    ];
    let opened = sessions.map(|session| IdentityWrite::InsertSession(session.build()));
    commit(&*store, opened.to_vec()).await;
    let recent = async |account, limit| {
        let found = harness.queries().recent_sign_ins(account, limit).await.unwrap();
        found.into_iter().map(|one| (one.device, one.ip)).collect::<Vec<_>>()
    };
    let text = |text: &str| Some(text.to_owned());
    let newest = vec![(None, None), (text("curl"), text("2001:db8::1"))];
    assert_eq!(recent(user(1), 2).await, newest);
    assert_eq!(recent(user(1), 50).await, [newest, vec![(text("Firefox"), text("192.0.2.1"))]].concat());
    assert_eq!(recent(user(2), 50).await, [(text("Safari"), None)]);
    assert_eq!(recent(user(3), 50).await, []);
}

/// As they are now, the ended and the locked too; neither without the other.
pub async fn a_session_and_its_account_are_found_together<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let account = an_account().with_everything().build();
    given_accounts(&*store, &[account.clone(), an_account().numbered(2).build()]).await;
    let session = a_session().numbered(1).of(account.id).build();
    let orphan = a_session().numbered(3).of(user(99)).build();
    let opened = [&session, &orphan].map(|session| IdentityWrite::InsertSession(session.clone()));
    commit(&*store, opened.to_vec()).await;
    let find = async |session| harness.queries().find_signed_in(session).await.unwrap();
    assert_eq!(find(session.id).await, Some((session.clone(), account.clone())));
    let ended = session.revoked(RevocationReason::LoggedOut, at_s(40));
    commit(&*store, vec![updated_session(&session, &ended)]).await;
    assert_eq!(find(session.id).await, Some((ended, account)));
    assert_eq!(find(orphan.id).await, None);
    assert_eq!(find(a_session().numbered(77).build().id).await, None);
}

/// Whatever version of bcrypt made it; hashes of others do not count.
pub async fn the_costliest_hash_of_bcrypt_is_found<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let costliest = async || harness.queries().costliest_bcrypt().await.unwrap().map(|hash| hash.0);
    given_accounts(&*store, &[an_account().numbered(1).build()]).await;
    assert_eq!(costliest().await, None);
    for (n, hash, expected) in [
        (2, "$2a$10$a", "$2a$10$a"),
        (3, "$2b$12$b", "$2b$12$b"),
        (4, "$2y$04$c", "$2b$12$b"),
        (5, "$21$99$d", "$21$99$d"),
    ] {
        given_accounts(&*store, &[an_account().numbered(n).with_password(hash).build()]).await;
        assert_eq!(costliest().await.as_deref(), Some(expected));
    }
}
