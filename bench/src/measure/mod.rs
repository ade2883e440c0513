//! The measures, one module each.

mod place;
mod rig;

use anyhow::Result;

use crate::options::{Id, Options};
use crate::report::Figure;
use crate::surroundings::Surroundings;

/// Takes the figures of a measure.
pub(crate) async fn run(id: Id, surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    match id {
        Id::P1 => place::on_postgres(surroundings, options).await,
        _ => anyhow::bail!("not measured yet"),
    }
}

/// Says on the screen what is going on.
fn say(text: &str) {
    eprintln!("    {text}");
}
