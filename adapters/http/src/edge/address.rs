//! Where a request comes from, by the connection or by what our own proxies say.
//!
//! Each proxy appends the address it saw, to `X-Forwarded-For` or to `Forwarded` (RFC 7239). Counted from the end, as many
//! entries as there are proxies of ours are true; what is further left was said by the client itself.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use poem::Request;
use poem::http::header::FORWARDED;
use poem::http::{HeaderMap, HeaderName};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address of the client. An IPv4 address that came as IPv6 is IPv4.
pub(super) fn of(peer: Option<IpAddr>, headers: &HeaderMap, trusted_proxies: usize) -> Option<IpAddr> {
    if trusted_proxies == 0 {
        return peer;
    }
    let said = if headers.contains_key(X_FORWARDED_FOR) {
        nth_last(headers, &X_FORWARDED_FOR, trusted_proxies).as_deref().and_then(node)
    } else {
        nth_last(headers, &FORWARDED, trusted_proxies).as_deref().and_then(forwarded_for)
    };
    said.or(peer)
}

/// The address at the other end of the connection.
pub(super) fn peer(request: &Request) -> Option<IpAddr> {
    request.remote_addr().as_socket_addr().map(|address| address.ip().to_canonical())
}

/// The entry that is `n`th from the end over all lines of a header.
fn nth_last(headers: &HeaderMap, name: &HeaderName, n: usize) -> Option<String> {
    // Other bytes than ASCII belong to entries that are not addresses, and count.
    let lines: Vec<_> =
        headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
    let entries: Vec<_> = lines.iter().flat_map(|line| line.split(',')).map(str::trim).collect();
    entries.len().checked_sub(n).and_then(|index| entries.get(index)).map(|entry| (*entry).to_owned())
}

/// The address in `for=` of one element of `Forwarded`.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let pair = element.split(';').filter_map(|pair| pair.trim().split_once('='));
    pair.filter(|(name, _)| name.eq_ignore_ascii_case("for")).find_map(|(_, value)| node(value))
}

/// An address with or without a port, quotes and brackets, as proxies write it (RFC 7239, section 6).
fn node(text: &str) -> Option<IpAddr> {
    let text = text.trim_matches('"').trim();
    let address = text
        .parse::<IpAddr>()
        .or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip()))
        .or_else(|_| text.trim_start_matches('[').trim_end_matches(']').parse());
    address.ok().map(|address| address.to_canonical())
}

/// Notices a proxy in front that nobody told us of: then all its clients look like one, for limits and for the audit.
#[derive(Clone, Debug, Default)]
pub(crate) struct ProxyNotice(Arc<AtomicBool>);

impl ProxyNotice {
    /// What to tell the operator, once there is something.
    pub(crate) const TEXT: &str = "requests come through a proxy, but EOP_TRUSTED_PROXIES is 0: all clients look like \
                                   one, and share its limits; set it to the number of proxies in front";

    /// Looks at a request that came while no proxy is trusted.
    pub(super) fn look_at(&self, peer: Option<IpAddr>, headers: &HeaderMap) {
        if !self.is_due() && is_forwarded(peer, headers) && !self.0.swap(true, Ordering::Relaxed) {
            tracing::warn!("{}", Self::TEXT);
        }
    }

    /// Whether a proxy was noticed.
    pub(crate) fn is_due(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Whether a proxy nearby has passed the request on. From afar anybody can send these headers.
fn is_forwarded(peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
    (headers.contains_key(X_FORWARDED_FOR) || headers.contains_key(FORWARDED)) && peer.is_some_and(is_nearby)
}

fn is_nearby(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private() || address.is_link_local(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

#[cfg(test)]
mod tests {
    use poem::http::HeaderValue;

    use super::*;

    fn headers(lines: &[(&'static str, &[u8])]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_bytes(value).unwrap());
        }
        headers
    }

    fn seen(trusted: usize, lines: &[(&'static str, &[u8])]) -> String {
        of("10.0.0.9".parse().ok(), &headers(lines), trusted).unwrap().to_string()
    }

    #[test]
    fn without_trust_the_connection_counts() {
        assert_eq!(seen(0, &[("x-forwarded-for", b"6.6.6.6")]), "10.0.0.9");
    }

    #[test]
    fn every_way_of_writing_an_address_is_read() {
        for (written, read) in [
            ("203.0.113.7", "203.0.113.7"),
            ("203.0.113.7:4711", "203.0.113.7"),
            ("2001:db8::7", "2001:db8::7"),
            ("[2001:db8::7]:4711", "2001:db8::7"),
            ("[2001:db8::7]", "2001:db8::7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("\"203.0.113.7:4711\"", "203.0.113.7"),
        ] {
            assert_eq!(seen(1, &[("x-forwarded-for", written.as_bytes())]), read, "{written}");
            let element =
                format!("for=6.6.6.6, proto=https;For=\"{}\";by=10.0.0.9", written.trim_matches('"'));
            assert_eq!(seen(1, &[("forwarded", element.as_bytes())]), read, "{element}");
        }
    }

    #[test]
    fn what_a_client_says_itself_is_not_believed() {
        for headers in [
            &[("x-forwarded-for", &b"6.6.6.6, 203.0.113.7, 10.0.0.1"[..])][..],
            &[("x-forwarded-for", b"6.6.6.6"), ("x-forwarded-for", b"203.0.113.7,10.0.0.1")],
            &[("x-forwarded-for", b"S\xe3o, 203.0.113.7, 10.0.0.1")],
        ] {
            assert_eq!(seen(2, headers), "203.0.113.7");
        }
        for nothing in [&b"unknown"[..], b"_hidden", b"", b"\xff"] {
            assert_eq!(seen(1, &[("x-forwarded-for", nothing)]), "10.0.0.9");
        }
        assert_eq!(seen(3, &[("x-forwarded-for", b"203.0.113.7")]), "10.0.0.9");
    }

    #[test]
    fn only_a_proxy_nearby_is_noticed() {
        let notice = ProxyNotice::default();
        let look = |peer: &str, lines: &[(&'static str, &[u8])]| {
            notice.look_at(peer.parse().ok(), &headers(lines));
            notice.is_due()
        };
        assert!(!look("203.0.113.9", &[("x-forwarded-for", b"6.6.6.6")]));
        assert!(!look("10.0.0.9", &[]));
        assert!(look("10.0.0.9", &[("forwarded", b"for=6.6.6.6")]));
    }
}
