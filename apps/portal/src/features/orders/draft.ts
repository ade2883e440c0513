import type { Address, Order, OrderDraft } from '@/api/types';
import { amountText, parseAmount } from '@/lib/format';
import { z } from '@/lib/zod';

/** What is typed into the form of an order: texts, until they are sent. */
export type LineForm = { sku: string; name: string; quantity: string; price: string };
export type AddressForm = { name: string; line1: string; line2: string; postal_code: string; city: string; region: string; country: string };
export type OrderForm = { currency: string; lines: LineForm[]; address: AddressForm; note: string };

export const EMPTY_LINE: LineForm = { sku: '', name: '', quantity: '1', price: '' };
export const MAX_LINES = 100;
const MAX_QUANTITY = 10_000;

export function quantityOf(text: string): number | null {
  const plain = text.replace(/[\s.,'’]/g, '');
  const value = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
  return value >= 1 && value <= MAX_QUANTITY ? value : null;
}

export const isBlank = (line: LineForm): boolean => !line.sku.trim() && !line.name.trim() && !line.price.trim();

/** The sum as it stands, of the lines that can be read. */
export function totalOf({ lines, currency }: Pick<OrderForm, 'lines' | 'currency'>): number {
  return lines.reduce((sum, line) => sum + (lineTotal(line, currency) ?? 0), 0);
}

export function lineTotal(line: LineForm, currency: string): number | null {
  const quantity = quantityOf(line.quantity);
  const price = parseAmount(line.price, currency);
  return quantity === null || price === null ? null : quantity * price;
}

export type Texts = { required: string; quantity: string; price: string; tooLong: (max: number) => string };

export function orderSchema(texts: Texts) {
  const filled = (max: number) => z.string().check(z.trim(), z.minLength(1, texts.required), z.maxLength(max, texts.tooLong(max)));
  const open = (max: number) => z.string().check(z.trim(), z.maxLength(max, texts.tooLong(max)));
  return z
    .object({
      currency: z.string().check(z.length(3)),
      lines: z.array(
        z.object({
          sku: filled(64),
          name: filled(200),
          quantity: z.string().check(z.refine((text) => quantityOf(text) !== null, texts.quantity)),
          price: z.string(),
        }),
      ),
      address: z.object({
        name: filled(200),
        line1: filled(200),
        line2: open(200),
        postal_code: filled(20),
        city: filled(100),
        region: open(100),
        country: z.string().check(z.length(2, texts.required)),
      }),
      note: open(2000),
    })
    .check(({ value, issues }) => {
      value.lines.forEach((line, index) => {
        if (parseAmount(line.price, value.currency) !== null) return;
        issues.push({ code: 'custom', input: line.price, path: ['lines', index, 'price'], message: line.price.trim() ? texts.price : texts.required });
      });
    });
}

const orNull = (text: string): string | null => text.trim() || null;

export function addressOf(form: AddressForm): Address {
  const { line2, region, ...others } = form;
  const plain = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, value.trim()])) as typeof others;
  return { ...plain, line2: orNull(line2), region: orNull(region) };
}

export function linesOf({ lines, currency }: OrderForm): OrderDraft['lines'] {
  return lines.map((line) => ({
    sku: line.sku.trim(),
    name: line.name.trim(),
    quantity: quantityOf(line.quantity) ?? 0,
    unit_price: { amount: parseAmount(line.price, currency) ?? 0, currency },
  }));
}

export function addressForm(address: Partial<Address> | null): AddressForm {
  const { name, line1, line2, postal_code, city, region, country } = address ?? {};
  return { name: name ?? '', line1: line1 ?? '', line2: line2 ?? '', postal_code: postal_code ?? '', city: city ?? '', region: region ?? '', country: country ?? 'DE' };
}

/** The form as it is filled from an order: to change it, or to order the same again. */
export function formOf(order: Order): OrderForm {
  const currency = order.total.currency;
  const lines = order.lines.map((line) => ({ sku: line.sku, name: line.name, quantity: String(line.quantity), price: amountText(line.unit_price.amount, currency) }));
  return { currency, lines, address: addressForm(order.shipping_address), note: order.note ?? '' };
}

/** The form's name of a field that the service refused; null when the form has none. */
export function formField(name: string): string | null {
  if (name.startsWith('shipping_address.')) return name.replace('shipping_address', 'address');
  if (/^lines\.\d+\.unit_price/.test(name)) return name.replace(/unit_price.*$/, 'price');
  return /^(lines\.\d+\.(sku|name|quantity)|note)$/.test(name) ? name : null;
}
