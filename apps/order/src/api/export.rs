//! Orders as a file.

mod sheet;

use std::sync::Arc;

use bytes::Bytes;
use eop_core::kernel::actor::Actor;
use eop_core::kernel::page::Cursor;
use eop_core::kernel::page::{Direction, Page};
use eop_core::order::port::{OrderFilter, OrderSort};
use eop_core::order::service::{Exported, OrderService};
use eop_http::{Caller, CsvFile, Params, Problem};
use futures::{Stream, stream};
use poem_openapi::{Enum, Object, OpenApi};

use self::sheet::Sheet;
use super::Tag;
use super::list::{FilterQuery, SortName};

/// What a row of the file is
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename = "ExportRows", rename_all = "snake_case")]
pub(crate) enum Rows {
    /// An order.
    #[default]
    Order,
    /// A line of an order.
    Line,
}

/// Which orders, and how they are written
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderExportQuery", skip_serializing_if_is_none)]
pub(crate) struct ExportQuery {
    /// What the rows are sorted by; a minus means the largest first.
    #[oai(default)]
    sort: SortName,
    /// Which orders.
    #[oai(flatten)]
    wanted: FilterQuery,
    /// What a row is.
    #[oai(default)]
    rows: Rows,
    /// Begin with a byte order mark, by which spreadsheets know that this is UTF-8.
    #[oai(default)]
    bom: bool,
}

/// Orders as a file.
#[derive(Debug)]
pub struct ExportApi {
    pub(super) orders: Arc<OrderService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Orders")]
impl ExportApi {
    /// Export orders as CSV
    ///
    /// All that the list would show with these filters, as comma-separated values (RFC 4180): customers get their own, staff
    /// everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet would take for a
    /// formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one that breaks off is
    /// not whole.
    #[oai(path = "/orders/export.csv", method = "get", operation_id = "exportOrders")]
    async fn export(&self, caller: Caller, query: Params<ExportQuery>) -> Result<CsvFile, Problem> {
        let ExportQuery { sort, wanted, rows, bom } = query.into_inner();
        let export = Export {
            orders: Arc::clone(&self.orders),
            actor: caller.actor().clone(),
            filter: wanted.filter(),
            sort: sort.parts(),
        };
        let first = export.page(None).await?;
        let name = match rows {
            Rows::Order => "orders.csv",
            Rows::Line => "order-lines.csv",
        };
        Ok(CsvFile::new(name, export.parts(Sheet { rows }, bom, first)))
    }
}

/// An export under way.
struct Export {
    orders: Arc<OrderService>,
    actor: Actor,
    filter: OrderFilter,
    sort: (OrderSort, Direction),
}

impl Export {
    async fn page(&self, after: Option<Cursor>) -> Result<Page<Exported>, Problem> {
        Ok(self.orders.export(&self.actor, self.filter.clone(), self.sort, after).await?)
    }

    /// The file, a part for each page: the next page is read when the part before it was taken.
    fn parts(
        self,
        sheet: Sheet,
        bom: bool,
        first: Page<Exported>,
    ) -> impl Stream<Item = Result<Bytes, Problem>> + Send + 'static {
        let head = sheet.head(bom);
        let start = Some((head, Next::Read(first)));
        stream::try_unfold((self, start), move |(export, state)| async move {
            let Some((head, next)) = state else { return Ok(None) };
            let page = match next {
                Next::Read(page) => page,
                Next::After(place) => export.page(Some(place)).await?,
            };
            let part = sheet.rows(head, &page.items);
            let state = page.next.map(|place| (Vec::new(), Next::After(place)));
            Ok(Some((Bytes::from(part), (export, state))))
        })
    }
}

/// Where the rows of the next part come from.
enum Next {
    /// They are read already.
    Read(Page<Exported>),
    /// After this place.
    After(Cursor),
}
