import { queryOptions } from '@tanstack/react-query';
import { notifications, orders, unwrap, users } from '@/api/client';
import type { ServiceName } from '@/lib/health';

/** Every service has the same operations on its outbox, described by the same types. */
const OUTBOXES = { user: users as unknown as typeof orders, order: orders, notification: notifications as unknown as typeof orders };

export const outboxQuery = (service: ServiceName) =>
  queryOptions({
    queryKey: ['outbox', service],
    queryFn: () => unwrap(OUTBOXES[service].GET('/api/v1/outbox')),
    refetchInterval: 5000,
    meta: { service },
  });

export const parkedQuery = (service: ServiceName) =>
  queryOptions({
    queryKey: ['outbox', service, 'parked'],
    queryFn: () => unwrap(OUTBOXES[service].GET('/api/v1/outbox/messages', { params: { query: { parked: true, limit: 100 } } })),
    refetchInterval: 5000,
    meta: { service },
  });

const at = (position: number) => ({ params: { path: { position } } });

export const release = (service: ServiceName, position: number) => unwrap(OUTBOXES[service].POST('/api/v1/outbox/{position}/release', at(position)));

export const skip = (service: ServiceName, position: number, reason: string) =>
  unwrap(OUTBOXES[service].POST('/api/v1/outbox/{position}/skip', { ...at(position), body: reason.trim() ? { reason } : {} }));
