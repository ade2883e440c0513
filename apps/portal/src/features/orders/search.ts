import type { OrderSort, OrderStatus } from '@/api/types';
import { day, defined, oneOf, someOf, text } from '@/lib/search';

export const VIEWS = ['approval', 'ship', 'transit', 'closed'] as const;
export type View = (typeof VIEWS)[number];
/** Views name the work, not the states. */
export const VIEW_STATUSES: Record<View, OrderStatus[]> = {
  approval: ['CREATED'],
  ship: ['APPROVED'],
  transit: ['SHIPPED'],
  closed: ['DELIVERED', 'REJECTED', 'CANCELLED'],
};
const STATUSES: OrderStatus[] = ['CREATED', 'APPROVED', 'SHIPPED', 'DELIVERED', 'REJECTED', 'CANCELLED'];
export const SORTS: OrderSort[] = ['-created_at', 'created_at', '-updated_at', '-total', 'total'];

export type OrderSearch = {
  view?: View;
  status?: OrderStatus[];
  q?: string;
  from?: string;
  until?: string;
  currency?: string;
  min?: string;
  max?: string;
  customer?: string;
  sku?: string;
  country?: string;
  carrier?: string;
  sort?: OrderSort;
  cursor?: string;
};

export function parseOrderSearch(search: Record<string, unknown>): OrderSearch {
  const currency = text(search.currency, 3)?.toUpperCase();
  const country = text(search.country, 2)?.toUpperCase();
  const amount = (value: unknown) => {
    const shown = text(value, 20);
    return shown && /^[\d.,]+$/.test(shown) ? shown : undefined;
  };
  return defined({
    view: oneOf(search.view, VIEWS),
    status: someOf(search.status, STATUSES),
    q: text(search.q, 100),
    from: day(search.from),
    until: day(search.until),
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    min: amount(search.min),
    max: amount(search.max),
    customer: text(search.customer, 36),
    sku: text(search.sku, 64),
    country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
    carrier: text(search.carrier, 100),
    sort: oneOf(search.sort, SORTS),
    cursor: text(search.cursor, 1024),
  });
}
