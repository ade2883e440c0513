import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Hourglass, PauseCircle, PlugZap, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Provider } from '@/api/types';
import { ago, number } from '@/lib/format';
import { Chip, type Tone } from '@/ui/chip';
import { DataTable, type Column } from '@/ui/data-table';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { Ago } from '@/ui/text';
import { providersQuery } from './queries';

type Look = Provider['state'] | 'paused';
const LOOKS: Record<Look, { tone: Tone; icon: LucideIcon }> = {
  closed: { tone: 'green', icon: CircleCheck },
  open: { tone: 'red', icon: CircleX },
  half_open: { tone: 'amber', icon: Hourglass },
  paused: { tone: 'amber', icon: PauseCircle },
};
/** One that works and may not be asked now was asked too much, or asked for a pause. */
const lookOf = (one: Provider): Look => (one.state === 'closed' && one.next_at ? 'paused' : one.state);

export function Providers() {
  const { t } = useTranslation();
  const list = useQuery(providersQuery);
  const state = (one: Provider) => {
    const look = lookOf(one);
    return (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip tone={LOOKS[look].tone} icon={LOOKS[look].icon}>
          {t(`providers.state.${look}`)}
        </Chip>
        {one.next_at && look !== 'closed' && <span className="text-xs text-ink-2">{t('providers.next', { when: ago(one.next_at) })}</span>}
      </span>
    );
  };
  const name = (one: Provider) => (
    <span>
      <span className="font-medium">{one.provider}</span>
      {one.per_second !== null && <span className="block text-xs text-ink-2">{t('providers.limit', { count: one.per_second })}</span>}
    </span>
  );
  const channel = (one: Provider) => (
    <span className="whitespace-nowrap">
      {t(`channel.${one.channel}`)} <span className="num text-ink-2">{number(one.position)}</span>
    </span>
  );
  const calls = (one: Provider) => <span className="text-ink-2">{t('providers.callsText', { calls: number(one.calls), failures: number(one.failures) })}</span>;
  const last = (one: Provider) =>
    one.last_failure ? (
      <span className="text-ink-2">
        <Ago at={one.last_failure.at} className="text-xs" />
        <span className="line-clamp-3 wrap-anywhere">{one.last_failure.detail}</span>
      </span>
    ) : (
      <span className="text-ink-3">{t('providers.lastNone')}</span>
    );
  const columns: Column<Provider>[] = [
    { key: 'channel', head: t('providers.channel'), cell: channel },
    { key: 'provider', head: t('providers.provider'), cell: name },
    { key: 'state', head: t('providers.state'), cell: state },
    { key: 'calls', head: t('providers.calls'), cell: calls },
    { key: 'last', head: t('providers.last'), cell: last },
    { key: 'passed', head: t('providers.passedOn'), end: true, cell: (one) => <span className="num">{number(one.passed_on)}</span> },
  ];
  return (
    <Page title={t('providers.title')} subtitle={t('providers.hint')}>
      <section aria-label={t('providers.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <DataTable
          label={t('providers.title')}
          columns={columns}
          rows={list.data}
          rowKey={(one) => `${one.channel} ${one.provider}`}
          error={list.error}
          onRetry={() => void list.refetch()}
          card={(one) => (
            <div className="flex flex-col gap-1.5">
              <span className="flex items-baseline justify-between gap-3">
                {name(one)}
                {channel(one)}
              </span>
              {state(one)}
              {calls(one)}
              {last(one)}
            </div>
          )}
          empty={
            <Empty icon={PlugZap} title={t('providers.empty')}>
              {t('providers.emptyHint')}
            </Empty>
          }
        />
      </section>
    </Page>
  );
}
