//! Strict types for requests and answers.
//!
//! poem's own are lenient where a schema is not: `String` takes numbers, `i64` refuses `5.0`, `Option` answers a
//! `null` that the schema does not admit. These say exactly what the document says. Validators of poem keep working,
//! since each names its raw type.

mod code;
mod free_object;
mod id;
mod int;
mod nullable;
mod text;
mod timestamp;

pub use code::Code;
pub use free_object::FreeObject;
pub use id::Id;
pub use int::{Int, Integer};
pub use nullable::Nullable;
pub use text::Text;
pub use timestamp::Timestamp;
