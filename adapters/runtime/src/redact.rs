//! Which names mean a secret, and how a secret is shown.
//!
//! One rule for settings, log fields and span attributes, so that a name which is masked in one place
//! is masked in all of them.

/// What is printed in place of a secret.
pub(crate) const REDACTED: &str = "[redacted]";

/// Names that are secret as a whole, compared with the last dotted part of a field name.
const SECRET_NAMES: [&str; 12] = [
    "api_key",
    "authorization",
    "cookie",
    "credential",
    "credentials",
    "master_key",
    "otp",
    "private_key",
    "proxy_authorization",
    "set_cookie",
    "signing_key",
    "totp",
];
/// What the last part of a secret name ends with.
const TOKEN: &str = "token";
/// What makes a name secret wherever it stands in its last part.
const SECRET_PARTS: [&str; 4] = ["password", "passwd", "passphrase", "secret"];

/// Whether a field, attribute, parameter or setting of this name carries a secret.
///
/// Case and the choice between `-` and `_` do not matter, and a dotted prefix is ignored, so
/// `http.request.header.Set-Cookie` is found. Names that merely speak of tokens or keys, such as
/// `token_type` or `idempotency_key`, are not secret.
pub(crate) fn is_secret_name(name: &str) -> bool {
    // Asked for every field of every line and span: nothing is copied for it.
    let last = name.rsplit('.').next().unwrap_or(name).as_bytes();
    SECRET_NAMES.iter().any(|secret| reads_as(last, secret))
        || last.len() >= TOKEN.len() && reads_as(&last[last.len() - TOKEN.len()..], TOKEN)
        || SECRET_PARTS.iter().any(|part| last.windows(part.len()).any(|some| reads_as(some, part)))
}

/// Whether `name` is `secret`, whatever its case and whether its words are joined by `-` or `_`.
fn reads_as(name: &[u8], secret: &str) -> bool {
    let same =
        |(&given, wanted): (&u8, u8)| given.to_ascii_lowercase() == wanted || given == b'-' && wanted == b'_';
    name.len() == secret.len() && name.iter().zip(secret.bytes()).all(same)
}

/// The URL with its password, and every parameter with a secret name, replaced by `***`.
///
/// Text that is not a URL is returned unchanged. A password may hold unescaped `@`, `/` or `?`: where
/// it is not clear where it ends, too much is masked rather than too little.
pub(crate) fn mask_url(url: &str) -> String {
    let masked = mask_password(url).unwrap_or_else(|| url.to_owned());
    let Some((address, query)) = masked.split_once('?') else {
        return masked;
    };
    let parameters: Vec<String> = query.split('&').map(mask_parameter).collect();
    format!("{address}?{}", parameters.join("&"))
}

/// The URL with a masked password; `None` when it has none.
fn mask_password(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let (user_info, host) = rest.rsplit_once('@')?;
    let (user, _) = user_info.split_once(':')?;
    Some(format!("{scheme}://{user}:***@{host}"))
}

fn mask_parameter(parameter: &str) -> String {
    match parameter.split_once('=') {
        Some((name, _)) if is_secret_name(name) => format!("{name}=***"),
        _ => parameter.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_names_are_found_in_any_spelling() {
        for name in [
            "password",
            "new_password",
            "Authorization",
            "http.request.header.Set-Cookie",
            "refresh_token",
            "accessToken",
            "client_secret",
            "http.request.header.Api-Key",
            "db.Old-PassWord-2",
            "passphrase",
            "otp",
        ] {
            assert!(is_secret_name(name), "{name} should be secret");
        }
    }

    #[test]
    fn names_that_only_speak_of_secrets_are_open() {
        for name in ["token_type", "idempotency_key", "kid", "order_id", "message", "tokens_issued"] {
            assert!(!is_secret_name(name), "{name} should be open");
        }
    }

    #[test]
    fn passwords_in_urls_are_masked_and_the_rest_is_kept() {
        for (url, shown) in [
            ("postgres://eop:hunter2@db:5432/orderdb", "postgres://eop:***@db:5432/orderdb"),
            (
                "smtp://u:hunter2@mail:587?tls=required&password=hunter2",
                "smtp://u:***@mail:587?tls=required&password=***",
            ),
            ("kafka://a:9092,b:9092", "kafka://a:9092,b:9092"),
            ("http://127.0.0.1:4318/v1?to=a", "http://127.0.0.1:4318/v1?to=a"),
            ("http://[::1]:4318", "http://[::1]:4318"),
            ("sqlite:///var/lib/eop/order.db?mode=rwc", "sqlite:///var/lib/eop/order.db?mode=rwc"),
            ("log:./data", "log:./data"),
        ] {
            assert_eq!(mask_url(url), shown);
        }
    }

    #[test]
    fn an_unescaped_password_never_shows_through() {
        for password in ["hunter@2", "hunter/2", "hunter?2", "@hunter", "/hunter", "hunter#2", "12/hunter"] {
            let shown = mask_url(&format!("postgres://eop:{password}@db:5432/orderdb"));
            assert!(!shown.contains("hunter"), "{shown}");
        }
    }
}
