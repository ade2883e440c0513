//! What a run on servers takes of the shared ones, and gives back at its end: databases, and topics.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::Duration;

use eop_core::kernel::event::Topic;

/// A name that no other run has, in this process or another: that of a folder that was just made.
pub(crate) fn unique_name() -> String {
    let folder = tempfile::Builder::new().prefix("").rand_bytes(8).tempdir().expect("a folder can be made");
    let name = folder.path().file_name().expect("a folder has a name").to_string_lossy().to_lowercase();
    // Small letters alone may be somebody else's name already: the process tells them apart.
    format!("{name}{}", std::process::id())
}

/// A database of its own, as long as the value lives.
pub(crate) struct TestDatabase {
    server: String,
    name: String,
}

impl TestDatabase {
    /// A new database at the server of the URL.
    pub(crate) fn create(server: &str, name: String) -> Self {
        psql(server, &format!("CREATE DATABASE {name}")).unwrap_or_else(|fault| {
            panic!("a database cannot be made by psql at TEST_DATABASE_URL: {fault}")
        });
        Self { server: server.to_owned(), name }
    }

    /// Its URL, at another address of the same server.
    pub(crate) fn url_at(&self, address: &str) -> String {
        let (before, _) = split(&self.server);
        format!("{before}{address}/{}", self.name)
    }

    fn url(&self) -> String {
        self.url_at(split(&self.server).1)
    }

    /// Changes what is in it, by these statements.
    pub(crate) fn run(&self, sql: &str) {
        psql(&self.url(), sql).unwrap_or_else(|fault| panic!("{}: {sql}: {fault}", self.name));
    }

    /// What it answers, one row per line; the columns are parted by bars.
    pub(crate) fn ask(&self, sql: &str) -> String {
        let rows = psql(&self.url(), sql).unwrap_or_else(|fault| panic!("{}: {sql}: {fault}", self.name));
        rows.trim_end().to_owned()
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Err(fault) = psql(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name))
        {
            eprintln!("the database {} is left behind: {fault}", self.name);
        }
    }
}

/// The `host:port` of a database URL.
pub(crate) fn address_of(url: &str) -> String {
    split(url).1.to_owned()
}

/// What a database URL has before its host, and host and port.
fn split(url: &str) -> (&str, &str) {
    let begin = url.find("://").expect("it is a URL") + 3;
    let end = url[begin..].find(['/', '?']).map_or(url.len(), |length| begin + length);
    let host = url[begin..end].rfind('@').map_or(begin, |at| begin + at + 1);
    (&url[..host], &url[host..end])
}

/// What `psql` prints, without heads and margins.
fn psql(url: &str, sql: &str) -> Result<String, String> {
    let arguments = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql];
    let output = Command::new("psql").args(arguments).output().map_err(|error| format!("psql: {error}"))?;
    let printed = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(printed(&output.stdout)) } else { Err(printed(&output.stderr)) }
}

/// The topics of a platform that has a broker to itself by this prefix; they go with the value.
pub(crate) struct TestTopics {
    bootstrap: String,
    pub(crate) prefix: String,
}

impl TestTopics {
    pub(crate) fn new(bootstrap: &str, prefix: String) -> Self {
        Self { bootstrap: bootstrap.to_owned(), prefix }
    }

    /// One `DeleteTopics` request, version 1: short enough to need no client.
    fn delete(&self) -> io::Result<()> {
        let string = |text: &str| {
            let length = i16::try_from(text.len()).expect("names are short").to_be_bytes();
            [&length, text.as_bytes()].concat()
        };
        let names = Topic::ALL.map(|topic| string(&format!("{}{}", self.prefix, topic.as_str())));
        let (api, version, correlation) = (20_i16.to_be_bytes(), 1_i16.to_be_bytes(), 1_i32.to_be_bytes());
        let header = [&api[..], &version, &correlation, &string("journey")].concat();
        let count = i32::try_from(names.len()).expect("topics are few").to_be_bytes();
        let body = [&header[..], &count, &names.concat(), &5_000_i32.to_be_bytes()].concat();
        let mut broker = TcpStream::connect(&self.bootstrap)?;
        broker.set_read_timeout(Some(Duration::from_secs(6)))?;
        broker.write_all(&i32::try_from(body.len()).expect("it is short").to_be_bytes())?;
        broker.write_all(&body)?;
        broker.read_exact(&mut [0; 4])
    }
}

impl Drop for TestTopics {
    fn drop(&mut self) {
        if let Err(fault) = self.delete() {
            eprintln!("the topics {}* are left behind: {fault}", self.prefix);
        }
    }
}

#[test]
fn the_address_of_a_server_is_found_in_its_url() {
    for (url, address) in [
        ("postgres://postgres@127.0.0.1:5433/postgres", "127.0.0.1:5433"),
        ("postgres://me:p%40ss@db:5432", "db:5432"),
        ("postgresql://db:5432?sslmode=disable", "db:5432"),
    ] {
        assert_eq!(address_of(url), address);
    }
}
