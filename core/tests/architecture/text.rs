//! How large things may grow, and what our sources must not say.

use std::path::PathBuf;

use crate::{lines_where, read, root, shown, sources};

#[test]
fn ports_are_small() {
    let mut counted = 0;
    for path in sources(&root().join("core/src")) {
        for (name, methods) in traits(&read(&path)) {
            counted += 1;
            assert!(methods <= 8, "{}: {name} has {methods} methods; split it", shown(&path));
        }
    }
    assert!(counted > 15, "only {counted} traits were found");
}

/// The traits declared in `text`, with the number of their methods.
fn traits(text: &str) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut within = false;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("pub trait ") {
            let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            found.push((name.to_owned(), 0));
            within = true;
        } else if line == "}" {
            within = false;
        } else if within && let Some((_, methods)) = found.last_mut() {
            // A method of a trait at the top level is indented once.
            let is_method = line.starts_with("    fn ") || line.starts_with("    async fn ");
            *methods += usize::from(is_method);
        }
    }
    found
}

#[test]
fn files_stay_small() {
    let mut found = Vec::new();
    for path in sources(&root()) {
        let lines = read(&path).lines().count();
        let starts_a_service = path.starts_with(root().join("apps")) && path.ends_with("src/main.rs");
        let limit = if starts_a_service { 40 } else { 500 };
        if lines > limit {
            found.push(format!("{}: {lines} lines, at most {limit} are allowed", shown(&path)));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

fn is_attribute(line: &str) -> bool {
    line.starts_with("#[") || line.starts_with("#![")
}

#[test]
fn no_test_is_set_aside() {
    let set_aside =
        |line: &str| is_attribute(line) && (line.contains("[ignore") || line.contains(", ignore"));
    assert_eq!(lines_where(set_aside), Vec::<String>::new());
}

#[test]
fn no_lint_is_silenced_without_being_expected() {
    let silences = |line: &str| is_attribute(line) && (line.contains("[allow(") || line.contains(", allow("));
    assert_eq!(lines_where(silences), Vec::<String>::new());
}

#[test]
fn nothing_is_left_to_be_written() {
    let marks =
        [concat!("todo", "!("), concat!("unimplemented", "!("), concat!("// TO", "DO"), concat!("FIX", "ME")];
    assert_eq!(lines_where(|line| marks.iter().any(|mark| line.contains(mark))), Vec::<String>::new());
}

/// Types whose `Debug` says what no derive can: what a lock guards, what a handle points to, or names without their values.
const SHOWN_BY_HAND: [&str; 7] = [
    "dyn NotificationChannel",
    "DatabaseMetrics",
    "Pulses",
    "ConfigSources",
    "Ed25519Issuer",
    "JwksVerifier",
    "PublicKey",
];

#[test]
fn what_is_printed_of_a_type_is_derived() {
    let by_hand = |line: &str| {
        let shown = line.starts_with("impl").then(|| line.split_once("Debug for ")).flatten();
        shown.is_some_and(|(_, name)| !SHOWN_BY_HAND.contains(&name.trim_end_matches(" {")))
    };
    assert_eq!(lines_where(by_hand), Vec::<String>::new());
}

/// What a field is called that holds what nobody may read in a log, as text or bytes of any kind.
const SECRET: [&str; 7] = ["password", "secret", "token", "refresh", "private", "sealed", "credential"];
const READABLE: [&str; 7] = ["String", "str", "u8", "Text", "Value", "Bytes", "Vec"];

/// The fields of `text` that are called like a secret, can be read, and are printed with the rest of their type.
fn printed_secrets(text: &str) -> Vec<String> {
    let (mut found, mut derives, mut hidden, mut skips) = (Vec::new(), false, false, false);
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[derive(") {
            (derives, hidden) = (line.contains("Debug"), false);
        }
        hidden |= line.starts_with("#[debug(\"");
        let Some((name, kind)) = line.split_once(": ").filter(|_| derives && !hidden) else {
            skips = line.starts_with("#[debug(") || skips && line.starts_with("#[");
            // The end of a struct, with fields that have names or with none.
            derives &= line != "}" && !line.ends_with(';');
            continue;
        };
        let name = name.rsplit(' ').next().unwrap_or_default();
        let is_field = name.chars().all(|c| c.is_ascii_lowercase() || c == '_') && kind.ends_with(',');
        let words = kind.split(|c: char| !c.is_alphanumeric());
        let is_readable = words.into_iter().any(|word| READABLE.contains(&word));
        let is_secret = SECRET.iter().any(|word| name.contains(word)) && name != "token_type";
        if is_field && is_secret && is_readable && !skips {
            found.push(line.to_owned());
        }
        skips = false;
    }
    found
}

#[test]
fn what_holds_a_secret_does_not_print_it() {
    let shipped = |path: &PathBuf| {
        let of_tests = ["tests", "contract", "memory", "bench"];
        !path.iter().any(|part| of_tests.iter().any(|one| part == *one))
    };
    let mut found = Vec::new();
    for path in sources(&root()).into_iter().filter(shipped) {
        found.extend(
            printed_secrets(&read(&path)).into_iter().map(|line| format!("{}: {line}", shown(&path))),
        );
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_rule_about_secrets_sees_what_it_should() {
    let printed = |fields: &str| {
        let text = format!("#[derive(Clone, Debug)]\nstruct Body {{\n{fields}\n}}\nstruct Next {{\n");
        printed_secrets(&text)
    };
    assert_eq!(printed("    pub(crate) password: Text,"), ["pub(crate) password: Text,"]);
    assert_eq!(printed("    #[oai(default)]\n    refresh_token: Option<Text>,").len(), 1);
    for fine in [
        "    #[debug(skip)]\n    password: Text,",
        "    #[debug(skip)]\n    #[oai(default)]\n    password: Text,",
        "    password: SecretString,",
        "    token_type: Text,",
        "    name: Text,",
        "    weak_password: bool,",
        "}\nfn with(\n    password: &str,",
    ] {
        assert_eq!(printed(fine), Vec::<String>::new(), "{fine}");
    }
}
