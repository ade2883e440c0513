import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Download, Plus, ReceiptText, SearchX } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { number } from '@/lib/format';
import { Button, LinkButton } from '@/ui/button';
import { DataTable, ROW_LINK, type Column } from '@/ui/data-table';
import { Pager } from '@/ui/keyset';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { StatusChip } from '@/ui/status';
import { Ago, DateText, Money } from '@/ui/text';
import { BulkBar } from './bulk/bar';
import { useSelection, type Selection } from './bulk/selection';
import { calledBy } from './customer';
import { FilterChips, hasFilters } from './filter-chips';
import { ListBar } from './list-bar';
import type { OrderSearch } from './search';
import { orderCountQuery, orderListQuery, PAGE_SIZE } from './queries';

const ExportDialog = lazy(() => import('./export-dialog').then((module) => ({ default: module.ExportDialog })));

function OrderLink({ order, list }: { order: Order; list: string }) {
  return (
    <Link to="/orders/$id" params={{ id: order.id }} state={{ list }} className={`${ROW_LINK} sm:whitespace-nowrap`}>
      {order.number}
    </Link>
  );
}

const itemsOf = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Above the link that covers the row. */
function Pick({ order, selection }: { order: Order; selection: Selection }) {
  const { t } = useTranslation();
  return (
    <label className="relative z-10 -m-2.5 inline-flex p-2.5">
      <input type="checkbox" checked={selection.has(order)} onChange={() => selection.toggle(order)} aria-label={t('bulk.select', { number: order.number })} className="size-4.5 accent-accent" />
    </label>
  );
}

export function OrderList() {
  const { t } = useTranslation();
  const can = useCan();
  const search = useSearch({ from: '/shell/orders' });
  const list = useQuery(orderListQuery(search));
  const { data: total } = useQuery(orderCountQuery(search));
  const mayCreate = can('order', 'create', 'own');
  const isStaff = can('order', 'read');
  const here = JSON.stringify(search);
  const [isExporting, setExporting] = useState(false);
  const selection = useSelection(list.data?.items);
  // Who handles everybody's orders picks several of them; customers have a few of their own.
  const mayPick = isStaff && (['approve', 'cancel', 'ship', 'deliver'] as const).some((action) => can('order', action));
  const shown = list.data?.items ?? [];
  const isPageFull = shown.length > 0 && shown.every((order) => selection.has(order));

  const picking: Column<Order> = {
    key: 'pick',
    head: t('bulk.allOfPage'),
    control: <input type="checkbox" checked={isPageFull} onChange={() => selection.toggleAll(shown)} aria-label={t('bulk.allOfPage')} className="block size-4.5 accent-accent" />,
    className: 'w-0 pe-0',
    cell: (order) => <Pick order={order} selection={selection} />,
  };
  const columns: Column<Order>[] = [
    ...(mayPick ? [picking] : []),
    { key: 'number', head: t('orders.col.order'), cell: (order) => <OrderLink order={order} list={here} /> },
    {
      key: 'placed',
      head: t('orders.col.placed'),
      cell: (order) => (
        <span className="whitespace-nowrap">
          <DateText at={order.created_at} style="short" className="text-ink-2" /> <Ago at={order.created_at} className="ms-1.5 text-xs text-ink-3 max-lg:hidden" />
        </span>
      ),
    },
    {
      key: 'to',
      head: t(isStaff ? 'orders.col.customer' : 'orders.col.shipTo'),
      cell: (order) => (
        <>
          <span className="line-clamp-1">{isStaff ? calledBy(order) : order.shipping_address.name}</span>
          <span className="line-clamp-1 text-xs text-ink-3">
            {[order.shipping_address.city, order.shipping_address.country].join(', ')}
          </span>
        </>
      ),
    },
    { key: 'items', head: t('orders.col.items'), end: true, className: 'max-md:hidden', cell: (order) => <span className="num text-ink-2">{number(itemsOf(order))}</span> },
    { key: 'status', head: t('orders.col.status'), cell: (order) => <StatusChip status={order.status} /> },
    { key: 'total', head: t('orders.col.total'), end: true, cell: (order) => <Money value={order.total} className="font-medium" /> },
  ];

  return (
    <Page
      title={t('orders.title')}
      subtitle={total === undefined ? '\u00a0' : t('orders.count', { count: total, shown: number(total) })}
      actions={
        <>
          {can('order', 'export', 'own') && (
            <Button icon={Download} onClick={() => setExporting(true)}>
              {t('export.button')}
            </Button>
          )}
          {mayCreate && (
            <LinkButton to="/orders/new" look="primary" icon={Plus}>
              {t('orders.new')}
            </LinkButton>
          )}
        </>
      }
    >
      {isExporting && (
        <Suspense>
          <ExportDialog search={search} onClose={() => setExporting(false)} />
        </Suspense>
      )}
      <section aria-label={t('orders.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <ListBar search={search} />
        <FilterChips search={search} />
        <BulkBar selection={selection} />
        <DataTable
          label={t('orders.title')}
          columns={columns}
          rows={list.data?.items}
          rowKey={(order) => order.id}
          error={list.error}
          onRetry={() => void list.refetch()}
          stale={list.isPlaceholderData}
          card={(order) => <OrderCard order={order} list={here} name={isStaff ? calledBy(order) : order.shipping_address.name} pick={mayPick && <Pick order={order} selection={selection} />} />}
          empty={<EmptyList search={search} mayCreate={mayCreate} />}
        />
        <Pager cursor={search.cursor} next={list.data?.next_cursor} shown={list.data?.items.length ?? 0} size={PAGE_SIZE} total={total} busy={list.isPlaceholderData} />
      </section>
    </Page>
  );
}

function OrderCard({ order, list, name, pick }: { order: Order; list: string; name: string; pick: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-3 gap-y-1.5">
      <span className="flex items-center gap-3">
        {pick}
        <OrderLink order={order} list={list} />
      </span>
      <Money value={order.total} className="text-end font-medium" />
      <p className="basis-full truncate text-ink-2">
        {[name, order.shipping_address.city].join(' · ')}
      </p>
      <span className="min-w-0">
        <StatusChip status={order.status} />
      </span>
      <Ago at={order.created_at} className="self-center text-end text-xs text-ink-3" />
    </div>
  );
}

function EmptyList({ search, mayCreate }: { search: OrderSearch; mayCreate: boolean }) {
  const { t } = useTranslation();
  if (hasFilters(search)) {
    return (
      <Empty
        icon={SearchX}
        title={t('orders.emptyFiltered')}
        action={
          <LinkButton to="/orders" search={search.view ? { view: search.view } : {}}>
            {t('orders.clearFilters')}
          </LinkButton>
        }
      >
        {t('orders.emptyFilteredHint')}
      </Empty>
    );
  }
  if (search.view) {
    return (
      <Empty icon={ReceiptText} title={t('orders.emptyView')}>
        {t('orders.emptyViewHint')}
      </Empty>
    );
  }
  return (
    <Empty
      icon={ReceiptText}
      title={t('orders.empty')}
      action={
        mayCreate && (
          <LinkButton to="/orders/new" look="primary" icon={Plus}>
            {t('orders.new')}
          </LinkButton>
        )
      }
    >
      {t(mayCreate ? 'orders.emptyHint' : 'orders.emptyStaff')}
    </Empty>
  );
}
