//! Changes that depend on what was read.

use crate::error::{Error, Kind};
use crate::generated::ResponseValue;

const TRIES: u32 = 5;

/// The version of what was read, for `if_match`.
///
/// # Errors
/// When what was read has no version.
pub fn etag_of<T>(answer: &ResponseValue<T>) -> Result<String, Error> {
    let etag = answer.headers().get("etag").and_then(|etag| etag.to_str().ok());
    etag.map(str::to_owned).ok_or_else(|| Error::Undocumented("what was read has no version".into()))
}

/// Reads, and writes what is decided by what was read. When somebody else was faster, both are done again, five times in all: so
/// `write` decides by the thing that it is given, and by nothing that was read before.
///
/// # Errors
/// Those of `read` and `write`; that of 412 when there is always somebody faster.
pub async fn edit<T, R>(
    mut read: impl AsyncFnMut() -> Result<ResponseValue<T>, Error>,
    mut write: impl AsyncFnMut(T, String) -> Result<R, Error>,
) -> Result<R, Error> {
    let mut left = TRIES;
    loop {
        left -= 1;
        let answer = read().await?;
        let etag = etag_of(&answer)?;
        match write(answer.into_inner(), etag).await {
            Err(error) if error.kind() == Some(Kind::PreconditionFailed) && left > 0 => {}
            outcome => return outcome,
        }
    }
}
