//! What changes in the headers of a request and its answer on their way through the door.

use std::net::IpAddr;

use poem::http::{HeaderMap, HeaderName, HeaderValue, header};

/// Headers of one connection, which end here (RFC 9110 section 7.6.1).
const HOP_BY_HOP: [&str; 8] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "transfer-encoding",
    "upgrade",
];

/// What the door knows of the client that a service cannot see.
#[derive(Debug)]
pub(crate) struct Client<'a> {
    /// Its address.
    pub(crate) ip: Option<IpAddr>,
    /// `http` or `https`, as the door was asked.
    pub(crate) scheme: &'a str,
    /// The prefix of the service, such as `/services/user`.
    pub(crate) prefix: &'a str,
}

/// The headers of the request to the service.
pub(crate) fn request(headers: &HeaderMap, client: &Client<'_>) -> HeaderMap {
    let mut forwarded = end_to_end(headers);
    let host = forwarded.remove(header::HOST);
    let seen = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let mut way: Vec<String> = seen.map(str::to_owned).collect();
    way.extend(client.ip.map(|ip| ip.to_string()));
    let mut set = |name: &'static str, value: String| {
        if let Ok(value) = HeaderValue::try_from(value) {
            forwarded.insert(HeaderName::from_static(name), value);
        }
    };
    if !way.is_empty() {
        set("x-forwarded-for", way.join(", "));
    }
    set("x-forwarded-proto", client.scheme.to_owned());
    set("x-forwarded-prefix", client.prefix.to_owned());
    if let Some(host) = host {
        forwarded.insert(HeaderName::from_static("x-forwarded-host"), host);
    }
    forwarded
}

/// The headers of the answer to the browser: its cookies and redirections stay behind the door.
pub(crate) fn response(headers: &HeaderMap, prefix: &str) -> HeaderMap {
    let mut answered = HeaderMap::new();
    for (name, value) in &end_to_end(headers) {
        let changed = match *name {
            header::SET_COOKIE => value.to_str().ok().map(|text| cookie(text, prefix)),
            header::LOCATION => value
                .to_str()
                .ok()
                .filter(|to| to.starts_with('/') && !to.starts_with("//"))
                .map(|to| format!("{prefix}{to}")),
            _ => None,
        };
        let value =
            changed.and_then(|text| HeaderValue::try_from(text).ok()).unwrap_or_else(|| value.clone());
        answered.append(name.clone(), value);
    }
    answered
}

fn end_to_end(headers: &HeaderMap) -> HeaderMap {
    // What `Connection` names belongs to the connection, too.
    let named: Vec<String> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|name| name.trim().to_ascii_lowercase())
        .collect();
    let stays = |name: &HeaderName| {
        !HOP_BY_HOP.contains(&name.as_str()) && !named.iter().any(|one| one == name.as_str())
    };
    headers
        .iter()
        .filter(|(name, _)| stays(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// A cookie's `Path=/x` becomes `Path=<prefix>/x`, or the browser would never send it back through the door.
fn cookie(text: &str, prefix: &str) -> String {
    let parts = text.split(';').map(|part| {
        let trimmed = part.trim();
        match trimmed.split_once('=') {
            Some((name, path)) if name.eq_ignore_ascii_case("path") && path.starts_with('/') => {
                format!(" {name}={prefix}{path}")
            }
            _ => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    fn shown(headers: &HeaderMap, name: &str) -> Vec<String> {
        headers.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_request_brings_the_way_it_came() {
        let asked = headers(&[
            ("host", "shop.example"),
            ("x-forwarded-for", "192.0.2.7"),
            ("connection", "x-mine, keep-alive"),
            ("x-mine", "1"),
            ("te", "trailers"),
            ("authorization", "Bearer t"),
        ]);
        let client = Client { ip: Some([10, 0, 0, 1].into()), scheme: "https", prefix: "/services/user" };
        let sent = request(&asked, &client);
        assert_eq!(shown(&sent, "x-forwarded-for"), ["192.0.2.7, 10.0.0.1"]);
        assert_eq!(shown(&sent, "x-forwarded-host"), ["shop.example"]);
        assert_eq!(shown(&sent, "x-forwarded-proto"), ["https"]);
        assert_eq!(shown(&sent, "x-forwarded-prefix"), ["/services/user"]);
        assert_eq!(shown(&sent, "authorization"), ["Bearer t"]);
        for gone in ["host", "connection", "x-mine", "te"] {
            assert!(shown(&sent, gone).is_empty(), "{gone}");
        }
    }

    #[test]
    fn cookies_and_redirections_stay_behind_the_door() {
        let answered = response(
            &headers(&[
                ("set-cookie", "eop_refresh=abc; HttpOnly; SameSite=Strict; Path=/api/v1/auth; Max-Age=9"),
                ("set-cookie", "plain=1"),
                ("location", "/api/v1/orders/1"),
                ("transfer-encoding", "chunked"),
                ("etag", "\"3\""),
            ]),
            "/services/user",
        );
        assert_eq!(
            shown(&answered, "set-cookie"),
            [
                "eop_refresh=abc; HttpOnly; SameSite=Strict; Path=/services/user/api/v1/auth; Max-Age=9",
                "plain=1"
            ]
        );
        assert_eq!(shown(&answered, "location"), ["/services/user/api/v1/orders/1"]);
        assert_eq!(shown(&answered, "etag"), ["\"3\""]);
        assert!(shown(&answered, "transfer-encoding").is_empty());
        let away = response(&headers(&[("location", "//elsewhere.example/")]), "/services/user");
        assert_eq!(shown(&away, "location"), ["//elsewhere.example/"]);
    }
}
