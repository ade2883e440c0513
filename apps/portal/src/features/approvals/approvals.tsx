import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, ExternalLink, SkipForward } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { ActionDialog } from '@/features/orders/action-dialog';
import { ACTIONS, type Act } from '@/features/orders/actions';
import { Aside } from '@/features/orders/aside';
import { calledBy } from '@/features/orders/customer';
import { Items } from '@/features/orders/items';
import { historyQuery, notesQuery } from '@/features/orders/queries';
import { Timeline } from '@/features/orders/timeline';
import { useKeys } from '@/lib/keyboard';
import { Button, LinkButton } from '@/ui/button';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Banner, Empty, Loading } from '@/ui/states';
import { Ago, Money } from '@/ui/text';
import { queueQuery } from './queries';
import { Record } from './record';

/** The orders that wait, one at a time and the oldest first. What is decided makes room for the next one. */
export function Approvals() {
  const { t } = useTranslation();
  const queue = useQuery(queueQuery);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const waiting = queue.data?.items ?? [];
  const current = waiting.find((order) => !skipped.includes(order.id));
  const total = queue.data?.total ?? 0;
  const at = waiting.filter((order) => skipped.includes(order.id)).length + 1;

  if (current) {
    return (
      <Page
        title={t('approvals.title')}
        subtitle={
          <span className="flex flex-wrap gap-x-3">
            <span className="num">{t('approvals.counter', { at, total: Math.max(total, at) })}</span>
            <span className="text-ink-3 max-sm:hidden pointer-coarse:hidden">{t('approvals.keys')}</span>
          </span>
        }
      >
        <One key={current.id} order={current} next={waiting[waiting.indexOf(current) + 1]} onSkip={() => setSkipped([...skipped, current.id])} />
      </Page>
    );
  }
  return (
    <Page title={t('approvals.title')}>
      <section className="rounded-card border border-line bg-surface shadow-card">
        {queue.error ? (
          <ErrorPanel error={queue.error} onRetry={() => void queue.refetch()} />
        ) : queue.isPending ? (
          <Loading rows={6} />
        ) : waiting.length > 0 ? (
          <Empty icon={SkipForward} title={t('approvals.skippedAll')} action={<Button onClick={() => setSkipped([])}>{t('approvals.again')}</Button>}>
            {t('approvals.skippedHint')}
          </Empty>
        ) : (
          <Empty icon={CheckCheck} title={t('approvals.emptyTitle')}>
            {t('approvals.emptyHint')}
          </Empty>
        )}
      </section>
    </Page>
  );
}

function One({ order, next, onSkip }: { order: Order; next: Order | undefined; onSkip: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  const [noteFocus, setNoteFocus] = useState(0);
  const history = useQuery(historyQuery(order.id)).data;
  const notes = useQuery(notesQuery(order.id)).data;
  const may = (one: Act) => order.allowed_actions.includes(one);
  useEffect(() => {
    // The next one is there before this one is decided.
    if (!next) return;
    void client.prefetchQuery(historyQuery(next.id));
    void client.prefetchQuery(notesQuery(next.id));
  }, [client, next]);
  useKeys(
    {
      ...(may('approve') ? { a: () => setAct('approve') } : {}),
      ...(may('reject') ? { r: () => setAct('reject') } : {}),
      s: onSkip,
      m: () => setNoteFocus((n) => n + 1),
    },
    act === null,
  );
  const buttons = useMemo(() => (['approve', 'reject'] as const).filter((one) => order.allowed_actions.includes(one)), [order]);
  return (
    <article aria-label={order.number}>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-card border border-line bg-surface px-5 py-4 shadow-card">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{order.number}</h2>
          <p className="text-ink-2">
            {calledBy(order)} <Ago at={order.created_at} className="ms-1 text-ink-3" />
          </p>
        </div>
        <Money value={order.total} className="text-3xl font-semibold" />
        <div className="flex flex-wrap gap-2 max-sm:w-full">
          {buttons.map((one) => (
            <Button key={one} size="lg" look={ACTIONS[one].look} icon={ACTIONS[one].icon} onClick={() => setAct(one)} className={one === 'approve' ? 'max-sm:w-full sm:order-last' : 'max-sm:flex-auto'}>
              {t(`act.${one}`)}
            </Button>
          ))}
          <Button size="lg" icon={SkipForward} onClick={onSkip} className="max-sm:flex-auto">
            {t('approvals.skip')}
          </Button>
          <LinkButton size="lg" icon={ExternalLink} to="/orders/$id" params={{ id: order.id }} className="max-sm:flex-auto">
            {t('approvals.open')}
          </LinkButton>
        </div>
      </div>
      {!may('approve') && (
        <div className="mb-5">
          <Banner>{t('approvals.own')}</Banner>
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Items order={order} />
          {history && notes ? <Timeline order={order} history={history} notes={notes} noteFocus={noteFocus} /> : <Loading rows={3} />}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Record customer={order.customer_id} />
          <Aside order={order} />
        </div>
      </div>
      {act && <ActionDialog order={order} act={act} onClose={() => setAct(null)} onDone={() => void client.invalidateQueries({ queryKey: queueQuery.queryKey })} />}
    </article>
  );
}
