import type { components } from '@sdk/generated/order';

export type Problem = components['schemas']['Problem'];

/** An answer that is none: the problem that the service described, or the network. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Partial<Problem>;
  readonly retryAfter: number | null;
  readonly currentVersion: number | null;

  constructor(status: number, problem: Partial<Problem>, headers?: Headers) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
    const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : null;
    const tag = /^"(\d+)"$/.exec(headers?.get('etag') ?? '');
    this.currentVersion = tag ? Number(tag[1]) : null;
  }

  get code(): string {
    return this.problem.code ?? (this.status === 0 ? 'network' : 'unknown');
  }
  get isNetwork(): boolean {
    return this.status === 0;
  }
  /** Asking again may help. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(0, { detail: error instanceof Error ? error.message : String(error) });

/** `/lines/0/unit_price/amount` as react-hook-form names it: `lines.0.unit_price.amount`. */
export const fieldName = (pointer: string): string => pointer.replace(/^\//, '').replaceAll('/', '.');

/**
 * Puts the server's refusals at their fields. What belongs to no known field is returned as text.
 * `known` says the form's name of a field, or null when the form has none.
 */
export function placeErrors(
  error: ApiError,
  known: (name: string) => string | null,
  set: (name: string, message: string) => void,
  translate: (code: string, message: string) => string,
): string[] {
  const elsewhere: string[] = [];
  for (const one of error.problem.errors ?? []) {
    const name = known(fieldName(one.field));
    const message = translate(one.code, one.message);
    if (name === null) elsewhere.push(message);
    else set(name, message);
  }
  return elsewhere;
}
