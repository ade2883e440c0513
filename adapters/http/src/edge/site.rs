//! Whether a web page of ours sends a request, or of somebody else.

use poem::Request;
use poem::http::header::{HOST, ORIGIN};
use poem::http::{HeaderValue, Uri};

use crate::options::HttpOptions;
use crate::request::Site;

const FORWARDED_HOST: &str = "x-forwarded-host";

/// What the browser says of the page that sends the request (RFC 6454, section 7).
pub(super) fn of(request: &Request, options: &HttpOptions) -> Site {
    let Some(origin) = request.headers().get(ORIGIN) else { return Site::Unknown };
    let Ok(origin) = origin.to_str() else { return Site::Foreign };
    let is_listed = || options.cors_origins.iter().any(|allowed| allowed == origin);
    if is_own(origin, request, options) || is_listed() { Site::Own } else { Site::Foreign }
}

/// Whether the page comes from this service itself.
fn is_own(origin: &str, request: &Request, options: &HttpOptions) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    // What a trusted proxy was asked for, such as the portal with its door to the services. A page of somebody else cannot
    // put this header into a request, unless CORS lets it.
    let asked = || request.headers().get(FORWARDED_HOST).map(HeaderValue::as_bytes);
    if options.trusted_proxies > 0 && asked() == Some(authority.as_bytes()) {
        return true;
    }
    match options.public_url.as_deref().and_then(|url| url.parse::<Uri>().ok()) {
        Some(url) => {
            url.scheme_str() == Some(scheme) && url.authority().is_some_and(|own| own.as_str() == authority)
        }
        None => request.headers().get(HOST).is_some_and(|host| host.as_bytes() == authority.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_behind_a_trusted_proxy_is_ours() {
        let by = |trusted_proxies, origin: &str| {
            let request = Request::builder()
                .header("host", "user:8090")
                .header("x-forwarded-host", "shop.example")
                .header("origin", origin)
                .finish();
            of(&request, &HttpOptions { trusted_proxies, ..HttpOptions::default() })
        };
        assert_eq!(by(1, "https://shop.example"), Site::Own);
        assert_eq!(by(1, "https://evil.example"), Site::Foreign);
        assert_eq!(by(0, "https://shop.example"), Site::Foreign);
    }

    fn site(origin: Option<&str>, public_url: Option<&str>) -> Site {
        let mut request = Request::builder().header("host", "orders.example:8090");
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        let options = HttpOptions {
            public_url: public_url.map(str::to_owned),
            cors_origins: vec!["https://portal.example".to_owned()],
            ..HttpOptions::default()
        };
        of(&request.finish(), &options)
    }

    #[test]
    fn own_pages_and_listed_ones_are_ours() {
        assert_eq!(site(None, None), Site::Unknown);
        assert_eq!(site(Some("http://orders.example:8090"), None), Site::Own);
        assert_eq!(site(Some("https://portal.example"), None), Site::Own);
        let public = Some("https://orders.example/base");
        assert_eq!(site(Some("https://orders.example"), public), Site::Own);
        // Behind a public address the Host header is that of the proxy, or of whoever asks.
        assert_eq!(site(Some("http://orders.example:8090"), public), Site::Foreign);
        for foreign in ["null", "https://evil.example", "https://portal.example.evil.example", ""] {
            assert_eq!(site(Some(foreign), None), Site::Foreign, "{foreign:?}");
        }
    }
}
