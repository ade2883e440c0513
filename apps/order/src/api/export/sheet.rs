//! Orders as rows of comma-separated values.

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat, Utc};
use csv::{Terminator, Writer, WriterBuilder};
use eop_core::kernel::money::Money;
use eop_core::kernel::world::as_decimal;
use eop_core::order::model::Line;
use eop_core::order::service::Exported;

use super::Rows;

/// By which spreadsheets know that a file is UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// What every row says of its order.
const ORDER: [&str; 9] = [
    "number",
    "id",
    "status",
    "customer_id",
    "customer_name",
    "created_at",
    "updated_at",
    "currency",
    "total",
];
/// What a row for an order says beyond that.
const REST: [&str; 18] = [
    "lines",
    "quantity",
    "approved_at",
    "shipped_at",
    "carrier",
    "tracking_number",
    "delivered_at",
    "reason",
    "created_by",
    "name",
    "line1",
    "line2",
    "city",
    "region",
    "postal_code",
    "country",
    "note",
    "version",
];
/// What a row for a line says beyond that.
const LINE: [&str; 6] = ["line", "sku", "name", "quantity", "unit_price", "line_total"];

/// How rows are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    pub(super) rows: Rows,
}

impl Sheet {
    /// The beginning of the file: the names of the columns.
    pub(super) fn head(self, bom: bool) -> Vec<u8> {
        let further: &[&str] = match self.rows {
            Rows::Order => &REST,
            Rows::Line => &LINE,
        };
        let mut sheet = writer(if bom { BOM.to_vec() } else { Vec::new() });
        for name in ORDER.iter().chain(further) {
            field(&mut sheet, name.as_bytes());
        }
        end(&mut sheet);
        written(sheet)
    }

    /// The rows of `orders`, after what is in `part` already.
    pub(super) fn rows(self, part: Vec<u8>, orders: &[Exported]) -> Vec<u8> {
        let mut sheet = writer(part);
        for exported in orders {
            match self.rows {
                Rows::Order => {
                    common(&mut sheet, exported);
                    rest(&mut sheet, exported);
                    end(&mut sheet);
                }
                Rows::Line => {
                    for (index, line) in exported.order.lines.iter().enumerate() {
                        common(&mut sheet, exported);
                        of_line(&mut sheet, index, line);
                        end(&mut sheet);
                    }
                }
            }
        }
        written(sheet)
    }
}

type ToMemory = Writer<Vec<u8>>;

fn writer(part: Vec<u8>) -> ToMemory {
    WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(part)
}

fn written(sheet: ToMemory) -> Vec<u8> {
    // Memory takes everything.
    sheet.into_inner().unwrap_or_default()
}

/// A field of our own making, which no spreadsheet takes for a formula.
fn field(sheet: &mut ToMemory, value: &[u8]) {
    // Memory takes everything, and rows may differ in length.
    let _written = sheet.write_field(value);
}

fn end(sheet: &mut ToMemory) {
    let _written = sheet.write_record(None::<&[u8]>);
}

/// A field that somebody typed.
fn text(sheet: &mut ToMemory, value: &str) {
    field(sheet, harmless(value).as_bytes());
}

/// A text that a spreadsheet takes for a text: what begins like a formula begins with an apostrophe
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn harmless(value: &str) -> Cow<'_, str> {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) }
}

fn optional(sheet: &mut ToMemory, value: Option<&str>) {
    text(sheet, value.unwrap_or_default());
}

fn time(sheet: &mut ToMemory, at: Option<DateTime<Utc>>) {
    let at = at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true));
    field(sheet, at.unwrap_or_default().as_bytes());
}

fn amount(sheet: &mut ToMemory, money: Money) {
    field(sheet, as_decimal(money).as_bytes());
}

fn number(sheet: &mut ToMemory, number: &impl ToString) {
    field(sheet, number.to_string().as_bytes());
}

fn common(sheet: &mut ToMemory, Exported { order, customer }: &Exported) {
    text(sheet, &order.number);
    number(sheet, &order.id);
    field(sheet, order.status.as_str().as_bytes());
    number(sheet, &order.customer_id);
    optional(sheet, customer.as_deref());
    time(sheet, Some(order.created_at));
    time(sheet, Some(order.updated_at));
    field(sheet, order.currency().as_str().as_bytes());
    amount(sheet, order.total);
}

fn rest(sheet: &mut ToMemory, Exported { order, .. }: &Exported) {
    let shipment = order.shipment.as_ref();
    let address = &order.shipping_address;
    number(sheet, &order.lines.len());
    number(sheet, &order.lines.iter().map(|line| u64::from(line.quantity)).sum::<u64>());
    time(sheet, order.approved_at);
    time(sheet, shipment.map(|shipment| shipment.shipped_at));
    optional(sheet, shipment.map(|shipment| shipment.carrier.as_str()));
    optional(sheet, shipment.and_then(|shipment| shipment.tracking_number.as_deref()));
    time(sheet, order.delivered_at);
    optional(sheet, order.reason.as_deref());
    text(sheet, &order.created_by.id);
    text(sheet, &address.name);
    text(sheet, &address.line1);
    optional(sheet, address.line2.as_deref());
    text(sheet, &address.city);
    optional(sheet, address.region.as_deref());
    optional(sheet, address.postal_code.as_deref());
    field(sheet, address.country.as_bytes());
    optional(sheet, order.note.as_deref());
    number(sheet, &order.version);
}

fn of_line(sheet: &mut ToMemory, index: usize, line: &Line) {
    number(sheet, &(index + 1));
    text(sheet, &line.sku);
    text(sheet, &line.name);
    number(sheet, &line.quantity);
    amount(sheet, line.unit_price);
    // A stored line was checked when it was placed; its total fits.
    amount(sheet, line.total().unwrap_or_else(|_| Money::zero(line.unit_price.currency())));
}

#[cfg(test)]
mod tests {
    use eop_contract::fixture::an_order;
    use rstest::rstest;

    use super::*;

    fn sheet(rows: Rows, bom: bool, orders: &[Exported]) -> String {
        let sheet = Sheet { rows };
        String::from_utf8(sheet.rows(sheet.head(bom), orders)).unwrap()
    }

    fn exported(name: &str) -> Exported {
        let mut order = an_order().with_line("chair", 2, 1099).with_line("=cmd()", 1, 5).build();
        order.shipping_address.line1 = "1 \"Main\" Street,\r\nback door".to_owned();
        Exported { order, customer: Some(name.to_owned()) }
    }

    /// What a reader of RFC 4180 makes of it.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_row_has_every_column() {
        for (rows, expected) in [(Rows::Order, 2), (Rows::Line, 3)] {
            let text = sheet(rows, false, &[exported("Alice")]);
            let table = read(&text);
            assert_eq!(table.len(), expected, "{text}");
            assert!(table.iter().all(|row| row.len() == table[0].len()), "{text}");
            assert!(text.ends_with("\r\n") && text.starts_with("number,id,status,"), "{text}");
        }
    }

    #[test]
    fn what_was_typed_reads_back_and_amounts_have_their_decimals() {
        let text = sheet(Rows::Order, false, &[exported("Müller, \"Max\"")]);
        let table = read(&text);
        let of = |name: &str| {
            let column = table[0].iter().position(|one| one == name).unwrap();
            table[1][column].clone()
        };
        assert_eq!(of("customer_name"), "Müller, \"Max\"");
        assert_eq!(of("line1"), "1 \"Main\" Street,\r\nback door");
        assert_eq!((of("total"), of("currency")), ("22.03".to_owned(), "EUR".to_owned()));
        assert_eq!((of("lines"), of("quantity")), ("2".to_owned(), "3".to_owned()));
    }

    #[rstest]
    #[case::equals("=1+1")]
    #[case::plus("+49 30 1234")]
    #[case::minus("-1")]
    #[case::at("@SUM(A1)")]
    #[case::tab("\t=1")]
    #[case::fullwidth("＝1")]
    fn what_begins_like_a_formula_is_a_text(#[case] name: &str) {
        let text = sheet(Rows::Order, false, &[exported(name)]);
        assert_eq!(read(&text)[1][4], format!("'{name}"));
    }

    #[test]
    fn the_mark_comes_first_where_it_is_wanted() {
        assert!(sheet(Rows::Order, true, &[]).as_bytes().starts_with(BOM));
        let lines = sheet(Rows::Line, false, &[exported("Alice")]);
        assert!(lines.contains(",2,'=cmd(),Article =cmd(),1,0.05,0.05\r\n"), "{lines}");
    }
}
