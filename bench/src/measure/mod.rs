//! The measures, one module each.

mod broker;
mod consume;
mod cut_offs;
mod latency;
mod list;
mod place;
mod place_sqlite;
mod relay;
mod rig;
mod soak;
mod start;
mod telemetry;

use anyhow::Result;

use crate::options::{Id, Options};
use crate::report::Figure;
use crate::surroundings::Surroundings;

/// Takes the figures of a measure.
pub(crate) async fn run(id: Id, surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    match id {
        Id::P1 => place::on_postgres(surroundings, options).await,
        Id::P1Sqlite => place_sqlite::measure(surroundings, options).await,
        Id::P3 => relay::measure(surroundings, options).await,
        Id::P5 => consume::measure(surroundings, options).await,
        Id::P8 => start::measure(surroundings, options).await,
        Id::P4 => latency::measure(surroundings, options).await,
        Id::P1Traces => telemetry::measure(surroundings, options).await,
        Id::P6 => list::measure(surroundings, options).await,
        Id::Soak => soak::measure(surroundings, options).await,
        Id::CutOffs => cut_offs::measure(options),
    }
}

/// Says on the screen what is going on.
fn say(text: &str) {
    eprintln!("    {text}");
}
