//! The use cases of notification over the memory adapters: from an event to what people and operators see.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, in its helpers too")]

mod notification {
    mod dead_letters;
    mod deferred;
    mod dispatch;
    mod doubles;
    mod intake;
    mod interruptions;
    mod operators;
    mod people;
    mod plan_identity;
    mod plan_orders;
    mod providers;
    mod world;
}
