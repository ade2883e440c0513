import { queryOptions } from '@tanstack/react-query';
import { unwrap, users } from '@/api/client';

const meta = { service: 'user' } as const;

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async () => (await unwrap(users.GET('/api/v1/roles'))).items,
  staleTime: 10_000,
  meta,
});

export const allPermissionsQuery = queryOptions({
  queryKey: ['permissions', 'all'],
  queryFn: async () => (await unwrap(users.GET('/api/v1/permissions'))).items,
  staleTime: 600_000,
  meta,
});

/** Roles that an account can have: the others are marks of tokens. */
export const isForPeople = (role: string) => role !== 'service' && role !== 'unverified';
