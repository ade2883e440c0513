//! What the built-in roles may do, as one table, and how rules combine.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::fmt::Write;
use std::path::Path;

use eop_casbin::{CasbinPolicy, PolicyError, RuleProblem, shipped};
use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Version;
use eop_core::kernel::policy::{Effect, Policy, PolicyMaker, PolicySeat, RoleRules, Rule};

const BOTH: [Scope; 2] = [Scope::Own, Scope::Any];

fn role(name: &str) -> Role {
    Role::named(name).unwrap()
}

/// One line per permission, one column per role: `any`, `own` or `-`.
fn matrix(policy: &CasbinPolicy) -> String {
    let mut table = format!("{:<22}", "permission");
    for role in Role::BUILT_IN {
        write!(table, "{:<12}", role.as_str()).unwrap();
    }
    for permission in Permission::ALL {
        write!(table, "\n{:<22}", permission.to_string()).unwrap();
        for role in Role::BUILT_IN {
            let roles = [role];
            let cell = match BOTH.map(|scope| policy.allows(&roles, *permission, scope)) {
                [true, true] => "any",
                [true, false] => "own",
                [false, false] => "-",
                [false, true] => "ANY WITHOUT OWN",
            };
            write!(table, "{cell:<12}").unwrap();
        }
    }
    table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

/// The table is checked in: a change of the policy shows as a change of this file. `UPDATE=1` rewrites it.
#[test]
fn the_built_in_roles_may_do_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix.txt");
    let now = matrix(&CasbinPolicy::built_in().unwrap());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), now, "rewrite with UPDATE=1 if this is meant");
}

#[test]
fn every_permission_is_granted_to_some_role() {
    let policy = CasbinPolicy::built_in().unwrap();
    for permission in Permission::ALL {
        let granted = Role::BUILT_IN.iter().any(|one| {
            policy.allows(std::slice::from_ref(one), *permission, Scope::Any)
                || policy.allows(std::slice::from_ref(one), *permission, Scope::Own)
        });
        assert!(granted, "nobody may {permission}");
    }
}

#[test]
fn the_built_in_roles_are_known_by_name_in_order() {
    let names: Vec<String> =
        CasbinPolicy::built_in().unwrap().roles().iter().map(ToString::to_string).collect();
    assert_eq!(
        names,
        ["admin", "approver", "auditor", "customer", "fulfilment", "service", "support", "unverified"]
    );
}

#[test]
fn whoever_must_verify_an_address_places_and_changes_no_orders_whatever_the_other_roles() {
    let policy = CasbinPolicy::built_in().unwrap();
    for other in Role::BUILT_IN {
        let roles = [other, Role::UNVERIFIED];
        for permission in Permission::ALL.iter().copied() {
            let needs_address = [Permission::ORDER_CREATE, Permission::ORDER_AMEND].contains(&permission);
            for scope in BOTH {
                let usual = policy.allows(&roles[..1], permission, scope);
                let expected = usual && !needs_address;
                assert_eq!(policy.allows(&roles, permission, scope), expected, "{roles:?} {permission}");
            }
        }
    }
}

#[test]
fn an_unknown_role_and_no_role_are_granted_nothing() {
    let policy = CasbinPolicy::built_in().unwrap();
    for permission in Permission::ALL {
        for scope in BOTH {
            assert!(!policy.allows(&[role("root")], *permission, scope));
            assert!(!policy.allows(&[], *permission, scope));
        }
    }
}

#[test]
fn grants_of_several_roles_add_up() {
    let policy = CasbinPolicy::built_in().unwrap();
    let both = [Role::CUSTOMER, Role::APPROVER];
    assert!(policy.allows(&both, Permission::ORDER_CREATE, Scope::Own));
    assert!(policy.allows(&both, Permission::ORDER_APPROVE, Scope::Any));
    assert!(!policy.allows(&both, Permission::ORDER_SHIP, Scope::Any));
}

#[test]
fn a_denial_wins_over_grants_of_the_same_and_of_other_roles() {
    let policy = CasbinPolicy::from_rules(
        "p, clerk, order, *, any, allow\n\
         p, clerk, order, cancel, any, deny\n\
         p, chief, *, *, any, allow\n",
    )
    .unwrap();
    let (clerk, chief) = (role("clerk"), role("chief"));
    for scope in BOTH {
        assert!(policy.allows(std::slice::from_ref(&clerk), Permission::ORDER_READ, scope));
        assert!(!policy.allows(std::slice::from_ref(&clerk), Permission::ORDER_CANCEL, scope));
        assert!(policy.allows(std::slice::from_ref(&chief), Permission::ORDER_CANCEL, scope));
        for order in [[clerk.clone(), chief.clone()], [chief.clone(), clerk.clone()]] {
            assert!(!policy.allows(&order, Permission::ORDER_CANCEL, scope));
        }
    }
}

#[test]
fn a_denial_of_ones_own_things_is_not_evaded_by_a_grant_over_everybodys() {
    let policy = CasbinPolicy::from_rules(
        "p, clerk, order, approve, any, allow\n\
         p, clerk, order, approve, own, deny\n",
    )
    .unwrap();
    for scope in BOTH {
        assert!(!policy.allows(&[role("clerk")], Permission::ORDER_APPROVE, scope));
    }
}

#[test]
fn a_policy_without_rules_grants_nothing() {
    let policy = CasbinPolicy::from_rules("# nothing\n\n").unwrap();
    for permission in Permission::ALL {
        assert!(!policy.allows(&Role::BUILT_IN, *permission, Scope::Own));
    }
}

#[test]
fn a_bad_rule_is_named_by_its_line() {
    let cases: [(&str, RuleProblem); 6] = [
        ("p, clerk, order, read, any", RuleProblem::Shape),
        ("g, alice, clerk", RuleProblem::Shape),
        ("p, Clerk, order, read, any, allow", RuleProblem::Role("Clerk".to_owned())),
        ("p, clerk, oder, read, any, allow", RuleProblem::Permission("oder:read".to_owned())),
        ("p, clerk, order, read, all, allow", RuleProblem::Scope("all".to_owned())),
        ("p, clerk, order, read, any, permit", RuleProblem::Effect("permit".to_owned())),
    ];
    for (line, problem) in cases {
        let refused = CasbinPolicy::from_rules(&format!("# a comment\n{line}\n")).unwrap_err();
        match refused {
            PolicyError::Rule(bad) => assert_eq!((bad.line, bad.problem), (2, problem)),
            other => panic!("{line}: {other}"),
        }
    }
}

#[test]
fn new_rules_replace_the_old_ones() {
    let policy = CasbinPolicy::built_in().unwrap();
    assert_eq!(policy.replace("p, clerk, order, read, any, allow").unwrap(), []);
    assert!(policy.allows(&[role("clerk")], Permission::ORDER_READ, Scope::Own));
    assert!(!policy.allows(&[Role::ADMIN], Permission::ORDER_READ, Scope::Own));
    assert!(policy.roles().contains(&role("clerk")));
}

/// What `replace` understands of a rule beside `p, clerk, order, *, any, allow`.
fn beside_a_grant(rule: &str) -> (CasbinPolicy, Vec<RuleProblem>) {
    let policy = CasbinPolicy::built_in().unwrap();
    let bad = policy.replace(&format!("p, clerk, order, *, any, allow\n{rule}\n")).unwrap();
    (policy, bad.into_iter().map(|one| one.problem).collect())
}

#[test]
fn a_rule_of_a_newer_version_is_refused_alone() {
    for rule in [
        "p, clerk, note, whisper, any, allow",
        "p, clerk, telepathy, read, any, allow",
        "p, clerk, note, write, team, allow",
        "p, clerk, note, write, any, allow, on weekdays",
        "p, clerk, telepathy, read, any, deny",
        "g, alice, clerk",
        "nonsense",
    ] {
        let (policy, bad) = beside_a_grant(rule);
        assert_eq!(bad.len(), 1, "{rule}");
        assert!(policy.allows(&[role("clerk")], Permission::ORDER_CANCEL, Scope::Any), "{rule}");
        assert!(!policy.allows(&[role("clerk")], Permission::NOTE_WRITE, Scope::Own), "{rule}");
    }
}

#[test]
fn a_denial_that_cannot_be_understood_denies() {
    for rule in [
        "p, clerk, order, split, any, deny",
        "p, clerk, order, cancel, team, deny",
        "p, clerk, order, cancel, any, deny unless on weekdays",
        "p, clerk, order, cancel, any, deny, on weekdays",
        "p, clerk, order, cancel, any",
        "q, clerk, order, cancel, any, deny",
    ] {
        let (policy, bad) = beside_a_grant(rule);
        assert_eq!(bad.len(), 1, "{rule}");
        assert!(!policy.allows(&[role("clerk")], Permission::ORDER_CANCEL, Scope::Any), "{rule}");
        assert!(!policy.allows(&[role("clerk")], Permission::ORDER_CANCEL, Scope::Own), "{rule}");
    }
}

#[test]
fn rules_for_a_role_whose_name_is_new_hold_for_it() {
    let (policy, bad) =
        beside_a_grant("p, Team:7, order, read, any, allow\np, Team:8, order, read, any, deny");
    assert_eq!(bad, ["Team:7", "Team:8"].map(|name| RuleProblem::Role(name.to_owned())));
    let [seven, eight] = ["Team:7", "Team:8"].map(|name| Role::as_written(name.to_owned()));
    assert!(policy.allows(std::slice::from_ref(&seven), Permission::ORDER_READ, Scope::Any));
    assert!(!policy.allows(&[seven, eight], Permission::ORDER_READ, Scope::Any));
}

#[test]
fn a_policy_that_forgot_the_unverified_lets_them_do_nothing() {
    let (policy, _) = beside_a_grant("");
    for permission in Permission::ALL {
        let roles = [role("clerk"), Role::UNVERIFIED];
        assert!(!policy.allows(&roles, *permission, Scope::Own), "{permission}");
    }
}

/// A database takes over what came and went when the number grows. Whoever changed the shipped rules, or what roles are for,
/// makes `GENERATION` one larger and writes both numbers here.
#[test]
fn what_is_shipped_has_a_generation_of_its_own() {
    let shipped = shipped();
    let text: String = shipped
        .roles
        .iter()
        .flat_map(|role| role.rules.iter().map(move |rule| format!("{} {rule}\n", role.name)))
        .collect();
    // FNV-1a: the same everywhere and for ever.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    assert_eq!((shipped.generation, hash), (1, 17_014_433_371_229_772_805), "see the comment of this test");
}

#[test]
fn the_shipped_roles_are_those_of_the_built_in_policy() {
    let shipped = shipped();
    let policy = CasbinPolicy::built_in().unwrap();
    let all: Vec<RoleRules> = shipped
        .roles
        .iter()
        .map(|role| RoleRules { role: role.name.clone(), rules: role.rules.clone() })
        .collect();
    let made = policy.make(&all).unwrap();
    assert_eq!(made.roles(), policy.roles());
    for one in policy.roles() {
        assert!(shipped.roles.iter().any(|role| role.name == one && !role.rules.is_empty()), "{one}");
        for permission in Permission::ALL {
            for scope in BOTH {
                let roles = [one.clone()];
                assert_eq!(
                    made.allows(&roles, *permission, scope),
                    policy.allows(&roles, *permission, scope)
                );
            }
        }
    }
}

/// The core judges rules by themselves, to say what a change of a role would grant; casbin decides. Both must agree.
#[test]
fn what_rules_say_by_themselves_is_what_is_decided() {
    let resources = ["order", "note", "*"];
    let actions = ["read", "write", "cancel", "*"];
    let policy = CasbinPolicy::built_in().unwrap();
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..60 {
        let rules: Vec<Rule> = (0..=next(5))
            .map(|_| {
                let effect = if next(4) == 0 { Effect::Deny } else { Effect::Allow };
                let scope = if next(2) == 0 { Scope::Own } else { Scope::Any };
                Rule::new(resources[next(3)], actions[next(4)], scope, effect)
            })
            .filter(|rule| rule.check().is_ok())
            .collect();
        let clerk = role("clerk");
        let made = policy.make(&[RoleRules { role: clerk.clone(), rules: rules.clone() }]).unwrap();
        for permission in Permission::ALL {
            for scope in BOTH {
                let granted = rules.iter().any(|rule| rule.grants(*permission, scope));
                let denied = rules.iter().any(|rule| rule.denies(*permission));
                let decided = made.allows(std::slice::from_ref(&clerk), *permission, scope);
                assert_eq!(decided, granted && !denied, "{permission} {scope:?} by {rules:?}");
            }
        }
    }
}

#[test]
fn an_installed_policy_says_its_version_and_what_it_does_not_understand() {
    let policy = CasbinPolicy::built_in().unwrap();
    assert_eq!(policy.version(), None);
    let mut rules = vec![Rule::new("order", "read", Scope::Any, Effect::Allow)];
    rules.push(Rule { action: "split,\nread".to_owned(), effect: "deny".to_owned(), ..rules[0].clone() });
    let clerk = RoleRules { role: role("clerk"), rules };
    let bad = policy.install(&Policy { version: Version(7), roles: vec![clerk] }).unwrap();
    assert_eq!((bad.len(), policy.version()), (1, Some(Version(7))));
    assert!(!policy.allows(&[role("clerk")], Permission::ORDER_READ, Scope::Own), "the denial may mean this");
    assert!(!policy.allows(&[Role::ADMIN], Permission::ORDER_READ, Scope::Own), "it is not in this policy");
    assert!(policy.roles().contains(&Role::ADMIN));
}
