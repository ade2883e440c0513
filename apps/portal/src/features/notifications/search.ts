import type { DeliveryStatus } from '@/api/types';
import { defined, oneOf, text } from '@/lib/search';

export const DELIVERY_STATUSES: DeliveryStatus[] = ['queued', 'sending', 'retrying', 'sent', 'failed', 'dead', 'unknown', 'expired', 'cancelled'];
export type NotificationSearch = { status?: DeliveryStatus; channel?: 'email' | 'in_app'; order?: string; recipient?: string; cursor?: string };

export function parseNotificationSearch(search: Record<string, unknown>): NotificationSearch {
  return defined({
    status: oneOf(search.status, DELIVERY_STATUSES),
    channel: oneOf(search.channel, ['email', 'in_app'] as const),
    order: text(search.order, 36),
    recipient: text(search.recipient, 36),
    cursor: text(search.cursor, 1024),
  });
}
