//! The rows that a request leaves, as statements for the baselines: taken from the database after one real request, so
//! that they stay the same rows whatever becomes of the schema.

use anyhow::{Result, ensure};

use crate::database::Database;

/// Where one order leaves a row.
const TABLES: [&str; 5] = ["idempotency", "orders", "order_history", "audit", "outbox"];

/// What is different in each row. The expression is evaluated by the database.
struct Fresh {
    /// The value in the row that was taken as the model.
    model: String,
    /// SQL for another one, of type text.
    expression: String,
}

/// The rows of one order, each with fresh ids.
#[derive(Debug)]
pub(crate) struct OrderRows {
    rows: Vec<Row>,
}

/// A row as SQL.
#[derive(Debug)]
struct Row {
    table: &'static str,
    columns: Vec<String>,
    values: Vec<String>,
}

impl OrderRows {
    /// Takes the only order in the database as the model. `unique` is SQL for a number that no two orders share.
    pub(crate) fn of_the_only_order(database: &Database, unique: &str) -> Result<Self> {
        let ask = |sql: &str| database.ask(sql).map(|text| text.trim().to_owned());
        ensure!(ask("SELECT count(*) FROM orders")? == "1", "there is one order to take as the model");
        // Ids that sort by time, as ours do: the tables grow at their ends.
        let id = |kind: u8| {
            let digits = format!("lpad(to_hex({unique}), 24, '0')");
            format!(
                "'0199{kind:04}-' || regexp_replace({digits}, '(....)(....)(....)(.{{12}})', '\\1-\\2-\\3-\\4')"
            )
        };
        let text = |prefix: &str| format!("'{prefix}' || lpad(({unique})::text, 12, '0')");
        let fresh = [
            Fresh { model: ask("SELECT id FROM orders")?, expression: id(1) },
            Fresh { model: ask("SELECT event_id FROM outbox")?, expression: id(2) },
            Fresh { model: ask("SELECT id FROM audit")?, expression: id(3) },
            Fresh { model: ask("SELECT number FROM orders")?, expression: text("ORD-2026-") },
            Fresh { model: ask("SELECT key FROM idempotency")?, expression: text("baseline-") },
        ];
        let rows: Result<Vec<Row>> =
            TABLES.iter().map(|table| Row::like_the_one_in(table, database, &fresh)).collect();
        Ok(Self { rows: rows? })
    }

    /// One transaction of separate statements.
    pub(crate) fn separate(&self) -> String {
        let inserts: Vec<String> = self.rows.iter().map(Row::insert).collect();
        format!("BEGIN;\n{};\nEND;\n", inserts.join(";\n"))
    }

    /// The same rows by one statement.
    pub(crate) fn together(&self) -> String {
        let inserts: Vec<String> =
            self.rows.iter().enumerate().map(|(at, row)| format!("w{at} AS ({})", row.insert())).collect();
        format!("WITH {}\nSELECT 1;\n", inserts.join(",\n"))
    }

    /// Statements that add the rows of `table` for each number that `unique` takes in the rows of `series`.
    pub(crate) fn many(&self, table: &str, series: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.table == table)?;
        Some(format!(
            "INSERT INTO {table} ({}) SELECT {} FROM {series}",
            row.columns.join(", "),
            row.values.join(", ")
        ))
    }
}

impl Row {
    fn insert(&self) -> String {
        format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.table,
            self.columns.join(", "),
            self.values.join(", ")
        )
    }

    /// The only row of `table`, with other ids.
    fn like_the_one_in(table: &'static str, database: &Database, fresh: &[Fresh]) -> Result<Self> {
        let columns = database.ask(&format!(
            "SELECT column_name, format_type(atttypid, atttypmod) FROM information_schema.columns c \
             JOIN pg_attribute a ON a.attrelid = '{table}'::regclass AND a.attname = c.column_name \
             WHERE table_name = '{table}' AND is_identity = 'NO' AND column_default IS NULL ORDER BY ordinal_position"
        ))?;
        let columns: Vec<(&str, &str)> =
            columns.lines().filter_map(|line| line.split_once('\u{1f}')).collect();
        let wanted: Vec<String> =
            columns.iter().map(|(name, _)| format!("quote_nullable(\"{name}\"::text)")).collect();
        let row = database.ask(&format!("SELECT {} FROM {table}", wanted.join(", ")))?;
        let literals: Vec<&str> = row.trim_end_matches('\n').split('\u{1f}').collect();
        ensure!(literals.len() == columns.len(), "the row of {table} cannot be read");
        let values = literals.iter().zip(&columns).map(|(literal, (_, kind))| {
            if *literal == "NULL" {
                return "NULL".to_owned();
            }
            let replaced = fresh.iter().fold(without_colons(literal), |text, one| {
                text.replace(&one.model, &format!("' || ({}) || U&'", one.expression))
            });
            format!("({replaced})::{kind}")
        });
        let values = values.collect();
        let columns = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        Ok(Self { table, columns, values })
    }
}

/// The same literal without a colon, which pgbench would take for the beginning of a variable. The server reads the
/// escape when it parses the statement, so that it costs nothing at run time.
fn without_colons(literal: &str) -> String {
    let quoted = literal.trim_start_matches('E');
    format!("U&{}", quoted.replace(':', "\\003a"))
}
