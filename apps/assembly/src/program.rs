//! The program around one service: arguments, settings, logs, listener, shutdown.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::Args;
use eop_http::App;
use eop_runtime::config::ConfigSources;
use eop_runtime::kept::Kept;
use eop_runtime::telemetry::{self, Telemetry};
use tokio::net::TcpListener;

use crate::Host;
use crate::settings::Settings;

/// How long threads that are blocked may take to end with the process.
const THREADS_END_WITHIN: Duration = Duration::from_millis(500);

/// The arguments of every service program.
#[derive(Clone, Debug, Args)]
pub struct ServiceArgs {
    /// Read settings from this TOML file
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Listen on this address, instead of `EOP_HTTP_ADDR`
    #[arg(long, value_name = "HOST:PORT")]
    pub http_addr: Option<SocketAddr>,
    /// Do not change the database schema; refuse to start while migrations are pending
    #[arg(long)]
    pub no_migrate: bool,
}

/// A service program: its name, version and usual port.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The name, such as `order`.
    pub service: &'static str,
    /// The version of the build.
    pub version: &'static str,
    /// The port when the settings name no address.
    pub port: u16,
}

impl Program {
    /// Loads the settings, starts what `assemble` builds, and serves it until the process is told to stop.
    #[must_use]
    pub fn main<F, T>(self, args: &ServiceArgs, assemble: F) -> ExitCode
    where
        F: FnOnce(Host, Settings) -> T,
        T: Future<Output = Result<App>>,
    {
        exit_code(self.try_main(args, assemble))
    }

    fn try_main<F, T>(self, args: &ServiceArgs, assemble: F) -> Result<()>
    where
        F: FnOnce(Host, Settings) -> T,
        T: Future<Output = Result<App>>,
    {
        let sources = ConfigSources::default()
            .with_file(args.config.clone())
            .with_default("EOP_HTTP_ADDR", format!("127.0.0.1:{}", self.port))
            .with_override("EOP_HTTP_ADDR", args.http_addr.map(|addr| addr.to_string()));
        let settings = Settings::load_from_process(sources)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        install_crypto();
        let name = format!("eop-{}", self.service);
        let telemetry = {
            let _inside = runtime.enter();
            let program = telemetry::Program { name: &name, version: self.version, services: &[] };
            Telemetry::start(program, &settings.log, &settings.telemetry)?
        };
        let outcome = runtime.block_on(self.run(settings, telemetry.kept(), assemble));
        telemetry.shutdown();
        // A question that blocks a thread, as those to a broker do, must not hold up the end.
        runtime.shutdown_timeout(THREADS_END_WITHIN);
        outcome
    }

    async fn run<F, T>(self, settings: Settings, kept: Option<Kept>, assemble: F) -> Result<()>
    where
        F: FnOnce(Host, Settings) -> T,
        T: Future<Output = Result<App>>,
    {
        let (addr, ops_addr) = (settings.http.required_addr()?, settings.http.ops_addr);
        // Before anything else: an instance is known by its address, and takes up what its last start left. A second process
        // that is started there by mistake must take nothing from the first.
        let listener = listen("EOP_HTTP_ADDR", addr).await?;
        let addr = listener.local_addr()?;
        let host = Host::new(self.service, self.version)
            .named(&settings.instance_name(addr.port()))
            .remembering(kept);
        let app = assemble(host.clone(), settings).await?;
        // Whoever finds it ready may stop it.
        host.lifecycle.listen()?;
        if let (Some(addr), Some(ops)) = (ops_addr, app.ops()) {
            host.serve(&format!("{} ops", self.service), listen("EOP_OPS_ADDR", addr).await?, ops);
        }
        host.serve(self.service, listener, app);
        if addr.ip().is_loopback() {
            tracing::info!(%addr, "ready, for this machine only: EOP_HTTP_ADDR can name other interfaces");
        } else {
            tracing::info!(%addr, "ready");
        }
        host.lifecycle.run().await?;
        Ok(())
    }
}

async fn listen(setting: &str, addr: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(addr).await.with_context(|| format!("{setting}: cannot listen on {addr}"))
}

/// Chooses the one TLS implementation for every client in the process.
pub fn install_crypto() {
    // Fails only when one is installed already, which is as good.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
}

/// The exit status for an outcome; an error is printed as one line.
#[must_use]
pub fn exit_code(outcome: Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody may be there to read it.
            let _ = writeln!(std::io::stderr(), "error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
