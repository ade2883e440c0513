import { queryOptions } from '@tanstack/react-query';
import { unwrap, users } from '@/api/client';
import { ApiError } from '@/api/errors';
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
