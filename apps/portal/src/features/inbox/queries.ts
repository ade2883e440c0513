import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { notifications, unwrap } from '@/api/client';

const POLL_MS = 15_000;

export const unreadQuery = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: async () => (await unwrap(notifications.GET('/api/v1/me/inbox/unread-count'))).unread,
  refetchInterval: POLL_MS,
  meta: { service: 'notification' },
});

/** Which items: the unread ones, all that were not put away, or those that were. */
export type InboxView = 'unread' | 'all' | 'archived';

export const inboxQuery = (view: InboxView) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', view],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      unwrap(notifications.GET('/api/v1/me/inbox', { params: { query: { unread: view === 'unread', archived: view === 'archived', limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor?: string | null }) => last.next_cursor ?? undefined,
    refetchInterval: POLL_MS,
    meta: { service: 'notification' },
  });
