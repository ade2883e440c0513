import { queryOptions, useQuery } from '@tanstack/react-query';
import { unwrap, users } from '@/api/client';
import type { Account, GrantedPermission } from '@/api/types';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => unwrap<Account>(users.GET('/api/v1/me')),
  staleTime: 300_000,
  meta: { service: 'user' },
});

export const permissionsQuery = queryOptions({
  queryKey: ['me', 'permissions'],
  queryFn: async () => (await unwrap(users.GET('/api/v1/me/permissions'))).items,
  staleTime: 60_000,
  refetchInterval: 60_000,
  meta: { service: 'user' },
});

export type Can = (resource: string, action: string, scope?: 'own' | 'any') => boolean;

export function canWith(granted: readonly GrantedPermission[]): Can {
  const names = new Set(granted.flatMap((one) => [`${one.resource}:${one.action}:${one.scope}`, ...(one.scope === 'any' ? [`${one.resource}:${one.action}:own`] : [])]));
  return (resource, action, scope = 'any') => names.has(`${resource}:${action}:${scope}`);
}

/** What the person may do. Decides what is shown; the service decides what happens. */
export function useCan(): Can {
  return canWith(useQuery(permissionsQuery).data ?? []);
}

export function useMe(): Account | undefined {
  return useQuery(meQuery).data;
}
