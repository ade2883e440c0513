//! A life as people read it: a picture and a table, for the documents that show it.

use std::fmt::Display;

use super::Life;

impl<S, A, G> Life<S, A, G>
where
    S: Copy + PartialEq + Display,
    A: Copy + PartialEq + Display,
    G: Copy + PartialEq + Display,
{
    /// The state diagram, in the language of Mermaid. A status that nothing leaves ends there.
    #[must_use]
    pub fn diagram(&self) -> String {
        let mut lines = vec!["stateDiagram-v2".to_owned()];
        for row in self.0 {
            let from = row.from.map_or_else(|| "[*]".to_owned(), |from| from.to_string());
            lines.push(format!("    {from} --> {}: {}", row.to, row.action));
        }
        let mut ends: Vec<S> = Vec::new();
        for row in self.0 {
            if self.leaving(row.to).next().is_none() && !ends.contains(&row.to) {
                ends.push(row.to);
            }
        }
        lines.extend(ends.iter().map(|end| format!("    {end} --> [*]")));
        lines.join("\n") + "\n"
    }

    /// The table in Markdown, a row for each transition.
    #[must_use]
    pub fn table(&self) -> String {
        let mut lines = vec![
            "| action | from | to | permission | condition | event |".to_owned(),
            "| --- | --- | --- | --- | --- | --- |".to_owned(),
        ];
        for row in self.0 {
            let from = row.from.map_or_else(|| "–".to_owned(), |from| from.to_string());
            let permission =
                row.permission.map_or_else(|| "the platform itself".to_owned(), |one| format!("`{one}`"));
            let guards: Vec<String> = row.guards.iter().map(ToString::to_string).collect();
            let (action, to, event) = (row.action, row.to, row.event);
            let guards = guards.join("; ");
            lines.push(format!("| {action} | {from} | {to} | {permission} | {guards} | `{event}` |"));
        }
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::super::Transition;
    use super::*;
    use crate::kernel::access::Permission;

    const PERMISSION: Option<Permission> = Some(Permission::ORDER_SHIP);
    const LIFE: Life<&str, &str, &str> = Life(&[
        Transition {
            action: "open",
            from: None,
            to: "OPEN",
            permission: PERMISSION,
            guards: &[],
            event: "opened",
        },
        Transition {
            action: "close",
            from: Some("OPEN"),
            to: "SHUT",
            permission: None,
            guards: &["at night", "quietly"],
            event: "shut",
        },
    ]);

    #[test]
    fn the_picture_has_every_step_and_where_it_ends() {
        let expected =
            "stateDiagram-v2\n    [*] --> OPEN: open\n    OPEN --> SHUT: close\n    SHUT --> [*]\n";
        assert_eq!(LIFE.diagram(), expected);
    }

    #[test]
    fn the_table_says_who_may_and_on_what_condition() {
        let table = LIFE.table();
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(
            rows,
            [
                "| open | – | OPEN | `order:ship` |  | `opened` |",
                "| close | OPEN | SHUT | the platform itself | at night; quietly | `shut` |",
            ]
        );
    }
}
