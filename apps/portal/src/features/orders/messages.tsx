import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { notificationListQuery } from '@/features/notifications/queries';
import { useKindText } from '@/i18n/kinds';
import { Card } from '@/ui/card';
import { ROW_LINK } from '@/ui/data-table';
import { DeliveryChip } from '@/ui/delivery-status';
import { ErrorPanel } from '@/ui/error-panel';
import { Loading } from '@/ui/states';
import { Ago } from '@/ui/text';

/** What was sent because of an order, and how far it got. */
export function Messages({ order }: { order: Order }) {
  const { t } = useTranslation();
  const kind = useKindText();
  const list = useQuery(notificationListQuery({ order: order.id }));
  return (
    <Card title={t('order.messages')} flush>
      {list.error && !list.data ? (
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Loading rows={2} />
      ) : list.data.items.length === 0 ? (
        <p className="px-5 pb-5 text-ink-3">{t('order.noMessages')}</p>
      ) : (
        <ul>
          {list.data.items.map((one) => (
            <li key={one.id} className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-t border-line px-5 py-3 first:border-t-0 hover:bg-hover">
              <span className="min-w-0">
                <Link to="/notifications/$id" params={{ id: one.id }} className={ROW_LINK}>
                  {kind(one.kind)}
                </Link>
                <Ago at={one.created_at} className="ms-2 text-xs text-ink-3" />
              </span>
              <span className="flex flex-wrap gap-1.5">
                {one.deliveries.map((delivery) => (
                  <DeliveryChip key={delivery.id} status={delivery.status} prefix={t(`channel.${delivery.channel}`)} />
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
