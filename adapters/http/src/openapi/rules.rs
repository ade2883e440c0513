//! The rules that each operation keeps, and what tables beside the handlers say of it.

use std::fmt;

use eop_core::kernel::access::Permission;
use poem_openapi::registry::MetaParamIn;
use serde_json::Value;

use super::Settings;
use super::interface::{Interface, Operation};

/// What stands for a permission where a token is all that is needed, whatever its roles.
const SIGNED_IN: &str = "signed_in";

/// As messages name it.
impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.method.as_str().to_lowercase(), self.path, self.id)
    }
}

/// Gives every operation its permission; the table must name every operation and no other. Every operation has an id
/// (method names must not follow paths), a tag and a summary.
pub(super) fn permit(
    interface: &mut Interface,
    permissions: &[(&str, &'static str)],
    broken: &mut Vec<String>,
) {
    for operation in &mut interface.operations {
        for (name, is_missing) in [
            ("operationId", operation.id.is_empty()),
            ("summary", operation.summary.is_none()),
            ("tags", operation.tags.is_empty()),
        ] {
            if is_missing {
                broken.push(format!("{operation} has no {name}"));
            }
        }
        let Some((_, permission)) = permissions.iter().find(|(id, _)| *id == operation.id) else {
            broken.push(format!("{operation} has no permission: add it to the table of permissions"));
            continue;
        };
        operation.permission = *permission;
        operation.needs = Permission::named(permission);
        let takes_token = permission.contains(':') || *permission == SIGNED_IN;
        if operation.needs.is_none() && permission.contains(':') {
            broken.push(format!("{operation} has the permission {permission}, which no role can have"));
        }
        if operation.is_secured != takes_token {
            let does = if operation.is_secured { "takes" } else { "does not take" };
            broken.push(format!("{operation} has the permission {permission}, but {does} a bearer token"));
        }
    }
    for (id, _) in permissions.iter().filter(|(id, _)| !is_known(interface, id)) {
        broken.push(format!("the table of permissions names {id}, which no operation has"));
    }
}

fn is_known(interface: &Interface, id: &str) -> bool {
    interface.operations.iter().any(|operation| operation.id == id)
}

/// Adds the examples of JSON bodies and of the one parameter in the path, so that each operation can be tried as it
/// stands. Each body and each path has one.
pub(super) fn exemplify(interface: &mut Interface, settings: &Settings, broken: &mut Vec<String>) {
    for operation in &mut interface.operations {
        let id = operation.id;
        let given = |examples: &[(&str, Value)]| {
            examples.iter().find(|(other, _)| *other == id).map(|(_, example)| example.clone())
        };
        let name = operation.to_string();
        let body = operation.body.as_mut().filter(|body| body.json().is_some()).map(|body| &mut body.example);
        let path = operation.parameters.iter_mut().find(|one| one.place == MetaParamIn::Path);
        let path = path.map(|parameter| &mut parameter.example);
        for (place, example, what) in
            [(body, given(&settings.examples), "body"), (path, given(&settings.things), "path")]
        {
            match (place, example) {
                (Some(place), Some(example)) => *place = Some(example),
                (Some(_), None) => broken.push(format!("{name} has no example for its {what}")),
                (None, Some(_)) => broken.push(format!("{id} has no {what}, but an example for it")),
                (None, None) => {}
            }
        }
    }
    for (id, _) in settings.examples.iter().chain(&settings.things) {
        if !is_known(interface, id) {
            broken.push(format!("there is an example for {id}, which is no operation"));
        }
    }
}
