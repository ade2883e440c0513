import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { notifications, unwrap } from '@/api/client';

const POLL_MS = 15_000;

export const unreadQuery = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: async () => (await unwrap(notifications.GET('/api/v1/me/inbox/unread-count'))).unread,
  refetchInterval: POLL_MS,
  meta: { service: 'notification' },
});

export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', { unread }],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      unwrap(notifications.GET('/api/v1/me/inbox', { params: { query: { unread, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor?: string | null }) => last.next_cursor ?? undefined,
    refetchInterval: POLL_MS,
    meta: { service: 'notification' },
  });
