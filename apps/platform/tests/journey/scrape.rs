//! What Prometheus gets: pages of metrics that other people's parsers accept.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use tokio::process::Command;

use crate::platform::{Platform, Service};
use crate::servers::{is_fast, required};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/lib/check_metrics.py");

/// The pages of all services are accepted by Prometheus' Python client and by `promtool`, in both formats, and tell of these
/// services.
pub(crate) async fn the_metrics_are_accepted(platform: &Platform, told: &[(Service, &[&str])]) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (service, told) in told {
        let page = async |accept: &str| {
            let call = platform.get(*service, "/metrics").header("accept", accept);
            let answer = call.gets(200).await;
            answer.body.as_str().expect("a page of metrics is text").to_owned()
        };
        let openmetrics = page("application/openmetrics-text; version=1.0.0").await;
        let text = page("text/plain").await;
        let pending =
            openmetrics.lines().filter_map(|line| line.strip_prefix("eop_outbox_pending{service=\""));
        let services: BTreeSet<&str> = pending.filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(services, told.iter().copied().collect(), "{service:?}");
        if !is_fast() {
            accepted_by_python(folder.path(), &openmetrics, &text).await;
            accepted_by_promtool(&text).await;
        }
    }
}

async fn accepted_by_python(folder: &Path, openmetrics: &str, text: &str) {
    let files = [folder.join("openmetrics"), folder.join("text")];
    for (file, page) in files.iter().zip([openmetrics, text]) {
        std::fs::write(file, page).expect("a page can be written");
    }
    let check = Command::new(required("EOP_TEST_PYTHON")).arg(SCRIPT).args(&files).output().await;
    let check = check.expect("Python can be started");
    let said = String::from_utf8_lossy(&check.stderr);
    assert!(check.status.success(), "Python's client refuses the metrics: {said}\n{openmetrics}");
}

/// What it says of names is advice, with status 3.
async fn accepted_by_promtool(text: &str) {
    use tokio::io::AsyncWriteExt;

    let mut promtool = Command::new("promtool");
    promtool.args(["check", "metrics"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut promtool = promtool.spawn().expect(
        "promtool is not here: install the package `prometheus`, or set EOP_TEST_FAST=1 to skip what needs other programs",
    );
    let mut input = promtool.stdin.take().expect("its input is piped");
    input.write_all(text.as_bytes()).await.expect("promtool reads");
    drop(input);
    let check = promtool.wait_with_output().await.expect("promtool ends");
    let said = String::from_utf8_lossy(&check.stderr);
    assert!(check.status.success(), "promtool refuses the metrics: {said}");
}

/// `eop doctor` has something to say of every service, and nothing is wrong.
pub(crate) async fn the_doctor_finds_nothing_wrong(platform: &Platform) {
    let mut doctor = Command::new(env!("CARGO_BIN_EXE_eop"));
    doctor.args(["doctor", "--output", "json"]).env_clear();
    for (flag, service) in
        [("--user", Service::User), ("--order", Service::Order), ("--notification", Service::Notification)]
    {
        doctor.args([flag, &platform.address(service)]);
    }
    let output = doctor.output().await.expect("it runs");
    let table = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{table}");
    let found: Vec<Value> = serde_json::from_str(&table).expect("it is JSON");
    let well = |of: &str, what: &str| {
        found.iter().any(|one| one["of"] == of && one["what"] == what && one["state"] == "ok")
    };
    for (of, what) in [
        ("here", "settings"),
        ("all", "version"),
        ("user", "database"),
        ("user", "signing keys"),
        ("order", "broker"),
        ("order", "age of the oldest event"),
        ("order", "clock"),
        ("notification", "messages not read yet"),
        ("notification", "dead letters since the start"),
    ] {
        assert!(well(of, what), "{what} of {of} is not well: {table}");
    }
}
