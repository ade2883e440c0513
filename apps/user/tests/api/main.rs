//! The HTTP interface of the user service, over memory.

mod openapi;
mod world;
