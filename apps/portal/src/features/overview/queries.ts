import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { orders, unwrap } from '@/api/client';

export const statisticsQuery = (days: number) =>
  queryOptions({
    queryKey: ['orders', 'statistics', days],
    queryFn: () => unwrap(orders.GET('/api/v1/orders/statistics', { params: { query: { days, utc_offset_minutes: -new Date().getTimezoneOffset() } } })),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
    meta: { service: 'order' },
  });

export const longestQuery = queryOptions({
  queryKey: ['orders', 'longest'],
  queryFn: async () => (await unwrap(orders.GET('/api/v1/orders', { params: { query: { status: ['CREATED'], sort: 'created_at', limit: 6 } } }))).items,
  refetchInterval: 15_000,
  meta: { service: 'order' },
});
