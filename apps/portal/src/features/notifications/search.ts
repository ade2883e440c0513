import type { Channel, DeliveryStatus } from '@/api/types';
import { defined, everyOf, oneOf, text } from '@/lib/search';

export const CHANNELS = everyOf<Channel>({ email: true, in_app: true });
export const DELIVERY_STATUSES = everyOf<DeliveryStatus>({
  queued: true,
  sending: true,
  retrying: true,
  sent: true,
  failed: true,
  dead: true,
  unknown: true,
  expired: true,
  cancelled: true,
});
export type NotificationSearch = { status?: DeliveryStatus; channel?: Channel; order?: string; recipient?: string; cursor?: string };

export function parseNotificationSearch(search: Record<string, unknown>): NotificationSearch {
  return defined({
    status: oneOf(search.status, DELIVERY_STATUSES),
    channel: oneOf(search.channel, CHANNELS),
    order: text(search.order, 36),
    recipient: text(search.recipient, 36),
    cursor: text(search.cursor, 1024),
  });
}
