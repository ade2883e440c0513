import { Link, useSearch } from '@tanstack/react-router';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, Bell, CheckCheck, Inbox as InboxIcon, KeyRound, MailOpen, ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { notifications, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { InboxItem } from '@/api/types';
import { date, dayOf } from '@/lib/format';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Empty, Loading } from '@/ui/states';
import { Ago } from '@/ui/text';
import { toast } from '@/ui/toast';
import { ViewLinks } from '@/ui/view-links';
import { inboxQuery, unreadQuery, type InboxView } from './queries';

export function Inbox() {
  const { t } = useTranslation();
  const { view = 'unread' } = useSearch({ from: '/shell/inbox' });
  const client = useQueryClient();
  const list = useInfiniteQuery(inboxQuery(view));
  const { data: count = 0 } = useQuery(unreadQuery);
  const items = list.data?.pages.flatMap((page) => page.items);

  const failed = (caught: unknown) => {
    const error = asApiError(caught);
    toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
  };
  const settle = () => void client.invalidateQueries({ queryKey: ['inbox'] });
  const markAll = useMutation({ mutationFn: () => unwrap(notifications.POST('/api/v1/me/inbox/read-all')), onSuccess: settle, onError: failed });
  const mark = useMutation({
    mutationFn: (id: string) => unwrap(notifications.POST('/api/v1/me/inbox/{id}/read', { params: { path: { id } } })),
    // Shown at once: it can be read again at any time.
    onMutate: (id) => {
      client.setQueryData(unreadQuery.queryKey, (old: number | undefined) => Math.max(0, (old ?? 1) - 1));
      client.setQueryData(inboxQuery('all').queryKey, (old) => old && { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map((one) => (one.id === id ? { ...one, read_at: new Date().toISOString() } : one)) })) });
    },
    onSettled: settle,
    onError: failed,
  });
  const archive = useMutation({
    mutationFn: ({ id }: InboxItem) => unwrap(notifications.POST('/api/v1/me/inbox/{id}/archive', { params: { path: { id } } })),
    // Gone at once: it is found again under "Archived". An answer under way would bring it back for a moment.
    onMutate: async ({ id, read_at }) => {
      await client.cancelQueries({ queryKey: ['inbox'] });
      if (read_at === null) client.setQueryData(unreadQuery.queryKey, (old: number | undefined) => Math.max(0, (old ?? 1) - 1));
      for (const from of ['unread', 'all'] as const) {
        client.setQueryData(inboxQuery(from).queryKey, (old) => old && { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) })) });
      }
    },
    onSuccess: () => toast.done(t('inbox.isArchived')),
    onSettled: settle,
    onError: failed,
  });

  return (
    <Page
      title={t('inbox.title')}
      subtitle={count > 0 && t('nav.unread', { count })}
      narrow
      actions={
        count > 0 && (
          <Button icon={CheckCheck} busy={markAll.isPending} onClick={() => markAll.mutate()}>
            {t('inbox.markAll')}
          </Button>
        )
      }
    >
      <section aria-label={t('inbox.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <div className="p-2.5">
          <ViewLinks
            label={t('orders.views')}
            links={[
              { key: 'unread', label: t('inbox.unread'), to: '/inbox', search: {}, current: view === 'unread' },
              { key: 'all', label: t('inbox.all'), to: '/inbox', search: { view: 'all' }, current: view === 'all' },
              { key: 'archived', label: t('inbox.archived'), to: '/inbox', search: { view: 'archived' }, current: view === 'archived' },
            ]}
          />
        </div>
        {list.error && !items ? (
          <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
        ) : !items ? (
          <Loading rows={6} />
        ) : items.length === 0 ? (
          <NothingThere view={view} />
        ) : (
          <Days items={items} onRead={(id) => mark.mutate(id)} onArchive={(item) => archive.mutate(item)} />
        )}
        {list.hasNextPage && (
          <div className="border-t border-line p-3 text-center">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('inbox.more')}
            </Button>
          </div>
        )}
      </section>
    </Page>
  );
}

function NothingThere({ view }: { view: InboxView }) {
  const { t } = useTranslation();
  const titles = { unread: t('inbox.empty'), all: t('inbox.emptyAll'), archived: t('inbox.emptyArchived') };
  return (
    <Empty icon={view === 'archived' ? Archive : InboxIcon} title={titles[view]}>
      {view === 'archived' ? t('inbox.emptyArchivedHint') : t('inbox.emptyHint')}
    </Empty>
  );
}

function useDayName(): (day: string, at: string) => string {
  const { t } = useTranslation();
  return (day, at) => {
    const now = new Date();
    const today = dayOf(now);
    const yesterday = dayOf(new Date(now.getTime() - 86_400_000));
    return day === today ? t('inbox.today') : day === yesterday ? t('inbox.yesterday') : date(at, 'weekday');
  };
}

function Days({ items, onRead, onArchive }: { items: InboxItem[]; onRead: (id: string) => void; onArchive: (item: InboxItem) => void }) {
  const name = useDayName();
  return [...grouped(items)].map(([day, ones]) => (
    <section key={day} aria-label={name(day, ones[0]!.created_at)}>
      <h2 className="border-y border-line bg-sunken px-5 py-2 text-xs font-medium text-ink-3">{name(day, ones[0]!.created_at)}</h2>
      <ul>
        {ones.map((item) => (
          <Item key={item.id} item={item} onRead={() => onRead(item.id)} onArchive={() => onArchive(item)} />
        ))}
      </ul>
    </section>
  ));
}

function grouped(items: InboxItem[]): Map<string, InboxItem[]> {
  const days = new Map<string, InboxItem[]>();
  for (const item of items) days.set(dayOf(item.created_at), [...(days.get(dayOf(item.created_at)) ?? []), item]);
  return days;
}

function Item({ item, onRead, onArchive }: { item: InboxItem; onRead: () => void; onArchive: () => void }) {
  const { t } = useTranslation();
  const isNew = item.read_at === null;
  const Icon = item.order_id ? ReceiptText : item.kind.startsWith('account') ? KeyRound : Bell;
  return (
    <li className="relative flex gap-3.5 border-b border-line px-5 py-4 last:border-b-0 hover:bg-hover">
      <span aria-hidden className="relative mt-0.5 inline-flex max-[18rem]:hidden size-8 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-2">
        <Icon className="size-4" />
        {isNew && <span className="absolute -end-0.5 -top-0.5 size-2.5 rounded-full border-2 border-surface bg-accent" />}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-x-2">
          <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
            <p className={isNew ? 'font-semibold' : 'text-ink-2'}>
              {item.order_id ? (
                <Link to="/orders/$id" params={{ id: item.order_id }} onClick={() => isNew && onRead()} className="after:absolute after:inset-0">
                  {item.title}
                </Link>
              ) : (
                item.title
              )}
              {isNew && <span className="sr-only">{`(${t('inbox.isNew')})`}</span>}
            </p>
            <Ago at={item.created_at} className="shrink-0 text-xs text-ink-3 max-sm:basis-full" />
          </div>
          <div className="relative z-10 -me-3 -mt-2 flex shrink-0">
            {isNew && <IconButton icon={MailOpen} label={t('inbox.markRead')} onClick={onRead} />}
            {item.archived_at === null && <IconButton icon={Archive} label={t('inbox.archive')} onClick={onArchive} />}
          </div>
        </div>
        <p className="mt-0.5 whitespace-pre-line wrap-anywhere text-ink-2">{item.body}</p>
      </div>
    </li>
  );
}
