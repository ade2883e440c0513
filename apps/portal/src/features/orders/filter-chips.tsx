import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayText, money, parseAmount } from '@/lib/format';
import { STATUS } from '@/ui/status';
import { ListedCustomer } from './customer';
import type { OrderSearch } from './search';

const NARROWING = ['status', 'q', 'from', 'until', 'currency', 'min', 'max', 'customer', 'sku', 'country', 'carrier'] as const;
type Narrowing = (typeof NARROWING)[number];

export const hasFilters = (search: OrderSearch): boolean => NARROWING.some((name) => search[name] !== undefined);

/** What narrows the list, each with a way to take it off. The search box shows its own text. */
export function FilterChips({ search }: { search: OrderSearch }) {
  const { t } = useTranslation();
  const amount = (text: string) => {
    const value = search.currency ? parseAmount(text, search.currency) : null;
    return value === null || !search.currency ? text : money({ amount: value, currency: search.currency });
  };
  const texts: Partial<Record<Narrowing, string>> = {
    ...(search.status ? { status: search.status.map((one) => t(STATUS[one].label)).join(', ') } : {}),
    ...(search.from ? { from: t('orders.filterFrom', { date: dayText(search.from) }) } : {}),
    ...(search.until ? { until: t('orders.filterUntil', { date: dayText(search.until) }) } : {}),
    ...(search.currency ? { currency: search.currency } : {}),
    ...(search.min ? { min: t('orders.filterMin', { amount: amount(search.min) }) } : {}),
    ...(search.max ? { max: t('orders.filterMax', { amount: amount(search.max) }) } : {}),
    ...(search.sku ? { sku: search.sku } : {}),
    ...(search.country ? { country: search.country } : {}),
    ...(search.carrier ? { carrier: search.carrier } : {}),
  };
  const shown = Object.entries(texts) as [Narrowing, string][];
  if (shown.length === 0 && !search.customer) return null;
  const without = (names: Narrowing[]) => Object.fromEntries(Object.entries(search).filter(([name]) => name !== 'cursor' && !names.includes(name as Narrowing)));
  const chip = 'inline-flex h-8 items-center gap-1.5 rounded-full border border-line bg-sunken ps-3 pe-2 text-xs text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:h-10';
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 pb-3">
      {shown.map(([name, text]) => (
        <Link key={name} to="/orders" search={without(name === 'currency' ? ['currency', 'min', 'max'] : [name])} aria-label={t('orders.removeFilter', { filter: text })} className={chip}>
          {text}
          <X aria-hidden className="size-3.5" />
        </Link>
      ))}
      {search.customer && (
        <Link to="/orders" search={without(['customer'])} className={chip}>
          <span>{t('orders.col.customer')}</span> <ListedCustomer search={search} id={search.customer} />
          <X aria-hidden className="size-3.5" />
        </Link>
      )}
      <Link to="/orders" search={search.view ? { view: search.view } : {}} className="inline-flex h-8 items-center px-1 text-xs font-medium text-accent-ink hover:underline pointer-coarse:h-10">
        {t('orders.clearFilters')}
      </Link>
    </div>
  );
}
