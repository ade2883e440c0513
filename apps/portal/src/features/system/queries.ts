import { queryOptions } from '@tanstack/react-query';
import { notifications, orders, unwrap, users } from '@/api/client';
import { ApiError, asApiError } from '@/api/errors';
import type { ServiceName } from '@/lib/health';

export type Check = { name: string; status: 'ok' | 'failing'; required: boolean; detail?: string };
export type Readiness = { status: 'ready' | 'degraded' | 'unavailable'; version?: string; checks: Check[] };
export const SERVICES: ServiceName[] = ['user', 'order', 'notification'];

/** What a service says of itself. One that is not reached is unavailable: that is an answer, too. */
export const readinessQuery = (service: ServiceName) =>
  queryOptions({
    queryKey: ['readiness', service],
    queryFn: async (): Promise<Readiness> => {
      let response: Response;
      try {
        response = await fetch(`/services/${service}/health/ready`);
      } catch (error) {
        throw new ApiError(0, { detail: String(error) });
      }
      const body = (await response.json().catch(() => ({}))) as Partial<Readiness>;
      return { status: 'unavailable', checks: [], ...(body.checks ? body : {}) };
    },
    refetchInterval: 5000,
    retry: false,
  });

export const keysQuery = queryOptions({
  queryKey: ['jwks'],
  queryFn: async () => (await unwrap(users.GET('/.well-known/jwks.json'))).keys,
  staleTime: 60_000,
  meta: { service: 'user' },
});

/** Every service has the same operations of its console, described by the same types. */
const CONSOLES = { user: users as unknown as typeof orders, order: orders, notification: notifications as unknown as typeof orders };

/** The service was not told to remember its work: asking again changes nothing. */
export const isOff = (error: unknown): boolean => Boolean(error) && asApiError(error).code === 'system.off';

const every = (milliseconds: number) => (query: { state: { error: unknown } }) => (isOff(query.state.error) ? false : milliseconds);

export const systemQuery = (service: ServiceName) =>
  queryOptions({
    queryKey: ['system', service],
    queryFn: () => unwrap(CONSOLES[service].GET('/api/v1/system')),
    refetchInterval: every(10_000),
    meta: { service },
  });

export const tracesQuery = (service: ServiceName) =>
  queryOptions({
    queryKey: ['system', service, 'traces'],
    queryFn: async () => (await unwrap(CONSOLES[service].GET('/api/v1/system/traces'))).items,
    refetchInterval: every(10_000),
    meta: { service },
  });

/** The part that a service had in these traces, at most 50 of them. */
export const spansQuery = (service: ServiceName, traces: string[]) =>
  queryOptions({
    queryKey: ['system', service, 'spans', traces],
    queryFn: async () => (await unwrap(CONSOLES[service].GET('/api/v1/system/spans', { params: { query: { trace_id: traces } } }))).items,
    enabled: traces.length > 0,
    refetchInterval: every(10_000),
    meta: { service },
  });
