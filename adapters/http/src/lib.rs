//! Everything about HTTP that the services share, exactly once.
//!
//! # Code map
//!
//! * [`service`] – the builder that turns an `OpenApiService` into an [`App`].
//! * `edge` – what is true of every request: ids, trace, limits, problems, headers.
//! * [`problem`] – RFC 9457 problems and the only table from error kinds to statuses.
//! * [`caller`], [`idempotency`], [`preconditions`], [`params`], [`page`], [`request`] – what handlers take.
//! * [`answer`], [`download`], [`stream`], [`types`] – what handlers give, and strict types for both directions.
//! * `openapi` – the interface of a service, typed, and the documents that generators and linters take.
//! * `asyncapi` – the document of the events that a service publishes.
//! * [`ops`], [`docs`], [`asset`] – health, metrics; Swagger UI; what stays the same.
//! * [`metrics`], [`requests`] – what is counted of requests, and what is remembered of the last hour's.
//! * [`server`], [`system`] – the listener; the system clock and ids.
//!
//! # Invariants
//!
//! * Every answer that is not a success is `application/problem+json`, panics and unknown routes included.
//! * What the document does not admit never reaches a handler: unknown parameters, wrong types, missing members.
//! * Metric labels are bounded by the document; queries and bodies are never logged.

pub mod answer;
pub mod asset;
mod asyncapi;
pub mod caller;
pub mod docs;
pub mod download;
mod edge;
mod exposition;
pub mod idempotency;
pub mod metrics;
mod openapi;
pub mod ops;
pub mod options;
pub mod page;
pub mod params;
pub mod preconditions;
pub mod problem;
pub mod request;
pub mod request_id;
pub mod requests;
pub mod server;
pub mod service;
pub mod stream;
pub mod system;
pub mod trace;
pub mod types;

pub use answer::{Accepted, Answer, Created, MultiStatus, NoContent, Shown};
pub use asset::Asset;
pub use caller::Caller;
pub use download::CsvFile;
pub use idempotency::IdempotencyKey;
pub use metrics::{Metrics, SharedRegistry};
pub use openapi::{About, BrokenRules};
pub use options::HttpOptions;
pub use page::{Cursors, Listed, PageQuery, PageResponse};
pub use params::Params;
pub use preconditions::{IfMatch, RequiredIfMatch};
pub use problem::Problem;
pub use request::{RequestOrigin, SentBy};
pub use server::Connections;
pub use service::{App, BuildError, Documents, Service, door, pages};
pub use stream::{Event, Events, LastEventId, Stream};
