import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { money, number } from '@/lib/format';
import { Card } from '@/ui/card';
import { Money } from '@/ui/text';

export function Items({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <Card title={t('order.items')} flush>
      <ul>
        {order.lines.map((line, index) => (
          <li key={`${line.sku}-${index}`} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line px-5 py-3 sm:grid-cols-[minmax(0,1fr)_9rem_7rem]">
            <div className="min-w-0">
              <p className="font-medium">{line.name}</p>
              <p className="text-xs text-ink-3">{line.sku}</p>
            </div>
            <p className="num text-end text-ink-2 max-sm:order-last max-sm:col-span-2 max-sm:text-start max-sm:text-xs">
              {t('order.quantityTimes', { quantity: number(line.quantity), price: money(line.unit_price) })}
            </p>
            <Money value={line.total} className="text-end font-medium" />
          </li>
        ))}
      </ul>
      <p className="flex items-center justify-between gap-4 bg-sunken px-5 py-3.5">
        <span className="font-semibold">{t('order.total')}</span>
        <Money value={order.total} className="text-lg font-semibold" />
      </p>
    </Card>
  );
}
