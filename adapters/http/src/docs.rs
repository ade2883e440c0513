//! Swagger UI from assets in the binary: one page, for one document or for several.

use std::sync::Arc;

use eop_core::kernel::error::ErrorKind;
use poem::endpoint::{make, make_sync};
use poem::error::NotFoundError;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Endpoint, Request, Response, Result, Route};
use utoipa_swagger_ui::{Config, Url};

use crate::asset;
use crate::problem::Problem;

/// What folds the errors of an operation, so that it can be seen whole: a name, a type, a text.
const OWN_FILES: [(&str, &str, &str); 2] = [
    ("folding.css", "text/css; charset=utf-8", include_str!("docs/folding.css")),
    ("folding.js", "text/javascript; charset=utf-8", include_str!("docs/folding.js")),
];
const OWN_HEAD: &str =
    r#"<link rel="stylesheet" href="./folding.css"><script src="./folding.js" defer></script></head>"#;

/// The paths of the page, as routes outside the document.
pub const PATHS: [&str; 2] = ["/swagger-ui", "/swagger-ui/*"];

/// One document that the page can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLink {
    /// The name in the page's list.
    pub name: String,
    /// Where the document is.
    pub url: String,
}

/// The pages at `/swagger-ui/`, added to `route`.
///
/// `others` are origins that the page may call besides its own, when it shows documents of other services.
#[must_use]
pub fn mount(route: Route, documents: Vec<DocumentLink>, others: &[String]) -> Route {
    let documents: Arc<[DocumentLink]> = documents.into();
    let policy = policy(others);
    let to_page = make_sync(|_| {
        Response::builder()
            .status(StatusCode::PERMANENT_REDIRECT)
            .header(header::LOCATION, "/swagger-ui/")
            .finish()
    });
    route
        // The links of the page are relative, so the slash matters.
        .at("/swagger-ui", to_page)
        .at("/swagger-ui/", page(Arc::clone(&documents), policy.clone()))
        .at("/swagger-ui/*tail", page(documents, policy))
}

fn config(documents: &[DocumentLink]) -> Config<'_> {
    let config = match documents {
        [only] => Config::new([Url::from(only.url.clone())]),
        several => Config::new(several.iter().map(|link| Url::new(&link.name, &link.url))),
    };
    config
        .try_it_out_enabled(true)
        .persist_authorization(true)
        .display_request_duration(true)
        .deep_linking(true)
        .filter(true)
}

fn policy(others: &[String]) -> HeaderValue {
    let connect = others.join(" ");
    let text = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self' {connect}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    );
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("default-src 'self'"))
}

fn page(documents: Arc<[DocumentLink]>, policy: HeaderValue) -> impl Endpoint<Output = Response> + 'static {
    make(move |request: Request| {
        let (documents, policy) = (Arc::clone(&documents), policy.clone());
        async move {
            let tail = request.uri().path().strip_prefix("/swagger-ui/").unwrap_or_default();
            file(tail, &documents, policy)
        }
    })
}

fn file(tail: &str, documents: &[DocumentLink], policy: HeaderValue) -> Result<Response> {
    if let Some((_, content_type, text)) = OWN_FILES.iter().find(|(name, ..)| *name == tail) {
        return Ok(Response::builder()
            .content_type(*content_type)
            .header(header::CACHE_CONTROL, "no-cache")
            .body(*text));
    }
    let file = utoipa_swagger_ui::serve(tail, Arc::new(config(documents))).map_err(|error| {
        tracing::error!(%error, tail, "a file of the documentation page cannot be served");
        Problem::new(ErrorKind::Internal, "internal")
    })?;
    let file = file.ok_or(NotFoundError)?;
    let mut response = Response::builder()
        .content_type(&file.content_type)
        .header(header::CONTENT_SECURITY_POLICY, policy)
        .header(header::CACHE_CONTROL, "no-cache")
        .header(header::ETAG, format!("\"{}\"", asset::tag(&file.bytes)));
    if file.gzpipped {
        response = response.header(header::CONTENT_ENCODING, "gzip");
    }
    let bytes = file.bytes.into_owned();
    // The page itself comes as it is, the rest of it compressed.
    match String::from_utf8(bytes) {
        Ok(page) if file.content_type.starts_with("text/html") => {
            Ok(response.body(page.replacen("</head>", OWN_HEAD, 1)))
        }
        Ok(text) => Ok(response.body(text)),
        Err(binary) => Ok(response.body(binary.into_bytes())),
    }
}
