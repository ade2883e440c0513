//! The table of a run.

use std::collections::BTreeMap;
use std::fmt::Write;

use eop_core::kernel::clock::Timestamp;

use super::plan::{Kill, Mode};
use super::verdict::{Sort, Verdict};

/// A kill that was done, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Done {
    pub(super) kill: Kill,
    pub(super) at: Timestamp,
}

/// What a run found in one mode.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) mode: Mode,
    pub(super) done: Vec<Done>,
    pub(super) verdict: Verdict,
}

/// The columns after the kills.
const COLUMNS: [Sort; 5] = [Sort::Lost, Sort::Doubled, Sort::Disordered, Sort::Repeated, Sort::Unknown];

const HEAD: &str = "\
# The crash matrix

`./scripts/crash-matrix.sh` runs the real processes under a steady load of registrations, orders and transitions. Each
request is repeated until it is acknowledged. Meanwhile processes die by SIGKILL at numbered points, and the processes, the
broker and PostgreSQL are killed at random moments. On servers there are two instances of each service, whichever comes
to a point first dies, and connections fall silent: they carry nothing any more in one direction or both, and nobody
closes them. When everything is quiet again, what was acknowledged is compared with what is there. This page is written by
such a run (`--page`).

* **silent**: connections that carried nothing any more
* **lost**: an acknowledged order, step of a history, account, event, notification, delivery or sent mail that is not there
* **doubled**: any of these that is there more often than it happened
* **out of order**: a history, or the events of one key, in another order than that of the versions
* **repeats**: records on the bus whose event lies there already; consumers take effect once per event
* **unknown**: mails that were cut off in the hand-over. By SMTP they are not sent again, so that none comes twice; an operator
  decides. Where the provider drops what it got before, they are sent again, and none is unknown

What is found belongs to the first kill after it had happened; for a repeat, that may be one before the kill that led to
it.

| no. | point | mode | kills | silent | lost | doubled | out of order | repeats | unknown |
| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
";

/// The page with the table.
pub(super) fn page(outcomes: &[Outcome]) -> String {
    let mut rows: BTreeMap<(usize, &str), (String, [usize; 2], [usize; 5])> = BTreeMap::new();
    for outcome in outcomes {
        for done in &outcome.done {
            let (number, text) = done.kill.row(outcome.mode);
            let row = rows.entry((number, outcome.mode.name())).or_insert((text, [0; 2], [0; 5]));
            row.1[usize::from(done.kill.is_silence())] += 1;
        }
        for finding in &outcome.verdict.findings {
            let Some(done) = outcome.done.iter().find(|done| done.at >= finding.at).or(outcome.done.last())
            else {
                continue;
            };
            let (number, _) = done.kill.row(outcome.mode);
            let column = COLUMNS.iter().position(|sort| *sort == finding.sort).expect("it has a column");
            if let Some((_, _, counts)) = rows.get_mut(&(number, outcome.mode.name())) {
                counts[column] += 1;
            }
        }
    }
    let mut page = HEAD.to_owned();
    let (mut faults, mut totals) = ([0; 2], [0; 5]);
    for ((number, mode), (text, [kills, silences], counts)) in &rows {
        faults = [faults[0] + kills, faults[1] + silences];
        totals.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
        line(&mut page, &number.to_string(), &format!("{text} | {mode} | {kills} | {silences}"), counts);
    }
    let [kills, silences] = faults;
    line(&mut page, "", &format!("**in all** | | {kills} | {silences}"), &totals);
    page.push('\n');
    for Outcome { mode, verdict, .. } in outcomes {
        let Verdict { orders, accounts, records, mails, .. } = verdict;
        let mode = mode.name();
        let counts =
            format!("{orders} orders, {accounts} accounts, {records} records on the bus, {mails} mails");
        writeln!(page, "* {mode}: {counts}").expect("a text can be written to");
    }
    page
}

fn line(page: &mut String, number: &str, text: &str, counts: &[usize; 5]) {
    let counts = counts.map(|count| count.to_string()).join(" | ");
    writeln!(page, "| {number} | {text} | {counts} |").expect("a text can be written to");
}
