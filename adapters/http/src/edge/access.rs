//! Who lacks the permission of an operation hears of nothing else.
//!
//! What a request says is judged by the document before the use case is reached, and the use case asks for the permission
//! first. So without this a stranger would be taught how to ask for what they may not have. It is asked once for all
//! operations, and no more than whether any role of the caller has the permission at all: whose thing it is, what of it is
//! refused and what the audit log keeps of that, only the use case knows, and it is reached by every request that is in order.

use eop_core::kernel::access::{AccessPolicy, Denied};
use eop_core::kernel::actor::Actor;
use poem::http::StatusCode;

use super::routes::Operation;
use crate::problem::Problem;

/// Why `actor` may not do this, to whatever it may be.
pub(super) fn barred(
    operation: &Operation,
    actor: &Actor,
    policy: Option<&dyn AccessPolicy>,
) -> Option<Denied> {
    let permission = operation.needs?;
    match policy {
        Some(policy) => actor.reach(policy, permission).err(),
        None => Some(Denied { permission }),
    }
}

/// What the caller is told: of what was sent, nothing, where they are barred.
pub(super) fn outranked(problem: Problem, barred: Option<Denied>) -> Problem {
    match barred {
        Some(denied) if is_about_what_was_sent(problem.status()) => denied.into(),
        Some(_) | None => problem,
    }
}

fn is_about_what_was_sent(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::BAD_REQUEST
            | StatusCode::PAYLOAD_TOO_LARGE
            | StatusCode::UNSUPPORTED_MEDIA_TYPE
            | StatusCode::UNPROCESSABLE_ENTITY
            | StatusCode::PRECONDITION_REQUIRED
    )
}
