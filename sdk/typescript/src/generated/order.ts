// Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.
/* eslint-disable */
export interface paths {
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List entries of the audit log
         * @description Newest first. Each is written with the change that it tells of, and who was refused has one too. A page looks at a
         *     bounded number of entries: it may hold fewer than were asked for, or none, and still have a `next_cursor` that leads on.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description Customers see their own, staff everybody's.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description For yourself, or with `order:create` over any for a customer. Safe to repeat with the same `Idempotency-Key`:
         *     the answer is then that of the first request, marked by `Idempotent-Replayed: true`.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same to many orders
         * @description Needs the permission of the action. Each order is handled on its own, and `results` has the outcome of each. Repeat the
         *     request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed: what was done
         *     before is not done again.
         */
        post: operations["actOnOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export orders as CSV
         * @description All that the list would show with these filters, as comma-separated values (RFC 4180): customers get their own, staff
         *     everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet would take for a
         *     formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one that breaks off is
         *     not whole.
         */
        get: operations["exportOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count orders
         * @description By status, and by status for each of the last days. Customers count their own orders, staff everybody's.
         */
        get: operations["getOrderStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an order
         * @description By its id, or by its number as people write it: `ORD-2026-000123`.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Amend an order
         * @description Changes lines, address or note until the order is approved. Needs `If-Match` with the version you looked at.
         */
        patch: operations["amendOrder"];
        trace?: never;
    };
    "/api/v1/orders/{id}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a shipment
         * @description Give up a shipment
         */
        post: operations["abortOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an order
         * @description Whoever placed it must not approve it.
         */
        post: operations["approveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order
         * @description Owners until 30 minutes after approval, staff until it is shipped.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that an order arrived
         * @description Note that an order arrived
         */
        post: operations["deliverOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the events of an order that wait to be published
         * @description For staff. What happened to the order and is not among them is on the bus.
         */
        get: operations["listOrderEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an order
         * @description Every step with who did it, when and why.
         */
        get: operations["listOrderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the notes on an order
         * @description Oldest first. Internal ones only with `note:read_internal`.
         */
        get: operations["listOrderNotes"];
        put?: never;
        /**
         * Write a note on an order
         * @description Write a note on an order
         */
        post: operations["writeOrderNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject an order
         * @description Reject an order
         */
        post: operations["rejectOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship an order
         * @description Ship an order
         */
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the state of the outbox
         * @description Read the state of the outbox
         */
        get: operations["getOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the events that are not published yet
         * @description In their order. Those that are parked wait for a decision: to be published after all, or to be given up.
         */
        get: operations["listOutboxMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{position}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a parked event after all
         * @description Publish a parked event after all
         */
        post: operations["releaseOutboxMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{position}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a parked event
         * @description It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.
         */
        post: operations["skipOutboxMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how the service is
         * @description An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
         *     tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).
         */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/spans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the spans of traces
         * @description What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.
         */
        get: operations["listSpans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/traces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the traces that are remembered
         * @description The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
         *     or was slow last.
         */
        get: operations["listTraces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Why a shipment is given up
         * @enum {string}
         */
        AbortReason: "lost" | "returned_to_sender";
        /** @description The end of a shipment */
        Abortion: {
            /** @description Why. */
            reason: components["schemas"]["AbortReason"];
        };
        /** @description Who did something */
        Actor: {
            /** @description An account id, a client id, or the name of a rule. */
            id: string;
            /** @description What kind of principal it is. */
            kind: components["schemas"]["ActorKind"];
            /** @description The name of a person, where it is known. */
            name?: string;
        };
        /**
         * @description What kind of principal acted
         * @enum {string}
         */
        ActorKind: "user" | "service" | "system";
        /** @description Where an order goes */
        Address: {
            /** @description The city, at most 100 characters. */
            city: string;
            /** @description ISO 3166-1 alpha-2 code, such as DE; XK for Kosovo. */
            country: string;
            /** @description Street and number, at most 200 characters. */
            line1: string;
            /** @description Anything more, such as the floor; at most 200 characters. */
            line2?: string | null;
            /** @description To whom, at most 200 characters. */
            name: string;
            /** @description The postal code, as the country has it; left out where there are none. */
            postal_code?: string | null;
            /** @description State, province or county; at most 100 characters. */
            region?: string | null;
        };
        /** @description An approval */
        Approval: {
            /** @description A remark for the history, at most 2000 characters. */
            note?: string | null;
        };
        /** @description An arrival */
        Arrival: {
            /**
             * Format: date-time
             * @description When it arrived; now when absent. Not in the future, not before shipping.
             */
            delivered_at?: string | null;
        };
        /** @description An entry of the audit log */
        AuditEntry: {
            /** @description What, such as order.approve. */
            action: string;
            /** @description Who. */
            actor_id: string;
            /** @description The kind of actor: user, service or system. */
            actor_kind: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What changed, without anything secret; null where there is nothing to say. */
            detail: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: uuid
             * @description Identity; sorts by time.
             */
            id: string;
            /** @description The address that the request came from; null where there was none. */
            ip: string | null;
            /** @description done or denied. */
            outcome: string;
            /** @description The request; null where there was none. */
            request_id: string | null;
            /** @description To what, such as order:0192…. */
            target: string;
            /** @description The trace; null where there was none. */
            trace_id: string | null;
            /** @description What the request said of its program; null where it said nothing. */
            user_agent: string | null;
        };
        /** @description A page of a list */
        AuditEntryPage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["AuditEntry"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /**
         * @description Whether what was asked for was done
         * @enum {string}
         */
        AuditOutcome: "done" | "denied";
        /**
         * @description What can be done to many orders at once
         * @enum {string}
         */
        BulkAction: "approve" | "reject" | "cancel" | "ship" | "deliver" | "abort";
        /** @description What came of one deed for many orders */
        BulkOutcome: {
            /** @description Nothing was done: this is what would have come of it. */
            dry_run: boolean;
            /**
             * Format: int64
             * @description How many were refused.
             */
            failed: number;
            /** @description One for each id, in the order of the ids. */
            results: components["schemas"]["BulkResult"][];
            /**
             * Format: int64
             * @description How many orders it was done to.
             */
            succeeded: number;
        };
        /** @description One deed for many orders */
        BulkRequest: {
            /** @description What is done. */
            action: components["schemas"]["BulkAction"];
            /** @description Which carrier, at most 100 characters: for `ship`. */
            carrier?: string | null;
            /**
             * Format: date-time
             * @description When they arrived; now when absent: for `deliver`.
             */
            delivered_at?: string | null;
            /**
             * @description Only say what would happen to each, and do nothing.
             * @default false
             */
            dry_run?: boolean;
            /** @description To which orders, each named once. */
            ids: string[];
            /** @description A remark for the history of each, at most 2000 characters: for `approve`, `reject` and `cancel`. */
            note?: string | null;
            /**
             * @description Why, at most 100 characters: for `reject` and, by staff, for `cancel`; for `abort` it is `lost` or
             *     `returned_to_sender`.
             */
            reason?: string | null;
            /** @description Its number for all of them together, at most 100 characters: for `ship`. */
            tracking_number?: string | null;
        };
        /** @description What came of one order */
        BulkResult: {
            /** @description Why not: a stable code, such as `order.transition_refused`. */
            code?: string;
            /** @description Why not, for people. */
            detail?: string;
            /**
             * Format: uuid
             * @description Which order.
             */
            id: string;
            /** @description The order after it; in a dry run, as it would be. */
            order?: components["schemas"]["Order"];
            /**
             * Format: int32
             * @description The status that the request for this order alone would have been answered with: 200 when it was done.
             */
            status: number;
        };
        /** @description A cancellation */
        Cancellation: {
            /** @description A remark for the history, at most 2000 characters. */
            note?: string | null;
            /** @description Why: a code or short phrase of at most 100 characters. Staff must say it, and so must everybody after approval. */
            reason?: string | null;
        };
        /**
         * @description Whether the matching items are counted.
         * @enum {string}
         */
        Count: "none" | "exact";
        /** @description The orders placed on one day */
        DayCount: {
            /** @description The day, as in 2026-11-27. */
            day: string;
            /** @description By the status that they are in now; one without orders is absent. */
            statuses: components["schemas"]["StatusCount"][];
        };
        /**
         * @description What a row of the file is
         * @enum {string}
         */
        ExportRows: "order" | "line";
        /** @description One value of a request that was refused */
        FieldProblem: {
            /** @description A stable code, such as `out_of_range`. */
            code: string;
            /** @description Where: a JSON pointer into the body, such as `/lines/0/quantity`, or the name of a parameter. */
            field: string;
            /** @description What is wrong and what would be right. */
            message: string;
        };
        /** @description A hand-over to a carrier */
        Handover: {
            /** @description Which carrier, at most 100 characters. */
            carrier: string;
            /** @description Its number for the parcel, at most 100 characters. */
            tracking_number?: string | null;
        };
        /** @description The steps of one order */
        History: {
            /** @description First one first. */
            items: components["schemas"]["HistoryEntry"][];
        };
        /** @description One step in the life of an order */
        HistoryEntry: {
            /** @description What was done. */
            action: components["schemas"]["OrderAction"];
            /** @description Who did it. */
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The status before; null for the first step. */
            from: components["schemas"]["OrderStatus"] | null;
            /** @description What they said about it. */
            note: string | null;
            /** @description Why, as a code or short phrase. */
            reason: string | null;
            /** @description The status after. */
            to: components["schemas"]["OrderStatus"];
            /** @description The trace of the request that did it. */
            trace_id: string | null;
            /**
             * Format: int64
             * @description The order's version after the step.
             */
            version: number;
        };
        /** @description One line of an order to place */
        LineDraft: {
            /** @description What it is, at most 200 characters. */
            name: string;
            /**
             * Format: int64
             * @description How many.
             */
            quantity: number;
            /** @description The article number, at most 64 characters. */
            sku: string;
            /** @description The price of one. All lines have the same currency. */
            unit_price: components["schemas"]["Money"];
        };
        /** @description An amount in minor units of one currency */
        Money: {
            /**
             * Format: int64
             * @description Minor units, such as cents.
             */
            amount: number;
            /** @description ISO 4217 code of a currency in use, such as EUR. */
            currency: string;
        };
        /** @description A name and what it stands for */
        NamedValue: {
            /** @description The name. */
            name: string;
            /** @description What it stands for. */
            value: string;
        };
        /** @description A note on an order */
        Note: {
            /** @description Who wrote it. */
            author: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description What it says. */
            text: string;
            /** @description Who may read it. */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description A note to write */
        NoteDraft: {
            /** @description What it says, at most 2000 characters. */
            text: string;
            /** @description Who may read it. */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description A page of a list */
        NotePage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["Note"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /** @description An order */
        Order: {
            /** @description What you could do to it now. */
            allowed_actions: components["schemas"]["OrderAction"][];
            /**
             * Format: date-time
             * @description When it was approved, once it was.
             */
            approved_at: string | null;
            /**
             * Format: date-time
             * @description When it was placed.
             */
            created_at: string;
            /** @description Who placed it: an account id, or the name of a service. */
            created_by: string;
            /** @description The same with the name. */
            customer: components["schemas"]["OrderCustomer"];
            /**
             * Format: uuid
             * @description Whose order it is.
             */
            customer_id: string;
            /**
             * Format: date-time
             * @description When it arrived, once it did.
             */
            delivered_at: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description What is ordered. */
            lines: components["schemas"]["OrderLine"][];
            /** @description The client's own data. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description A wish. */
            note: string | null;
            /** @description The number that people use. */
            number: string;
            /** @description Why it was rejected or cancelled, once it was. */
            reason: string | null;
            /** @description How it was sent, once it was. */
            shipment: components["schemas"]["Shipment"] | null;
            /** @description Where it goes. */
            shipping_address: components["schemas"]["Address"];
            /** @description Where it is in its life. */
            status: components["schemas"]["OrderStatus"];
            /** @description The sum of the lines. */
            total: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; the `ETag` of the order.
             */
            version: number;
        };
        /**
         * @description What can be done to an order
         * @enum {string}
         */
        OrderAction: "create" | "amend" | "approve" | "reject" | "cancel" | "ship" | "deliver" | "abort" | "expire";
        /** @description What to change of an order; what is absent stays */
        OrderAmendment: {
            /** @description New lines, all of them. */
            lines?: components["schemas"]["LineDraft"][];
            /** @description A new wish, at most 2000 characters; null removes it. */
            note?: string | null;
            /** @description A new address. */
            shipping_address?: components["schemas"]["Address"];
        };
        /** @description Whose order it is */
        OrderCustomer: {
            /**
             * Format: uuid
             * @description The account.
             */
            id: string;
            /** @description The person's name, at most ten seconds old; null while it is not known here. */
            name: string | null;
        };
        /** @description An order to place */
        OrderDraft: {
            /**
             * Format: uuid
             * @description For whom; for yourself when absent. Naming somebody else needs `order:create` over any.
             */
            customer_id?: string | null;
            /** @description What is ordered. */
            lines: components["schemas"]["LineDraft"][];
            /** @description Your own data, at most 4 KiB of JSON. Numbers keep their value and not their spelling: `1.10` is given back as `1.1`. */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description A wish, at most 2000 characters. */
            note?: string | null;
            /** @description Where it goes. */
            shipping_address: components["schemas"]["Address"];
        };
        /** @description The events of one order that wait to be published */
        OrderEvents: {
            /** @description By their places in the outbox. */
            items: components["schemas"]["OutboxMessage"][];
        };
        /** @description One line of an order */
        OrderLine: {
            /** @description What it is, at most 200 characters. */
            name: string;
            /**
             * Format: int64
             * @description How many.
             */
            quantity: number;
            /** @description The article number, at most 64 characters. */
            sku: string;
            /** @description Quantity times unit price. */
            total: components["schemas"]["Money"];
            /** @description The price of one. */
            unit_price: components["schemas"]["Money"];
        };
        /** @description A page of a list */
        OrderPage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["Order"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /**
         * @description What the list is sorted by; a minus means the largest first
         * @enum {string}
         */
        OrderSort: "-created_at" | "created_at" | "-updated_at" | "updated_at" | "-total" | "total" | "-number" | "number";
        /** @description How many orders there are */
        OrderStatistics: {
            /** @description The days asked for, oldest first, those without orders included. */
            days: components["schemas"]["DayCount"][];
            /** @description All orders, whenever they were placed; a status without orders is absent. */
            statuses: components["schemas"]["StatusCount"][];
        };
        /**
         * @description Where an order is in its life
         * @enum {string}
         */
        OrderStatus: "CREATED" | "APPROVED" | "REJECTED" | "SHIPPED" | "DELIVERED" | "CANCELLED";
        /** @description A decision about a parked event */
        OutboxDecision: {
            /** @description Why, at most 500 characters: kept in the audit log. */
            reason?: string | null;
        };
        /**
         * @description An event that is not published yet
         *
         *     A member is null where the row cannot be read that far.
         */
        OutboxMessage: {
            /**
             * Format: int64
             * @description How often publishing failed.
             */
            attempts: number;
            /** @description Why it could not be published the last time. */
            error: string | null;
            /**
             * Format: uuid
             * @description The event's identity.
             */
            event_id: string | null;
            /** @description The type of the event, such as order.created.v1. */
            kind: string | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurred_at: string | null;
            /** @description Whether it cannot be published and waits for a decision. */
            parked: boolean;
            /**
             * Format: int64
             * @description Its place in the outbox, by which it is released or skipped.
             */
            position: number;
            /**
             * Format: date-time
             * @description When publishing is tried again; null at the next opportunity, or after a decision.
             */
            retry_at: string | null;
            /**
             * Format: int64
             * @description The version of the subject after the change that it tells of.
             */
            sequence: number | null;
            /**
             * Format: uuid
             * @description The order, account or notification that it tells of: later events of it wait.
             */
            subject: string | null;
        };
        /** @description A page of a list */
        OutboxMessagePage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["OutboxMessage"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /** @description The state of the outbox */
        OutboxState: {
            /**
             * Format: date-time
             * @description When the oldest waiting one was written; null when none waits.
             */
            oldest_at: string | null;
            /**
             * Format: int64
             * @description Events that cannot be published and wait for a decision.
             */
            parked: number;
            /**
             * Format: int64
             * @description Events that wait to be published.
             */
            pending: number;
        };
        /**
         * @description What went wrong, as RFC 9457 describes it
         *
         *     Further members may follow, such as the current status of an order.
         */
        Problem: {
            /** @description A stable code for programs, such as `order.not_found`. */
            code: string;
            /** @description What went wrong this time, and what to do about it. */
            detail?: string;
            /** @description The refused values, when there are such. */
            errors?: components["schemas"]["FieldProblem"][];
            /** @description The path that was asked for. */
            instance?: string;
            /** @description The id of the request, as in `X-Request-Id`. */
            request_id?: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description A short name for the kind of problem. */
            title: string;
            /** @description The id of the trace, as in `X-Trace-Id`. */
            trace_id?: string;
            /** @description Identifies the kind of problem: `urn:eop:problem:` and the code. */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A rejection */
        Rejection: {
            /** @description A remark for the history, at most 2000 characters. */
            note?: string | null;
            /** @description Why: a code or short phrase of at most 100 characters. */
            reason: string;
        };
        /** @description How a route was used in the last hour */
        RouteUse: {
            /**
             * Format: int64
             * @description Those of them that were answered with 500 and above.
             */
            failed: number;
            /**
             * Format: int64
             * @description How long the slowest took.
             */
            longest_us: number;
            /**
             * Format: int64
             * @description How long one took on average, in microseconds.
             */
            mean_us: number;
            /** @description The method. */
            method: string;
            /**
             * Format: int64
             * @description Requests that were answered.
             */
            requests: number;
            /** @description The template of the route. */
            route: string;
        };
        /** @description How an order was sent */
        Shipment: {
            /** @description Who carries it. */
            carrier: string;
            /**
             * Format: date-time
             * @description When it was handed over.
             */
            shipped_at: string;
            /** @description The carrier's number for it. */
            tracking_number: string | null;
        };
        /** @description A request that took long */
        SlowRequest: {
            /**
             * Format: date-time
             * @description When it was answered.
             */
            at: string;
            /** @description The method. */
            method: string;
            /** @description The template of the route. */
            route: string;
            /**
             * Format: int32
             * @description The status of the answer.
             */
            status: number;
            /**
             * Format: int64
             * @description How long it took, in microseconds.
             */
            took_us: number;
            /** @description Its trace; null when it was not recorded. */
            trace_id: string | null;
        };
        /** @description One span of a trace */
        Span: {
            /** @description What else is known. */
            attributes: components["schemas"]["NamedValue"][];
            /** @description Whether it failed. */
            failed: boolean;
            /** @description What went wrong; null when it did not fail, or nobody said. */
            failure: string | null;
            /** @description The span, 16 hexadecimal digits. */
            id: string;
            /** @description `server`, `client`, `producer`, `consumer` or `internal`. */
            kind: string;
            /** @description Other traces that it belongs to as well, such as those of the requests that were written together. */
            links: string[];
            /** @description What was done. */
            name: string;
            /** @description The span that it is a part of; null at the beginning of a trace. */
            parent_id: string | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at: string;
            /**
             * Format: int64
             * @description How long it took, in microseconds.
             */
            took_us: number;
            /** @description The trace. */
            trace_id: string;
        };
        /** @description Spans */
        SpanList: {
            /** @description In the order of their beginnings. */
            items: components["schemas"]["Span"][];
        };
        /** @description How many orders are in a status */
        StatusCount: {
            /**
             * Format: int64
             * @description How many.
             */
            orders: number;
            /** @description The status that they are in now. */
            status: components["schemas"]["OrderStatus"];
        };
        /** @description What a service remembers of the last hour */
        System: {
            /** @description The busiest first. */
            routes: components["schemas"]["RouteUse"][];
            /** @description The oldest first; the last one ends now. */
            samples: components["schemas"]["SystemSample"][];
            /** @description At most three of each route, the slowest first. */
            slowest: components["schemas"]["SlowRequest"][];
            /** @description The newest first. */
            troubles: components["schemas"]["TroubleLine"][];
        };
        /** @description What a service did within one step, and how it was at its end */
        SystemSample: {
            /**
             * Format: date-time
             * @description When the step ended.
             */
            at: string;
            /**
             * Format: int64
             * @description Commits that were written.
             */
            commits: number;
            /**
             * Format: int64
             * @description Messages read from the bus.
             */
            consumed: number;
            /**
             * Format: int64
             * @description Deliveries that a provider took; null where nothing is delivered.
             */
            delivered: number | null;
            /**
             * Format: int64
             * @description Those of them that were answered with 500 and above.
             */
            failed: number;
            /**
             * Format: int64
             * @description Requests that were being served.
             */
            in_flight: number;
            /**
             * Format: int64
             * @description Messages that were not acknowledged yet; null where nobody counts them.
             */
            lag: number | null;
            /**
             * Format: int64
             * @description How long it was, in milliseconds.
             */
            lasted_ms: number;
            /**
             * Format: int64
             * @description Half of the requests were answered within so many microseconds; null when there were none.
             */
            median_us: number | null;
            /**
             * Format: int64
             * @description Memory of the process, in bytes.
             */
            memory: number;
            /**
             * Format: int64
             * @description How long the oldest of them had waited, in milliseconds.
             */
            outbox_oldest_ms: number;
            /**
             * Format: int64
             * @description Events that waited for a decision.
             */
            outbox_parked: number;
            /**
             * Format: int64
             * @description Events that waited to be published.
             */
            outbox_pending: number;
            /**
             * Format: int64
             * @description 99 of 100 requests were.
             */
            p99_us: number | null;
            /**
             * Format: int64
             * @description Processor time that the process took, in milliseconds.
             */
            processor_ms: number;
            /**
             * Format: int64
             * @description Events that the broker acknowledged.
             */
            published: number;
            /**
             * Format: int64
             * @description Requests that were answered.
             */
            requests: number;
            /**
             * Format: int64
             * @description Attempts that did not deliver; null where nothing is delivered.
             */
            undelivered: number | null;
        };
        /** @description What can be said of a service's part in a trace at a glance */
        TraceHead: {
            /**
             * Format: int64
             * @description How many of them failed.
             */
            failures: number;
            /** @description The name of the service's first span in it. */
            name: string;
            /**
             * Format: int64
             * @description How many spans there are.
             */
            spans: number;
            /**
             * Format: date-time
             * @description When that began.
             */
            started_at: string;
            /**
             * Format: int64
             * @description From then to the end of the last one, in microseconds.
             */
            took_us: number;
            /** @description The trace. */
            trace_id: string;
        };
        /** @description Traces */
        TraceList: {
            /** @description The newest first. */
            items: components["schemas"]["TraceHead"][];
        };
        /** @description A line of the log that tells of trouble */
        TroubleLine: {
            /** @description When. */
            at: string;
            /** @description What else it says. */
            fields: components["schemas"]["NamedValue"][];
            /** @description `WARN` or `ERROR`. */
            level: string;
            /** @description What it says. */
            message: string;
            /** @description The trace that it belongs to, if any. */
            trace_id: string | null;
        };
        /**
         * @description Who may read a note
         * @enum {string}
         */
        Visibility: "public" | "internal";
    };
    responses: {
        /** @description The request cannot be read. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "request.invalid_parameter",
                 *       "detail": "the parameter `limit` must be 1 to 100",
                 *       "errors": [
                 *         {
                 *           "code": "out_of_range",
                 *           "field": "limit",
                 *           "message": "must be 1 to 100"
                 *         }
                 *       ],
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 400,
                 *       "title": "Request invalid parameter",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:request.invalid_parameter"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request was refused. */
        ClientError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "request.body_timeout",
                 *       "detail": "the body did not arrive within 15000 ms",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 408,
                 *       "title": "Request body timeout",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:request.body_timeout"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the thing does not allow this. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "allowed_actions": [
                 *         "deliver",
                 *         "abort"
                 *       ],
                 *       "code": "order.transition_refused",
                 *       "current_status": "SHIPPED",
                 *       "detail": "an order that is SHIPPED cannot be handled with `approve`",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 409,
                 *       "title": "Order transition refused",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:order.transition_refused"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Your roles do not grant this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "access.denied",
                 *       "detail": "this needs the permission order:approve, which your roles do not grant",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 403,
                 *       "title": "Access denied",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:access.denied"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of ours. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "internal",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 500,
                 *       "title": "Internal",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:internal"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Values of the request are not acceptable; `errors` names each. */
        Invalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "request.invalid_body",
                 *       "detail": "/lines/0/quantity: must be 1 to 10000",
                 *       "errors": [
                 *         {
                 *           "code": "out_of_range",
                 *           "field": "/lines/0/quantity",
                 *           "message": "must be 1 to 10000"
                 *         }
                 *       ],
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 422,
                 *       "title": "Request invalid body",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:request.invalid_body"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or none that you may know of. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "order.not_found",
                 *       "detail": "there is no such order, or none that you may see",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 404,
                 *       "title": "Order not found",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:order.not_found"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "request.body_too_large",
                 *       "detail": "the body exceeds 1048576 bytes",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 413,
                 *       "title": "Request body too large",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:request.body_too_large"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is a newer version than the one in `If-Match`. */
        PreconditionFailed: {
            headers: {
                /** @description The present version. */
                ETag?: string;
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "order.version_mismatch",
                 *       "detail": "the order has changed: it has version 3 now; read it again and decide again",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 412,
                 *       "title": "Order version mismatch",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:order.version_mismatch"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This change needs `If-Match`. */
        PreconditionRequired: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "order.version_required",
                 *       "detail": "send If-Match with the version that you looked at, such as If-Match: \"3\"",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 428,
                 *       "title": "Order version required",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:order.version_required"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service could not answer. */
        ServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "internal",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 500,
                 *       "title": "Internal",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:internal"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "request.refused",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 429,
                 *       "title": "Request refused",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:request.refused"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no valid access token. */
        Unauthenticated: {
            headers: {
                /** @description How to authenticate. */
                "WWW-Authenticate"?: string;
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "auth.token_expired",
                 *       "detail": "the access token has expired: refresh it or sign in again",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 401,
                 *       "title": "Auth token expired",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:auth.token_expired"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service cannot answer at present. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "store.overloaded",
                 *       "detail": "too much work is waiting for the database",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 503,
                 *       "title": "Store overloaded",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:store.overloaded"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type that this operation does not take. */
        UnsupportedMediaType: {
            headers: {
                /** @description The types that are taken. */
                Accept?: string;
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Trace-Id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "request.unsupported_media_type",
                 *       "detail": "the Content-Type text/plain is not supported: send application/json",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 415,
                 *       "title": "Request unsupported media type",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:request.unsupported_media_type"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The id of this request: the one that was sent, or a new one. */
        RequestId: string;
        /** @description Seconds after which another try makes sense. */
        RetryAfter: number;
        /** @description The id of the trace that this request belongs to. */
        TraceId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAudit: {
        parameters: {
            query?: {
                /** @description This action, such as order.approve; all that begin with it when it ends with a dot, such as order. */
                action?: string;
                /** @description Of this actor: the id of an account, the client of a service, the name of a rule. */
                actor?: string;
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description At or after this time. */
                from?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /** @description Only what was done, or only what was refused. */
                outcome?: components["schemas"]["AuditOutcome"];
                /** @description To this, such as order:0192…; to all of a kind when it ends with a colon, such as order: */
                target?: string;
                /** @description Before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, as `<…>; rel="next"` (RFC 8288); absent on the last one. */
                    Link?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Handed to this carrier. */
                carrier?: string;
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description To this country. */
                country?: string;
                /** @description Placed at or after. */
                created_from?: string;
                /** @description Placed before. */
                created_to?: string;
                /** @description In this currency. */
                currency?: string;
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description Of this customer. Customers only ever see their own. */
                customer_id?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /**
                 * @description Each of these words is in the number, the customer's name or address of mail, an article number or name, the name that
                 *     the order goes to, the tracking number or the wish: at the beginning or within a word, in either case. One or two
                 *     digits are the end of the number, one or two other characters the beginning of a word. What begins with `ORD-` is the
                 *     beginning of a number, and finds an order at once; everything else finds it a second later.
                 */
                q?: string;
                /** @description With a line of this article number. */
                sku?: string;
                /** @description What the list is sorted by; a minus means the largest first. */
                sort?: components["schemas"]["OrderSort"];
                /** @description In one of these. */
                status?: components["schemas"]["OrderStatus"][];
                /** @description Total of at most this many minor units. */
                total_max?: number;
                /** @description Total of at least this many minor units. */
                total_min?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, as `<…>; rel="next"` (RFC 8288); absent on the last one. */
                    Link?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "name": "Earl Grey, 100 g",
                 *           "quantity": 2,
                 *           "sku": "TEA-EG-100",
                 *           "unit_price": {
                 *             "amount": 649,
                 *             "currency": "EUR"
                 *           }
                 *         },
                 *         {
                 *           "name": "Teapot, 0.7 l",
                 *           "quantity": 1,
                 *           "sku": "POT-07",
                 *           "unit_price": {
                 *             "amount": 3450,
                 *             "currency": "EUR"
                 *           }
                 *         },
                 *         {
                 *           "name": "Cup",
                 *           "quantity": 4,
                 *           "sku": "CUP-02",
                 *           "unit_price": {
                 *             "amount": 890,
                 *             "currency": "EUR"
                 *           }
                 *         }
                 *       ],
                 *       "metadata": {
                 *         "campaign": "autumn"
                 *       },
                 *       "note": "Please ring twice",
                 *       "shipping_address": {
                 *         "city": "Berlin",
                 *         "country": "DE",
                 *         "line1": "Lindenstraße 12",
                 *         "name": "Alice Example",
                 *         "postal_code": "10969"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderDraft"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    /** @description The path of the new thing. */
                    Location?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    actOnOrders: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "approve",
                 *       "dry_run": true,
                 *       "ids": [
                 *         "019cb6f1-0000-7000-8000-0000000000a3",
                 *         "019cb6f1-0000-7000-8000-0000000000a1"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description Each part has its own outcome. */
            207: {
                headers: {
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    exportOrders: {
        parameters: {
            query?: {
                /** @description Begin with a byte order mark, by which spreadsheets know that this is UTF-8. */
                bom?: boolean;
                /** @description Handed to this carrier. */
                carrier?: string;
                /** @description To this country. */
                country?: string;
                /** @description Placed at or after. */
                created_from?: string;
                /** @description Placed before. */
                created_to?: string;
                /** @description In this currency. */
                currency?: string;
                /** @description Of this customer. Customers only ever see their own. */
                customer_id?: string;
                /**
                 * @description Each of these words is in the number, the customer's name or address of mail, an article number or name, the name that
                 *     the order goes to, the tracking number or the wish: at the beginning or within a word, in either case. One or two
                 *     digits are the end of the number, one or two other characters the beginning of a word. What begins with `ORD-` is the
                 *     beginning of a number, and finds an order at once; everything else finds it a second later.
                 */
                q?: string;
                /** @description What a row is. */
                rows?: components["schemas"]["ExportRows"];
                /** @description With a line of this article number. */
                sku?: string;
                /** @description What the rows are sorted by; a minus means the largest first. */
                sort?: components["schemas"]["OrderSort"];
                /** @description In one of these. */
                status?: components["schemas"]["OrderStatus"][];
                /** @description Total of at most this many minor units. */
                total_max?: number;
                /** @description Total of at least this many minor units. */
                total_min?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file, sent while it is made. One that breaks off is not whole. */
            200: {
                headers: {
                    /** @description The suggested name of the file. */
                    "Content-Disposition"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    getOrderStatistics: {
        parameters: {
            query?: {
                /** @description So many days, the last one is today. */
                days?: number;
                /** @description How many minutes the reader's time is ahead of UTC: their days begin at their midnight. */
                utc_offset_minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStatistics"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    amendOrder: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a2 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Please ring twice"
                 *     }
                 */
                "application/json": components["schemas"]["OrderAmendment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    abortOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a8 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "lost"
                 *     }
                 */
                "application/json": components["schemas"]["Abortion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    approveOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a3 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Checked by phone"
                 *     }
                 */
                "application/json": components["schemas"]["Approval"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a5 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "changed_my_mind"
                 *     }
                 */
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    deliverOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Arrival"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listOrderEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderEvents"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listOrderHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listOrderNotes: {
        parameters: {
            query?: {
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, as `<…>; rel="next"` (RFC 8288); absent on the last one. */
                    Link?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    writeOrderNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "It arrives on Friday",
                 *       "visibility": "public"
                 *     }
                 */
                "application/json": components["schemas"]["NoteDraft"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    /** @description The path of the new thing. */
                    Location?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    rejectOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a4 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Back in March",
                 *       "reason": "out_of_stock"
                 *     }
                 */
                "application/json": components["schemas"]["Rejection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
                /** @description Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000a6 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "carrier": "DHL",
                 *       "tracking_number": "00340434161094042557"
                 *     }
                 */
                "application/json": components["schemas"]["Handover"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    getOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listOutboxMessages: {
        parameters: {
            query?: {
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /** @description Only those that wait for a decision, or only the others. */
                parked?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, as `<…>; rel="next"` (RFC 8288); absent on the last one. */
                    Link?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    releaseOutboxMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "The topic takes larger messages now"
                 *     }
                 */
                "application/json": components["schemas"]["OutboxDecision"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    skipOutboxMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2 */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "The customer was told by phone"
                 *     }
                 */
                "application/json": components["schemas"]["OutboxDecision"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["System"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listSpans: {
        parameters: {
            query?: {
                /** @description Of these traces. */
                trace_id?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpanList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listTraces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
