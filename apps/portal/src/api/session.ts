// Who is signed in. The access token lives in this module only; the refresh token in a cookie that no script reads.

import { exclusively } from '@/lib/secure';
import { keep, kept } from '@/lib/storage';
import { ApiError, type Problem } from './errors';

const AUTH = '/services/user/api/v1/auth';
/** Tokens are renewed so long before they end. */
const EARLY_MS = 30_000;

type Token = { value: string; endsAt: number };
type Listener = () => void;

let token: Token | null = null;
let wasEnded = false;
let renewing: Promise<boolean> | null = null;
const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('session') : null;

export const session = {
  get isOpen(): boolean {
    return token !== null;
  },
  /** Whether a session may be continued: worth a request. */
  get mayContinue(): boolean {
    return kept('session') === '1';
  },
  /** Whether the last session ended by itself, and not by somebody who signed out. */
  get wasEnded(): boolean {
    return wasEnded;
  },
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** The token for a request, renewed if it is about to end; null when nobody is signed in. */
  async token(): Promise<string | null> {
    if (token !== null && token.endsAt - Date.now() < EARLY_MS) await renew(token.value);
    return token?.value ?? null;
  },
  renew,
  signIn,
  signOut,
  /** The session is over without anybody having asked for it. */
  end(): void {
    if (token !== null || kept('session') !== null) close(true);
  },
};

function close(byItself: boolean): void {
  wasEnded = byItself;
  keep('session', null);
  open(null);
}

function open(next: Token | null): void {
  token = next;
  for (const listener of listeners) listener();
}

type Tokens = { access_token: string; expires_in: number };
function accept(tokens: Tokens): void {
  keep('session', '1');
  open({ value: tokens.access_token, endsAt: Date.now() + tokens.expires_in * 1000 });
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  try {
    return await fetch(AUTH + path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body === null ? null : JSON.stringify(body),
    });
  } catch (error) {
    throw new ApiError(0, { detail: String(error) });
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const id = response.headers.get('x-request-id');
  if (!body.request_id && id) body.request_id = id;
  return new ApiError(response.status, body, response.headers);
}

/**
 * Exchanges the cookie for a new token. One request per tab and one tab at a time; `stale` is the token that was
 * refused, so that whoever comes late takes the one that is there. False: the session is over.
 */
function renew(stale: string | null): Promise<boolean> {
  if (token !== null && stale !== null && token.value !== stale) return Promise.resolve(true);
  renewing ??= exclusively('session-renewal', async () => {
    const response = await post('/refresh', {});
    if (response.ok) {
      accept((await response.json()) as Tokens);
      return true;
    }
    if (response.status === 401 || response.status === 403) {
      session.end();
      return false;
    }
    throw await problemOf(response);
  }).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function signIn(email: string, password: string): Promise<void> {
  const response = await post('/login', { email, password, refresh: 'cookie' });
  if (!response.ok) throw await problemOf(response);
  accept((await response.json()) as Tokens);
  channel?.postMessage('changed');
}

async function signOut(): Promise<void> {
  const value = token?.value;
  try {
    if (value) await post('/logout', null, { Authorization: `Bearer ${value}` });
  } finally {
    close(false);
    channel?.postMessage('ended');
  }
}

// Another tab signed in as somebody, or out: what this one shows is not theirs.
channel?.addEventListener('message', () => location.reload());
