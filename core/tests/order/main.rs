//! The use cases of orders over stores in memory, with a clock that stands still until it is moved.

mod act;
mod allowed;
mod events;
#[path = "../fakes/mod.rs"]
mod fakes;
#[path = "../golden/mod.rs"]
mod golden;
mod notes;
mod once;
mod place;
mod races;
mod read;
mod support;
