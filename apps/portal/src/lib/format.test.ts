import { afterEach, describe, expect, it } from 'vitest';
import { ago, amountText, configureFormats, date, dayOf, decimalOf, digitsOf, duration, money, parseAmount } from './format';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
afterEach(() => configureFormats('en', 'UTC'));

describe('money', () => {
  it('has the digits of its currency and is exact to the last of them', () => {
    configureFormats('en', 'UTC');
    expect([digitsOf('EUR'), digitsOf('JPY'), digitsOf('KWD')]).toEqual([2, 0, 3]);
    expect(money({ amount: 123_456, currency: 'EUR' })).toBe('€1,234.56');
    expect(money({ amount: 1234, currency: 'JPY' })).toBe('¥1,234');
    expect(plain(money({ amount: 1234, currency: 'KWD' }))).toBe('KWD 1.234');
    expect(money({ amount: Number.MAX_SAFE_INTEGER, currency: 'EUR' })).toBe('€90,071,992,547,409.91');
    expect(money({ amount: 0, currency: 'EUR' })).toBe('€0.00');
    configureFormats('de', 'UTC');
    expect(plain(money({ amount: 123_456, currency: 'EUR' }))).toBe('1.234,56 €');
  });

  it('shows a currency that nobody knows', () => {
    expect(money({ amount: 150, currency: '???' })).toBe('1.50 ???');
    expect([decimalOf(5, 2), decimalOf(-5, 2), decimalOf(5, 0)]).toEqual(['0.05', '-0.05', '5']);
  });

  it.each([
    ['en', '1234.5', 'EUR', 123_450],
    ['en', '1,234.50', 'EUR', 123_450],
    ['en', '1,234', 'EUR', 123_400],
    ['en', '12,5', 'EUR', 1250],
    ['de', '1.234,50', 'EUR', 123_450],
    ['de', '1.234', 'EUR', 123_400],
    ['de', '12.5', 'EUR', 1250],
    ['de', "1'234.50", 'CHF', 123_450],
    ['en', '1234', 'JPY', 1234],
    ['en', '1.5', 'JPY', null],
    ['en', '1.234', 'KWD', 1234],
    ['en', '1.234', 'EUR', null],
    ['en', '', 'EUR', null],
    ['en', '.', 'EUR', null],
    ['en', '-1', 'EUR', null],
    ['en', 'abc', 'EUR', null],
    ['en', '99999999999999999', 'EUR', null],
  ])('reads %s %s %s', (locale, text, currency, expected) => {
    configureFormats(locale, 'UTC');
    expect(parseAmount(text, currency)).toBe(expected);
  });

  it('reads what it writes into a field', () => {
    for (const locale of ['en', 'de', 'fr']) {
      configureFormats(locale, 'UTC');
      for (const [amount, currency] of [[1990, 'EUR'], [5, 'EUR'], [700, 'JPY'], [1234, 'KWD']] as const) {
        expect(parseAmount(amountText(amount, currency), currency)).toBe(amount);
      }
    }
  });
});

describe('times', () => {
  it('are those of the chosen zone', () => {
    configureFormats('en-GB', 'Asia/Tokyo');
    expect(date('2026-11-27T20:30:00Z')).toMatch(/^28 Nov 2026, 0?5:30$/);
    expect(dayOf('2026-11-27T20:30:00Z')).toBe('2026-11-28');
    configureFormats('en-GB', 'UTC');
    expect(dayOf('2026-11-27T20:30:00Z')).toBe('2026-11-27');
    expect(dayOf(new Date('2026-11-27T23:59:59Z'))).toBe('2026-11-27');
  });

  it('do not fail for a zone that the browser does not know', () => {
    configureFormats('en-GB', 'Nowhere/Town');
    expect(date('2026-11-27T12:00:00Z', 'day')).toContain('Nov 2026');
  });

  it('are said as people say them', () => {
    configureFormats('en', 'UTC');
    const now = Date.parse('2026-11-27T12:00:00Z');
    expect(ago('2026-11-27T11:59:50Z', now)).toBe('now');
    expect(ago('2026-11-27T11:57:00Z', now)).toBe('3 minutes ago');
    expect(ago('2026-11-26T12:00:00Z', now)).toBe('yesterday');
    expect(ago('2026-11-27T14:00:00Z', now)).toBe('in 2 hours');
    expect([duration(340), duration(1200), duration(90_000), duration(5_400_000)]).toEqual(['340 ms', '1.2 sec', '1.5 min', '1.5 hr']);
  });
});
