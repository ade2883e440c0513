import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Plus, ReceiptText, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { number } from '@/lib/format';
import { LinkButton } from '@/ui/button';
import { DataTable, ROW_LINK, type Column } from '@/ui/data-table';
import { Pager } from '@/ui/keyset';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { StatusChip } from '@/ui/status';
import { Ago, DateText, Money } from '@/ui/text';
import { calledBy } from './customer';
import { FilterChips, hasFilters } from './filter-chips';
import { ListBar } from './list-bar';
import type { OrderSearch } from './search';
import { orderCountQuery, orderListQuery, PAGE_SIZE } from './queries';

function OrderLink({ order, list }: { order: Order; list: string }) {
  return (
    <Link to="/orders/$id" params={{ id: order.id }} state={{ list }} className={`${ROW_LINK} sm:whitespace-nowrap`}>
      {order.number}
    </Link>
  );
}

const itemsOf = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0);

export function OrderList() {
  const { t } = useTranslation();
  const can = useCan();
  const search = useSearch({ from: '/shell/orders' });
  const list = useQuery(orderListQuery(search));
  const { data: total } = useQuery(orderCountQuery(search));
  const mayCreate = can('order', 'create', 'own');
  const isStaff = can('order', 'read');
  const here = JSON.stringify(search);

  const columns: Column<Order>[] = [
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
        mayCreate && (
          <LinkButton to="/orders/new" look="primary" icon={Plus}>
            {t('orders.new')}
          </LinkButton>
        )
      }
    >
      <section aria-label={t('orders.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <ListBar search={search} />
        <FilterChips search={search} />
        <DataTable
          label={t('orders.title')}
          columns={columns}
          rows={list.data?.items}
          rowKey={(order) => order.id}
          error={list.error}
          onRetry={() => void list.refetch()}
          stale={list.isPlaceholderData}
          card={(order) => <OrderCard order={order} list={here} name={isStaff ? calledBy(order) : order.shipping_address.name} />}
          empty={<EmptyList search={search} mayCreate={mayCreate} />}
        />
        <Pager cursor={search.cursor} next={list.data?.next_cursor} shown={list.data?.items.length ?? 0} size={PAGE_SIZE} total={total} busy={list.isPlaceholderData} />
      </section>
    </Page>
  );
}

function OrderCard({ order, list, name }: { order: Order; list: string; name: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-3 gap-y-1.5">
      <OrderLink order={order} list={list} />
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
