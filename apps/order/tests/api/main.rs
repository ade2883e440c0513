//! The HTTP interface of the order service, over memory.

mod openapi;
mod world;
