import type { components } from './generated/user.js';

/** What a service says of a request that it refuses (RFC 9457). */
export type Problem = components['schemas']['Problem'];
/** One refused value: `field` is a JSON pointer into the body, or the name of a parameter. */
export type FieldProblem = components['schemas']['FieldProblem'];

/** Whatever goes wrong in a call is one of these. */
export class EopError extends Error {
  override readonly name: string = 'EopError';
}

/** No answer came: the network failed, or the connection ended too early. The request may have had its effect. */
export class NoAnswer extends EopError {
  override readonly name: string = 'NoAnswer';
}

/** The time for the call was over before there was an answer. The request may have had its effect. */
export class DeadlineExceeded extends EopError {
  override readonly name: string = 'DeadlineExceeded';
}

/** An answer that is none: the service refused, and says why. There is a class for each family of statuses. */
export class ApiError extends EopError {
  override readonly name: string = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** All that the service says, with members of its own such as `current_status`. */
  readonly problem: Partial<Problem> & Record<string, unknown>;
  /** Seconds after which another try makes sense, if the service names them. */
  readonly retryAfter: number | undefined;
  /** The `ETag` of what is there now, with 412. */
  readonly etag: string | undefined;

  constructor(status: number, problem: Partial<Problem> & Record<string, unknown>, headers: Headers) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    const id = headers.get('x-request-id');
    const trace = headers.get('x-trace-id');
    this.problem = { ...(id ? { request_id: id } : {}), ...(trace ? { trace_id: trace } : {}), ...problem };
    this.retryAfter = secondsOf(headers);
    this.etag = headers.get('etag') ?? undefined;
  }

  /** What programs act on, such as `order.transition_refused`; empty when the answer is no problem document. */
  get code(): string {
    return this.problem.code ?? '';
  }
  /** Each refused value. */
  get errors(): FieldProblem[] {
    return this.problem.errors ?? [];
  }
  /** What to quote when asking the operators. */
  get requestId(): string | undefined {
    return this.problem.request_id;
  }
  /** The trace that the request belongs to. */
  get traceId(): string | undefined {
    return this.problem.trace_id;
  }
}

/** 400, 405, 408, 413, 414, 415, 421, 431: the request cannot be read. */
export class BadRequest extends ApiError {
  override readonly name = 'BadRequest';
}
/** 401: nobody is signed in, or no longer. */
export class Unauthenticated extends ApiError {
  override readonly name = 'Unauthenticated';
}
/** 403: the roles do not grant it. */
export class Forbidden extends ApiError {
  override readonly name = 'Forbidden';
}
/** 404, 410: there is no such thing, or none that one may know of. */
export class NotFound extends ApiError {
  override readonly name = 'NotFound';
}
/** 409: the state of the thing does not allow it. */
export class Conflict extends ApiError {
  override readonly name = 'Conflict';
  /** The status that the order has. */
  get currentStatus(): string | undefined {
    return this.problem['current_status'] as string | undefined;
  }
  /** What can be done with it instead. */
  get allowedActions(): string[] {
    return (this.problem['allowed_actions'] as string[] | undefined) ?? [];
  }
}
/** 412, 428: there is a newer version than the one that the change is based on; `etag` is its. */
export class PreconditionFailed extends ApiError {
  override readonly name = 'PreconditionFailed';
}
/** 422: values are not acceptable; `errors` has each. */
export class Invalid extends ApiError {
  override readonly name = 'Invalid';
}
/** 429: too much; `retryAfter` says when to come back. */
export class RateLimited extends ApiError {
  override readonly name = 'RateLimited';
}
/** 5xx: a fault of the service, or a part of it is missing. */
export class ServerFault extends ApiError {
  override readonly name = 'ServerFault';
}

export function secondsOf(headers: Headers): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

const FAMILIES: Record<number, new (...all: ConstructorParameters<typeof ApiError>) => ApiError> = {
  401: Unauthenticated,
  403: Forbidden,
  404: NotFound,
  409: Conflict,
  410: NotFound,
  412: PreconditionFailed,
  422: Invalid,
  428: PreconditionFailed,
  429: RateLimited,
};

/** The error that an answer stands for. */
export async function errorOf(response: Response): Promise<ApiError> {
  const is_problem = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const body: unknown = is_problem ? await response.json().catch(() => ({})) : (await response.body?.cancel(), {});
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const Family = FAMILIES[response.status] ?? (response.status >= 500 ? ServerFault : BadRequest);
  return new Family(response.status, problem, response.headers);
}
