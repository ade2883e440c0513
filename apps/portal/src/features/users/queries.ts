import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { unwrap, users } from '@/api/client';
import type { UserSearch } from './search';

const meta = { service: 'user' } as const;
export const PAGE_SIZE = 20;

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', 'one', id],
    queryFn: () => unwrap(users.GET('/api/v1/users/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
    meta,
  });

export const userListQuery = (search: UserSearch) =>
  queryOptions({
    queryKey: ['users', 'list', search],
    queryFn: () => unwrap(users.GET('/api/v1/users', { params: { query: { ...search, limit: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
    meta,
  });

export const userCountQuery = ({ cursor: _cursor, ...search }: UserSearch) =>
  queryOptions({
    queryKey: ['users', 'count', search],
    queryFn: async () => (await unwrap(users.GET('/api/v1/users', { params: { query: { ...search, limit: 1, count: 'exact' } } }))).total ?? 0,
    placeholderData: keepPreviousData,
    meta,
  });
