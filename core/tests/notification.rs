//! The use cases of notification over the memory adapters: from an event to what people and operators see.

mod notification {
    mod dispatch;
    mod doubles;
    mod intake;
    mod interruptions;
    mod plan_identity;
    mod plan_orders;
    mod world;
}
