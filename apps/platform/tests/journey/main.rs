//! The whole platform from outside: real processes, real HTTP, and in the mode on servers a real PostgreSQL, a real
//! Kafka and a real SMTP conversation.
//!
//! * [`story`] – one order's whole way, in both modes.
//! * [`examples`] – every example of the documents, sent as it stands.
//! * [`crash`] – processes that are killed under load, in both modes.
//! * `matrix` – processes that die at every point where it matters, and servers that are killed: with `crash-points`.
//! * [`degradation`] – parts that are away for a while, and the orderly end.
//! * [`future`] – databases and a broker that a newer version has written to.
//! * [`policy`] – a policy that changes, at every instance of every service.
//! * [`revocation`] – sessions that end, at every instance of every service.
//! * [`silence`] – connections that carry nothing any more and are not closed, with two instances of each service.
//!
//! Everything else is what these stand on: [`process`] starts and kills programs, [`embedded`] and [`servers`] put them
//! together, [`platform`] and [`call`] speak to them, [`stream`] reads the bus, [`proxy`] cuts and silences connections.
//!
//! The mode on servers needs `TEST_DATABASE_URL`, `KAFKA_BOOTSTRAP`, `EOP_TEST_PYTHON` and `psql`; with `EOP_TEST_FAST=1`
//! its tests say that they are skipped.

mod call;
mod crash;
mod degradation;
mod embedded;
mod examples;
mod future;
mod load;
#[cfg(feature = "crash-points")]
mod matrix;
mod platform;
mod policy;
mod ports;
mod process;
mod proxy;
mod resources;
mod revocation;
mod scrape;
mod servers;
mod silence;
mod sink;
mod story;
mod stream;
mod wait;
