import { ApiError, EopError, NoAnswer, RateLimited, ServerFault } from './errors.js';
import { read, type Position } from './events.js';
import type { components } from './generated/notification.js';
import { operationsOf, type Notifications, type Orders, type Users } from './operations.js';
import { Session, type Credentials, type Tokens } from './session.js';
import { sleep, Transport, type CallOptions, type Service } from './transport.js';

export type InboxEvent = components['schemas']['InboxEvent'];

export interface PlatformOptions {
  /** Where the portal is: its door leads to all services. */
  url?: string;
  /** Or where each service is. */
  urls?: Record<Service, string>;
  /** Who calls. Without them only what is open to everybody can be called. */
  credentials?: Credentials;
  /** How long a call may take, with all its tries. Default: 30 s. */
  timeoutMs?: number;
  /** How often a call is tried again when that can do no harm. Default: 3. */
  retries?: number;
  /** The trace that the next call is part of, for example the active span's. */
  traceparent?: () => string | undefined;
  /** Told of each new pair of tokens: keep `refresh_token` if the session shall outlive the program. */
  onTokens?: (tokens: Tokens) => void;
  /** Added to the user agent, such as `my-shop/1.4`. */
  userAgent?: string;
  /** In the place of the global one. */
  fetch?: typeof fetch;
}

/** How long an event stream may say nothing; a comment comes every 15 s. */
const SILENCE_MS = 45_000;

/** The Enterprise Order Platform: its operations by service, and what makes them comfortable. */
export class Platform {
  readonly users: Users;
  readonly orders: Orders;
  readonly notifications: Notifications;
  readonly #session: Session;
  readonly #transport: Transport;

  constructor(options: PlatformOptions) {
    const { url, urls } = options;
    if (!url === !urls) throw new TypeError('give either `url` or `urls`');
    const wiring = {
      base: (service: Service) => (urls ? urls[service] : `${url?.replace(/\/+$/, '')}/services/${service}`).replace(/\/+$/, ''),
      // Looked up at each call, so that tests can put theirs in its place.
      fetch: options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => globalThis.fetch(input, init)),
      retries: options.retries ?? 3,
      timeoutMs: options.timeoutMs ?? 30_000,
      traceparent: options.traceparent,
      userAgent: options.userAgent,
      token: () => this.#session.token(),
      renew: (stale: string | undefined) => this.#session.renew(stale),
    };
    this.#transport = new Transport(wiring);
    this.users = operationsOf<Users>('user', this.#transport);
    this.orders = operationsOf<Orders>('order', this.#transport);
    this.notifications = operationsOf<Notifications>('notification', this.#transport);
    this.#session = new Session(options.credentials, this.#door(), options.onTokens);
  }

  #door() {
    const ask = async (path: string, body: unknown): Promise<Tokens> => {
      // A second session does no harm, and a refresh token gives the same successor for a minute.
      const request = { service: 'user', method: 'POST', path, body, isRepeatable: true, isOpen: true } as const;
      return (await (await this.#transport.send(request)).json()) as Tokens;
    };
    return {
      logIn: (email: string, password: string) => ask('/api/v1/auth/login', { email, password }),
      refresh: (token: string) => ask('/api/v1/auth/refresh', { refresh_token: token }),
      logOut: async (token: string) => {
        const headers = { Authorization: `Bearer ${token}` };
        await this.#transport.send({ service: 'user', method: 'POST', path: '/api/v1/auth/logout', headers, isRepeatable: true, isOpen: true });
      },
    };
  }

  /** Renews the access token now; calls do that by themselves when it ends. */
  refresh(): Promise<void> {
    return this.#session.refresh();
  }

  /** Ends the session; every later call fails with `Unauthenticated`. */
  logOut(): Promise<void> {
    return this.#session.logOut();
  }

  /**
   * What happens in one's inbox, as it happens: each item that arrives, and how many are unread as that changes. A connection
   * that ends is made again and goes on where the last one ended, without a gap. Stop by leaving the loop, or by `signal`.
   */
  async *watchMyInbox(options: CallOptions & { lastEventId?: string } = {}): AsyncGenerator<InboxEvent & { eventId: string }, void, undefined> {
    const position: Position = { id: options.lastEventId, retryMs: undefined };
    const signal = options.signal ?? new AbortController().signal;
    for (let failures = 0; ; ) {
      try {
        const stream = await this.#stream(position, options);
        for await (const event of read(stream, position, SILENCE_MS)) {
          failures = 0;
          yield { ...(JSON.parse(event.data) as InboxEvent), eventId: event.id };
        }
      } catch (error) {
        if (signal.aborted) return;
        const is_passing = error instanceof RateLimited || error instanceof ServerFault || error instanceof NoAnswer;
        if (error instanceof ApiError || error instanceof EopError ? !is_passing : !(error instanceof TypeError)) throw error;
        failures += 1;
      }
      await sleep((position.retryMs ?? 1_000) * Math.min(2 ** failures, 30), signal).catch(() => undefined);
      if (signal.aborted) return;
    }
  }

  async #stream(position: Position, options: CallOptions): Promise<ReadableStream<Uint8Array>> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (position.id !== undefined && position.id !== '') headers['Last-Event-ID'] = position.id;
    const path = '/api/v1/me/inbox/stream';
    const request = { service: 'notification', method: 'GET', path, headers, isRepeatable: true, isStream: true } as const;
    const { body } = await this.#transport.send(request, options);
    if (body === null) throw new NoAnswer('the stream has no body');
    return body;
  }
}
