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
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dead letters
         * @description Newest first.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dead letter
         * @description Read a dead letter
         */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a dead letter
         * @description Give up a dead letter
         */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Process a dead letter after all
         * @description What had its effect before has none again.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the attempts of a delivery
         * @description List the attempts of a delivery
         */
        get: operations["listDeliveryAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a delivery
         * @description Stop a delivery
         */
        post: operations["cancelDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description Whatever became of it, unless an attempt is planned anyway. The recipient may get it twice.
         */
        post: operations["resendDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mails
         * @description Newest first. Only where mail is kept instead of sent.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a mail
         * @description Read a mail
         */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my inbox
         * @description Newest first.
         */
        get: operations["listMyInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/inbox/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark all my items as read
         * @description Mark all my items as read
         */
        post: operations["markMyInboxRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/inbox/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch my inbox
         * @description An event `item` for every item that arrives, and `unread` first and whenever the number changes. With the `id` of the
         *     last event as `Last-Event-ID` it begins with what was missed. It ends with the access token: come back with the next one.
         */
        get: operations["watchMyInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/inbox/unread-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count my unread items
         * @description Count my unread items
         */
        get: operations["countMyUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/inbox/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put one of my items away
         * @description It leaves the list, counts as read, and is found with `archived=true` until it is forgotten with the others of its age.
         */
        post: operations["archiveMyInboxItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/inbox/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark one of my items as read
         * @description Mark one of my items as read
         */
        post: operations["markMyInboxItemRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description List notifications
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a notification
         * @description With its deliveries.
         */
        get: operations["getNotification"];
        put?: never;
        post?: never;
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
    "/api/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List providers
         * @description Who hands messages over on each channel, and how that goes, as the instance that answers sees it.
         */
        get: operations["listProviders"];
        put?: never;
        post?: never;
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
        /** @description One try to deliver */
        Attempt: {
            /** @description The provider's code, such as 451. */
            code: string | null;
            /** @description An excerpt of the provider's answer. */
            detail: string | null;
            /**
             * Format: int64
             * @description How long it took, in milliseconds; null while it runs.
             */
            duration_ms: number | null;
            /**
             * Format: date-time
             * @description When it ended; null while it runs.
             */
            finished_at: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: int64
             * @description 1 for the first.
             */
            number: number;
            /** @description How it ended; null while it runs. */
            outcome: components["schemas"]["AttemptOutcome"] | null;
            /** @description Who was asked. */
            provider: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at: string;
        };
        /** @description The attempts of one delivery */
        AttemptList: {
            /** @description Oldest first. */
            items: components["schemas"]["Attempt"][];
        };
        /**
         * @description How an attempt ended
         * @enum {string}
         */
        AttemptOutcome: "accepted" | "temporary" | "permanent" | "unknown";
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
         * @description A way to reach a person
         * @enum {string}
         */
        Channel: "email" | "in_app";
        /**
         * @description Whether the matching items are counted.
         * @enum {string}
         */
        Count: "none" | "exact";
        /** @description A message that could not be processed */
        DeadLetter: {
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /** @description What went wrong. */
            error: string;
            /**
             * Format: uuid
             * @description The event, if it could be read that far.
             */
            event_id: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: int64
             * @description The offset within the partition.
             */
            offset: number;
            /**
             * Format: int32
             * @description The partition of the topic.
             */
            partition: number;
            /**
             * Format: date-time
             * @description When that was decided; null before.
             */
            resolved_at: string | null;
            /**
             * Format: int64
             * @description The version of the subject after the change that the event tells of.
             */
            sequence: number | null;
            /** @description What became of it. */
            state: components["schemas"]["DeadLetterState"];
            /**
             * Format: uuid
             * @description What the event is about, such as an order; null where that is not known.
             */
            subject: string | null;
            /** @description The topic it came from. */
            topic: string;
            /** @description The record's value as text. */
            value: string;
        };
        /** @description A page of a list */
        DeadLetterPage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["DeadLetter"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /**
         * @description What became of a dead letter
         * @enum {string}
         */
        DeadLetterState: "open" | "replayed" | "discarded";
        /** @description One notification on one channel */
        Delivery: {
            /**
             * Format: int64
             * @description Attempts begun so far.
             */
            attempts: number;
            /** @description How. */
            channel: components["schemas"]["Channel"];
            /**
             * Format: date-time
             * @description When it was planned.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description News older than this is not sent any more.
             */
            expires_at: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Why the last attempt failed; null when it did not. */
            last_error: string | null;
            /** @description Its attempts, the oldest first; only where they were asked for. */
            log?: components["schemas"]["Attempt"][];
            /**
             * Format: date-time
             * @description When the next attempt is due; null when none is planned.
             */
            next_attempt_at: string | null;
            /**
             * Format: uuid
             * @description The notification.
             */
            notification_id: string;
            /** @description The provider's reference; null until it took the message. */
            reference: string | null;
            /** @description Where it is in its life. */
            status: components["schemas"]["DeliveryStatus"];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /**
         * @description Where a delivery is in its life
         * @enum {string}
         */
        DeliveryStatus: "queued" | "sending" | "retrying" | "sent" | "failed" | "dead" | "unknown" | "expired" | "cancelled";
        /** @description Where on the bus an event was read */
        EventOrigin: {
            /**
             * Format: date-time
             * @description When that happened.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description The offset within the partition.
             */
            offset: number;
            /**
             * Format: int32
             * @description The partition of the topic.
             */
            partition: number;
            /**
             * Format: int64
             * @description The version of the event's subject after the change that it tells of.
             */
            sequence: number;
            /** @description The topic. */
            topic: string;
        };
        /** @description One value of a request that was refused */
        FieldProblem: {
            /** @description A stable code, such as `out_of_range`. */
            code: string;
            /** @description Where: a JSON pointer into the body, such as `/lines/0/quantity`, or the name of a parameter. */
            field: string;
            /** @description What is wrong and what would be right. */
            message: string;
        };
        /** @description What happened in an inbox; `type` says what, as the name of the event does */
        InboxEvent: components["schemas"]["InboxEventInboxItem"] | components["schemas"]["InboxEventUnreadCount"];
        /** @description An item of the inbox */
        InboxEventInboxItem: {
            /**
             * Format: date-time
             * @description When it was put away; null before. What is put away counts as read.
             */
            archived_at: string | null;
            /** @description Plain text. */
            body: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description What it is about, such as `order.created`. */
            kind: string;
            /**
             * Format: uuid
             * @description The order it is about, if any.
             */
            order_id: string | null;
            /**
             * Format: date-time
             * @description When it was read; null before.
             */
            read_at: string | null;
            /** @description One line. */
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "item";
        };
        /** @description How many items are unread */
        InboxEventUnreadCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "unread";
            /**
             * Format: int64
             * @description The number.
             */
            unread: number;
        };
        /** @description An item of the inbox */
        InboxItem: {
            /**
             * Format: date-time
             * @description When it was put away; null before. What is put away counts as read.
             */
            archived_at: string | null;
            /** @description Plain text. */
            body: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description What it is about, such as `order.created`. */
            kind: string;
            /**
             * Format: uuid
             * @description The order it is about, if any.
             */
            order_id: string | null;
            /**
             * Format: date-time
             * @description When it was read; null before.
             */
            read_at: string | null;
            /** @description One line. */
            title: string;
        };
        /** @description A page of a list */
        InboxItemPage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["InboxItem"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /** @description A mail */
        Mail: {
            /** @description The HTML part. */
            html: string;
            /**
             * Format: uuid
             * @description Identity: that of the delivery.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            received_at: string;
            /** @description The subject line. */
            subject: string;
            /** @description The plain text part. */
            text: string;
            /** @description To which address. */
            to: string;
        };
        /** @description A page of a list */
        MailPage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["Mail"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /** @description A name and what it stands for */
        NamedValue: {
            /** @description The name. */
            name: string;
            /** @description What it stands for. */
            value: string;
        };
        /** @description What one recipient is told about one event */
        Notification: {
            /**
             * Format: date-time
             * @description When it was planned.
             */
            created_at: string;
            /** @description One per channel. */
            deliveries: components["schemas"]["Delivery"][];
            /**
             * Format: uuid
             * @description The event that it tells of.
             */
            event_id: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description What it is about, such as `order.created`. */
            kind: string;
            /**
             * Format: uuid
             * @description The order it is about, if any.
             */
            order_id: string | null;
            /** @description Where that was read; null of what an older version planned. */
            origin: components["schemas"]["EventOrigin"] | null;
            /**
             * Format: uuid
             * @description Who is told.
             */
            recipient: string;
            /** @description The trace of the request that caused it. */
            trace_id: string | null;
        };
        /** @description A page of a list */
        NotificationPage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["Notification"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /**
         * @description What the list is sorted by; a minus means the latest first
         * @enum {string}
         */
        NotificationSort: "-created_at" | "created_at";
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
        /** @description How a provider is doing */
        Provider: {
            /**
             * Format: int64
             * @description Messages of the last minute, whatever became of them.
             */
            calls: number;
            /** @description The channel that it serves. */
            channel: components["schemas"]["Channel"];
            /**
             * Format: int64
             * @description Those of them that it did not take for now, or to which it did not answer.
             */
            failures: number;
            /** @description What went wrong last; null when nothing did since the start. */
            last_failure: components["schemas"]["ProviderFailure"] | null;
            /**
             * Format: date-time
             * @description When it may be asked again: the next probe, or the end of the pause that it asked for; null when it may be asked now.
             */
            next_at: string | null;
            /**
             * Format: date-time
             * @description Since when it failed too often; null while it works.
             */
            open_since: string | null;
            /**
             * Format: int64
             * @description Messages that went on to another provider since the start, because this one did not take them.
             */
            passed_on: number;
            /**
             * Format: int32
             * @description Messages that it is given in a second, at most; null without a limit.
             */
            per_second: number | null;
            /**
             * Format: int32
             * @description Its place among those of its channel: 1 is asked first.
             */
            position: number;
            /** @description Its name, as shown with attempts. */
            provider: string;
            /** @description What its breaker lets through. */
            state: components["schemas"]["ProviderState"];
        };
        /** @description What went wrong last */
        ProviderFailure: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What the provider said, or what was seen of it. */
            detail: string;
        };
        /** @description The providers of all channels */
        ProviderList: {
            /** @description By channel, in the order in which they are asked. */
            items: components["schemas"]["Provider"][];
        };
        /**
         * @description What a provider's breaker lets through: everything, nothing, or one message that is to show whether it works again
         * @enum {string}
         */
        ProviderState: "closed" | "open" | "half_open";
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
        /** @description How many items are unread */
        UnreadCount: {
            /**
             * Format: int64
             * @description The number.
             */
            unread: number;
        };
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
                 *       "code": "notification.delivery_refused",
                 *       "current_status": "sent",
                 *       "detail": "a delivery that is sent cannot be handled with `cancel`",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 409,
                 *       "title": "Notification delivery refused",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:notification.delivery_refused"
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
                 *       "detail": "this needs the permission notification:read, which your roles do not grant",
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
                 *       "code": "notification.not_found",
                 *       "detail": "there is no such thing, or none that you may see",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 404,
                 *       "title": "Notification not found",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:notification.not_found"
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
                 *       "code": "stream.too_many",
                 *       "detail": "this account has 10 streams open: close one, or share one among the pages of a browser",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 429,
                 *       "title": "Stream too many",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:stream.too_many"
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
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /** @description Only those that nobody decided about yet. */
                open?: boolean;
                /** @description About this, such as an order. */
                subject?: string;
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
                    "application/json": components["schemas"]["DeadLetterPage"];
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
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000d1 */
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
                    "application/json": components["schemas"]["DeadLetter"];
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
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000d2 */
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
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000d1 */
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
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listDeliveryAttempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 40da00f9-e134-541e-b4dd-9d9ff0b90f08 */
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
                    "application/json": components["schemas"]["AttemptList"];
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
    cancelDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 29fff2eb-dc49-5207-8fed-28885ad9d49a */
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
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resendDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 40da00f9-e134-541e-b4dd-9d9ff0b90f08 */
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
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listMails: {
        parameters: {
            query?: {
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /** @description To this address. */
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
                    "application/json": components["schemas"]["MailPage"];
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
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 40da00f9-e134-541e-b4dd-9d9ff0b90f08 */
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
                    "application/json": components["schemas"]["Mail"];
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
    listMyInbox: {
        parameters: {
            query?: {
                /** @description Those that were put away, in place of those that were not. */
                archived?: boolean;
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /** @description Only unread ones. */
                unread?: boolean;
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
                    "application/json": components["schemas"]["InboxItemPage"];
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
    markMyInboxRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
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
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    watchMyInbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `id` of the last event that you have seen: the stream goes on after it, without a gap and without sending anything twice. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events. A comment every 15 s keeps the connection open. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    countMyUnread: {
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
                    "application/json": components["schemas"]["UnreadCount"];
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
    archiveMyInboxItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 329f6baf-907c-5c49-ac1b-e2a5da4f295c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    markMyInboxItemRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 329f6baf-907c-5c49-ac1b-e2a5da4f295c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description With a delivery on this channel. */
                channel?: components["schemas"]["Channel"];
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description Planned at or after. */
                from?: string;
                /** @description About this, such as `order.created`. */
                kind?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /** @description With the attempts of each delivery. */
                log?: boolean;
                /** @description About this order. */
                order_id?: string;
                /** @description To this person. */
                recipient?: string;
                /** @description What the list is sorted by. */
                sort?: components["schemas"]["NotificationSort"];
                /** @description With a delivery in this status. */
                status?: components["schemas"]["DeliveryStatus"];
                /** @description Planned before. */
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
                    "application/json": components["schemas"]["NotificationPage"];
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
    getNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example d97b053e-f22d-5583-8dff-9f50f10ba77a */
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
                    "application/json": components["schemas"]["Notification"];
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
    listProviders: {
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
                    "application/json": components["schemas"]["ProviderList"];
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
