import { queryOptions } from '@tanstack/react-query';
import { orders, unwrap } from '@/api/client';

export const outboxQuery = queryOptions({
  queryKey: ['outbox'],
  queryFn: () => unwrap(orders.GET('/api/v1/outbox')),
  refetchInterval: 5000,
  meta: { service: 'order' },
});

export const parkedQuery = queryOptions({
  queryKey: ['outbox', 'parked'],
  queryFn: () => unwrap(orders.GET('/api/v1/outbox/parked', { params: { query: { limit: 100 } } })),
  refetchInterval: 5000,
  meta: { service: 'order' },
});
