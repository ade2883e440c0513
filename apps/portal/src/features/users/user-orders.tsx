import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/types';
import { orderListQuery } from '@/features/orders/queries';
import { Card } from '@/ui/card';
import { ROW_LINK } from '@/ui/data-table';
import { ErrorPanel } from '@/ui/error-panel';
import { Loading } from '@/ui/states';
import { StatusChip } from '@/ui/status';
import { Ago, Money } from '@/ui/text';

export function UserOrders({ user }: { user: Account }) {
  const { t } = useTranslation();
  const list = useQuery(orderListQuery({ customer: user.id }));
  const items = list.data?.items.slice(0, 8);
  return (
    <Card
      title={t('users.orders')}
      flush
      aside={
        <Link to="/orders" search={{ customer: user.id }} className="font-medium text-accent-ink hover:underline">
          {t('users.allOrders')}
        </Link>
      }
    >
      {list.error && !items ? (
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      ) : !items ? (
        <Loading rows={3} />
      ) : items.length === 0 ? (
        <p className="px-5 pb-5 text-ink-3">{t('users.noOrders')}</p>
      ) : (
        <ul>
          {items.map((order) => (
            <li key={order.id} className="relative flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line px-5 py-3 hover:bg-hover">
              <Link to="/orders/$id" params={{ id: order.id }} className={ROW_LINK}>
                {order.number}
              </Link>
              <StatusChip status={order.status} />
              <Ago at={order.created_at} className="text-xs text-ink-3" />
              <Money value={order.total} className="ms-auto font-medium" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
