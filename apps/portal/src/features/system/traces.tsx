import { Link, useSearch } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import { Power, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TraceHead } from '@/api/types';
import { duration, number } from '@/lib/format';
import type { ServiceName } from '@/lib/health';
import { Chip } from '@/ui/chip';
import { DataTable, ROW_LINK, type Column } from '@/ui/data-table';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { Ago } from '@/ui/text';
import { ViewLinks } from '@/ui/view-links';
import { tracesOf, type Trace } from './figures';
import { isOff, SERVICES, tracesQuery } from './queries';

const SLOW_MS = 250;
const MOST = 50;

/** The traces that the services remember, each put together from their parts. */
export function TraceList() {
  const { t } = useTranslation();
  const { view } = useSearch({ from: '/shell/system/traces' });
  const answers = useQueries({ queries: SERVICES.map(tracesQuery) });
  const known = SERVICES.flatMap((service, index) => {
    const data = answers[index]?.data;
    return data ? [[service, data] as [ServiceName, TraceHead[]]] : [];
  });
  const error = answers.find((answer) => answer.error)?.error;
  const all = known.length > 0 ? tracesOf(known) : undefined;
  const wanted = all?.filter((one) => (view === 'failed' ? one.failures > 0 : view === 'slow' ? one.tookMs >= SLOW_MS : view === 'all' || !/^(GET|HEAD|OPTIONS) /.test(one.name)));
  const link = (one: Trace) => (
    <Link to="/system/traces/$id" params={{ id: one.id }} className={ROW_LINK}>
      <code className="text-xs wrap-anywhere">{one.name}</code>
    </Link>
  );
  const failures = (one: Trace) => (one.failures > 0 ? <Chip tone="red">{t('trace.failures', { count: one.failures })}</Chip> : null);
  const columns: Column<Trace>[] = [
    { key: 'name', head: t('trace.col.name'), cell: link },
    { key: 'failed', head: t('trace.col.result'), cell: failures },
    { key: 'services', head: t('trace.col.services'), cell: (one) => <span className="text-ink-2">{one.services.map((service) => t(`trace.service.${service}`)).join(' · ')}</span> },
    { key: 'spans', head: t('trace.col.spans'), end: true, cell: (one) => <span className="num">{number(one.spans)}</span> },
    { key: 'took', head: t('trace.col.took'), end: true, cell: (one) => <span className="num whitespace-nowrap">{duration(one.tookMs)}</span> },
    { key: 'started', head: t('trace.col.started'), end: true, cell: (one) => <Ago at={one.startedAt} className="whitespace-nowrap text-ink-2" /> },
  ];
  const views = [
    { key: 'deeds', view: undefined },
    { key: 'slow', view: 'slow' },
    { key: 'failed', view: 'failed' },
    { key: 'all', view: 'all' },
  ] as const;
  return (
    <Page title={t('trace.title')} subtitle={t('trace.hint')} above={<BackToSystem />}>
      <section aria-label={t('trace.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        {isOff(error) && !all ? (
          <Empty icon={Power} title={t('console.off')}>
            {t('console.offHint')}
          </Empty>
        ) : (
          <>
            <div className="p-2.5">
              <ViewLinks label={t('orders.views')} links={views.map((one) => ({ key: one.key, label: t(`trace.view.${one.key}`), to: '/system/traces', search: one.view ? { view: one.view } : {}, current: view === one.view }))} />
            </div>
            <DataTable
              label={t('trace.title')}
              columns={columns}
              rows={wanted?.slice(0, MOST)}
              rowKey={(one) => one.id}
              error={all ? null : error}
              onRetry={() => answers.forEach((answer) => void answer.refetch())}
              card={(one) => (
                <div className="flex flex-col gap-1.5">
                  {link(one)}
                  <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-xs text-ink-2">
                    <span className="num">{[duration(one.tookMs), t('trace.spanCount', { count: one.spans })].join(' · ')}</span>
                    <Ago at={one.startedAt} />
                  </span>
                  {failures(one)}
                </div>
              )}
              empty={
                <Empty icon={Waypoints} title={t('trace.none')}>
                  {t('trace.noneHint')}
                </Empty>
              }
            />
          </>
        )}
      </section>
    </Page>
  );
}

export function BackToSystem() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('trace.way')} className="mb-4 flex flex-wrap gap-x-4 text-sm font-medium">
      <Link to="/system" className="inline-flex min-h-8 items-center text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        {t('system.title')}
      </Link>
      <Link to="/system/traces" activeOptions={{ exact: true }} className="inline-flex min-h-8 items-center text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        {t('trace.title')}
      </Link>
    </nav>
  );
}
