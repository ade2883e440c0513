import { queryOptions } from '@tanstack/react-query';
import { orders, unwrap } from '@/api/client';

export const queueQuery = queryOptions({
  queryKey: ['orders', 'queue'],
  queryFn: () => unwrap(orders.GET('/api/v1/orders', { params: { query: { status: ['CREATED'], sort: 'created_at', limit: 50, count: 'exact' } } })),
  refetchInterval: 15_000,
  meta: { service: 'order' },
});

const count = async (customer: string, status?: ('DELIVERED' | 'REJECTED' | 'CANCELLED')[]) =>
  (await unwrap(orders.GET('/api/v1/orders', { params: { query: { customer_id: customer, limit: 1, count: 'exact', sort: 'created_at', ...(status ? { status } : {}) } } })));

/** What is known of a customer when their order is decided on. */
export const recordQuery = (customer: string) =>
  queryOptions({
    queryKey: ['orders', 'record', customer],
    queryFn: async () => {
      const [all, delivered, ended] = await Promise.all([count(customer), count(customer, ['DELIVERED']), count(customer, ['REJECTED', 'CANCELLED'])]);
      return { all: all.total ?? 0, delivered: delivered.total ?? 0, ended: ended.total ?? 0, first: all.items[0]?.created_at ?? null };
    },
    staleTime: 60_000,
    meta: { service: 'order' },
  });
