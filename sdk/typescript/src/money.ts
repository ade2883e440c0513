import type { components } from './generated/order.js';

/** An amount in minor units, such as cents, of one currency. */
export type Money = components['schemas']['Money'];

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `12.98` for 1298 cents: exact, as text, because numbers with a point are not. */
export function decimalOf({ amount, currency }: Money): string {
  const digits = digitsOf(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const point = text.length - digits;
  return (amount < 0 ? '-' : '') + text.slice(0, point) + (digits > 0 ? `.${text.slice(point)}` : '');
}

/** 1298 cents for `12.98`. */
export function moneyOf(decimal: string, currency: string): Money {
  const digits = digitsOf(currency);
  const found = /^(-?\d+)(?:\.(\d+))?$/.exec(decimal);
  const fraction = found?.[2] ?? '';
  if (!found || fraction.length > digits) throw new RangeError(`${decimal} is no amount in ${currency}, which has ${digits} decimals`);
  const amount = Number(found[1] + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${decimal} ${currency} is too much`);
  return { amount, currency };
}
