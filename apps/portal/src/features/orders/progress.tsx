import { useTranslation } from 'react-i18next';
import type { HistoryEntry, Order, OrderStatus } from '@/api/types';
import { Card } from '@/ui/card';
import { STATUS } from '@/ui/status';
import { Stepper, type Step } from '@/ui/stepper';
import { Ago } from '@/ui/text';

const WAY: OrderStatus[] = ['CREATED', 'APPROVED', 'SHIPPED', 'DELIVERED'];

/** The steps of an order: those it went through, and those that follow if it is still on its way. */
export function stepsOf(order: Order, history: HistoryEntry[]): { status: OrderStatus; at: string | null }[] {
  const reached = new Map<OrderStatus, string>([['CREATED', order.created_at]]);
  for (const entry of history) if (!reached.has(entry.to)) reached.set(entry.to, entry.at);
  const isEnded = order.status === 'REJECTED' || order.status === 'CANCELLED';
  const way = isEnded ? [...WAY.filter((status) => reached.has(status)), order.status] : WAY;
  return way.map((status) => ({ status, at: reached.get(status) ?? (status === order.status ? order.updated_at : null) }));
}

export function Progress({ order, history }: { order: Order; history: HistoryEntry[] }) {
  const { t } = useTranslation();
  const steps = stepsOf(order, history).map(({ status, at }): Step => {
    const { tone, icon, label } = STATUS[status];
    const state = status === order.status ? 'now' : at ? 'done' : 'ahead';
    return { key: status, label: t(label), icon, tone, state, detail: at ? <Ago at={at} /> : t('state.none') };
  });
  return (
    <Card>
      <Stepper label={t('order.progress')} steps={steps} />
    </Card>
  );
}
