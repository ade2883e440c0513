import type { OrderStatistics, OrderStatus } from '@/api/types';

export type Stack = { day: string; counts: Partial<Record<OrderStatus, number>>; sum: number };

/** Each day with its counts; days without orders are there, too. */
export function stacksOf(statistics: OrderStatistics): Stack[] {
  return statistics.days.map(({ day, statuses }) => ({
    day,
    counts: Object.fromEntries(statuses.map((one) => [one.status, one.orders])),
    sum: statuses.reduce((sum, one) => sum + one.orders, 0),
  }));
}
