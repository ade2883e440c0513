import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { orders, unwrap } from '@/api/client';
import { offsetMinutes } from '@/lib/zone';

/** The days are those of the zone that the person chose. */
export const statisticsQuery = (days: number, offset = offsetMinutes()) =>
  queryOptions({
    queryKey: ['orders', 'statistics', days, offset],
    queryFn: () => unwrap(orders.GET('/api/v1/orders/statistics', { params: { query: { days, utc_offset_minutes: offset } } })),
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
