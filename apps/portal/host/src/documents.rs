//! The document of a service as it is behind the door: with the door's prefix as its address, so that Swagger UI and
//! generated clients call the service from here.

use std::sync::Arc;

use eop_core::kernel::error::ErrorKind;
use eop_http::Problem;
use poem::endpoint::make;
use poem::http::header;
use poem::{Endpoint, Request, Response, Result};
use serde_json::{Value, json};

use crate::proxy::Door;

/// `/services/<service>/openapi.json`.
pub(crate) fn endpoint(door: Arc<Door>, service: &'static str) -> impl Endpoint<Output = Response> + 'static {
    make(move |mut request: Request| {
        let door = Arc::clone(&door);
        async move {
            // It is read and changed here, so it must arrive as it is.
            request.headers_mut().remove(header::ACCEPT_ENCODING);
            let mut answer = door.call(service, "/openapi.json", request).await?;
            if answer.status().is_success() {
                let bytes = answer.take_body().into_vec().await?;
                answer.headers_mut().remove(header::CONTENT_LENGTH);
                answer.set_body(placed(&bytes, service)?);
            }
            Ok::<_, poem::Error>(answer)
        }
    })
}

fn placed(bytes: &[u8], service: &str) -> Result<String> {
    let mut document: Value = serde_json::from_slice(bytes).map_err(|error| {
        tracing::warn!(service, %error, "the document of a service cannot be read");
        let detail = format!("the document of the {service} service cannot be read");
        Problem::new(ErrorKind::Unavailable, "service.unreadable").detail(detail)
    })?;
    if let Some(document) = document.as_object_mut() {
        document.insert("servers".to_owned(), json!([{ "url": format!("/services/{service}") }]));
    }
    Ok(document.to_string())
}
