//! The table of transitions against what really happens, for every status, action, role and relation to the order; and the
//! page that shows the table.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use eop_contract::fixture::{an_order, at_s, inserted, user};
use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::{Actor, ActorRef, Origin, Principal, Role};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::DomainError;
use eop_core::order::model::{Action, Guard, LIFE, Order, Shipment, Status};
use eop_core::order::port::OrderStore;

use crate::policy;
use crate::support::{Desk, a_desk, deed};

/// What somebody has to do with an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    /// It is theirs, and they placed it.
    Owner,
    /// It is somebody else's, for whom they placed it.
    Creator,
    /// Nothing.
    Nobody,
}

const RELATIONS: [Relation; 3] = [Relation::Owner, Relation::Creator, Relation::Nobody];
const ME: u64 = 1;
const APPROVED_AT: i64 = 60;

/// One place of the whole table.
#[derive(Clone, Debug)]
struct Place {
    status: Status,
    action: Action,
    role: Option<Role>,
    relation: Relation,
    /// Within the owner's grace period after approval.
    in_grace: bool,
}

fn places() -> Vec<Place> {
    let roles: Vec<Option<Role>> = Role::BUILT_IN.into_iter().map(Some).chain([None]).collect();
    let mut places = Vec::new();
    for (status, action) in
        Status::ALL.iter().flat_map(|status| Action::ALL.iter().map(move |one| (status, one)))
    {
        for role in &roles {
            for relation in RELATIONS {
                for in_grace in [true, false] {
                    let (status, action, role) = (*status, *action, role.clone());
                    places.push(Place { status, action, role, relation, in_grace });
                }
            }
        }
    }
    places.retain(|place| place.action != Action::Create);
    places
}

impl Place {
    fn actor(&self) -> Actor {
        Actor {
            principal: Principal::User(user(ME)),
            roles: self.role.iter().cloned().collect(),
            session: None,
            origin: Origin::default(),
        }
    }

    fn order(&self) -> Order {
        let order = match self.relation {
            Relation::Owner => an_order().by(user(ME)).build(),
            Relation::Creator => {
                Order { created_by: ActorRef::user(user(ME)), ..an_order().by(user(2)).build() }
            }
            Relation::Nobody => an_order().by(user(2)).build(),
        };
        let shipped = matches!(self.status, Status::Shipped | Status::Delivered);
        let approved = shipped || self.status == Status::Approved;
        Order {
            status: self.status,
            approved_at: approved.then(|| at_s(APPROVED_AT)),
            shipment: shipped.then(|| Shipment {
                carrier: "DHL".to_owned(),
                tracking_number: None,
                shipped_at: at_s(APPROVED_AT),
            }),
            ..order
        }
    }

    /// What comes of it, by the table and the policy alone: the status after, or the code of the refusal.
    fn expected(&self, policy: &dyn AccessPolicy) -> Result<Status, &'static str> {
        let roles: Vec<Role> = self.role.iter().cloned().collect();
        let reach = |permission: Permission| {
            Scope::ALL.into_iter().find(|scope| policy.allows(&roles, permission, *scope))
        };
        match reach(Permission::ORDER_READ) {
            None => return Err("access.denied"),
            Some(Scope::Own) if self.relation != Relation::Owner => return Err("order.not_found"),
            Some(_) => {}
        }
        let Some(permission) = LIFE.permission_of(self.action) else {
            return Err("order.transition_refused");
        };
        let scope = reach(permission).ok_or("access.denied")?;
        if scope == Scope::Own && self.relation != Relation::Owner {
            return Err("access.denied");
        }
        let row = LIFE.find(self.action, Some(self.status)).ok_or("order.transition_refused")?;
        for guard in row.guards {
            match guard {
                Guard::NotCreator if self.relation != Relation::Nobody => return Err("order.own_order"),
                Guard::OwnerWithinGrace if scope == Scope::Own && !self.in_grace => {
                    return Err("order.grace_over");
                }
                Guard::NotCreator
                | Guard::OwnerWithinGrace
                // What each deed here is given.
                | Guard::VersionGiven
                | Guard::ReasonGiven
                | Guard::StaffGivesReason
                | Guard::NotInFuture => {}
                Guard::TimedOut => panic!("nobody but the platform has a row with {guard:?}"),
            }
        }
        Ok(row.to)
    }

    async fn tried(&self) -> (Desk, Order, Result<Order, &'static str>) {
        let desk = a_desk();
        let order = self.order();
        desk.database.commit(Commit::of(vec![inserted(&order)])).await.unwrap();
        let minutes = if self.in_grace { 10 } else { 45 };
        desk.clock.advance(Duration::from_mins(minutes));
        let done = desk.act(&self.actor(), order.id, deed(self.action)).await;
        let done = done.map(|view| view.order).map_err(|error| error.code());
        (desk, order, done)
    }
}

#[tokio::test]
async fn everything_happens_as_the_table_and_the_policy_say() {
    let policy = policy::shipped();
    let (mut done, mut refused) = (0, 0);
    for place in places() {
        let expected = place.expected(&policy);
        let (desk, before, outcome) = place.tried().await;
        let told = outcome.as_ref().map(|order| order.status).map_err(|code| *code);
        assert_eq!(told, expected, "{place:?}");
        let (history, events) = (desk.history(before.id).await, desk.events(before.id));
        if expected.is_err() {
            assert_eq!(desk.stored(before.id).await, before, "{place:?}");
            assert_eq!((history.len(), events.len()), (1, 0), "{place:?}");
            refused += 1;
            continue;
        }
        let row = LIFE.find(place.action, Some(place.status)).unwrap();
        let after = desk.stored(before.id).await;
        assert_eq!((after.status, after.version), (row.to, before.version.next()), "{place:?}");
        assert!(after.updated_at > before.updated_at, "{place:?}");
        let step = history.last().unwrap();
        assert_eq!((step.action, step.from, step.to), (row.action, row.from, row.to), "{place:?}");
        assert_eq!((history.len(), events.len(), events[0].kind.as_str()), (2, 1, row.event), "{place:?}");
        done += 1;
    }
    assert!(done > 50 && refused > 1000, "{done} were done, {refused} refused");
}

/// The part of a page between two marks.
const MARKS: [&str; 2] = ["<!-- made of the table: begin -->\n", "<!-- made of the table: end -->\n"];

/// The page that people read has the table and its picture as the code has them. `UPDATE=1` writes them anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "whether to write is said in the environment")]
fn the_page_of_the_life_of_orders_is_that_of_the_table() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/ORDERS.md");
    let kept = fs::read_to_string(&page).unwrap();
    let mut made = String::new();
    writeln!(made, "```mermaid\n{}```\n\n{}", LIFE.diagram(), LIFE.table().trim_end()).unwrap();
    let [begin, end] = MARKS;
    let (before, rest) = kept.split_once(begin).expect("the page says where the table begins");
    let (shown, after) = rest.split_once(end).expect("the page says where the table ends");
    if std::env::var("UPDATE").is_ok_and(|update| update == "1") {
        fs::write(&page, [before, begin, &made, end, after].concat()).unwrap();
        return;
    }
    assert_eq!(shown, made, "docs/ORDERS.md is stale: run this test again with UPDATE=1");
}
