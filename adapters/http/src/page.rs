//! Pages of lists: `limit`, `cursor`, `count`, and cursors that only this service can make.
//!
//! A cursor holds the place where the next page starts, bound to sort and filter, so that a page never continues
//! another list. It is signed: nobody can ask for places that the service did not give out.

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use eop_core::kernel::error::FieldError;
use eop_core::kernel::page::{Cursor, Page, PageRequest};
use poem::{IntoResponse, Response};
use poem_openapi::payload::{Json, Payload};
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use poem_openapi::{ApiResponse, Enum, Object};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::answer::text_header;
use crate::params::FilterHash;
use crate::problem::Problem;
use crate::types::{Int, Nullable, Text};

/// Whether the matching items are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename = "Count", rename_all = "snake_case")]
pub enum CountMode {
    /// Not counted.
    #[default]
    None,
    /// Counted exactly, which reads all matching items.
    Exact,
}

fn default_limit() -> Int<u16> {
    Int(PageRequest::DEFAULT_LIMIT)
}

/// The parameters of every list; flatten it into the list's own parameters.
#[derive(Clone, Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct PageQuery {
    /// The largest number of items in the answer.
    #[oai(default = "default_limit", validator(minimum(value = "1"), maximum(value = "100")))]
    pub limit: Int<u16>,
    /// Where to continue: `next_cursor` of the page before, with the same sort and filters.
    #[oai(validator(min_length = 1, max_length = 1024))]
    pub cursor: Option<Text>,
    /// Whether to count all matching items.
    #[oai(default)]
    pub count: CountMode,
}

/// A page of a list
#[derive(Clone, Debug, Object)]
#[oai(rename = "Page", skip_serializing_if_is_none)]
pub struct PageResponse<T: Type + ParseFromJSON + ToJSON> {
    /// The items, in the order asked for.
    pub items: Vec<T>,
    /// Where the next page starts; null on the last page.
    pub next_cursor: Nullable<Text>,
    /// How many items match in all; only with `count=exact`.
    pub total: Option<Int<u64>>,
}

/// The answer of a list: a page, and where the next one is as `Link` with `rel="next"`.
#[derive(Clone, Debug)]
pub struct Listed<T: Type + ParseFromJSON + ToJSON>(pub PageResponse<T>);

/// Where the next page starts, for the edge, which knows the address of this one.
#[derive(Clone, Debug)]
pub(crate) struct NextPage(pub(crate) String);

impl<T: Type + ParseFromJSON + ToJSON> IntoResponse for Listed<T> {
    fn into_response(self) -> Response {
        let next = self.0.next_cursor.0.as_ref().map(|cursor| NextPage(cursor.0.clone()));
        let mut response = Json(self.0).into_response();
        if let Some(next) = next {
            response.set_data(next);
        }
        response
    }
}

impl<T: Type + ParseFromJSON + ToJSON> ApiResponse for Listed<T> {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "",
                status: Some(200),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: <Json<PageResponse<T>> as Payload>::CONTENT_TYPE,
                    schema: PageResponse::<T>::schema_ref(),
                }],
                headers: vec![text_header("Link")],
            }],
        }
    }

    fn register(registry: &mut Registry) {
        PageResponse::<T>::register(registry);
    }
}

/// Makes and reads cursors.
#[derive(Clone, derive_more::Debug)]
#[debug("Cursors {{ .. }}")]
pub struct Cursors {
    key: hmac::Key,
}

/// What a cursor says.
#[derive(Serialize, Deserialize)]
struct Place {
    /// Sort.
    s: String,
    /// Filter.
    f: String,
    /// Value of the last row.
    v: String,
    /// Id of the last row.
    i: Uuid,
}

/// HMAC-SHA256, cut to 128 bits as RFC 2104 section 5 permits: cursors are long enough.
const TAG_BYTES: usize = 16;

impl Cursors {
    /// Cursors signed with `secret`, which all replicas of a service share.
    #[must_use]
    pub fn new(secret: &[u8]) -> Self {
        Self { key: hmac::Key::new(hmac::HMAC_SHA256, secret) }
    }

    /// The cursors of one list: sorted by `sort`, filtered by `filter`.
    #[must_use]
    pub fn of<'a>(&'a self, sort: &'a str, filter: &'a FilterHash) -> ListCursors<'a> {
        ListCursors { cursors: self, sort, filter }
    }

    fn tag(&self, payload: &[u8]) -> [u8; TAG_BYTES] {
        let tag = hmac::sign(&self.key, payload);
        let mut short = [0; TAG_BYTES];
        short.copy_from_slice(&tag.as_ref()[..TAG_BYTES]);
        short
    }
}

/// The cursors of one list.
#[derive(Clone, Copy, Debug)]
pub struct ListCursors<'a> {
    cursors: &'a Cursors,
    sort: &'a str,
    filter: &'a FilterHash,
}

impl ListCursors<'_> {
    /// The page that the caller asks for.
    ///
    /// # Errors
    /// 422 `page.cursor_invalid` for a cursor that is not of this list, sort and filter.
    pub fn request(&self, query: &PageQuery) -> Result<PageRequest, Problem> {
        let after = query.cursor.as_deref().map(|text| self.read(text)).transpose()?;
        let limit = query.limit.0.clamp(1, PageRequest::MAX_LIMIT);
        Ok(PageRequest { limit, after, count: query.count == CountMode::Exact })
    }

    /// The answer for a page, each item shown by `show`.
    pub fn answer<T, U>(&self, page: Page<T>, show: impl FnMut(T) -> U) -> Listed<U>
    where
        U: Type + ParseFromJSON + ToJSON,
    {
        Listed(PageResponse {
            next_cursor: Nullable(page.next.as_ref().map(|cursor| Text(self.write(cursor)))),
            total: page.total.map(Int),
            items: page.items.into_iter().map(show).collect(),
        })
    }

    /// The cursor as text: base64url of signature and content.
    #[must_use]
    pub fn write(&self, cursor: &Cursor) -> String {
        let place = Place {
            s: self.sort.to_owned(),
            f: self.filter.0.clone(),
            v: cursor.value.clone(),
            i: cursor.id,
        };
        let content = serde_json::json!(place).to_string();
        let mut bytes = self.cursors.tag(content.as_bytes()).to_vec();
        bytes.extend_from_slice(content.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn read(&self, text: &str) -> Result<Cursor, Problem> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| invalid())?;
        let (tag, content) = bytes.split_at_checked(TAG_BYTES).ok_or_else(invalid)?;
        aws_lc_rs::constant_time::verify_slices_are_equal(tag, &self.cursors.tag(content))
            .map_err(|_| invalid())?;
        let place: Place = serde_json::from_slice(content).map_err(|_| invalid())?;
        if place.s == self.sort && place.f == self.filter.0 {
            Ok(Cursor { value: place.v, id: place.i })
        } else {
            Err(invalid())
        }
    }
}

fn invalid() -> Problem {
    Problem::invalid(
        "page.cursor_invalid",
        vec![FieldError {
            field: "cursor".to_owned(),
            code: "cursor_invalid",
            message: "must be the next_cursor of a page with the same sort and filters".to_owned(),
        }],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor() -> Cursor {
        Cursor { value: "2026-01-31T12:00:00.000001Z".into(), id: Uuid::from_u128(42) }
    }

    fn query(cursor: Option<String>) -> PageQuery {
        PageQuery { limit: Int(2), cursor: cursor.map(Text), count: CountMode::Exact }
    }

    #[test]
    fn a_cursor_leads_back_to_its_place() {
        let cursors = Cursors::new(b"secret");
        let filter = FilterHash("f".into());
        let list = cursors.of("-created_at", &filter);
        let request = list.request(&query(Some(list.write(&cursor())))).unwrap();
        assert_eq!(request, PageRequest { limit: 2, after: Some(cursor()), count: true });
    }

    #[test]
    fn cursors_of_other_lists_and_forged_ones_are_refused() {
        let cursors = Cursors::new(b"secret");
        let (filter, other_filter) = (FilterHash("f".into()), FilterHash("g".into()));
        let list = cursors.of("-created_at", &filter);
        let foreign = Cursors::new(b"other");
        let mut forged = list.write(&cursor()).into_bytes();
        let place = forged.len() - 3;
        forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
        let texts = [
            cursors.of("total", &filter).write(&cursor()),
            cursors.of("-created_at", &other_filter).write(&cursor()),
            foreign.of("-created_at", &filter).write(&cursor()),
            String::from_utf8(forged).unwrap(),
            "abc".to_owned(),
            "not base64!".to_owned(),
        ];
        for text in texts {
            let problem = list.request(&query(Some(text.clone()))).unwrap_err();
            assert_eq!((problem.status().as_u16(), problem.code()), (422, "page.cursor_invalid"), "{text}");
        }
    }

    #[test]
    fn the_last_page_says_so() {
        let cursors = Cursors::new(b"secret");
        let filter = FilterHash("f".into());
        let page = Page { items: vec![1, 2], next: None, total: None };
        let answer = cursors.of("x", &filter).answer(page, Int::<i64>);
        assert_eq!(answer.0.to_json(), Some(serde_json::json!({"items": [1, 2], "next_cursor": null})));
    }
}
