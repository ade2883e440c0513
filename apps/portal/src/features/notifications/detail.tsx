import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { BellOff, ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '@/api/errors';
import { useCan } from '@/features/auth/queries';
import { PersonName } from '@/features/users/person-name';
import { useKindText } from '@/i18n/kinds';
import { LinkButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { CopyButton } from '@/ui/copy-button';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Empty, Loading } from '@/ui/states';
import { Ago, DateText, KeyValues } from '@/ui/text';
import { DeliveryCard } from './delivery-card';
import { notificationQuery } from './queries';

export function NotificationDetail() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/notifications/$id' });
  const can = useCan();
  const kind = useKindText();
  const one = useQuery(notificationQuery(id));
  const back = (
    <Link to="/notifications" className="-ms-1 mb-4 inline-flex min-h-8 items-center gap-1.5 rounded-control pe-2 text-sm font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
      <ChevronLeft aria-hidden className="size-4" />
      {t('notifications.title')}
    </Link>
  );
  const notification = one.data;
  if (!notification) {
    const status = one.error ? asApiError(one.error).status : 0;
    const isGone = status === 404 || status === 400;
    return (
      <Page title={isGone ? t('notifications.notFound') : t('notifications.title')} above={back}>
        {isGone ? (
          <Empty icon={BellOff} title={t('notifications.notFound')} action={<LinkButton to="/notifications">{t('notifications.toList')}</LinkButton>} />
        ) : one.error ? (
          <ErrorPanel error={one.error} onRetry={() => void one.refetch()} />
        ) : (
          <Loading rows={6} />
        )}
      </Page>
    );
  }
  const id8 = (value: string) => (
    <span className="inline-flex items-center gap-0.5">
      <code className="text-xs">{value.slice(0, 8)}</code>
      <CopyButton text={value} label={t('action.copyId')} />
    </span>
  );
  const rows: [string, ReactNode][] = [
    [
      t('notifications.recipient'),
      can('user', 'read') ? (
        <Link key="r" to="/users/$id" params={{ id: notification.recipient }} className="font-medium text-accent-ink hover:underline">
          <PersonName id={notification.recipient} />
        </Link>
      ) : (
        id8(notification.recipient)
      ),
    ],
    [t('notifications.col.created'), <DateText key="c" at={notification.created_at} />],
    [t('notifications.event'), id8(notification.event_id)],
    ...(notification.trace_id ? ([[t('notifications.trace'), id8(notification.trace_id)]] as [string, ReactNode][]) : []),
  ];
  return (
    <Page
      title={kind(notification.kind)}
      above={back}
      subtitle={<Ago at={notification.created_at} />}
      actions={
        notification.order_id && (
          <LinkButton to="/orders/$id" params={{ id: notification.order_id }}>
            {t('notifications.openOrder')}
          </LinkButton>
        )
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {notification.deliveries.map((delivery) => (
            <DeliveryCard key={delivery.id} delivery={delivery} />
          ))}
        </div>
        <Card title={t('notifications.details')}>
          <KeyValues rows={rows} />
        </Card>
      </div>
    </Page>
  );
}
