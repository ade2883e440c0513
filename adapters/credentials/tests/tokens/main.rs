//! Access tokens: who makes them, who checks them, and where the keys come from.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod attacks;
mod http_keys;
mod issuer;
mod support;
