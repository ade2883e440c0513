import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { notifications, unwrap } from '@/api/client';

const meta = { service: 'notification' } as const;
export const PAGE_SIZE = 20;

export const deadLetterListQuery = (open: boolean, cursor?: string) =>
  queryOptions({
    queryKey: ['dead-letters', 'list', { open, cursor: cursor ?? null }],
    queryFn: () => unwrap(notifications.GET('/api/v1/dead-letters', { params: { query: { open, limit: PAGE_SIZE, count: 'exact', ...(cursor ? { cursor } : {}) } } })),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
    meta,
  });

export const deadLetterQuery = (id: string) =>
  queryOptions({
    queryKey: ['dead-letters', 'one', id],
    queryFn: () => unwrap(notifications.GET('/api/v1/dead-letters/{id}', { params: { path: { id } } })),
    meta,
  });

/** What could not be processed of what is told about one thing, such as an order. */
export const deadLettersOfQuery = (subject: string) =>
  queryOptions({
    queryKey: ['dead-letters', 'of', subject],
    queryFn: async () => (await unwrap(notifications.GET('/api/v1/dead-letters', { params: { query: { subject, open: false, limit: 100 } } }))).items,
    refetchInterval: 5000,
    meta,
  });
