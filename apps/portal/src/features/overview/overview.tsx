import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStatus } from '@/api/types';
import type { TextKey } from '@/i18n';
import { calledBy } from '@/features/orders/customer';
import { number } from '@/lib/format';
import { Card } from '@/ui/card';
import { ROW_LINK } from '@/ui/data-table';
import { KeyFigure } from '@/ui/key-figure';
import { Page } from '@/ui/page';
import { Segmented } from '@/ui/segmented';
import { ErrorPanel } from '@/ui/error-panel';
import { Loading, Skeleton } from '@/ui/states';
import { STATUS } from '@/ui/status';
import { Ago, Money } from '@/ui/text';
import { DayChart } from './day-chart';
import { HealthStrip } from './health-strip';
import { longestQuery, statisticsQuery } from './queries';

type FigureLink = { status: OrderStatus; label: TextKey; search: Record<string, unknown> };
const FIGURES: FigureLink[] = [
  { status: 'CREATED', label: 'overview.waiting', search: { view: 'approval' } },
  { status: 'APPROVED', label: 'overview.toShip', search: { view: 'ship' } },
  { status: 'SHIPPED', label: 'overview.transit', search: { view: 'transit' } },
  { status: 'DELIVERED', label: 'overview.delivered', search: { status: ['DELIVERED'] } },
];

export function Overview() {
  const { t } = useTranslation();
  const [days, setDays] = useState<'14' | '30'>('14');
  const statistics = useQuery(statisticsQuery(Number(days)));
  const counts = statistics.data?.statuses;
  return (
    <Page title={t('overview.title')} subtitle={t('overview.subtitle')}>
      <div className="mb-5 grid gap-4 min-[20rem]:grid-cols-2 xl:grid-cols-4">
        {FIGURES.map(({ status, label, search }) => (
          <KeyFigure
            key={status}
            tone={STATUS[status].tone}
            icon={STATUS[status].icon}
            label={
              <Link to="/orders" search={search as never} className="after:absolute after:inset-0 after:rounded-card">
                {t(label)}
              </Link>
            }
            value={counts ? number(counts.find((one) => one.status === status)?.orders ?? 0) : <Skeleton className="h-8 w-16" />}
          />
        ))}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {statistics.error && !statistics.data ? (
            <Card title={t('overview.perDay')}>
              <ErrorPanel error={statistics.error} onRetry={() => void statistics.refetch()} />
            </Card>
          ) : (
            <DayChart
              statistics={statistics.data}
              range={
                <Segmented
                  label={t('overview.range')}
                  value={days}
                  onChange={setDays}
                  options={[
                    { value: '14', label: t('overview.days', { count: 14 }) },
                    { value: '30', label: t('overview.days', { count: 30 }) },
                  ]}
                />
              }
            />
          )}
          <HealthStrip />
        </div>
        <Longest />
      </div>
    </Page>
  );
}

function Longest() {
  const { t } = useTranslation();
  const longest = useQuery(longestQuery);
  return (
    <Card title={t('overview.longest')} flush>
      {longest.error && !longest.data ? (
        <ErrorPanel error={longest.error} onRetry={() => void longest.refetch()} />
      ) : !longest.data ? (
        <Loading rows={4} />
      ) : longest.data.length === 0 ? (
        <p className="px-5 pb-5 text-ink-3">{t('overview.longestNone')}</p>
      ) : (
        <ul>
          {longest.data.map((order) => (
            <li key={order.id} className="relative flex items-center justify-between gap-4 border-b border-line px-5 py-3 last:border-b-0 hover:bg-hover">
              <span className="min-w-0">
                <Link to="/orders/$id" params={{ id: order.id }} className={ROW_LINK}>
                  {order.number}
                </Link>
                <span className="block truncate text-xs text-ink-3">
                  {calledBy(order)} <Ago at={order.created_at} className="ms-1" />
                </span>
              </span>
              <Money value={order.total} className="font-medium" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
