import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notifications, orders, unwrap } from './client';
import { ApiError, placeErrors } from './errors';
import { session } from './session';

type Asked = { path: string; method: string; headers: Headers; body: string };
let asked: Asked[] = [];
let answers: ((request: Asked) => Response | undefined)[] = [];

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const tokens = (value: string, expires_in = 600) => json({ access_token: value, expires_in });

beforeEach(() => {
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = typeof input === 'string' ? new Request(new URL(input, location.origin), init) : input;
    const one = { path: new URL(request.url).pathname + new URL(request.url).search, method: request.method, headers: request.headers, body: await request.clone().text() };
    asked.push(one);
    for (const answer of answers) {
      const response = answer(one);
      if (response) return response;
    }
    throw new TypeError('no network');
  });
});
afterEach(() => {
  session.end();
  vi.unstubAllGlobals();
});

const on = (part: string, answer: (request: Asked) => Response | undefined) => answers.push((request) => (request.path.includes(part) ? answer(request) : undefined));
const count = (part: string) => asked.filter((one) => one.path.includes(part)).length;

async function signedIn(lifetime = 600) {
  on('/auth/login', () => tokens('first', lifetime));
  await session.signIn('alice@demo.test', 'secret');
}

describe('the session', () => {
  it('is not asked for where nobody signed in', () => {
    expect([session.isOpen, session.mayContinue]).toEqual([false, false]);
  });

  it('sends its token, and keeps it out of storage', async () => {
    await signedIn();
    on('/orders', () => json({ items: [] }));
    await unwrap(orders.GET('/api/v1/orders'));
    expect(asked.at(-1)!.headers.get('authorization')).toBe('Bearer first');
    expect(JSON.stringify({ ...localStorage })).not.toContain('first');
  });

  it('renews a refused token once for requests at once, and repeats each with its body', async () => {
    await signedIn();
    on('/auth/refresh', () => tokens('second'));
    on('/api/v1/', (request) => (request.headers.get('authorization') === 'Bearer second' ? json({ unread: 1 }) : json({ code: 'auth.expired', status: 401 }, 401)));
    const note = orders.POST('/api/v1/orders/{id}/notes', { params: { path: { id: '1' } }, body: { text: 'Hello', visibility: 'public' } });
    await Promise.all([unwrap(notifications.GET('/api/v1/me/inbox/unread-count')), unwrap(orders.GET('/api/v1/orders')), unwrap(note)]);
    expect(count('/auth/refresh')).toBe(1);
    expect(asked.filter((one) => one.path.endsWith('/notes')).map((one) => JSON.parse(one.body).text)).toEqual(['Hello', 'Hello']);
  });

  it('renews before the end', async () => {
    await signedIn(20);
    on('/auth/refresh', () => tokens('second'));
    on('/orders', () => json({ items: [] }));
    await unwrap(orders.GET('/api/v1/orders'));
    expect(asked.at(-1)!.headers.get('authorization')).toBe('Bearer second');
  });

  it('ends when it cannot be renewed, and says so', async () => {
    await signedIn();
    on('/auth/refresh', () => json({ code: 'identity.refresh_refused', status: 401 }, 401));
    on('/orders', () => json({ code: 'auth.expired', status: 401 }, 401));
    const told = vi.fn();
    const stop = session.subscribe(told);
    await expect(unwrap(orders.GET('/api/v1/orders'))).rejects.toMatchObject({ status: 401 });
    stop();
    expect([session.isOpen, session.mayContinue, session.wasEnded]).toEqual([false, false, true]);
    expect(told).toHaveBeenCalled();
  });

  it('survives a renewal that the network lost', async () => {
    await signedIn();
    on('/orders', () => json({ code: 'auth.expired', status: 401 }, 401));
    await expect(unwrap(orders.GET('/api/v1/orders'))).rejects.toBeInstanceOf(ApiError);
    expect(session.mayContinue).toBe(true);
  });

  it('is over for the browser when somebody signs out, even without an answer', async () => {
    await signedIn();
    await session.signOut().catch(() => undefined);
    expect([session.isOpen, session.wasEnded]).toEqual([false, false]);
    expect(asked.at(-1)!.headers.get('authorization')).toBe('Bearer first');
  });
});

describe('a request', () => {
  it('writes lists of values with commas', async () => {
    on('/orders', () => json({ items: [] }));
    await unwrap(orders.GET('/api/v1/orders', { params: { query: { status: ['CREATED', 'SHIPPED'] } } }));
    expect(asked[0]!.path).toBe('/services/order/api/v1/orders?status=CREATED,SHIPPED');
  });

  it('throws what was refused, with all that the answer says of it', async () => {
    on('/orders', () => json({ code: 'order.version_mismatch', detail: 'changed', status: 412, request_id: 'r1' }, 412, { etag: '"7"', 'retry-after': '3' }));
    const error = await unwrap(orders.GET('/api/v1/orders')).catch((caught: unknown) => caught as ApiError);
    expect(error).toMatchObject({ status: 412, code: 'order.version_mismatch', currentVersion: 7, retryAfter: 3, message: 'changed' });
  });

  it('throws when there is no network', async () => {
    await expect(unwrap(orders.GET('/api/v1/orders'))).rejects.toMatchObject({ status: 0, code: 'network', isPassing: true });
  });
});

describe('refused values', () => {
  it('go to their fields, and what has none is told apart', () => {
    const error = new ApiError(422, { errors: [{ field: '/lines/0/quantity', code: 'out_of_range', message: 'too many' }, { field: '/metadata', code: 'too_large', message: 'too large' }] });
    const placed: Record<string, string> = {};
    const known = (name: string) => (name.startsWith('lines.') ? name : null);
    const others = placeErrors(error, known, (name, message) => (placed[name] = message), (_, message) => message);
    expect([placed, others]).toEqual([{ 'lines.0.quantity': 'too many' }, ['too large']]);
  });
});
