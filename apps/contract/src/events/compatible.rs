//! What a published version of an event promises, and which changes of its document would break that.
//!
//! Two kinds of readers are counted with: a program of today that reads what tomorrow's service writes, and tomorrow's
//! program that reads what lies on the bus since today. So a member may come, but never as one that must be there; a set of
//! words may grow, and a number may get larger ones beside it; nothing else may change. Whoever needs more publishes a new
//! version of the type, such as `.v2`, beside the old one.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// Bounds from below: they may fall. With each, the place that it has among the members of a schema.
const FLOORS: [&str; 5] = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/// Bounds from above: they may rise.
const CEILINGS: [&str; 5] = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/// What may not change at all, where it was said.
const FIXED: [&str; 6] = ["type", "format", "pattern", "multipleOf", "uniqueItems", "const"];

/// Each promise of the document `kept` that `now` breaks, with its place. None where whoever relies on the former can rely on
/// the latter.
#[must_use]
pub fn breaks(kept: &Value, now: &Value) -> Vec<String> {
    let mut gate = Gate { kept, now, within: Vec::new(), found: Vec::new() };
    for (name, channel) in members(kept, "/channels") {
        let there = &now["channels"][name];
        if there["address"] != channel["address"] {
            gate.report(name, "the topic is gone");
            continue;
        }
        for message in members(channel, "/messages").map(|(message, _)| message) {
            if there["messages"].get(message).is_none() {
                gate.report(name, &format!("{message} is gone"));
            }
        }
    }
    for (name, message) in members(kept, "/components/messages") {
        let there = &now["components"]["messages"][name];
        for part in ["payload", "headers"].into_iter().filter(|_| !there.is_null()) {
            gate.compare(&format!("{name}/{part}"), &message[part], &there[part]);
        }
    }
    gate.found
}

fn members<'a>(value: &'a Value, place: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.pointer(place).and_then(Value::as_object).into_iter().flatten()
}

struct Gate<'a> {
    kept: &'a Value,
    now: &'a Value,
    /// The pairs of schemas that are being compared, which may hold themselves.
    within: Vec<String>,
    found: Vec<String>,
}

impl Gate<'_> {
    fn report(&mut self, place: &str, what: &str) {
        self.found.push(format!("{place}: {what}"));
    }

    fn compare(&mut self, place: &str, kept: &Value, now: &Value) {
        let pair = format!("{kept} {now}");
        if self.within.contains(&pair) {
            return;
        }
        self.within.push(pair);
        self.compare_anew(place, kept, now);
        self.within.pop();
    }

    fn compare_anew(&mut self, place: &str, kept: &Value, now: &Value) {
        let (kept, now) = (whole(self.kept, kept), whole(self.now, now));
        for word in FIXED {
            let of = |schema: &Map<String, Value>| schema.get(word).map(as_set);
            if of(&kept) != of(&now) {
                let said =
                    |schema: &Map<String, Value>| schema.get(word).map_or("nothing".into(), Value::to_string);
                self.report(place, &format!("its {word} was {} and is {}", said(&kept), said(&now)));
            }
        }
        self.compare_bounds(place, &kept, &now);
        self.compare_words(place, &kept, &now);
        self.compare_members(place, &kept, &now);
        self.compare_choices(place, &kept, &now);
        if let Some(items) = kept.get("items") {
            self.compare(&format!("{place}/*"), items, now.get("items").unwrap_or(&Value::Null));
        } else if now.contains_key("items") {
            self.report(place, "its items may not be anything any more");
        }
    }

    fn compare_bounds(&mut self, place: &str, kept: &Map<String, Value>, now: &Map<String, Value>) {
        let floors = FLOORS.map(|word| (word, 1.0));
        for (word, sign) in floors.into_iter().chain(CEILINGS.map(|word| (word, -1.0))) {
            let of = |schema: &Map<String, Value>| schema.get(word).and_then(Value::as_f64);
            let Some(bound) = of(now) else { continue };
            if of(kept).is_none_or(|before| bound * sign > before * sign) {
                self.report(place, &format!("its {word} is narrower: {bound}"));
            }
        }
    }

    fn compare_words(&mut self, place: &str, kept: &Map<String, Value>, now: &Map<String, Value>) {
        match (kept.get("enum").map(as_set), now.get("enum").map(as_set)) {
            (Some(kept), Some(now)) => {
                for word in kept.difference(&now) {
                    self.report(place, &format!("the word {word} is gone"));
                }
            }
            (None, Some(_)) => self.report(place, "it may not be any word any more"),
            (Some(_), None) => self.report(place, "it may be any word now"),
            (None, None) => {}
        }
    }

    fn compare_members(&mut self, place: &str, kept: &Map<String, Value>, now: &Map<String, Value>) {
        let required = |schema: &Map<String, Value>| schema.get("required").map(as_set).unwrap_or_default();
        let (before, after) = (required(kept), required(now));
        for name in before.difference(&after) {
            self.report(place, &format!("{name} need not be there any more"));
        }
        for name in after.difference(&before) {
            self.report(place, &format!("{name} must be there, and what was published before may lack it"));
        }
        let there = now.get("properties").cloned().unwrap_or_default();
        for (name, member) in kept.get("properties").and_then(Value::as_object).into_iter().flatten() {
            match there.get(name) {
                Some(now) => self.compare(&format!("{place}/{name}"), member, now),
                None => self.report(place, &format!("{name} is gone")),
            }
        }
        let others =
            |schema: &Map<String, Value>| schema.get("additionalProperties").cloned().unwrap_or(json!(true));
        match (others(kept), others(now)) {
            (kept, now) if kept == now => {}
            (Value::Bool(true), _) | (_, Value::Bool(false)) => {
                self.report(place, "it may not have any members any more");
            }
            (kept @ Value::Object(_), now @ Value::Object(_)) => {
                self.compare(&format!("{place}/…"), &kept, &now);
            }
            _ => {}
        }
    }

    /// Each choice must find its like on the other side.
    fn compare_choices(&mut self, place: &str, kept: &Map<String, Value>, now: &Map<String, Value>) {
        for word in ["anyOf", "oneOf"] {
            let of = |schema: &Map<String, Value>| {
                schema.get(word).and_then(Value::as_array).cloned().unwrap_or_default()
            };
            let (before, mut after) = (of(kept), of(now));
            for choice in before {
                let like = |other: &Value| {
                    let mut gate = Gate { within: self.within.clone(), found: Vec::new(), ..*self };
                    gate.compare(place, &choice, other);
                    gate.found.is_empty()
                };
                match after.iter().position(like) {
                    Some(at) => drop(after.remove(at)),
                    None => self.report(place, "one of its forms is gone or narrower"),
                }
            }
            if !after.is_empty() {
                self.report(place, "it has a form that it never had");
            }
        }
    }
}

/// A schema with what it refers to, and all of what it consists of, in one.
fn whole(document: &Value, schema: &Value) -> Map<String, Value> {
    let mut all = schema.as_object().cloned().unwrap_or_default();
    let reference = all.remove("$ref");
    let target = reference.as_ref().and_then(Value::as_str).and_then(|place| document.pointer(&place[1..]));
    let parts = all.remove("allOf");
    let parts = parts.iter().filter_map(Value::as_array).flatten().chain(target);
    for part in parts {
        for (name, value) in whole(document, part) {
            match (name.as_str(), all.get_mut(&name)) {
                ("properties", Some(Value::Object(known))) => {
                    for (member, schema) in value.as_object().into_iter().flatten() {
                        known.entry(member.clone()).or_insert_with(|| schema.clone());
                    }
                }
                ("required", Some(Value::Array(known))) => {
                    known.extend(value.as_array().into_iter().flatten().cloned());
                }
                (_, Some(_)) => {}
                (_, None) => drop(all.insert(name, value)),
            }
        }
    }
    all
}

/// What a word of a schema says, one thing or several in any order.
fn as_set(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Array(items) => items.iter().map(Value::to_string).collect(),
        one => BTreeSet::from([one.to_string()]),
    }
}

#[cfg(test)]
mod tests;
