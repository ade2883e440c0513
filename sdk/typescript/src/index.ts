export { Platform, type InboxEvent, type PlatformOptions } from './platform.js';
export type { Credentials, Tokens } from './session.js';
export type { CallOptions, Service } from './transport.js';
export type { Input, Notifications, Orders, Users } from './operations.js';
export { each } from './pages.js';
export { edit, etagOf } from './etag.js';
export { decimalOf, moneyOf, type Money } from './money.js';
export { verifyWebhook, WebhookRefused, type WebhookHeaders } from './webhook.js';
export {
  ApiError,
  BadRequest,
  Conflict,
  DeadlineExceeded,
  EopError,
  Forbidden,
  Invalid,
  NoAnswer,
  NotFound,
  PreconditionFailed,
  RateLimited,
  ServerFault,
  Unauthenticated,
  type FieldProblem,
  type Problem,
} from './errors.js';
export { version } from './generated/operations.js';
export type * as user from './generated/user.js';
export type * as order from './generated/order.js';
export type * as notification from './generated/notification.js';

import type { components as N } from './generated/notification.js';
import type { components as O } from './generated/order.js';
import type { components as U } from './generated/user.js';

/** Every schema of the documents by its name: `Schemas['Order']`. */
export type Schemas = U['schemas'] & O['schemas'] & N['schemas'];
/** An order. */
export type Order = Schemas['Order'];
/** What to place. */
export type OrderDraft = Schemas['OrderDraft'];
/** Where an order is in its life. */
export type OrderStatus = Schemas['OrderStatus'];
/** A step of an order's life. */
export type HistoryEntry = Schemas['HistoryEntry'];
/** An account. */
export type Account = Schemas['Account'];
/** An item of the inbox. */
export type InboxItem = Schemas['InboxItem'];
