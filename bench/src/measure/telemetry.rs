//! What traces cost: orders placed with none of them recorded, a tenth, and all.
//!
//! The service exports to a collector that takes everything and keeps nothing, so that what is measured is the service's share:
//! making spans, and sending them. Each run has the service without traces before and after the others; their mean is the
//! baseline. Not among the measures that are taken unless somebody asks for them: it is asked for by its name.

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use super::place::{PEOPLE, place_one};
use super::rig::{Issuer, introduce, order_database_held};
use super::say;
use crate::database::Database;
use crate::machine::Watch;
use crate::options::Options;
use crate::report::{Figure, Run, Target};
use crate::surroundings::Surroundings;
use crate::wrk;

const CONNECTIONS: u32 = 32;
/// What is compared with recording nothing, by the share of traces.
const SHARES: [(&str, &str); 2] = [("0.1", "a tenth of the traces"), ("1.0", "all traces")];

/// Measures on PostgreSQL, the request path alone as P1 does.
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let issuer = Issuer::start(surroundings).await?;
    let collector = Collector::start().await?;
    let mut samples: [Vec<Run>; SHARES.len()] = Default::default();
    for run in 1..=options.runs {
        let watch = Watch::start()?;
        let before = placed(surroundings, options, (&issuer, None)).await?;
        let mut recorded = Vec::with_capacity(SHARES.len());
        for (share, _) in SHARES {
            let environment = [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url.clone()),
                ("EOP_TRACE_SAMPLE_RATIO", share.to_owned()),
            ];
            recorded.push(placed(surroundings, options, (&issuer, Some(environment))).await?);
        }
        let after = placed(surroundings, options, (&issuer, None)).await?;
        let disturbance = watch.stop()?;
        say(&format!(
            "traces, run {run}: none {before:.0}/s and {after:.0}/s, {recorded:.0?}/s with {SHARES:?}"
        ));
        for (runs, value) in samples.iter_mut().zip(recorded) {
            runs.push(Run { value, baseline: Some(f64::midpoint(before, after)), disturbance });
        }
    }
    let figure = |((_, what), runs): ((&str, &str), Vec<Run>)| Figure {
        id: "P1",
        what: format!("orders placed with {what} recorded and exported, {CONNECTIONS} connections"),
        unit: "orders/s",
        baseline: Some("the same without traces".to_owned()),
        target: Target::None,
        runs,
    };
    Ok(SHARES.into_iter().zip(samples).map(figure).collect())
}

/// The rate at which a fresh service with a fresh database takes orders.
async fn placed(
    surroundings: &Surroundings,
    options: &Options,
    (issuer, traces): (&Issuer, Option<[(&'static str, String); 2]>),
) -> Result<f64> {
    let tokens = surroundings.file("tokens");
    let people = issuer.people.customers(PEOPLE, &tokens)?;
    let database = Database::create(surroundings, "order")?;
    let _held = order_database_held(surroundings, &database.url()).await?;
    introduce(&database.url(), &people).await?;
    let traces: Vec<_> = traces.into_iter().flatten().collect();
    let (_program, url) = issuer.order_service_with(surroundings, &database.url(), traces).await?;
    place_one(&url, &tokens).await?;
    let script = surroundings.script("place.lua");
    let arguments = [tokens.display().to_string(), "traced".to_owned()];
    let load = |duration| {
        let load = wrk::Load { connections: CONNECTIONS, duration, script: &script, arguments: &arguments };
        wrk::run(&url, load)
    };
    // Plans are made, connections opened and caches filled.
    load(std::time::Duration::from_secs(2)).await?;
    database.settle()?;
    Ok(load(options.duration()).await?.rate)
}

/// A collector that takes whatever it is sent, and ends with the value.
#[derive(Debug)]
struct Collector {
    url: String,
    _serving: JoinSet<()>,
}

impl Collector {
    async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no port for a collector")?;
        let url = format!("http://{}", listener.local_addr()?);
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut open = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                open.spawn(async move { take_all(stream).await.unwrap_or_default() });
            }
        });
        Ok(Self { url, _serving: serving })
    }
}

/// Answers every request of a connection with 200, once its body is there.
async fn take_all(stream: TcpStream) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let (mut line, mut length) = (String::new(), 0);
        loop {
            line.clear();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let head = line.trim_end();
            if head.is_empty() {
                break;
            }
            if let Some((name, value)) = head.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or_default();
            }
        }
        let mut body = (&mut stream).take(length);
        tokio::io::copy(&mut body, &mut tokio::io::sink()).await?;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await?;
    }
}
