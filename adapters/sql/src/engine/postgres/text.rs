//! The text of a batch's statement. It follows from which groups there are, never from the number of rows, so that the
//! server parses and plans it once per connection.
//!
//! For a batch that changes orders under once-keys it reads, in short:
//!
//! ```sql
//! WITH s0 AS (SELECT * FROM unnest($1, ..)), s1 AS (..), s2 AS (..),
//! l1 AS (SELECT s.no FROM s1 s JOIN orders t ON t.id = s.k AND t.version = s.v ORDER BY t.id FOR NO KEY UPDATE OF t),
//! x1(no, gate) AS (SELECT no, 0 FROM s1 WHERE no NOT IN (SELECT no FROM l1)),
//! i0 AS (INSERT INTO idempotency .. SELECT .. FROM s0 WHERE no <> ALL (ARRAY(SELECT no FROM x1))
//!        ON CONFLICT DO NOTHING RETURNING ..),
//! x2(no, gate) AS (SELECT * FROM x1 UNION ALL SELECT no, 1 FROM s0 WHERE .. not in i0 ..),
//! u1 AS (UPDATE orders .. FROM s1 WHERE .. no <> ALL (ARRAY(SELECT no FROM x2)) RETURNING 1),
//! w2 AS (INSERT INTO order_history .. SELECT .. FROM s2 WHERE no <> ALL (ARRAY(SELECT no FROM x2)))
//! SELECT ARRAY(SELECT no * 32 + gate FROM x2) WHERE eop_refuse_partial(..)
//! ```
//!
//! What was refused is usually nobody, so each step tests its rows against an empty array; and what a conflicting insert
//! left out is only looked for when fewer rows came back than were given.

use std::fmt::{Display, Formatter, Write};

use eop_core::kernel::commit::Name;
use sea_orm::sea_query::{Expr, PostgresQueryBuilder};

use super::arguments::Statement;
use crate::engine::batch::{Batch, Class, Conditional, GATES, Group, REPEATED, STALE};
use crate::table::{Column, Kind, Target, quoted};

/// The `SQLSTATE` of the statement that refuses itself.
pub(super) const PARTIAL: &str = "EOP01";

/// The statement for a batch. `guarded`: it refuses itself when a late refusal would leave a commit applied in part.
pub(super) fn statement(batch: &Batch<'_>, guarded: bool) -> Statement {
    let mut text = Text { statement: Statement::with_capacity(4096), refused: 0, parts: 0 };
    for (at, group) in batch.groups.iter().enumerate() {
        text.source(at, group);
    }
    text.looks(batch);
    text.once(batch);
    let late = text.unique(batch);
    let mut partial = text.rest(batch);
    if guarded && late {
        let fragile = text.statement.bind(&batch.fragile);
        let refused = text.refused;
        partial
            .push(format!("EXISTS (SELECT 1 FROM x{refused} WHERE no = ANY (${fragile}::int4[]) AND late)"));
    }
    text.end(&partial);
    text.statement
}

struct Text {
    statement: Statement,
    /// The last set of refused commits, `x1` and on; 0 when nothing can have been refused yet.
    refused: usize,
    /// Parts of the `WITH` so far.
    parts: usize,
}

impl Text {
    /// Begins the next part of the `WITH`.
    fn part(&mut self, name: &str) -> &mut String {
        let sql = &mut self.statement.sql;
        sql.push_str(if self.parts == 0 { "WITH " } else { ",\n" });
        self.parts += 1;
        sql.push_str(name);
        sql.push_str(" AS ");
        sql
    }

    /// The test that a commit was not refused so far, for a row whose commit is `no`.
    fn passed(&self, no: &str) -> String {
        match self.refused {
            0 => "true".to_owned(),
            refused => format!("{no} <> ALL (ARRAY(SELECT no FROM x{refused}))"),
        }
    }

    /// Adds what these queries refuse to the refused commits. `late`: after something was written.
    fn refuse(&mut self, queries: &[String], late: bool) {
        if queries.is_empty() {
            return;
        }
        let before = self.refused;
        self.refused += 1;
        let name = format!("x{}(no, gate, late)", self.refused);
        let sql = self.part(&name);
        sql.push('(');
        if before > 0 {
            let _ = write!(sql, "SELECT no, gate, late FROM x{before} UNION ALL ");
        }
        for (at, query) in queries.iter().enumerate() {
            let union = if at == 0 { "" } else { " UNION ALL " };
            let _ = write!(sql, "{union}SELECT no, gate, {late} FROM ({query}) r{at}(no, gate)");
        }
        sql.push(')');
    }

    /// The rows of a group, from its arrays.
    fn source(&mut self, at: usize, group: &Group<'_>) {
        let statement = &mut self.statement;
        let mut names = String::from("no");
        let mut arrays = format!("${}::int4[]", statement.bind(&group.nos));
        if group.class == Class::Update {
            names.push_str(", k, v");
            let (keys, versions): (Vec<_>, Vec<_>) = group.targets.iter().copied().unzip();
            let (keys, versions) = (statement.bind(keys), statement.bind(versions));
            let _ = write!(arrays, ", ${keys}::uuid[], ${versions}::int8[]");
        }
        for (place, Column { name, kind }) in group.columns.iter().enumerate() {
            let _ = write!(names, ", \"{name}\"");
            let array = statement.bind_column(group, place);
            let _ = write!(arrays, ", ${array}::{}[]", array_type(*kind));
        }
        let sql = self.part(&format!("s{at}({names})"));
        let _ = write!(sql, "(SELECT * FROM unnest({arrays}))");
    }

    /// Looks at versions and names, before anything is written. The rows that will be changed stay locked, in the order
    /// of their keys.
    fn looks(&mut self, batch: &Batch<'_>) {
        let mut refusals = Vec::new();
        for (at, group) in batch.groups.iter().enumerate() {
            let table = group.table.name;
            match group.class {
                Class::Update => {
                    let key = group.table.key.columns[0];
                    let sql = self.part(&format!("l{at}"));
                    let _ = write!(
                        sql,
                        "(SELECT s.no FROM s{at} s JOIN \"{table}\" t ON t.\"{key}\" = s.k AND t.\"version\" = s.v \
                         ORDER BY t.\"{key}\" FOR NO KEY UPDATE OF t)"
                    );
                    refusals.push(format!(
                        "SELECT no, {STALE} FROM s{at} WHERE no NOT IN (SELECT no FROM l{at})"
                    ));
                }
                // Ids are never in use; names that people choose often are.
                Class::Unique { name, target } if name != Name::Id => {
                    let gate = Batch::taken_gate(at);
                    let same = same_name(target);
                    refusals.push(format!(
                        "SELECT s.no, {gate} FROM s{at} s WHERE EXISTS (SELECT 1 FROM \"{table}\" t WHERE {same})"
                    ));
                }
                _ => {}
            }
        }
        self.refuse(&refusals, false);
    }

    /// Inserts the once-keys.
    fn once(&mut self, batch: &Batch<'_>) {
        let mut refusals = Vec::new();
        for (at, group) in batch.groups.iter().enumerate() {
            if group.class == Class::Once {
                self.insert_returning(at, group, "");
                refusals.push(self.left_out(at, group, REPEATED));
            }
        }
        self.refuse(&refusals, false);
    }

    /// Inserts unique rows and runs conditional statements that need a row: whether there are such.
    fn unique(&mut self, batch: &Batch<'_>) -> bool {
        let mut refusals = Vec::new();
        for (at, group) in batch.groups.iter().enumerate() {
            if let Class::Unique { target, .. } = group.class {
                self.insert_returning(at, group, &target.clause());
                refusals.push(self.left_out(at, group, Batch::taken_gate(at)));
            }
        }
        for (at, conditional) in batch.conditionals.iter().enumerate() {
            if conditional.require_row {
                self.conditional(at, conditional);
                let no = conditional.no;
                let passed = self.passed(&no.to_string());
                refusals.push(format!(
                    "SELECT {no}, {STALE} WHERE {passed} AND NOT EXISTS (SELECT 1 FROM c{at})"
                ));
            }
        }
        self.refuse(&refusals, true);
        !refusals.is_empty()
    }

    /// Writes what can no longer be refused: conditions under which that is not so after all.
    fn rest(&mut self, batch: &Batch<'_>) -> Vec<String> {
        let mut partial = Vec::new();
        for (at, conditional) in batch.conditionals.iter().enumerate() {
            if !conditional.require_row {
                self.conditional(at, conditional);
            }
        }
        for (at, group) in batch.groups.iter().enumerate() {
            match group.class {
                Class::Update => {
                    self.update(at, group);
                    let passed = self.passed("s.no");
                    partial.push(format!(
                        "(SELECT count(*) FROM u{at}) <> (SELECT count(*) FROM s{at} s WHERE {passed})"
                    ));
                }
                Class::Insert { skip } => {
                    self.insert(at, group);
                    let end = if skip { " ON CONFLICT DO NOTHING)" } else { ")" };
                    self.statement.sql.push_str(end);
                }
                Class::Put { guard } => self.put(at, group, guard),
                Class::Once | Class::Unique { .. } => {}
            }
        }
        partial
    }

    /// `INSERT` of the rows of a group whose commits were not refused; the parenthesis stays open.
    fn insert(&mut self, at: usize, group: &Group<'_>) {
        let passed = self.passed("s.no");
        let table = group.table.name;
        let sql = self.part(&format!("w{at}"));
        let _ = write!(sql, "(INSERT INTO \"{table}\" (");
        for (place, Column { name, .. }) in group.columns.iter().enumerate() {
            let _ = write!(sql, "{}\"{name}\"", comma(place));
        }
        sql.push_str(") SELECT ");
        for (place, column) in group.columns.iter().enumerate() {
            let _ = write!(sql, "{}{}", comma(place), Written(column));
        }
        let _ = write!(sql, " FROM s{at} s WHERE {passed}");
    }

    /// The same, with the keys of what was inserted.
    fn insert_returning(&mut self, at: usize, group: &Group<'_>, target: &str) {
        self.insert(at, group);
        let keys = quoted(&group.table.key.columns, "");
        let _ = write!(self.statement.sql, " ON CONFLICT {target} DO NOTHING RETURNING {keys})");
    }

    /// The commits whose rows the insert left out.
    fn left_out(&self, at: usize, group: &Group<'_>, gate: i32) -> String {
        let passed = self.passed("s.no");
        let keys = |alias| quoted(&group.table.key.columns, alias);
        format!(
            "SELECT s.no, {gate} FROM s{at} s WHERE {passed} \
             AND (SELECT count(*) FROM w{at}) < (SELECT count(*) FROM s{at} s WHERE {passed}) \
             AND NOT EXISTS (SELECT 1 FROM w{at} w WHERE ({}) = ({}))",
            keys("w."),
            keys("s.")
        )
    }

    fn update(&mut self, at: usize, group: &Group<'_>) {
        let passed = self.passed("s.no");
        let (table, key) = (group.table.name, group.table.key.columns[0]);
        let sql = self.part(&format!("u{at}"));
        let _ = write!(sql, "(UPDATE \"{table}\" t SET ");
        for (place, column) in group.columns.iter().enumerate() {
            let _ = write!(sql, "{}\"{}\" = {}", comma(place), column.name, Written(column));
        }
        let _ = write!(
            sql,
            " FROM s{at} s WHERE t.\"{key}\" = s.k AND t.\"version\" = s.v AND {passed} RETURNING 1)"
        );
    }

    fn put(&mut self, at: usize, group: &Group<'_>, guard: Option<&str>) {
        self.insert(at, group);
        let key = &group.table.key;
        let sql = &mut self.statement.sql;
        let _ = write!(sql, " ON CONFLICT {} DO UPDATE SET ", key.clause());
        let changed = group.columns.iter().filter(|column| !key.columns.contains(&column.name));
        for (place, Column { name, .. }) in changed.enumerate() {
            let _ = write!(sql, "{}\"{name}\" = excluded.\"{name}\"", comma(place));
        }
        if let Some(guard) = guard {
            let table = group.table.name;
            let _ = write!(sql, " WHERE \"{table}\".\"{guard}\" <= excluded.\"{guard}\"");
        }
        sql.push(')');
    }

    /// A statement of one commit, unless that commit was refused.
    fn conditional(&mut self, at: usize, conditional: &Conditional<'_>) {
        let passed = self.passed(&conditional.no.to_string());
        self.part(&format!("c{at}")).push('(');
        conditional.query.write_if(Expr::cust(passed), PostgresQueryBuilder, &mut self.statement);
        self.statement.sql.push(')');
    }

    fn end(&mut self, partial: &[String]) {
        let refused = match self.refused {
            0 => "'{}'::int4[]".to_owned(),
            refused => format!("ARRAY(SELECT no * {GATES} + gate FROM x{refused})"),
        };
        let sql = &mut self.statement.sql;
        let _ = write!(sql, "\nSELECT {refused}");
        if !partial.is_empty() {
            let _ = write!(sql, " WHERE eop_refuse_partial({})", partial.join(" OR "));
        }
    }
}

/// What stands before the next of a list.
fn comma(place: usize) -> &'static str {
    if place == 0 { "" } else { ", " }
}

/// A column as it is written; documents come as text.
struct Written<'a>(&'a Column);

impl Display for Written<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let cast = if self.0.kind == Kind::Json { "::json" } else { "" };
        write!(f, "s.\"{}\"{cast}", self.0.name)
    }
}

fn array_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Uuid => "uuid",
        Kind::Text | Kind::Json => "text",
        Kind::BigInt => "int8",
        Kind::Int => "int4",
        Kind::Timestamp => "timestamptz",
        Kind::Bytes => "bytea",
        Kind::Bool => "bool",
    }
}

/// The test that a row `t` has the name of the new row `s`.
fn same_name(target: &Target) -> String {
    let mut tests: Vec<_> =
        target.columns.iter().map(|column| format!("t.\"{column}\" = s.\"{column}\"")).collect();
    tests.extend(target.predicate.map(|(column, text)| format!("t.\"{column}\" = '{text}'")));
    tests.join(" AND ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_unique_index_is_looked_at_with_its_predicate() {
        let email = Target { columns: vec!["email"], predicate: None };
        assert_eq!(same_name(&email), "t.\"email\" = s.\"email\"");
        let active = Target { columns: vec!["state"], predicate: Some(("state", "active")) };
        assert_eq!(same_name(&active), "t.\"state\" = s.\"state\" AND t.\"state\" = 'active'");
    }
}
