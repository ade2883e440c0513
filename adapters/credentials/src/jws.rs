//! Compact JWS (RFC 7515): three base64url parts, of which the last signs the others.
//!
//! The header is read strictly. A member that this platform does not write (`jwk`, `jku`, `crit`, `b64` …) makes a token
//! unreadable, so nothing in a token can choose how it is checked (RFC 8725, sections 2.1 and 3.1).

use aws_lc_rs::signature::Ed25519KeyPair;
use base64::Engine;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::BASE64URL;
use crate::jwk::PublicKey;

/// The only algorithm that signs and checks.
pub(crate) const ALGORITHM: &str = "EdDSA";
/// The type of access tokens (RFC 9068, section 2.1).
const TYPE: &str = "at+jwt";
/// Longer tokens are not looked at, in bytes.
const LONGEST: usize = 8 * 1024;

/// The header of a token.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    typ: String,
    kid: String,
}

/// Signs `claims` as an access token.
pub(crate) fn sign(claims: &impl Serialize, kid: &str, key: &Ed25519KeyPair) -> serde_json::Result<String> {
    let header = Header { alg: ALGORITHM.to_owned(), typ: TYPE.to_owned(), kid: kid.to_owned() };
    let mut token = BASE64URL.encode(serde_json::to_vec(&header)?);
    token.push('.');
    BASE64URL.encode_string(serde_json::to_vec(claims)?, &mut token);
    let signature = key.sign(token.as_bytes());
    token.push('.');
    BASE64URL.encode_string(signature, &mut token);
    Ok(token)
}

/// A token in its parts, not checked yet: only the name of its key may be used.
pub(crate) struct Unverified<'a> {
    /// Which key it says it was signed with.
    pub(crate) kid: String,
    signed: &'a str,
    payload: &'a str,
    signature: Vec<u8>,
}

impl<'a> Unverified<'a> {
    /// Takes a token apart; `None` for anything but an access token signed with [`ALGORITHM`].
    pub(crate) fn parse(token: &'a str) -> Option<Self> {
        if token.len() > LONGEST {
            return None;
        }
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        let header: Header = serde_json::from_slice(&BASE64URL.decode(header).ok()?).ok()?;
        if header.alg != ALGORITHM || header.typ != TYPE {
            return None;
        }
        let signature = BASE64URL.decode(signature).ok()?;
        Some(Self { kid: header.kid, signed, payload, signature })
    }

    /// What it says, if `key` signed it.
    pub(crate) fn claims<T: DeserializeOwned>(&self, key: &PublicKey) -> Option<T> {
        if !key.has_signed(self.signed.as_bytes(), &self.signature) {
            return None;
        }
        serde_json::from_slice(&BASE64URL.decode(self.payload).ok()?).ok()
    }
}
