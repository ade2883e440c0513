//! Lists, item by item.

use std::collections::VecDeque;

use crate::error::Error;

/// A list that comes in pages: what each operation of a list gives before it is sent.
#[expect(async_fn_in_trait, reason = "the futures are those of the generated code, of which it is known whether they are Send")]
pub trait List: Clone {
    /// What the list is of.
    type Item;

    /// The list from a position on.
    #[must_use]
    fn at(self, cursor: String) -> Self;

    /// One page, and where the next one begins.
    ///
    /// # Errors
    /// As any call.
    async fn page(self) -> Result<(Vec<Self::Item>, Option<String>), Error>;
}

/// Every item of a list, in order. A page is asked for when its first item is wanted.
///
/// ```no_run
/// # async fn f(platform: &eop_sdk::Platform) -> Result<(), eop_sdk::Error> {
/// let mut orders = eop_sdk::each(platform.list_orders().limit(100));
/// while let Some(order) = orders.next().await {
///     println!("{}", order?.number);
/// }
/// # Ok(()) }
/// ```
pub fn each<L: List>(list: L) -> Each<L> {
    Each { items: VecDeque::new(), next: Some(list.clone()), list }
}

/// The rest of a list.
pub struct Each<L: List> {
    list: L,
    items: VecDeque<L::Item>,
    next: Option<L>,
}

impl<L: List> Each<L> {
    /// The next item; none at the end. After an error the same page is asked for again.
    pub async fn next(&mut self) -> Option<Result<L::Item, Error>> {
        while self.items.is_empty() {
            match self.next.clone()?.page().await {
                Ok((items, cursor)) => {
                    self.items = items.into();
                    self.next = cursor.map(|cursor| self.list.clone().at(cursor));
                }
                Err(error) => return Some(Err(error)),
            }
        }
        self.items.pop_front().map(Ok)
    }
}
