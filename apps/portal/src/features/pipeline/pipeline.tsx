import { Link } from '@tanstack/react-router';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Hourglass, PackageX, PauseCircle, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxState } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { deadLetterListQuery } from '@/features/dead-letters/queries';
import { SERVICES } from '@/features/system/queries';
import { number } from '@/lib/format';
import { KeyFigure } from '@/ui/key-figure';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Skeleton } from '@/ui/states';
import { Ago } from '@/ui/text';
import { Parked } from './parked';
import { outboxQuery } from './queries';

/** What waits in all of the outboxes that answer, as if they were one. */
function together(states: OutboxState[]): OutboxState | undefined {
  if (states.length === 0) return undefined;
  const oldest = states.flatMap((state) => state.oldest_at ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  const sum = (count: (state: OutboxState) => number) => states.reduce((total, state) => total + count(state), 0);
  return { pending: sum((state) => state.pending), parked: sum((state) => state.parked), oldest_at: oldest[0] ?? null };
}

export function Pipeline() {
  const { t } = useTranslation();
  const can = useCan();
  const answers = useQueries({ queries: SERVICES.map(outboxQuery) });
  const letters = useQuery({ ...deadLetterListQuery(true), enabled: can('dead_letter', 'read') });
  const state = together(answers.flatMap((answer) => answer.data ?? []));
  const error = answers.find((answer) => answer.error)?.error;
  const figure = (value: number | undefined) => (value === undefined ? <Skeleton className="h-8 w-16" /> : number(value));
  if (error && !state) {
    return (
      <Page title={t('pipeline.title')} subtitle={t('pipeline.hint')}>
        <ErrorPanel error={error} onRetry={() => answers.forEach((answer) => void answer.refetch())} />
      </Page>
    );
  }
  return (
    <Page title={t('pipeline.title')} subtitle={t('pipeline.hint')}>
      <div className="mb-5 grid gap-4 min-[20rem]:grid-cols-2 xl:grid-cols-4">
        <KeyFigure tone="blue" icon={Send} label={t('pipeline.pending')} value={figure(state?.pending)} />
        <KeyFigure tone={state && state.parked > 0 ? 'red' : 'grey'} icon={PauseCircle} label={t('pipeline.parked')} value={figure(state?.parked)} />
        <KeyFigure
          tone="amber"
          icon={Hourglass}
          label={t('pipeline.oldest')}
          value={state ? <span className="text-lg">{state.oldest_at ? <Ago at={state.oldest_at} /> : t('pipeline.nothing')}</span> : figure(undefined)}
        />
        {can('dead_letter', 'read') && (
          <KeyFigure
            tone={letters.data?.total ? 'red' : 'grey'}
            icon={PackageX}
            label={
              <Link to="/dead-letters" className="after:absolute after:inset-0">
                {t('pipeline.deadLetters')}
              </Link>
            }
            value={figure(letters.data?.total)}
          />
        )}
      </div>
      <Parked />
    </Page>
  );
}
