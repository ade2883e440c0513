import { queryOptions } from '@tanstack/react-query';
import { notifications, unwrap } from '@/api/client';

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: async () => (await unwrap(notifications.GET('/api/v1/providers'))).items,
  refetchInterval: 5000,
  meta: { service: 'notification' },
});
