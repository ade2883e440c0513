//! The HTTP interface of the notification service, over memory.

mod openapi;
mod world;
