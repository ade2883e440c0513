import { operations as table } from './generated/operations.js';
import type { operations as NotificationOperations } from './generated/notification.js';
import type { operations as OrderOperations } from './generated/order.js';
import type { operations as UserOperations } from './generated/user.js';
import { keepEtag } from './etag.js';
import type { CallOptions, Service, Transport } from './transport.js';

type Nothing = Record<never, never>;
type Present<T> = [Exclude<T, undefined>] extends [never] ? Nothing : Exclude<T, undefined>;
type Part<O, K extends string> = O extends { parameters: infer P } ? (K extends keyof P ? Present<P[K]> : Nothing) : Nothing;
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : T extends { content: { 'application/x-www-form-urlencoded': infer B } } ? B : never;
type Body<O> = O extends { requestBody: infer R }
  ? { body: Json<R> }
  : O extends { requestBody?: infer R }
    ? [Exclude<R, undefined>] extends [never]
      ? Nothing
      : { body?: Json<Exclude<R, undefined>> }
    : Nothing;
type Condition<O> =
  Part<O, 'header'> extends { 'If-Match': string } ? { ifMatch: string } : Part<O, 'header'> extends { 'If-Match'?: string } ? { ifMatch?: string } : Nothing;
type Good = 200 | 201 | 202 | 207;
type Answer<O> = O extends { responses: infer R }
  ? keyof R & Good extends infer S
    ? [S] extends [never]
      ? void
      : R[S & keyof R] extends { content: { 'application/json': infer B } }
        ? B
        : void
    : void
  : void;

/** What an operation takes: the parameters of its path and query by their names, `body`, and `ifMatch` where it has one. */
export type Input<O> = Part<O, 'path'> & Part<O, 'query'> & Body<O> & Condition<O>;
type Call<O> = Nothing extends Input<O>
  ? (input?: Input<O>, options?: CallOptions) => Promise<Answer<O>>
  : (input: Input<O>, options?: CallOptions) => Promise<Answer<O>>;
/** The operations of a service, each under the name that its document gives it. */
export type Operations<O, S extends Service> = { [K in keyof O & keyof (typeof table)[S]]: Call<O[K]> };

/** Accounts, sessions and roles. */
export type Users = Operations<UserOperations, 'user'>;
/** Orders, their life and history. */
export type Orders = Operations<OrderOperations, 'order'>;
/** Notifications, the inbox, dead letters. */
export type Notifications = Operations<NotificationOperations, 'notification'>;

interface Rule {
  method: string;
  path: string;
  query: readonly string[];
  keyed: boolean;
  open: boolean;
  form?: boolean;
}

/** The methods for one service, made from what the documents say of each. */
export function operationsOf<T>(service: Service, transport: Transport): T {
  const methods: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries<Rule>(table[service])) {
    methods[name] = (input: Record<string, unknown> = {}, options?: CallOptions) => call(transport, service, rule, input, options);
  }
  return methods as T;
}

async function call(transport: Transport, service: Service, rule: Rule, input: Record<string, unknown>, options?: CallOptions): Promise<unknown> {
  const path = rule.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const query = Object.fromEntries(rule.query.map((name) => [name, input[name]]));
  const headers: Record<string, string> = {};
  if (input['ifMatch'] !== undefined) headers['If-Match'] = String(input['ifMatch']);
  const response = await transport.send(
    {
      service,
      method: rule.method,
      path,
      query,
      headers,
      body: rule.form ? new URLSearchParams(input['body'] as Record<string, string>) : input['body'],
      isOpen: rule.open,
      isRepeatable: rule.keyed || ['GET', 'PUT', 'DELETE'].includes(rule.method),
    },
    options,
  );
  const text = await response.text();
  return text === '' ? undefined : keepEtag(JSON.parse(text), response.headers.get('etag'));
}
