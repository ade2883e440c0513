//! Ed25519 public keys as JWKs (RFC 8037), named by their thumbprint.

use std::collections::HashMap;
use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ED25519, ParsedPublicKey};
use base64::Engine;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::BASE64URL;

/// More keys than any sane rotation publishes: the rest of a longer set is not read.
const MOST_KEYS: usize = 64;

/// The thumbprint of the public key `x` (RFC 7638): its required members in lexical order, hashed.
pub(crate) fn thumbprint(x: &[u8]) -> String {
    let x = BASE64URL.encode(x);
    let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#);
    BASE64URL.encode(digest(&SHA256, canonical.as_bytes()))
}

/// The public key `x` as a JWK, with what a reader of a key set needs.
pub(crate) fn public_jwk(x: &[u8]) -> Value {
    json!({
        "kty": "OKP",
        "crv": "Ed25519",
        "x": BASE64URL.encode(x),
        "kid": thumbprint(x),
        "alg": "EdDSA",
        "use": "sig",
    })
}

/// A JWK as others publish it; what is not needed here is not read.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    crv: Option<String>,
    x: Option<String>,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
}

/// A key that checks signatures.
pub(crate) struct PublicKey(ParsedPublicKey);

impl PublicKey {
    /// The key and its name, if this JWK is an Ed25519 key for signatures.
    pub(crate) fn read(jwk: &Value) -> Option<(String, Self)> {
        let jwk = Jwk::deserialize(jwk).ok()?;
        let fits = jwk.kty == "OKP"
            && jwk.crv.as_deref() == Some("Ed25519")
            && jwk.alg.as_deref().is_none_or(|alg| alg == "EdDSA")
            && jwk.usage.as_deref().is_none_or(|usage| usage == "sig");
        let x = BASE64URL.decode(jwk.x.filter(|_| fits)?).ok().filter(|x| x.len() == 32)?;
        Some((jwk.kid?, Self(ParsedPublicKey::new(&ED25519, x).ok()?)))
    }

    /// The key itself.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_ref()
    }

    /// Whether `signature` is this key's over `message`.
    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        self.0.verify_sig(message, signature).is_ok()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", thumbprint(self.bytes()))
    }
}

/// The Ed25519 keys of a JWK set by name; other keys in it are for others.
pub(crate) fn read_set(jwks: &Value) -> HashMap<String, PublicKey> {
    let keys = jwks.get("keys").and_then(Value::as_array);
    keys.into_iter().flatten().take(MOST_KEYS).filter_map(PublicKey::read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 8037, appendix A.
    const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    #[test]
    fn the_thumbprint_is_the_one_of_rfc_8037() {
        let x = BASE64URL.decode(X).unwrap();
        assert_eq!(thumbprint(&x), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn a_published_key_is_read_back() {
        let x = BASE64URL.decode(X).unwrap();
        let keys = read_set(&json!({ "keys": [public_jwk(&x)] }));
        assert_eq!(keys[&thumbprint(&x)].bytes(), x);
    }

    #[test]
    fn keys_of_other_kinds_are_passed_over() {
        let good = json!({ "kty": "OKP", "crv": "Ed25519", "x": X, "kid": "k" });
        let with = |name: &str, value: Value| {
            let mut jwk = good.clone();
            jwk[name] = value;
            jwk
        };
        assert_eq!(read_set(&json!({ "keys": [good] })).len(), 1);
        for other in [
            with("kty", json!("RSA")),
            with("crv", json!("X25519")),
            with("alg", json!("RS256")),
            with("use", json!("enc")),
            with("x", json!("AAAA")),
            with("x", json!(7)),
            with("kid", Value::Null),
            json!("k"),
        ] {
            assert!(read_set(&json!({ "keys": [other] })).is_empty(), "{other}");
        }
        for set in [json!({}), json!([]), json!({ "keys": "k" }), Value::Null] {
            assert!(read_set(&set).is_empty(), "{set}");
        }
    }
}
