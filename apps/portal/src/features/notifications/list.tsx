import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Notification } from '@/api/types';
import { PersonName } from '@/features/users/person-name';
import { useKindText } from '@/i18n/kinds';
import { number } from '@/lib/format';
import { LinkButton } from '@/ui/button';
import { DataTable, ROW_LINK, type Column } from '@/ui/data-table';
import { DeliveryChip } from '@/ui/delivery-status';
import { SelectField } from '@/ui/field';
import { Pager } from '@/ui/keyset';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { Ago } from '@/ui/text';
import { notificationCountQuery, notificationListQuery, PAGE_SIZE } from './queries';
import { CHANNELS, DELIVERY_STATUSES, type NotificationSearch } from './search';

export function NotificationList() {
  const { t } = useTranslation();
  const kind = useKindText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/notifications' });
  const list = useQuery(notificationListQuery(search));
  const { data: total } = useQuery(notificationCountQuery(search));
  const change = (part: Partial<Record<keyof NotificationSearch, string>>) => {
    const { cursor: _cursor, ...rest } = search;
    void navigate({ to: '/notifications', search: Object.fromEntries(Object.entries({ ...rest, ...part }).filter(([, value]) => value)) });
  };
  const link = (one: Notification) => (
    <Link to="/notifications/$id" params={{ id: one.id }} className={ROW_LINK}>
      {kind(one.kind)}
    </Link>
  );
  const chips = (one: Notification) => (
    <span className="flex flex-wrap gap-1.5">
      {one.deliveries.map((delivery) => (
        <DeliveryChip key={delivery.id} status={delivery.status} prefix={t(`channel.${delivery.channel}`)} />
      ))}
    </span>
  );
  const columns: Column<Notification>[] = [
    { key: 'kind', head: t('notifications.col.kind'), cell: link },
    { key: 'to', head: t('notifications.col.to'), cell: (one) => <PersonName id={one.recipient} /> },
    { key: 'deliveries', head: t('notifications.col.deliveries'), cell: chips },
    { key: 'created', head: t('notifications.col.created'), end: true, cell: (one) => <Ago at={one.created_at} className="whitespace-nowrap text-ink-2" /> },
  ];
  return (
    <Page title={t('notifications.title')} subtitle={total === undefined ? '\u00a0' : t('notifications.count', { count: total, shown: number(total) })}>
      <section aria-label={t('notifications.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <div className="flex flex-wrap items-center gap-2 p-2.5">
          <SelectField label={t('notifications.status')} hideLabel small frameClass="w-44 max-sm:flex-1" value={search.status ?? ''} onChange={(event) => change({ status: event.target.value })}>
            <option value="">{t('notifications.anyStatus')}</option>
            {DELIVERY_STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`delivery.${status}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('notifications.channel')} hideLabel small frameClass="w-44 max-sm:flex-1" value={search.channel ?? ''} onChange={(event) => change({ channel: event.target.value })}>
            <option value="">{t('notifications.anyChannel')}</option>
            {CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {t(`channel.${channel}`)}
              </option>
            ))}
          </SelectField>
          {(search.order || search.recipient) && (
            <LinkButton to="/notifications" search={{}} look="ghost">
              {t('notifications.clear')}
            </LinkButton>
          )}
        </div>
        <DataTable
          label={t('notifications.title')}
          columns={columns}
          rows={list.data?.items}
          rowKey={(one) => one.id}
          error={list.error}
          onRetry={() => void list.refetch()}
          stale={list.isPlaceholderData}
          card={(one) => (
            <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1.5">
              {link(one)}
              <Ago at={one.created_at} className="text-xs text-ink-3" />
              <p className="col-span-2 text-ink-2">
                <PersonName id={one.recipient} />
              </p>
              <div className="col-span-2">{chips(one)}</div>
            </div>
          )}
          empty={
            <Empty
              icon={BellOff}
              title={t('notifications.empty')}
              action={
                Object.keys(search).length > 0 && (
                  <LinkButton to="/notifications" search={{}}>
                    {t('notifications.clear')}
                  </LinkButton>
                )
              }
            >
              {t('notifications.emptyHint')}
            </Empty>
          }
        />
        <Pager cursor={search.cursor} next={list.data?.next_cursor} shown={list.data?.items.length ?? 0} size={PAGE_SIZE} total={total} busy={list.isPlaceholderData} />
      </section>
    </Page>
  );
}
