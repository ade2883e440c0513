import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { notifications, unwrap } from '@/api/client';
import type { Notification } from '@/api/types';
import type { NotificationSearch } from './search';

const meta = { service: 'notification' } as const;
export const PAGE_SIZE = 20;
const POLL_MS = 15_000;

const filterOf = ({ order, cursor, ...search }: NotificationSearch) => ({ ...search, ...(order ? { order_id: order } : {}), ...(cursor ? { cursor } : {}) });

export const notificationListQuery = (search: NotificationSearch) =>
  queryOptions({
    queryKey: ['notifications', 'list', search],
    queryFn: () => unwrap(notifications.GET('/api/v1/notifications', { params: { query: { ...filterOf(search), limit: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
    meta,
  });

export const notificationCountQuery = ({ cursor: _cursor, ...search }: NotificationSearch) =>
  queryOptions({
    queryKey: ['notifications', 'count', search],
    queryFn: async () => (await unwrap(notifications.GET('/api/v1/notifications', { params: { query: { ...filterOf(search), limit: 1, count: 'exact' } } }))).total ?? 0,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
    meta,
  });

export const notificationQuery = (id: string) =>
  queryOptions({
    queryKey: ['notifications', 'one', id],
    queryFn: () => unwrap(notifications.GET('/api/v1/notifications/{id}', { params: { path: { id } } })),
    refetchInterval: 5000,
    meta,
  });

export const attemptsQuery = (delivery: string) =>
  queryOptions({
    queryKey: ['notifications', 'attempts', delivery],
    queryFn: async () => (await unwrap(notifications.GET('/api/v1/deliveries/{id}/attempts', { params: { path: { id: delivery } } }))).items,
    refetchInterval: 5000,
    meta,
  });

/** Everything that somebody is told of an order, with each attempt, however many pages it fills. */
async function allAbout(order: string): Promise<Notification[]> {
  const found: Notification[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await unwrap(notifications.GET('/api/v1/notifications', { params: { query: { order_id: order, sort: 'created_at', log: true, limit: 100, ...(cursor ? { cursor } : {}) } } }));
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

export const orderMessagesQuery = (order: string) =>
  queryOptions({
    queryKey: ['notifications', 'order', order],
    queryFn: () => allAbout(order),
    refetchInterval: 5000,
    meta,
  });
