//! Sorts the operations of a batch into groups that are written as a set: one per table, kind and list of columns. Both
//! engines work on these.

use std::collections::HashMap;

use eop_core::kernel::commit::Name;
use sea_orm::Value;
use uuid::Uuid;

use crate::change::{Alteration, ChangeSet, OnConflict, Op};
use crate::table::{Column, Row, Table, Target};
use crate::verdict::Verdict;

/// What is done with the rows of a group. In the order of the variants, except that [`Class::Update`] also locks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A once-key: refused as `Repeated`.
    Once,
    /// An insert that is refused as `Taken`.
    Unique { name: Name, target: &'static Target },
    /// A compare and set: refused as `Stale`, before anything is written.
    Update,
    /// An insert; a row that is there is left alone if `skip`.
    Insert { skip: bool },
    /// An upsert that the larger `guard` wins.
    Put { guard: Option<&'static str> },
}

impl Class {
    /// Groups are written in this order.
    fn rank(self) -> u8 {
        match self {
            Self::Once => 0,
            Self::Unique { .. } => 1,
            Self::Update => 2,
            Self::Insert { .. } => 3,
            Self::Put { .. } => 4,
        }
    }

    /// What becomes of a commit of which such a row was not written, if that refuses it.
    pub(crate) fn refusal(self) -> Option<Verdict> {
        match self {
            Self::Once => Some(Verdict::Repeated),
            Self::Unique { name, .. } => Some(Verdict::Taken(name)),
            Self::Update => Some(Verdict::Stale),
            Self::Insert { .. } | Self::Put { .. } => None,
        }
    }
}

/// Rows that are written as a set.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) table: &'static Table,
    pub(crate) class: Class,
    pub(crate) columns: Vec<&'static Column>,
    /// Which commit of the batch each row belongs to.
    pub(crate) nos: Vec<i32>,
    pub(crate) rows: Vec<&'a Row>,
    /// For updates: which row, and the version it must have.
    pub(crate) targets: Vec<(Uuid, i64)>,
}

/// A conditional statement of one commit.
#[derive(Debug)]
pub(crate) struct Conditional<'a> {
    pub(crate) no: i32,
    pub(crate) query: &'a Alteration,
    pub(crate) require_row: bool,
}

/// A batch, sorted.
#[derive(Debug, Default)]
pub(crate) struct Batch<'a> {
    pub(crate) groups: Vec<Group<'a>>,
    pub(crate) conditionals: Vec<Conditional<'a>>,
    /// Commits that a late refusal would leave applied in part.
    pub(crate) fragile: Vec<i32>,
}

/// The codes of refusals: `no * GATES + gate`.
pub(crate) const GATES: i32 = 32;
/// The gate of versions and of required rows.
pub(crate) const STALE: i32 = 0;
/// The gate of once-keys.
pub(crate) const REPEATED: i32 = 1;
/// The gates of taken names, seen before anything was written: one for each group.
pub(crate) const TAKEN: i32 = 2;

impl<'a> Batch<'a> {
    /// Sorts the operations of these commits.
    pub(crate) fn of(changes: &'a [ChangeSet]) -> Self {
        let mut batch = Self::default();
        for (no, change) in (0_i32..).zip(changes) {
            let mut late_gates = 0;
            if let Some(once) = &change.once {
                batch.group(once.table, Class::Once, &once.row).add(no, &once.row);
                late_gates += 1;
            }
            for op in &change.ops {
                late_gates += usize::from(batch.add(no, op));
            }
            if late_gates > 1 {
                batch.fragile.push(no);
            }
        }
        // The text of the statement follows from which groups there are, not from which came first.
        batch.groups.sort_by(|a, b| {
            let key = |group: &Group<'a>| (group.class.rank(), group.table.depth, group.table.name);
            let names =
                |group: &Group<'a>| group.columns.iter().map(|column| column.name).collect::<Vec<_>>();
            key(a).cmp(&key(b)).then_with(|| names(a).cmp(&names(b)))
        });
        for group in &mut batch.groups {
            if matches!(group.class, Class::Put { .. }) {
                group.keep_winners();
            }
        }
        batch
    }

    /// Adds an operation: whether it can refuse its commit after something of it was written.
    fn add(&mut self, no: i32, op: &'a Op) -> bool {
        match op {
            Op::Insert { table, row, on_conflict } => {
                let class = match *on_conflict {
                    OnConflict::Taken { name, target } => Class::Unique { name, target },
                    OnConflict::Skip => Class::Insert { skip: true },
                    OnConflict::Never => Class::Insert { skip: false },
                };
                self.group(table, class, row).add(no, row);
                matches!(class, Class::Unique { .. })
            }
            Op::Update { table, key, from, set } => {
                let group = self.group(table, Class::Update, set);
                group.add(no, set);
                // A version beyond i64 was never issued, so that none matches.
                group.targets.push((*key, i64::try_from(from.0).unwrap_or(-1)));
                false
            }
            Op::Put { table, row, guard } => {
                self.group(table, Class::Put { guard: *guard }, row).add(no, row);
                false
            }
            Op::Statement { query, require_row } => {
                self.conditionals.push(Conditional { no, query, require_row: *require_row });
                *require_row
            }
        }
    }

    /// The group for rows like this one.
    fn group(&mut self, table: &'static Table, class: Class, row: &Row) -> &mut Group<'a> {
        let same = |group: &Group<'a>| {
            std::ptr::eq(group.table, table)
                && group.class == class
                && group.columns.len() == row.len()
                && group.columns.iter().zip(row).all(|(one, (other, _))| std::ptr::eq(*one, *other))
        };
        let at = self.groups.iter().position(same).unwrap_or_else(|| {
            let columns = row.iter().map(|(column, _)| *column).collect();
            self.groups.push(Group {
                table,
                class,
                columns,
                nos: Vec::new(),
                rows: Vec::new(),
                targets: Vec::new(),
            });
            self.groups.len() - 1
        });
        &mut self.groups[at]
    }

    /// The gate of a unique group, by its place.
    pub(crate) fn taken_gate(place: usize) -> i32 {
        TAKEN + i32::try_from(place).unwrap_or(i32::MAX)
    }

    /// Which commit a refusal is about, and what it means.
    pub(crate) fn refusal(&self, code: i32) -> (usize, Verdict) {
        let no = usize::try_from(code / GATES).unwrap_or_default();
        let verdict = match code % GATES {
            STALE => Verdict::Stale,
            REPEATED => Verdict::Repeated,
            gate => {
                let group = usize::try_from(gate - TAKEN).ok().and_then(|place| self.groups.get(place));
                group.and_then(|group| group.class.refusal()).unwrap_or(Verdict::Stale)
            }
        };
        (no, verdict)
    }
}

impl<'a> Group<'a> {
    fn add(&mut self, no: i32, row: &'a Row) {
        self.nos.push(no);
        self.rows.push(row);
    }

    /// Leaves one row per key, the one that would win, because one statement cannot upsert a row twice. Only one commit of
    /// a batch touches a key, so that this never mixes commits.
    fn keep_winners(&mut self) {
        let Class::Put { guard } = self.class else { return };
        let place = |name: &str| self.columns.iter().position(|column| column.name == name);
        let places: Vec<usize> = self.table.key.columns.iter().filter_map(|name| place(name)).collect();
        let guard = guard.and_then(place);
        let mut winners: HashMap<Vec<&Value>, usize> = HashMap::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let key = places.iter().map(|place| &row[*place].1).collect();
            let winner = winners.entry(key).or_insert(at);
            let wins = guard.is_none_or(|guard| big(&row[guard].1) >= big(&self.rows[*winner][guard].1));
            if wins {
                *winner = at;
            }
        }
        if winners.len() < self.rows.len() {
            let mut kept: Vec<usize> = winners.into_values().collect();
            kept.sort_unstable();
            self.nos = kept.iter().map(|at| self.nos[*at]).collect();
            self.rows = kept.iter().map(|at| self.rows[*at]).collect();
        }
    }
}

/// The number in a guard column.
fn big(value: &Value) -> Option<i64> {
    match value {
        Value::BigInt(number) => *number,
        Value::Int(number) => number.map(i64::from),
        _ => None,
    }
}
