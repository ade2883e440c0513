//! Tests over both engines, in one program because they share their databases' set-up.

mod committer;
mod connection;
mod contract;
mod lists;
mod rows;
mod support;
