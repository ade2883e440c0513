//! The command line as a program: what it says, and how it ends.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn eop(arguments: &[&str], environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eop"));
    command.args(arguments).env_clear().envs(environment.iter().copied()).stdin(Stdio::null());
    command
}

/// What a command that succeeds prints.
fn says(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let output = eop(arguments, environment).output().expect("the program can be run");
    assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
    String::from_utf8(output.stdout).expect("what is printed is text")
}

/// What a command that fails says.
fn fails(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let output = eop(arguments, environment).output().expect("the program can be run");
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", errors(&output));
    errors(&output)
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn sqlite(folder: &Path, name: &str) -> String {
    format!("sqlite://{}", folder.join(name).display())
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for arguments in
        [&["openapi", "order"][..], &["config", "defaults"], &["config", "show"], &["completions", "bash"]]
    {
        let mut child =
            eop(arguments, &[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let out = child.stdout.take().expect("a pipe");
        let mut first = String::new();
        BufReader::with_capacity(1, out).read_line(&mut first).expect("a line");
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
        assert_eq!(errors(&output), "", "{arguments:?}");
    }
}

#[test]
fn everything_that_a_service_misses_is_said_at_once() {
    for (service, names) in [
        ("user", &["EOP_DATABASE_URL", "EOP_BROKER_URL", "EOP_MASTER_KEY", "EOP_ISSUER"][..]),
        ("order", &["EOP_DATABASE_URL", "EOP_BROKER_URL", "EOP_MASTER_KEY", "EOP_ISSUER", "EOP_JWKS_URL"]),
        ("notification", &["EOP_DATABASE_URL", "EOP_BROKER_URL", "EOP_JWKS_URL", "EOP_SMTP_URL"]),
    ] {
        let said = fails(&["serve", service], &[]);
        for name in names {
            assert!(said.contains(&format!("{name}: is not set; set it to ")), "{service}: {said}");
        }
    }
}

#[test]
fn the_defaults_leave_a_service_where_it_is() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("eop.toml");
    std::fs::write(&file, says(&["config", "defaults"], &[])).expect("a file");
    let shown = says(&["config", "show", "--config", &file.display().to_string()], &[]);
    let line = shown.lines().find(|line| line.starts_with("EOP_HTTP_ADDR")).expect("a line");
    assert!(line.trim_end().ends_with('-'), "{line}");
}

#[test]
fn a_file_that_is_not_there_is_made_and_a_folder_is_asked_for() {
    let folder = TempDir::new().expect("a folder");
    let url = sqlite(folder.path(), "order.db");
    assert!(says(&["migrate", "order", "up", "--database-url", &url], &[]).contains("applied"));
    assert!(folder.path().join("order.db").is_file());
    let said =
        fails(&["migrate", "order", "up", "--database-url", &sqlite(folder.path(), "no/such/order.db")], &[]);
    assert!(said.contains("there is no folder") && said.contains("no/such"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn the_database_of_another_service_is_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let url = sqlite(folder.path(), "user.db");
    says(&["migrate", "user", "up", "--database-url", &url], &[]);
    for direction in ["up", "status", "down"] {
        let said = fails(&["migrate", "order", direction, "--database-url", &url], &[]);
        assert!(said.contains("is the database of the user service, not of the order service"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    assert!(says(&["migrate", "user", "status", "--database-url", &url], &[]).contains("applied"));
}
