import { DeadlineExceeded, Unauthenticated } from './errors.js';
import type { components } from './generated/user.js';

export type Tokens = components['schemas']['Tokens'];

/** Who calls: a person's password, a refresh token that was kept, or a function that gives access tokens. */
export type Credentials =
  | { email: string; password: string }
  | { refreshToken: string }
  | { token: () => string | Promise<string> };

/** Tokens are renewed so long before they end. */
const EARLY_MS = 30_000;

/** What the session asks of the user service. */
export interface Door {
  logIn(email: string, password: string): Promise<Tokens>;
  refresh(token: string): Promise<Tokens>;
  logOut(token: string): Promise<void>;
}

/** Keeps the access token fresh. However many calls want a new one, one request is made. */
export class Session {
  #access: string | undefined;
  #endsAt = 0;
  #refresh: string | undefined;
  #renewing: Promise<string> | undefined;
  #isClosed = false;

  constructor(
    private readonly credentials: Credentials | undefined,
    private readonly door: Door,
    private readonly onTokens: ((tokens: Tokens) => void) | undefined,
  ) {
    if (credentials && 'refreshToken' in credentials) this.#refresh = credentials.refreshToken;
  }

  /** The token for a request; undefined when no credentials were given. */
  async token(): Promise<string | undefined> {
    if (this.#isClosed) throw signedOut();
    if (!this.credentials) return undefined;
    if (this.#access !== undefined && Date.now() < this.#endsAt) return this.#access;
    return this.renew(this.#access);
  }

  /** A token other than `stale`: the present one, when somebody else has renewed it meanwhile. */
  renew(stale: string | undefined): Promise<string> {
    if (this.#isClosed) return Promise.reject(signedOut());
    if (this.#access !== undefined && this.#access !== stale) return Promise.resolve(this.#access);
    this.#renewing ??= this.#renewed().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renewed(): Promise<string> {
    const credentials = this.credentials;
    if (!credentials) throw signedOut('there are no credentials');
    if ('token' in credentials) {
      this.#access = await credentials.token();
      this.#endsAt = Number.POSITIVE_INFINITY;
      return this.#access;
    }
    return this.#accept(await this.#exchanged(credentials));
  }

  async #exchanged(credentials: Exclude<Credentials, { token: unknown }>): Promise<Tokens> {
    if (this.#refresh !== undefined) {
      try {
        return await this.door.refresh(this.#refresh);
      } catch (error) {
        // Whoever has the password can begin a new session when the old one has ended.
        if (!(error instanceof Unauthenticated) || !('password' in credentials)) throw error;
      }
    }
    if (!('password' in credentials)) throw signedOut();
    return this.door.logIn(credentials.email, credentials.password);
  }

  #accept(tokens: Tokens): string {
    this.#access = tokens.access_token;
    this.#endsAt = Date.now() + tokens.expires_in * 1000 - EARLY_MS;
    this.#refresh = tokens.refresh_token ?? undefined;
    this.onTokens?.(tokens);
    return tokens.access_token;
  }

  /** A new token now, whatever the present one is worth. */
  async refresh(): Promise<void> {
    await this.renew(this.#access);
  }

  /** Ends the session at the service; every later call fails with `Unauthenticated`. */
  async logOut(): Promise<void> {
    await this.#renewing?.catch(() => undefined);
    const token = this.#access;
    this.#isClosed = true;
    this.#access = this.#refresh = undefined;
    if (token !== undefined && this.credentials && !('token' in this.credentials)) await this.door.logOut(token);
  }
}

function signedOut(detail = 'signed out'): Unauthenticated {
  return new Unauthenticated(401, { title: 'Signed out', code: 'sdk.signed_out', detail }, new Headers());
}

/** What comes first: the promise, or the end of the time for this call. The promise itself goes on for the others. */
export async function before<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let refuse: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    refuse = () => reject(signal.reason ?? new DeadlineExceeded('aborted'));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  try {
    return await Promise.race([promise, ended]);
  } finally {
    signal.removeEventListener('abort', refuse);
  }
}
