import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as NotificationPaths } from '@sdk/generated/notification';
import type { paths as OrderPaths } from '@sdk/generated/order';
import type { paths as UserPaths } from '@sdk/generated/user';
import { ApiError, asApiError } from './errors';
import { problemOf, session } from './session';

const originals = new WeakMap<Request, Request>();

const authorised: Middleware = {
  async onRequest({ request }) {
    const value = await session.token();
    if (value) request.headers.set('Authorization', `Bearer ${value}`);
    // A body can be read once; the copy is for the second try.
    originals.set(request, request.clone());
    return request;
  },
  async onResponse({ request, response }) {
    if (response.status !== 401) return response;
    const again = originals.get(request);
    const used = request.headers.get('Authorization')?.replace('Bearer ', '') ?? null;
    if (!again || !(await session.renew(used))) return response;
    const value = await session.token();
    if (value) again.headers.set('Authorization', `Bearer ${value}`);
    return fetch(again);
  },
};

function client<P extends {}>(service: string) {
  const made = createClient<P>({
    baseUrl: `${location.origin}/services/${service}`,
    credentials: 'same-origin',
    // Lists of values are written `status=A,B`.
    querySerializer: { array: { style: 'form', explode: false } },
    // Looked up at each call, so that tests can put theirs in its place.
    fetch: (request) => globalThis.fetch(request),
  });
  made.use(authorised);
  return made;
}

export const users = client<UserPaths>('user');
export const orders = client<OrderPaths>('order');
export const notifications = client<NotificationPaths>('notification');

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** What was answered, or an `ApiError`. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  let result: Answer<T>;
  try {
    result = await answer;
  } catch (error) {
    throw asApiError(error);
  }
  const { data, error, response } = result;
  if (response.ok) return data as T;
  if (response.status === 401) session.end();
  if (error !== undefined && typeof error === 'object' && error !== null) throw new ApiError(response.status, error, response.headers);
  throw await problemOf(response.clone()).catch(() => new ApiError(response.status, {}, response.headers));
}
