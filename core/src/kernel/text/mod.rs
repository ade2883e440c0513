//! The rules for what people type: one place for what a text may hold, in which form it is stored, and how two texts are
//! compared. E-mail addresses have rules of their own in [`super::email`], on the same ground.

pub(crate) mod class;
mod fold;
mod human;
mod password;

pub use fold::folded;
pub use human::{TextFault, TextRule, characters};
pub use password::{has_odd_characters, normal_password, resembles};
