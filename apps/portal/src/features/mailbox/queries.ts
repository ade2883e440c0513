import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { notifications, unwrap } from '@/api/client';
import { readinessQuery } from '@/features/system/queries';

/** Whether there is a mailbox at all: only the embedded platform keeps mails, and says so among its parts. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox', 'exists'],
  queryFn: async ({ client }) => {
    const { checks } = await client.fetchQuery(readinessQuery('notification'));
    // A service that does not answer says nothing of its parts: asked again, with the next look at the page.
    return checks.length === 0 ? null : checks.some((check) => check.name === 'mailbox');
  },
  staleTime: ({ state }) => (state.data === null ? 0 : Infinity),
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
