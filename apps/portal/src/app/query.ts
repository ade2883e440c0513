import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asApiError } from '@/api/errors';
import { health } from '@/lib/health';

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: (_data, query) => health.worked(query.meta?.service),
    onError: (error, query) => health.failed(query.meta?.service, asApiError(error)),
  }),
  mutationCache: new MutationCache({}),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused stays refused; what may pass is asked again after what the service says.
      retry: (count, error) => count < 2 && asApiError(error).isPassing,
      retryDelay: (count, error) => Math.min(asApiError(error).retryAfter ?? 2 ** count, 10) * 1000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { service?: 'user' | 'order' | 'notification' };
  }
}
