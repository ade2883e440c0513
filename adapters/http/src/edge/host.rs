//! Which host a request is for (RFC 9112, section 3.2).

use eop_core::kernel::error::ErrorKind;
use poem::Request;
use poem::http::header::HOST;
use poem::http::{StatusCode, Version};

use crate::options::HttpOptions;
use crate::problem::Problem;
use crate::server::Arrival;

/// Refuses a request without a host, with two, or with something that is none; and where the listener serves this
/// machine only, one for a foreign host, by which a web page could read answers that are meant for people at this
/// machine (DNS rebinding).
///
/// Where the application is called without a listener there is nothing to check.
pub(super) fn check(request: &Request, options: &HttpOptions) -> Result<(), Problem> {
    let Some(arrival) = request.data::<Arrival>() else { return Ok(()) };
    let mut values = request.headers().get_all(HOST).iter();
    let host = match (values.next(), values.next()) {
        (Some(_), Some(_)) => return Err(malformed("the request has more than one Host header")),
        (Some(value), None) => value.to_str().ok(),
        (None, _) => match request.uri().authority() {
            Some(authority) => Some(authority.as_str()),
            // Before HTTP/1.1 there was no such header; probes of load balancers are that old.
            None if request.version() < Version::HTTP_11 => return Ok(()),
            None => return Err(malformed("the request has no Host header")),
        },
    };
    let name = host.and_then(name_of).ok_or_else(|| malformed("the Host header is not a host and port"))?;
    if arrival.is_loopback && options.trusted_proxies == 0 && !is_local(name) && !is_public(name, options) {
        return Err(foreign(name));
    }
    Ok(())
}

/// The name in `host` or `host:port`.
fn name_of(host: &str) -> Option<&str> {
    if let Some(rest) = host.strip_prefix('[') {
        let (address, port) = rest.split_once(']')?;
        address.parse::<std::net::Ipv6Addr>().ok()?;
        return (port.is_empty() || port.strip_prefix(':').is_some_and(is_port)).then_some(address);
    }
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_name = !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=%".contains(&b));
    (is_name && is_port(port)).then_some(name)
}

/// An empty port is the default one (RFC 3986, section 3.2.3).
fn is_port(text: &str) -> bool {
    text.is_empty() || (text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u16>().is_ok())
}

fn is_local(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    let is_below = |name: &str| {
        name.get(name.len().saturating_sub(10)..).is_some_and(|end| end.eq_ignore_ascii_case(".localhost"))
    };
    name.eq_ignore_ascii_case("localhost")
        || is_below(name)
        || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn is_public(name: &str, options: &HttpOptions) -> bool {
    let url = options.public_url.as_deref().and_then(|url| url.parse::<poem::http::Uri>().ok());
    url.as_ref().and_then(|url| url.host()).is_some_and(|host| host.eq_ignore_ascii_case(name))
}

fn malformed(detail: &str) -> Problem {
    Problem::new(ErrorKind::Malformed, "request.malformed_host").detail(detail)
}

fn foreign(name: &str) -> Problem {
    Problem::with_status(StatusCode::MISDIRECTED_REQUEST, "request.foreign_host").detail(format!(
        "this service listens for its own machine and is not {name}: call it as localhost, or name the address under \
         which clients reach it in EOP_PUBLIC_URL"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_have_a_name_and_maybe_a_port() {
        for (host, name) in [
            ("localhost", "localhost"),
            ("localhost:8081", "localhost"),
            ("localhost:", "localhost"),
            ("orders.example.com", "orders.example.com"),
            ("127.0.0.1:1", "127.0.0.1"),
            ("[::1]:8081", "::1"),
            ("[::1]", "::1"),
        ] {
            assert_eq!(name_of(host), Some(name), "{host}");
        }
        for host in
            ["", ":80", "a b", "a/b", "user@host", "host:http", "host:99999", "[::1", "[x]", "[::1]80", "ü"]
        {
            assert_eq!(name_of(host), None, "{host}");
        }
    }

    #[test]
    fn local_names_are_local() {
        for name in ["localhost", "LOCALHOST", "a.localhost", "localhost.", "127.0.0.1", "127.9.9.9", "::1"] {
            assert!(is_local(name), "{name}");
        }
        for name in ["evil.example", "localhost.evil.example", "xlocalhost", "192.0.2.1", "0.0.0.0"] {
            assert!(!is_local(name), "{name}");
        }
    }
}
