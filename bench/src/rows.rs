//! The rows that a request leaves, as statements for the baselines: taken from the database after one real request, so
//! that they stay the same rows whatever becomes of the schema.

use std::fmt::Write;

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

/// The statements that write the rows of one order, each with fresh ids.
#[derive(Debug)]
pub(crate) struct OrderRows {
    inserts: Vec<String>,
}

impl OrderRows {
    /// Takes the only order in the database as the model. `unique` is SQL for a number that no two orders share.
    pub(crate) fn of_the_only_order(database: &Database, unique: &str) -> Result<Self> {
        let ask = |sql: &str| database.ask(sql).map(|text| text.trim().to_owned());
        ensure!(database.number("SELECT count(*) FROM orders")? == 1.0, "there is one order to take as the model");
        // Ids that sort by time, as ours do: the tables grow at their ends.
        let id = |kind: u8| format!("'0199{kind:04}-' || regexp_replace(lpad(to_hex({unique}), 24, '0'), '(....)(....)(....)(.{{12}})', '\\1-\\2-\\3-\\4')");
        let fresh = [
            Fresh { model: ask("SELECT id FROM orders")?, expression: id(1) },
            Fresh { model: ask("SELECT event_id FROM outbox")?, expression: id(2) },
            Fresh { model: ask("SELECT id FROM audit")?, expression: id(3) },
            Fresh { model: ask("SELECT number FROM orders")?, expression: format!("'ORD-2026-' || lpad(({unique})::text, 12, '0')") },
            Fresh { model: ask("SELECT key FROM idempotency")?, expression: format!("'baseline-' || ({unique})::text") },
        ];
        let inserts: Result<Vec<String>> = TABLES.iter().map(|table| insert(database, table, &fresh)).collect();
        Ok(Self { inserts: inserts? })
    }

    /// One transaction of separate statements.
    pub(crate) fn separate(&self) -> String {
        format!("BEGIN;\n{};\nEND;\n", self.inserts.join(";\n"))
    }

    /// The same rows by one statement.
    pub(crate) fn together(&self) -> String {
        let mut text = String::from("WITH ");
        let (last, first) = self.inserts.split_last().map_or(("", &[][..]), |(last, first)| (last.as_str(), first));
        for (at, insert) in first.iter().enumerate() {
            let comma = if at == 0 { "" } else { ",\n" };
            let _ = write!(text, "{comma}w{at} AS ({insert})");
        }
        format!("{text}\n{last};\n")
    }
}

/// The `INSERT` of one row like the one in `table`.
fn insert(database: &Database, table: &str, fresh: &[Fresh]) -> Result<String> {
    let columns = database.ask(&format!(
        "SELECT column_name, format_type(atttypid, atttypmod) FROM information_schema.columns c \
         JOIN pg_attribute a ON a.attrelid = '{table}'::regclass AND a.attname = c.column_name \
         WHERE table_name = '{table}' AND is_identity = 'NO' AND column_default IS NULL ORDER BY ordinal_position"
    ))?;
    let columns: Vec<(&str, &str)> = columns.lines().filter_map(|line| line.split_once('\u{1f}')).collect();
    let wanted: Vec<String> = columns.iter().map(|(name, _)| format!("quote_nullable(\"{name}\"::text)")).collect();
    let row = database.ask(&format!("SELECT {} FROM {table}", wanted.join(", ")))?;
    let values: Vec<&str> = row.trim_end_matches('\n').split('\u{1f}').collect();
    ensure!(values.len() == columns.len(), "the row of {table} cannot be read");
    let values = values.iter().zip(&columns).map(|(value, (_, kind))| {
        if *value == "NULL" {
            return "NULL".to_owned();
        }
        let replaced = fresh.iter().fold(without_colons(value), |text, one| {
            text.replace(&one.model, &format!("' || ({}) || U&'", one.expression))
        });
        format!("({replaced})::{kind}")
    });
    let values: Vec<String> = values.collect();
    let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    Ok(format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", ")))
}

/// The same literal without a colon, which pgbench would take for the beginning of a variable. The server reads the
/// escape when it parses the statement, so that it costs nothing at run time.
fn without_colons(literal: &str) -> String {
    let quoted = literal.trim_start_matches('E');
    format!("U&{}", quoted.replace(':', "\\003a"))
}
