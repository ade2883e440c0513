//! The command line as a program: what it says, and how it ends.

use std::io::{BufRead, BufReader, PipeReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use eop_contract::fixture::{an_account, an_event};
use eop_core::identity::port::{IdentityStore, IdentityWrite};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::email::Email;
use eop_sql::{Database, SqlIdentity, SqlOutbox, SqlSettings};
use rustix::process::{Pid, Signal, kill_process};

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

/// A platform in a folder of its own, until it has said that it is ready.
struct Dev {
    child: Child,
    said: String,
    out: Option<BufReader<PipeReader>>,
    _folder: TempDir,
}

impl Dev {
    /// Both streams lead to one pipe, as `2>&1 |` has it.
    fn start(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("a folder");
        let data = folder.path().join("data").display().to_string();
        let ports = ["--user-port", "--order-port", "--notification-port", "--portal-port"];
        let ports = ports.iter().flat_map(|flag| [*flag, "0"]);
        let arguments: Vec<&str> = ["dev", "--no-demo", "--data-dir", &data]
            .into_iter()
            .chain(ports)
            .chain(arguments.iter().copied())
            .collect();
        let (out, end) = std::io::pipe().expect("a pipe");
        let mut command = eop(&arguments, environment);
        command.stdout(end.try_clone().expect("its end")).stderr(end);
        let child = command.spawn().expect("it starts");
        drop(command);
        let (mut out, mut said) = (BufReader::new(out), String::new());
        while !said.contains("Stop it with") {
            assert_ne!(out.read_line(&mut said).expect("a line"), 0, "it ended: {said}");
        }
        Self { child, said, out: Some(out), _folder: folder }
    }

    fn asks(&self, path: &str) -> String {
        let portal = self.said.lines().find_map(|line| line.trim().strip_prefix("portal")).expect("a portal");
        let address = portal.trim().trim_start_matches("http://").split(' ').next().expect("an address");
        let mut stream = TcpStream::connect(address).expect("it listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it is asked");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    fn stops(mut self) {
        let id = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).expect("a process");
        kill_process(id, Signal::TERM).expect("it is told");
        assert!(self.child.wait().expect("it ends").success());
    }
}

impl Drop for Dev {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_platform_goes_on_when_nobody_reads_what_it_says() {
    let mut dev = Dev::start(&["--verbose"], &[]);
    drop(dev.out.take());
    for _ in 0..3 {
        // Each is a line of the log.
        let answer = dev.asks("/services/user/health/ready");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(dev.asks("/services/order/api/v1/orders").starts_with("HTTP/1.1 401"));
    }
    dev.stops();
}

#[test]
fn a_platform_says_which_settings_it_does_not_heed() {
    let settings = [
        ("EOP_DATABASE_URL", "postgres://eop@db/orders"),
        ("EOP_BROKER_URL", "kafka://broker:9092"),
        ("EOP_OPS_ADDR", "127.0.0.1:9"),
        ("EOP_MAIL_FROM", "Orders <orders@example.com>"),
        ("EOP_KAFKA_TLS", "false"),
    ];
    let dev = Dev::start(&[], &settings);
    let line = dev.said.lines().find(|line| line.starts_with("Not heeded")).expect("it says so");
    assert!(line.ends_with(": EOP_OPS_ADDR, EOP_DATABASE_URL, EOP_BROKER_URL."), "{line}");
    let dev = Dev::start(&[], &[]);
    assert!(!dev.said.contains("Not heeded"), "{}", dev.said);
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

/// Two people of the time before addresses had one form, and somebody of today.
fn given_accounts(url: &str, emails: &[&str]) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let database = Database::connect(&SqlSettings::new(url)).await.expect("a database");
        let accounts = (1..).zip(emails).map(|(n, email)| {
            let mut account = an_account().numbered(n).build();
            account.email = Email::kept((*email).to_owned());
            IdentityWrite::InsertAccount(account)
        });
        let commit = Commit::of(accounts.collect());
        SqlIdentity::new(&database).commit(commit).await.expect("they are written");
        database.close().await;
    });
}

#[test]
fn accounts_whose_addresses_are_one_are_listed() {
    let folder = TempDir::new().expect("a folder");
    let url = sqlite(folder.path(), "user.db");
    let said = fails(&["users", "collisions", "--database-url", &url], &[]);
    assert!(said.contains("eop migrate user up"), "{said}");
    says(&["migrate", "user", "up", "--database-url", &url], &[]);
    assert_eq!(says(&["users", "collisions", "--database-url", &url], &[]), "");
    assert_eq!(says(&["users", "collisions", "--output", "json", "--database-url", &url], &[]), "[]\n");

    given_accounts(&url, &["x@bücher.example", "x@xn--bcher-kva.example", "y@example.com"]);
    let mut command = eop(&["users", "collisions", "--database-url", &url], &[]);
    let output = command.output().expect("it runs");
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{table}");
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!((lines[0], lines.len()), ("x@xn--bcher-kva.example", 3), "{table}");
    assert!(
        lines[1].ends_with("  x@bücher.example") && lines[2].ends_with("x@xn--bcher-kva.example"),
        "{table}"
    );
    assert!(errors(&output).contains("several accounts each: 1"), "{}", errors(&output));
    let json = eop(&["users", "collisions", "--output", "json", "--database-url", &url], &[]).output();
    let json = json.expect("it runs").stdout;
    let listed: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
    assert_eq!(listed[0]["accounts"][0]["email"], "x@bücher.example");
    let output = eop(&["migrate", "user", "up", "--database-url", &url], &[]).output().expect("it runs");
    assert!(output.status.success() && errors(&output).contains("warning: 1 e-mail addresses"), "{output:?}");
}

/// Parks event `n` in the outbox at `url`: its place.
fn given_a_parked_event(url: &str, n: u64) -> i64 {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let database = Database::connect(&SqlSettings::new(url)).await.expect("a database");
        let outbox = SqlOutbox::new(&database);
        let position = outbox
            .put_parked(an_event().numbered(n).build(), "it is too large")
            .await
            .expect("it is written");
        database.close().await;
        position
    })
}

#[test]
fn parked_events_of_every_service_are_listed_and_decided_about() {
    let folder = TempDir::new().expect("a folder");
    for service in ["user", "order", "notification"] {
        let url = sqlite(folder.path(), service);
        let environment = [("EOP_DATABASE_URL", url.as_str())];
        let said = fails(&["outbox", "list", service], &environment);
        assert!(said.contains(&format!("eop migrate {service} up")), "{said}");
        says(&["migrate", service, "up"], &environment);
        assert_eq!(says(&["outbox", "list", service], &environment), "");

        let position = given_a_parked_event(&url, 1).to_string();
        let table = says(&["outbox", "list", service], &environment);
        assert!(table.contains("parked") && table.trim_end().ends_with("it is too large"), "{table}");
        let json = says(&["outbox", "list", service, "--output", "json"], &environment);
        let listed: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(listed[0]["position"].to_string(), position, "{listed}");
        let decide = |verb: &'static str| ["outbox", verb, service, &position, "--by", "Ada"];
        let said = says(&decide("release"), &environment);
        assert!(said.contains("is on its way again"), "{said}");
        assert_eq!(says(&["outbox", "list", service], &environment), "");
        let waiting = says(&["outbox", "list", service, "--all"], &environment);
        assert!(waiting.contains("waits") && waiting.lines().count() == 1, "{waiting}");

        let position = given_a_parked_event(&url, 2).to_string();
        let skip = ["outbox", "skip", service, &position, "--by", "Ada", "--reason", "nobody misses it"];
        assert!(says(&skip, &environment).contains("was given up"));
        let said = fails(&skip, &environment);
        assert!(said.contains("no message is parked at this position"), "{said}");
        let nobody = ["outbox", "skip", service, &position, "--by", " ", "--reason", "nobody misses it"];
        assert!(fails(&nobody, &environment).contains("--by must not be blank"));
    }
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    // Nobody listens there.
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address");
    let url = format!("http://{nobody}");
    let arguments = ["doctor", "--user", &url, "--order", &url, "--notification", &url];
    let output = eop(&arguments, &[("EOP_HTTP_PROT", "1")]).output().expect("it runs");
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{table}");
    assert!(errors(&output).contains("things are wrong"), "{}", errors(&output));
    assert!(table.contains("EOP_HTTP_PROT") && table.contains("start it, or say with --order"), "{table}");
    let output = eop(&[&arguments[..], &["--output", "json"]].concat(), &[]).output().expect("it runs");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let found = found.as_array().expect("a list");
    assert_eq!((&found[0]["of"], &found[0]["state"]), (&"here".into(), &"ok".into()));
    let is_wrong = |one: &serde_json::Value| one["state"] == "wrong" && one["advice"].is_string();
    assert!(found.iter().filter(|one| one["of"] != "here").all(is_wrong), "{found:#?}");
    assert!(found.iter().any(|one| one["what"] == "disk of ."), "{found:#?}");

    // A mail server that nobody runs.
    let mail = format!("smtp://{nobody}?tls=none");
    let output = eop(&arguments, &[("EOP_SMTP_URL", &mail)]).output().expect("it runs");
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    let of_mail = table.lines().find(|line| line.contains("mail server")).expect("it is looked at");
    assert!(of_mail.starts_with("wrong") && of_mail.contains("does not let the platform in"), "{table}");
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
