// Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.
/* eslint-disable */
export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the public keys
         * @description Everybody who gets an access token of this platform can verify it with them.
         */
        get: operations["getJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v1/auth/email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a new verification link
         * @description At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
         *     an account; links that were mailed before stay good.
         */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address
         * @description With the token of the link that was mailed; of several registrations that of the newest. Using it twice is fine.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Gives an access token for ten minutes and a refresh token. Unknown address, wrong password, an address that is not
         *     verified and a locked account get the same answer: if you have just registered, open the mail that we sent.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of the access token, and takes the refresh token out of a browser.
         */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a link to choose a new password
         * @description At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
         *     an account; links that were mailed before stay good until one is used.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password
         * @description With the token of the link that was mailed. Ends all sessions and all other links.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token
         * @description Each is good for one exchange; within a minute the same exchange gives the same successor, unless that was exchanged
         *     too. A used one that comes later ends its session. The cookie's is taken only from pages of this service, or of an
         *     origin that may call it.
         */
        post: operations["refreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an account
         * @description Open the mail that we send to sign in. The answer is the same whether or not the address is known already: one that
         *     waits to be verified is registered anew, and the owner of one that has an account is told so.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the token of a service
         * @description By client credentials (RFC 6749, section 4.4), in `Authorization: Basic` or in the body. Services of the platform ask each
         *     other with it; it is good for five minutes, at the user service.
         */
        post: operations["issueServiceToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authz/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask how the policy decides
         * @description Whether an account, or somebody with these roles, may do this; with `explain=true` also by which rule.
         */
        post: operations["checkDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys that sign access tokens
         * @description Those that are published; their private parts are shown to nobody.
         */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the next key sign
         * @description The one before verifies what it signed until that has ended, and a new next one is published, so nobody is refused.
         *     Refused for two minutes after the next key was published, because others may keep the set of keys that long. Keys
         *     also change by themselves, as the service is set up.
         */
        post: operations["rotateKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{kid}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a key that others may know
         * @description At once: what it signed is refused, here within seconds and at the other services within a minute, and people's
         *     clients fetch new tokens by their refresh tokens. If it was the one that signs, the next one does from now on.
         */
        post: operations["retireKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read my account
         * @description Read my account
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my profile
         * @description Needs `If-Match` with the version you looked at.
         */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description Ends all other sessions.
         */
        post: operations["changeMyPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read my permissions
         * @description Read my permissions
         */
        get: operations["listMyPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my sessions
         * @description List my sessions
         */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        /**
         * End all my other sessions
         * @description End all my other sessions
         */
        delete: operations["revokeMyOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of my sessions
         * @description End one of my sessions
         */
        delete: operations["revokeMySession"];
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
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List permissions
         * @description Those that the operations of all services need.
         */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the whole policy
         * @description For services that decide by it. Its `ETag` is its version.
         */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles
         * @description List roles
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Make a role
         * @description Nobody grants what they lack. It counts at every service within two seconds.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a role
         * @description Read a role
         */
        get: operations["getRole"];
        /**
         * Change a role
         * @description To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can always administer.
         *     It counts at every service within two seconds.
         */
        put: operations["changeRole"];
        post?: never;
        /**
         * Remove a role
         * @description One that nobody has, and that the platform does not ship with.
         */
        delete: operations["removeRole"];
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
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description List accounts
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account
         * @description Read an account
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock an account
         * @description It cannot sign in, and its sessions end: here from the next request on, at other services when the access token
         *     expires.
         */
        post: operations["lockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the roles of an account
         * @description Read the roles of an account
         */
        get: operations["getUserRoles"];
        /**
         * Set the roles of an account
         * @description Exactly these. Nobody grants what they lack, and the last administrator stays.
         */
        put: operations["setUserRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock an account
         * @description Unlock an account
         */
        post: operations["unlockUser"];
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
        /** @description An account */
        Account: {
            /**
             * Format: date-time
             * @description When it was registered.
             */
            created_at: string;
            /** @description The address, its domain in Unicode. */
            email: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description BCP 47 language tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When a lock ends by itself; null when it does not, or there is none.
             */
            locked_until: string | null;
            /** @description The person's name. */
            name: string;
            /** @description The phone number in E.164 form. */
            phone: string | null;
            /** @description The roles. */
            roles: string[];
            /** @description What the account can do. */
            state: components["schemas"]["AccountState"];
            /** @description IANA time zone name. */
            time_zone: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When the address was verified; null before.
             */
            verified_at: string | null;
            /**
             * Format: int64
             * @description Grows by one with each change; the `ETag` of the account.
             */
            version: number;
        };
        /** @description A lock on an account */
        AccountLock: {
            /**
             * Format: date-time
             * @description Until when; until it is unlocked when absent.
             */
            until?: string | null;
        };
        /** @description A page of a list */
        AccountPage: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["Account"][];
            /** @description Where the next page starts; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description How many items match in all; only with `count=exact`.
             */
            total?: number;
        };
        /**
         * @description What an account can do at present
         * @enum {string}
         */
        AccountState: "pending" | "active" | "locked";
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
         * @description Whether the matching items are counted.
         * @enum {string}
         */
        Count: "none" | "exact";
        /** @description An address and its password */
        Credentials: {
            /** @description The address. */
            email: string;
            /** @description The password. */
            password: string;
            /**
             * @description How the refresh token is handed over.
             * @default body
             */
            refresh?: components["schemas"]["RefreshDelivery"];
        };
        /** @description A rule, and whose it is */
        DecidingRule: {
            /** @description What is done to it, or `*`. */
            action: string;
            /** @description `allow` or `deny`. */
            effect: string;
            /** @description The kind of thing, or `*`. */
            resource: string;
            /** @description The role. */
            role: string;
            /** @description `own` or `any`. */
            scope: string;
        };
        /** @description What the policy says */
        Decision: {
            /** @description Whether it is allowed. */
            allowed: boolean;
            /**
             * Format: int64
             * @description The version of the policy that decided.
             */
            policy_version: number;
            /** @description The roles that were asked about. */
            roles: string[];
            /** @description The rule that decided, if reasons are wanted; null when none matched, which is a refusal. */
            rule: components["schemas"]["DecidingRule"] | null;
            /** @description Over whose things it was asked. */
            scope: components["schemas"]["Scope"];
            /** @description Where none matched: the rules that would have allowed it, of other roles or over less than was asked for. */
            would_allow: components["schemas"]["DecidingRule"][];
        };
        /** @description What somebody wants to do */
        DecisionRequest: {
            /** @description What is to be done to it. */
            action: string;
            /**
             * Format: uuid
             * @description The account that the thing belongs to; anybody's when absent.
             */
            owner?: string | null;
            /** @description The kind of thing. */
            resource: string;
            /** @description The roles that want to, instead of an account. */
            roles?: string[] | null;
            /**
             * Format: uuid
             * @description The account that wants to; the caller when neither it nor roles are given.
             */
            subject?: string | null;
        };
        /**
         * @description What a rule does with what it is about
         * @enum {string}
         */
        Effect: "allow" | "deny";
        /** @description An address */
        EmailAddress: {
            /** @description The address. */
            email: string;
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
        /** @description A permission that one has */
        GrantedPermission: {
            /** @description What may be done to it. */
            action: string;
            /** @description The kind of thing. */
            resource: string;
            /** @description To whose. */
            scope: components["schemas"]["Scope"];
        };
        /** @description The permissions that one has */
        GrantedPermissions: {
            /** @description All of them. */
            items: components["schemas"]["GrantedPermission"][];
        };
        /** @description A public key (RFC 7517, RFC 8037) */
        Jwk: {
            /** @description The algorithm, such as `EdDSA`. */
            alg: string;
            /** @description The curve, such as `Ed25519`. */
            crv: string;
            /** @description The thumbprint (RFC 7638), as in the header of tokens. */
            kid: string;
            /** @description The key type, such as `OKP`. */
            kty: string;
            /** @description What it is for: `sig`. */
            use: string;
            /** @description The public key, base64url. */
            x: string;
        };
        /** @description A set of public keys (RFC 7517, section 5) */
        JwkSet: {
            /** @description The keys, the signing one first. */
            keys: components["schemas"]["Jwk"][];
        };
        /**
         * @description Where a key is in its life
         * @enum {string}
         */
        KeyState: "next" | "active" | "retiring" | "retired";
        /** @description The token of a mailed link */
        LinkToken: {
            /** @description The token. */
            token: string;
        };
        /** @description A name and what it stands for */
        NamedValue: {
            /** @description The name. */
            name: string;
            /** @description What it stands for. */
            value: string;
        };
        /** @description A role to make */
        NewRole: {
            /** @description What it is for, at most 300 characters. */
            description: string;
            /** @description Its name, for ever: a lower-case letter, then up to 31 of a-z, 0-9, _ and -. */
            name: string;
            /** @description What it grants and denies; what is not granted is refused. */
            permissions: components["schemas"]["RoleRule"][];
        };
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
        /** @description A new password */
        PasswordChange: {
            /** @description The password so far. */
            current_password: string;
            /** @description At least 8 characters, hard to guess, and not like your name or address. */
            password: string;
        };
        /** @description A new password, chosen by a mailed link */
        PasswordReset: {
            /** @description At least 8 characters, hard to guess, and not like your name or address. */
            password: string;
            /** @description The token of the link. */
            token: string;
        };
        /** @description A permission that operations need */
        Permission: {
            /** @description What is done to it. */
            action: string;
            /** @description What it allows, in words. */
            description: string;
            /** @description The kind of thing. */
            resource: string;
        };
        /** @description All permissions */
        Permissions: {
            /** @description Those of all services. */
            items: components["schemas"]["Permission"][];
        };
        /** @description The whole policy */
        Policy: {
            /** @description Every role, by name. */
            roles: components["schemas"]["PolicyRole"][];
            /**
             * Format: int64
             * @description Grows with every change of any role; the `ETag` of the policy.
             */
            version: number;
        };
        /** @description The rules of a role */
        PolicyRole: {
            /** @description Whose they are. */
            role: string;
            /** @description The rules. */
            rules: components["schemas"]["PolicyRule"][];
        };
        /** @description A rule as it is written; some words may be of a newer version */
        PolicyRule: {
            /** @description What is done to it, or `*`. */
            action: string;
            /** @description `allow` or `deny`. */
            effect: string;
            /** @description The kind of thing, or `*`. */
            resource: string;
            /** @description `own` or `any`. */
            scope: string;
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
        /** @description What to change of one's profile; what is absent stays */
        ProfileChange: {
            /** @description A new BCP 47 language tag; kept in its canonical form. */
            locale?: string;
            /** @description A new name, at most 200 characters. */
            name?: string;
            /** @description A new phone number in E.164 form; null removes it. */
            phone?: string | null;
            /** @description A new time zone, by its name in the IANA database. */
            time_zone?: string;
        };
        /**
         * @description How the refresh token is handed over
         * @enum {string}
         */
        RefreshDelivery: "body" | "cookie";
        /** @description An account to register */
        Registration: {
            /** @description The address, the domain in Unicode or ASCII; its owner is sent a link to verify it. */
            email: string;
            /** @description BCP 47 language tag, such as en or de-AT; kept in its canonical form. */
            locale?: string | null;
            /** @description The person's name, at most 200 characters. */
            name: string;
            /** @description At least 8 characters, hard to guess, and not like your name or address. */
            password: string;
            /** @description Name of a time zone in the IANA database, such as Europe/Berlin. */
            time_zone?: string | null;
        };
        /** @description A role */
        Role: {
            /** @description Whether the platform ships with it: it cannot be removed. */
            built_in: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description What it is for. */
            description: string;
            /** @description Whether what it may do cannot be changed. */
            fixed: boolean;
            /** @description Its name. */
            name: string;
            /** @description What it grants and denies. */
            permissions: components["schemas"]["RoleRule"][];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; the `ETag` of the role.
             */
            version: number;
        };
        /** @description What a role is to be from now on */
        RoleChange: {
            /** @description What it is for, at most 300 characters. */
            description: string;
            /** @description All that it grants and denies; what is not granted is refused. */
            permissions: components["schemas"]["RoleRule"][];
        };
        /** @description A rule of a role */
        RoleRule: {
            /** @description What may be done to it, or `*` for everything. */
            action: string;
            /** @description Whether it grants or denies. */
            effect: components["schemas"]["Effect"];
            /** @description The kind of thing, or `*` for every kind. */
            resource: string;
            /** @description To whose. A denial is of both, whatever it says. */
            scope: components["schemas"]["Scope"];
        };
        /** @description The roles of an account */
        RoleSet: {
            /** @description The names of the roles. */
            roles: string[];
        };
        /** @description All roles */
        Roles: {
            /** @description By name. */
            items: components["schemas"]["Role"][];
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
        /**
         * @description How far a permission reaches
         * @enum {string}
         */
        Scope: "own" | "any";
        /** @description The token of a service */
        ServiceToken: {
            /** @description For requests to the user service, as `Authorization: Bearer`. */
            access_token: string;
            /**
             * Format: int64
             * @description Seconds until it expires.
             */
            expires_in: number;
            /** @description `Bearer`. */
            token_type: string;
        };
        /** @description A signed-in session */
        Session: {
            /**
             * Format: date-time
             * @description When it was opened.
             */
            created_at: string;
            /** @description Whether it is the one of this request. */
            current: boolean;
            /** @description What opened it: browser and system, or the `User-Agent` of another program. */
            device: string | null;
            /**
             * Format: date-time
             * @description When it ends in any case.
             */
            expires_at: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it ends if it is not refreshed before.
             */
            idle_until: string;
            /** @description The address it was last used from. */
            ip: string | null;
            /**
             * Format: date-time
             * @description When it was last refreshed.
             */
            last_seen_at: string;
        };
        /** @description One's open sessions */
        SessionList: {
            /** @description Newest first. */
            items: components["schemas"]["Session"][];
        };
        /** @description A key that signs, signed or will sign access tokens */
        SigningKey: {
            /** @description The algorithm (RFC 8037), such as `EdDSA`. */
            algorithm: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description Its name: the thumbprint of the public key (RFC 7638). */
            kid: string;
            /**
             * Format: date-time
             * @description Since when it is there.
             */
            since: string;
            /** @description Where it is in its life. */
            state: components["schemas"]["KeyState"];
        };
        /** @description The keys that are published */
        SigningKeyList: {
            /** @description The keys, newest first. */
            items: components["schemas"]["SigningKey"][];
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
        /** @description A refresh token to exchange */
        TokenRefresh: {
            /** @description The refresh token; that of the cookie when absent. */
            refresh_token?: string | null;
        };
        /** @description Client credentials, for a token */
        TokenRequest: {
            /** @description The name of the client, unless it is in the header `Authorization: Basic`. */
            client_id?: string;
            /** @description Its secret. */
            client_secret?: string;
            /** @description `client_credentials`. */
            grant_type: string;
        };
        /** @description Tokens for one session */
        Tokens: {
            /** @description For requests, as `Authorization: Bearer`. */
            access_token: string;
            /**
             * Format: int64
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /** @description For one exchange; null when it is in the cookie. */
            refresh_token: string | null;
            /**
             * Format: uuid
             * @description The session.
             */
            session_id: string;
            /** @description `Bearer`. */
            token_type: string;
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
         * @description What the list is sorted by; a minus means the latest first
         * @enum {string}
         */
        UserSort: "-created_at" | "created_at";
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
                 *       "code": "identity.last_admin",
                 *       "detail": "this is the last administrator: make somebody else an administrator first",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 409,
                 *       "title": "Identity last admin",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:identity.last_admin"
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
                 *       "detail": "this needs the permission user:read, which your roles do not grant",
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
                 *       "code": "identity.invalid",
                 *       "detail": "/email: must be an e-mail address",
                 *       "errors": [
                 *         {
                 *           "code": "email",
                 *           "field": "/email",
                 *           "message": "must be an e-mail address"
                 *         }
                 *       ],
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 422,
                 *       "title": "Identity invalid",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:identity.invalid"
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
                 *       "code": "identity.not_found",
                 *       "detail": "there is no such account or session, or none that you may see",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 404,
                 *       "title": "Identity not found",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:identity.not_found"
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
                 *       "code": "identity.version_mismatch",
                 *       "detail": "it has changed: it has version 3 now; read it again and decide again",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 412,
                 *       "title": "Identity version mismatch",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:identity.version_mismatch"
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
                 *       "code": "identity.version_required",
                 *       "detail": "send If-Match with the version that you looked at, such as If-Match: \"3\"",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 428,
                 *       "title": "Identity version required",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:identity.version_required"
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
                 *       "code": "identity.too_many_tries",
                 *       "detail": "too many tries: wait 30 s and try again",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 429,
                 *       "title": "Identity too many tries",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:identity.too_many_tries"
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
                 *       "code": "identity.bad_credentials",
                 *       "detail": "the e-mail address or the password is wrong, or the account cannot sign in",
                 *       "instance": "/api/v1/…",
                 *       "request_id": "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f",
                 *       "status": 401,
                 *       "title": "Identity bad credentials",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "type": "urn:eop:problem:identity.bad_credentials"
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
    getJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    /** @description How long the answer may be kept, and by whom. */
                    "Cache-Control": string;
                    /** @description Names this set of keys, for `If-None-Match`. */
                    ETag: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwkSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
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
    resendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "carol@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["EmailAddress"];
            };
        };
        responses: {
            /** @description Accepted; the answer is the same whatever it leads to. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
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
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "demo-verify-c2mVdG1u8J0Zf4yR7s5pQ9wT6bNaLhE"
                 *     }
                 */
                "application/json": components["schemas"]["LinkToken"];
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
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "admin@demo.test",
                 *       "password": "correct-horse-demo-battery"
                 *     }
                 */
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    /** @description Tokens are never kept by caches (RFC 6749, section 5.1). */
                    "Cache-Control": string;
                    /** @description The refresh token of browsers: `HttpOnly`, `SameSite=Strict`. */
                    "Set-Cookie"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
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
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    /** @description Takes the refresh token out of a browser. */
                    "Set-Cookie": string;
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
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "carol@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["EmailAddress"];
            };
        };
        responses: {
            /** @description Accepted; the answer is the same whatever it leads to. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
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
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "harbour-violet-9-piano",
                 *       "token": "demo-reset-3v0c2mVdG1u8J0Zf4yR7s5pQ9wT6bNaL"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordReset"];
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
    refreshTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "refresh_token": "demo-refresh-0f2b8Zf4yR7s5pQ9wT6bNaLhEiOoUxY"
                 *     }
                 */
                "application/json": components["schemas"]["TokenRefresh"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    /** @description Tokens are never kept by caches (RFC 6749, section 5.1). */
                    "Cache-Control": string;
                    /** @description The refresh token of browsers: `HttpOnly`, `SameSite=Strict`. */
                    "Set-Cookie"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
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
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "carol@example.com",
                 *       "name": "Carol Example",
                 *       "password": "plum-ladder-42-cloud"
                 *     }
                 */
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Accepted; the answer is the same whatever it leads to. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
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
    issueServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description Here it is. */
            200: {
                headers: {
                    /** @description Tokens are never kept by caches (RFC 6749, section 5.1). */
                    "Cache-Control": string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
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
    checkDecision: {
        parameters: {
            query?: {
                /** @description Also which rule decided, and which would have. */
                explain?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "approve",
                 *       "resource": "order",
                 *       "roles": [
                 *         "support"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
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
    listKeys: {
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
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeyList"];
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
    rotateKeys: {
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
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeyList"];
                };
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
    retireKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the key.
                 * @example jGir1opw6i34p0x23KHQd4RsCZIVcqc-TGaFmzf23ZE
                 */
                kid: string;
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
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeyList"];
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
    getMe: {
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
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
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
    changeMe: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "de",
                 *       "time_zone": "Europe/Berlin"
                 *     }
                 */
                "application/json": components["schemas"]["ProfileChange"];
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
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
    changeMyPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "correct-horse-demo-battery",
                 *       "password": "harbour-violet-9-piano"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChange"];
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
    listMyPermissions: {
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
                    "application/json": components["schemas"]["GrantedPermissions"];
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
    listMySessions: {
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
                    "application/json": components["schemas"]["SessionList"];
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
    revokeMyOtherSessions: {
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
    revokeMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000c2 */
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
    listPermissions: {
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
                    "application/json": components["schemas"]["Permissions"];
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
    getPolicy: {
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
                    /** @description The version of the thing, for `If-Match`. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
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
    listRoles: {
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
                    "application/json": components["schemas"]["Roles"];
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
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Looks into orders that came back",
                 *       "name": "returns-desk",
                 *       "permissions": [
                 *         {
                 *           "action": "read",
                 *           "effect": "allow",
                 *           "resource": "order",
                 *           "scope": "any"
                 *         },
                 *         {
                 *           "action": "write",
                 *           "effect": "allow",
                 *           "resource": "note",
                 *           "scope": "any"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewRole"];
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
                    "application/json": components["schemas"]["Role"];
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
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example night-desk */
                role: string;
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
                    "application/json": components["schemas"]["Role"];
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
    changeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
            };
            path: {
                /** @example night-desk */
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Answers the telephone at night",
                 *       "permissions": [
                 *         {
                 *           "action": "read",
                 *           "effect": "allow",
                 *           "resource": "order",
                 *           "scope": "any"
                 *         },
                 *         {
                 *           "action": "cancel",
                 *           "effect": "deny",
                 *           "resource": "order",
                 *           "scope": "any"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RoleChange"];
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
                    "application/json": components["schemas"]["Role"];
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
    removeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
            };
            path: {
                /** @example intern */
                role: string;
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
            412: components["responses"]["PreconditionFailed"];
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
    listUsers: {
        parameters: {
            query?: {
                /** @description Whether to count all matching items. */
                count?: components["schemas"]["Count"];
                /** @description Where to continue: `next_cursor` of the page before, with the same sort and filters. */
                cursor?: string;
                /** @description The largest number of items in the answer. */
                limit?: number;
                /** @description Part of the name or address. */
                q?: string;
                /** @description Has this role. */
                role?: string;
                /** @description What the list is sorted by. */
                sort?: components["schemas"]["UserSort"];
                /** @description Is in this state. */
                state?: components["schemas"]["AccountState"];
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
                    "application/json": components["schemas"]["AccountPage"];
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
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000c1 */
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
                    "application/json": components["schemas"]["Account"];
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
    lockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000c1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "until": "2099-01-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["AccountLock"];
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
                    "application/json": components["schemas"]["Account"];
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
    getUserRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000c1 */
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
                    "application/json": components["schemas"]["RoleSet"];
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
    setUserRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the change is based on; refused with 412 when there is a newer one. */
                "If-Match"?: string;
            };
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000c1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roles": [
                 *         "customer",
                 *         "approver"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RoleSet"];
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
                    "application/json": components["schemas"]["Account"];
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
    unlockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 019cb6f1-0000-7000-8000-0000000000c1 */
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
                    /** @description `true` when the request had its effect before and this is the first answer again. */
                    "Idempotent-Replayed"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Trace-Id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
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
}
