//! The document of the events that a service publishes: what it promised before, and whether it still does.

mod compatible;

pub use self::compatible::breaks;
