//! `eop`: operates the platform, and runs all of it in one process.

// A reader that closes the pipe must not make a command panic: see `out`.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod command;
mod dev;
mod out;
mod seed;

use std::process::ExitCode;

use clap::Parser;

/// Many small allocations per request: a thread-caching allocator halves their cost.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    command::Arguments::parse().run()
}
