import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '@/api/types';
import { DataTable, ROW_LINK, type Column } from '@/ui/data-table';
import { Pager } from '@/ui/keyset';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { Ago } from '@/ui/text';
import { ViewLinks } from '@/ui/view-links';
import { deadLetterListQuery, PAGE_SIZE } from './queries';
import { DeadLetterChip } from './state-chip';

export function DeadLetterList() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/dead-letters' });
  const list = useQuery(deadLetterListQuery(search.view === undefined, search.cursor));
  const link = (letter: DeadLetter) => (
    <Link to="/dead-letters/$id" params={{ id: letter.id }} className={ROW_LINK}>
      <span className="line-clamp-2">{letter.error}</span>
    </Link>
  );
  const place = (letter: DeadLetter) => `${letter.topic} · ${letter.partition}:${letter.offset}`;
  const columns: Column<DeadLetter>[] = [
    { key: 'error', head: t('dead.col.error'), cell: link },
    { key: 'place', head: t('dead.col.place'), cell: (letter) => <code className="text-xs whitespace-nowrap text-ink-2">{place(letter)}</code> },
    { key: 'state', head: t('dead.col.state'), cell: (letter) => <DeadLetterChip state={letter.state} /> },
    { key: 'created', head: t('dead.col.created'), end: true, cell: (letter) => <Ago at={letter.created_at} className="whitespace-nowrap text-ink-2" /> },
  ];
  return (
    <Page title={t('dead.title')} subtitle={t('dead.hint')}>
      <section aria-label={t('dead.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <div className="p-2.5">
          <ViewLinks
            label={t('orders.views')}
            links={[
              { key: 'open', label: t('dead.open'), to: '/dead-letters', search: {}, current: search.view === undefined },
              { key: 'all', label: t('dead.all'), to: '/dead-letters', search: { view: 'all' }, current: search.view === 'all' },
            ]}
          />
        </div>
        <DataTable
          label={t('dead.title')}
          columns={columns}
          rows={list.data?.items}
          rowKey={(letter) => letter.id}
          error={list.error}
          onRetry={() => void list.refetch()}
          stale={list.isPlaceholderData}
          card={(letter) => (
            <div className="flex flex-col gap-1.5">
              {link(letter)}
              <code className="text-xs text-ink-2">{place(letter)}</code>
              <span className="flex items-center justify-between gap-3">
                <DeadLetterChip state={letter.state} />
                <Ago at={letter.created_at} className="text-xs text-ink-3" />
              </span>
            </div>
          )}
          empty={
            <Empty icon={CheckCheck} title={t('dead.empty')}>
              {t('dead.emptyHint')}
            </Empty>
          }
        />
        <Pager cursor={search.cursor} next={list.data?.next_cursor} shown={list.data?.items.length ?? 0} size={PAGE_SIZE} total={list.data?.total} busy={list.isPlaceholderData} />
      </section>
    </Page>
  );
}
