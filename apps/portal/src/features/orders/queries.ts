import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { orders, unwrap } from '@/api/client';
import type { Note, OrderStatus } from '@/api/types';
import { parseAmount } from '@/lib/format';
import { startOfDay } from '@/lib/zone';
import { VIEW_STATUSES, type OrderSearch } from './search';

export const PAGE_SIZE = 20;
const POLL_MS = 15_000;

/** What the service is asked for what stands in the address. */
export function filterOf(search: OrderSearch) {
  const statuses = search.status ?? (search.view ? VIEW_STATUSES[search.view] : undefined);
  const amount = (value: string | undefined) => (value && search.currency ? parseAmount(value, search.currency) : null);
  const min = amount(search.min);
  const max = amount(search.max);
  return {
    ...(statuses ? { status: statuses } : {}),
    ...(search.q ? { q: search.q } : {}),
    ...(search.from ? { created_from: startOfDay(search.from).toISOString() } : {}),
    ...(search.until ? { created_to: startOfDay(search.until, 1).toISOString() } : {}),
    ...(search.currency ? { currency: search.currency } : {}),
    ...(min !== null ? { total_min: min } : {}),
    ...(max !== null ? { total_max: max } : {}),
    ...(search.customer ? { customer_id: search.customer } : {}),
    ...(search.sku ? { sku: search.sku } : {}),
    ...(search.country ? { country: search.country } : {}),
    ...(search.carrier ? { carrier: search.carrier } : {}),
  };
}

const meta = { service: 'order' } as const;

export const orderListQuery = (search: OrderSearch) =>
  queryOptions({
    queryKey: ['orders', 'list', search],
    queryFn: () =>
      unwrap(orders.GET('/api/v1/orders', { params: { query: { ...filterOf(search), sort: search.sort ?? '-created_at', limit: PAGE_SIZE, ...(search.cursor ? { cursor: search.cursor } : {}) } } })),
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
    meta,
  });

/** How many there are, asked apart: a list need not wait for it. */
export const orderCountQuery = (search: OrderSearch) => {
  const { cursor: _cursor, sort: _sort, ...counted } = search;
  return queryOptions({
    queryKey: ['orders', 'count', counted],
    queryFn: async () => (await unwrap(orders.GET('/api/v1/orders', { params: { query: { ...filterOf(counted), limit: 1, count: 'exact' } } }))).total ?? 0,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
    meta,
  });
};

export const statusCountQuery = (status: OrderStatus) =>
  queryOptions({
    queryKey: ['orders', 'count', { status: [status] }],
    queryFn: async () => (await unwrap(orders.GET('/api/v1/orders', { params: { query: { status: [status], limit: 1, count: 'exact' } } }))).total ?? 0,
    refetchInterval: POLL_MS,
    meta,
  });

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: () => unwrap(orders.GET('/api/v1/orders/{id}', { params: { path: { id } } })),
    refetchInterval: POLL_MS,
    meta,
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id, 'history'],
    queryFn: async () => (await unwrap(orders.GET('/api/v1/orders/{id}/history', { params: { path: { id } } }))).items,
    refetchInterval: POLL_MS,
    meta,
  });

/** All of them, however many pages they fill: the newest are on the last one, and the timeline begins with those. */
async function allNotes(id: string): Promise<Note[]> {
  const notes: Note[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await unwrap(orders.GET('/api/v1/orders/{id}/notes', { params: { path: { id }, query: { limit: 100, ...(cursor ? { cursor } : {}) } } }));
    notes.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return notes;
}

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id, 'notes'],
    queryFn: () => allNotes(id),
    refetchInterval: POLL_MS,
    meta,
  });

/** The events of an order that wait to be published: what is not among them is on its way. */
export const orderEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id, 'events'],
    queryFn: async () => (await unwrap(orders.GET('/api/v1/orders/{id}/events', { params: { path: { id } } }))).items,
    refetchInterval: 5000,
    meta,
  });
