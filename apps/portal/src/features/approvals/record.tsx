import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Card } from '@/ui/card';
import { Skeleton } from '@/ui/states';
import { DateText, KeyValues } from '@/ui/text';
import { recordQuery } from './queries';

export function Record({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(recordQuery(customer));
  const figure = (value: number) => <span className="num font-medium">{number(value)}</span>;
  const rows: [string, ReactNode][] = data
    ? [
        [
          t('approvals.total'),
          <Link key="l" to="/orders" search={{ customer }} className="num font-medium text-accent-ink hover:underline">
            {number(data.all)}
          </Link>,
        ],
        [t('approvals.delivered'), figure(data.delivered)],
        [t('approvals.cancelled'), figure(data.ended)],
        ...(data.first ? ([[t('approvals.since'), <DateText key="d" at={data.first} style="day" />]] as [string, ReactNode][]) : []),
      ]
    : [];
  return <Card title={t('approvals.record')}>{data ? <KeyValues rows={rows} /> : <Skeleton className="h-24" />}</Card>;
}
