import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { notifications, unwrap } from '@/api/client';
import { ApiError } from '@/api/errors';

/** Whether there is a mailbox at all: only the embedded platform keeps mails. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox', 'exists'],
  queryFn: async () => {
    try {
      await unwrap(notifications.GET('/api/v1/mailbox', { params: { query: { limit: 1 } } }));
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return false;
      throw error;
    }
  },
  staleTime: Infinity,
  meta: { service: 'notification' },
});

export const mailsQuery = (to: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['mailbox', 'list', to ?? null],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      unwrap(notifications.GET('/api/v1/mailbox', { params: { query: { limit: 30, ...(to ? { to } : {}), ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor?: string | null }) => last.next_cursor ?? undefined,
    refetchInterval: 5000,
    meta: { service: 'notification' },
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mailbox', 'one', id],
    queryFn: () => unwrap(notifications.GET('/api/v1/mailbox/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
    meta: { service: 'notification' },
  });
