import { describe, expect, it } from 'vitest';
import { safePath } from '@/features/auth/safe-path';
import { parseNotificationSearch } from '@/features/notifications/search';
import { filterOf } from '@/features/orders/queries';
import { parseOrderSearch } from '@/features/orders/search';
import { trackingLink } from '@/features/orders/tracking';
import { stacksOf } from '@/features/overview/stacks';
import { ticksOf } from '@/lib/ticks';
import { parseUserSearch } from '@/features/users/search';
import { parseRows } from '@/lib/spreadsheet';

describe('an address', () => {
  it('keeps what is right and drops what is not', () => {
    const search = parseOrderSearch({ view: 'ship', status: 'CREATED,NOPE,SHIPPED', q: 'ORD-2026', from: '2026-02-30', until: '2026-11-27', currency: 'eur', min: '10,50', max: 'x', sort: '-total', cursor: 'abc' });
    expect(search).toEqual({ view: 'ship', status: ['CREATED', 'SHIPPED'], q: 'ORD-2026', from: '2026-02-30', until: '2026-11-27', currency: 'EUR', min: '10,50', sort: '-total', cursor: 'abc' });
  });

  it('never breaks a page, whatever stands in it', () => {
    const junk = [null, undefined, 1, -1, '', 'x'.repeat(5000), [], {}, ['a', 1], true, Number.NaN, "'; DROP TABLE", '<script>'];
    for (const value of junk) {
      const all = Object.fromEntries(['view', 'status', 'q', 'from', 'until', 'currency', 'min', 'max', 'customer', 'sort', 'cursor', 'role', 'state', 'channel', 'order', 'recipient'].map((name) => [name, value]));
      for (const parse of [parseOrderSearch, parseUserSearch, parseNotificationSearch]) {
        for (const kept of Object.values(parse(all))) expect(JSON.stringify(kept).length).toBeLessThan(1100);
      }
    }
  });

  it('becomes what the service is asked: a view by its statuses, a day to its end, totals with a currency only', () => {
    expect(filterOf({ view: 'closed' }).status).toEqual(['DELIVERED', 'REJECTED', 'CANCELLED']);
    expect(filterOf({ view: 'closed', status: ['CREATED'] }).status).toEqual(['CREATED']);
    const { created_from, created_to } = filterOf({ from: '2026-11-27', until: '2026-11-27' });
    expect(Date.parse(created_to!) - Date.parse(created_from!)).toBe(86_400_000);
    expect(filterOf({ min: '10' })).toEqual({});
    expect(filterOf({ min: '10', max: '20', currency: 'JPY' })).toEqual({ currency: 'JPY', total_min: 10, total_max: 20 });
  });

  it('after a sign-in is one of this page', () => {
    expect(safePath('/orders?view=ship')).toBe('/orders?view=ship');
    for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', 'orders', '', '/login?to=/login', 7, null]) expect(safePath(bad)).toBeUndefined();
  });
});

describe('a pasted table', () => {
  it('becomes lines, without its heading and empty rows', () => {
    expect(parseRows('Article\tName\tQuantity\tPrice\r\nTEA\tEarl Grey\t2\t€6.49\r\n\r\nPOT\tTeapot\t\t34,50\n')).toEqual([
      { sku: 'TEA', name: 'Earl Grey', quantity: '2', price: '6.49' },
      { sku: 'POT', name: 'Teapot', quantity: '1', price: '34,50' },
    ]);
    expect(parseRows('POT\tTeapot\t1\t5')).toHaveLength(1);
  });

  it('is none when it is text', () => {
    for (const text of ['', 'Teapot', 'two\nlines', '\n\n']) expect(parseRows(text)).toEqual([]);
  });
});

describe('the rest', () => {
  it('follows a parcel of a carrier that is known', () => {
    expect(trackingLink(' DHL ', '00 34')).toContain('dhl.com');
    expect(trackingLink('dhl', 'a b')).toContain('a%20b');
    expect([trackingLink('Uncle Bob', '1'), trackingLink('DHL', null)]).toEqual([null, null]);
  });

  it('draws axes at round numbers', () => {
    expect([ticksOf(1), ticksOf(10), ticksOf(19), ticksOf(40), ticksOf(1234)]).toEqual([[0, 1], [0, 5, 10], [0, 5, 10, 15, 20], [0, 10, 20, 30, 40], [0, 500, 1000, 1500]]);
    expect(ticksOf(37).at(-1)).toBeGreaterThanOrEqual(37);
  });

  it('stacks a day by status', () => {
    const days = [{ day: '2026-11-27', statuses: [{ status: 'CREATED' as const, orders: 2 }, { status: 'SHIPPED' as const, orders: 1 }] }, { day: '2026-11-28', statuses: [] }];
    expect(stacksOf({ statuses: [], days })).toEqual([
      { day: '2026-11-27', counts: { CREATED: 2, SHIPPED: 1 }, sum: 3 },
      { day: '2026-11-28', counts: {}, sum: 0 },
    ]);
  });
});
