//! The life of an order as ONE table. The check, the API's `allowed_actions`, the permissions, the picture in the documents
//! and the tests all read it; that the guard of the database allows the same is tested.

use super::super::event::{
    ORDER_AMENDED, ORDER_APPROVED, ORDER_CANCELLED, ORDER_CREATED, ORDER_DELIVERED, ORDER_REJECTED,
    ORDER_SHIPPED,
};
use crate::kernel::access::Permission;
use crate::kernel::code::codes;
use crate::kernel::lifecycle::{self, Life};

codes! {
    /// Where an order is in its life.
    Status {
        /// Placed; waits for approval.
        Created = "CREATED",
        /// Approved; waits to be shipped.
        Approved = "APPROVED",
        /// Refused. Final.
        Rejected = "REJECTED",
        /// On its way.
        Shipped = "SHIPPED",
        /// Arrived. Final.
        Delivered = "DELIVERED",
        /// Called off. Final.
        Cancelled = "CANCELLED",
    }
}

codes! {
    /// What can be done to an order.
    Action {
        /// Place it.
        Create = "create",
        /// Change lines, address or note.
        Amend = "amend",
        /// Accept it.
        Approve = "approve",
        /// Refuse it.
        Reject = "reject",
        /// Call it off.
        Cancel = "cancel",
        /// Hand it to a carrier.
        Ship = "ship",
        /// Note its arrival.
        Deliver = "deliver",
        /// Give up a shipment.
        Abort = "abort",
        /// Call it off because nobody approved it in time.
        Expire = "expire",
    }
}

codes! {
    /// Why the platform or an administrator called an order off; people give reasons in words.
    CancelReason {
        /// Nobody approved it in time.
        ApprovalTimeout = "approval_timeout",
        /// The shipment was lost.
        Lost = "lost",
        /// The shipment came back.
        ReturnedToSender = "returned_to_sender",
    }
}

/// A condition on a transition, beyond status and permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// The caller must name the version (`If-Match`).
    VersionGiven,
    /// The actor must not have placed the order.
    NotCreator,
    /// A reason must be given.
    ReasonGiven,
    /// Staff must give a reason; the owner need not.
    StaffGivesReason,
    /// The owner only within the grace period after approval; staff at any time. A reason must be given.
    OwnerWithinGrace,
    /// The time of arrival must not be in the future, nor before shipping.
    NotInFuture,
    /// The order must have waited for approval longer than the limit; only the platform itself does this.
    TimedOut,
}

impl std::fmt::Display for Guard {
    /// As the documents say it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::VersionGiven => "the version is named (`If-Match`)",
            Self::NotCreator => "somebody else placed it",
            Self::ReasonGiven => "with a reason",
            Self::StaffGivesReason => "staff with a reason, the owner without need of one",
            Self::OwnerWithinGrace => "with a reason; the owner only within the grace period after approval",
            Self::NotInFuture => "the time of arrival is neither in the future nor before shipping",
            Self::TimedOut => "it waited for approval longer than the limit",
        })
    }
}

/// One row of the table.
pub type Transition = lifecycle::Transition<Status, Action, Guard>;

const fn row(
    action: Action,
    (from, to): (Option<Status>, Status),
    permission: Option<Permission>,
    guards: &'static [Guard],
    event: &'static str,
) -> Transition {
    Transition { action, from, to, permission, guards, event }
}

/// Every transition there is. What is not here cannot happen.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = {
    use Action::{Abort, Amend, Approve, Cancel, Create, Deliver, Expire, Reject, Ship};
    use Status::{Approved, Cancelled, Created, Delivered, Rejected, Shipped};
    &[
        row(Create,  (None,           Created),   Some(Permission::ORDER_CREATE),  &[],                        ORDER_CREATED),
        row(Amend,   (Some(Created),  Created),   Some(Permission::ORDER_AMEND),   &[Guard::VersionGiven],     ORDER_AMENDED),
        row(Approve, (Some(Created),  Approved),  Some(Permission::ORDER_APPROVE), &[Guard::NotCreator],       ORDER_APPROVED),
        row(Reject,  (Some(Created),  Rejected),  Some(Permission::ORDER_REJECT),  &[Guard::ReasonGiven],      ORDER_REJECTED),
        row(Cancel,  (Some(Created),  Cancelled), Some(Permission::ORDER_CANCEL),  &[Guard::StaffGivesReason], ORDER_CANCELLED),
        row(Cancel,  (Some(Approved), Cancelled), Some(Permission::ORDER_CANCEL),  &[Guard::OwnerWithinGrace], ORDER_CANCELLED),
        row(Ship,    (Some(Approved), Shipped),   Some(Permission::ORDER_SHIP),    &[],                        ORDER_SHIPPED),
        row(Deliver, (Some(Shipped),  Delivered), Some(Permission::ORDER_DELIVER), &[Guard::NotInFuture],      ORDER_DELIVERED),
        row(Abort,   (Some(Shipped),  Cancelled), Some(Permission::ORDER_ABORT),   &[Guard::ReasonGiven],      ORDER_CANCELLED),
        row(Expire,  (Some(Created),  Cancelled), None,                            &[Guard::TimedOut],         ORDER_CANCELLED),
    ]
};

/// The life of an order.
pub const LIFE: Life<Status, Action, Guard> = Life(TRANSITIONS);

impl Status {
    /// Those from which an order goes on: something is still to be done about it.
    pub fn open() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|status| LIFE.leaving(*status).next().is_some())
    }
}
