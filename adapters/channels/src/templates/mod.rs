//! Texts for people, from template files.
//!
//! Per kind and locale there are three files under `templates/<locale>/`: `<kind>.subject.j2`, `<kind>.txt.j2` and
//! `<kind>.html.j2`. The latter two extend a layout per channel (`_mail`, `_in_app`), of which the one for the inbox shows
//! only the block `body`. In HTML every variable is escaped. A variable that is missing is an error, also where it is only asked for;
//! one that may be absent is `null`.
//!
//! # Variables
//!
//! | kind | variables |
//! | --- | --- |
//! | all | `recipient.name` (`null` where the address is not verified), `recipient.locale`, `recipient.time_zone`, `public_url` (no slash at the end) |
//! | `account.verify`, `account.reset`, `account.exists` | `link` (the whole URL), `token` (the same token, for programs), `expires_at` |
//! | `account.new_login`, `account.token_reused` | `device` and `ip` (each may be `null`), `at` |
//! | `account.password_changed`, `account.locked` | `at` |
//! | `account.roles_changed` | `roles` (a list of names), `at` |
//! | `order.*` | `order.id`, `order.number`, `order.status`, `order.total`, `order.lines`, `order.reason` (may be `null`), `order.shipment` (may be `null`), `order.customer` (may be `null`) |
//!
//! Amounts are text such as `59.97 EUR`, times are RFC 3339. A line has `name`, `sku`, `quantity`, `unit_price` and `total`; a
//! shipment has `carrier` and `tracking_number` (may be `null`).
//!
//! Templates also see `layout` and, in HTML, `subject`. The filter `moment` turns a time into text
//! for the recipient: in their zone and in the form of their locale.

mod files;
mod moment;

use eop_core::notification::model::{Channel, Kind};
use eop_core::notification::port::{Rendered, TemplateError, Templates};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior};
use serde_json::{Map, Value as Json};

use crate::one_line;

/// The locale that every kind has.
const FALLBACK: &str = "en";

/// Renders the templates that are built into the program.
#[derive(derive_more::Debug)]
#[debug("FileTemplates {{ .. }}")]
pub struct FileTemplates {
    environment: Environment<'static>,
}

impl FileTemplates {
    /// The templates, compiled.
    ///
    /// # Errors
    /// [`TemplateError`] when a template is not well formed.
    pub fn new() -> Result<Self, TemplateError> {
        Self::from_files(files::FILES)
    }

    fn from_files(files: &[(&'static str, &'static str)]) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        let broken = |fault: Error| TemplateError {
            kind: "all",
            channel: "all",
            locale: FALLBACK.to_owned(),
            reason: with_causes(&fault),
        };
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(broken)?;
        environment.set_syntax(syntax);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".html.j2") { AutoEscape::Html } else { AutoEscape::None }
        });
        environment.add_filter("moment", moment::moment);
        for (name, source) in files {
            environment.add_template(name, source).map_err(broken)?;
        }
        Ok(Self { environment })
    }

    /// The first of the locale itself, its language and English that has this kind.
    fn locale_for(&self, kind: Kind, asked: &str) -> String {
        let asked = asked.replace('_', "-").to_ascii_lowercase();
        let shorter = std::iter::successors(Some(asked.as_str()), |tag| Some(tag.rsplit_once('-')?.0));
        let has_kind =
            |locale: &&str| self.environment.get_template(&file(locale, kind.as_str(), "subject")).is_ok();
        shorter.into_iter().find(has_kind).unwrap_or(FALLBACK).to_owned()
    }

    fn render_in(
        &self,
        kind: Kind,
        channel: Channel,
        locale: &str,
        mut variables: Map<String, Json>,
    ) -> Result<Rendered, Error> {
        let layout = match channel {
            Channel::Email => "_mail",
            Channel::InApp => "_in_app",
        };
        let mut part = |part: &str, name: &str, value: String| {
            variables.insert(name.to_owned(), Json::String(value));
            let template = self.environment.get_template(&file(locale, kind.as_str(), part))?;
            template.render(Serde(&variables))
        };
        let subject = one_line(&part("subject", "layout", file(locale, layout, "txt"))?);
        let text = part("txt", "layout", file(locale, layout, "txt"))?;
        part("subject", "subject", subject.clone())?;
        let html = part("html", "layout", file(locale, layout, "html"))?;
        Ok(Rendered { subject, text: tidy(&text), html: tidy(&html) })
    }
}

impl Templates for FileTemplates {
    fn render(
        &self,
        kind: Kind,
        channel: Channel,
        locale: &str,
        variables: &Json,
    ) -> Result<Rendered, TemplateError> {
        let failed = |reason: String| TemplateError {
            kind: kind.as_str(),
            channel: channel.as_str(),
            locale: locale.to_owned(),
            reason,
        };
        let Json::Object(variables) = variables else {
            return Err(failed("the variables are not an object".to_owned()));
        };
        let found = self.locale_for(kind, locale);
        self.render_in(kind, channel, &found, variables.clone()).map_err(|fault| failed(with_causes(&fault)))
    }
}

fn file(locale: &str, name: &str, part: &str) -> String {
    format!("{locale}/{name}.{part}.j2")
}

/// No blanks around, and never two empty lines on end, which blocks that stay empty leave behind.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.trim().lines() {
        if !(line.trim().is_empty() && lines.last().is_some_and(|last| last.trim().is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

/// An error and what led to it: an error within a layout or block is the cause of another. The values are not in it.
fn with_causes(fault: &Error) -> String {
    let first: &(dyn std::error::Error + 'static) = fault;
    let causes = std::iter::successors(Some(first), |fault| fault.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests;
