import { ApiError, DeadlineExceeded, EopError, NoAnswer, errorOf, secondsOf } from './errors.js';
import { version } from './generated/operations.js';
import { before } from './session.js';

export type Service = 'user' | 'order' | 'notification';

/** What can be said for one call, or for all. */
export interface CallOptions {
  /** How long the call may take, with all its tries. Default: 30 s. */
  timeoutMs?: number | undefined;
  /** Ends the call early. */
  signal?: AbortSignal | undefined;
  /** Your own key for a POST, if the same order may be placed again after a restart. Default: a new one for each call. */
  idempotencyKey?: string | undefined;
  /** The trace that the call is part of (W3C). Default: a new one. */
  traceparent?: string | undefined;
}

export interface Wiring {
  base(service: Service): string;
  fetch: typeof fetch;
  retries: number;
  timeoutMs: number;
  traceparent: (() => string | undefined) | undefined;
  userAgent: string | undefined;
  token(): Promise<string | undefined>;
  renew(stale: string | undefined): Promise<string>;
}

export interface Request {
  service: Service;
  method: string;
  path: string;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
  /** Whether a second try can do no harm when it is unknown what became of the first. */
  isRepeatable: boolean;
  /** Whether it goes without a token. */
  isOpen?: boolean;
  /** Told when the whole answer need not be read, as with a stream. */
  isStream?: boolean;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** One answer with a good status, after as many tries as it takes and the time allows. */
export class Transport {
  constructor(private readonly wiring: Wiring) {}

  async send(request: Request, options: CallOptions = {}): Promise<Response> {
    const clock = new AbortController();
    const limit = options.timeoutMs ?? this.wiring.timeoutMs;
    const endsAt = Date.now() + limit;
    const timer = setTimeout(() => clock.abort(new DeadlineExceeded(`no answer within ${limit} ms`)), limit);
    const signal = options.signal ? AbortSignal.any([clock.signal, options.signal]) : clock.signal;
    try {
      return await this.#tries(request, options, signal, endsAt);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async #tries(request: Request, options: CallOptions, signal: AbortSignal, endsAt: number): Promise<Response> {
    const headers = this.#headers(request, options);
    let renewed = false;
    for (let tries = 0; ; tries += 1) {
      const token = request.isOpen ? undefined : await before(this.wiring.token(), signal);
      if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
      let pause = pauseAfter(tries);
      try {
        const response = await this.#once(request, headers, signal, options.signal);
        if (response.ok) return response;
        if (response.status === 401 && token !== undefined && !renewed) {
          renewed = true;
          await response.body?.cancel();
          await before(this.wiring.renew(token), signal);
          continue;
        }
        const asked = secondsOf(response.headers);
        const error = await errorOf(response);
        if (tries >= this.wiring.retries || !mayTryAgain(error, request)) throw error;
        if (asked !== undefined) pause = asked * 1000;
        // Whoever is told to come back after the deadline need not wait for it.
        if (Date.now() + pause >= endsAt) throw error;
      } catch (error) {
        if (error instanceof EopError || signal.aborted) throw error;
        const fault = new NoAnswer(`no answer of the ${request.service} service: ${reasonOf(error)}`, { cause: error });
        if (!request.isRepeatable || tries >= this.wiring.retries) throw fault;
      }
      await sleep(pause, signal);
    }
  }

  /** The whole answer, so that a connection that ends in the middle of it is a failed try. */
  async #once(request: Request, headers: Headers, signal: AbortSignal, outer: AbortSignal | undefined): Promise<Response> {
    // The time is for the beginning of a stream; after that it lasts until the caller ends it.
    const connection = new AbortController();
    const stop = () => connection.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const response = await this.wiring.fetch(this.#url(request), {
        method: request.method,
        headers,
        signal: request.isStream && outer ? AbortSignal.any([connection.signal, outer]) : connection.signal,
        ...(request.body === undefined ? {} : { body: request.body instanceof URLSearchParams ? request.body : JSON.stringify(request.body) }),
      });
      if (request.isStream && response.ok) return response;
      const body = response.status === 204 || response.status === 304 ? null : await response.arrayBuffer();
      return new Response(body, { status: response.status, headers: response.headers });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  #url(request: Request): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined && value !== null) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
    }
    const text = query.toString();
    return this.wiring.base(request.service) + request.path + (text ? `?${text}` : '');
  }

  #headers(request: Request, options: CallOptions): Headers {
    const headers = new Headers(request.headers);
    const agent = `eop-sdk-typescript/${version}${this.wiring.userAgent ? ` ${this.wiring.userAgent}` : ''}`;
    headers.set('User-Agent', agent);
    headers.set('traceparent', options.traceparent ?? this.wiring.traceparent?.() ?? newTrace());
    if (!headers.has('Accept')) headers.set('Accept', 'application/json, application/problem+json');
    // Of a form, the platform's own `fetch` says so.
    if (request.body !== undefined && !(request.body instanceof URLSearchParams)) headers.set('Content-Type', 'application/json');
    if (request.method === 'POST') headers.set('Idempotency-Key', options.idempotencyKey ?? crypto.randomUUID());
    return headers;
  }
}

/** 429 is said before anything is done; what else is passing may have had its effect. */
function mayTryAgain(error: ApiError, request: Request): boolean {
  if (error.status === 429) return true;
  if (!request.isRepeatable) return false;
  // The first try of the same key still runs.
  if (error.status === 409) return error.retryAfter !== undefined;
  return [408, 502, 503, 504].includes(error.status);
}

function pauseAfter(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries) * (0.5 + Math.random() / 2);
}

export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function newTrace(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `00-${hex.slice(0, 32)}-${hex.slice(32)}-01`;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
