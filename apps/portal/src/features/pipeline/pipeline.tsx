import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Hourglass, PackageX, PauseCircle, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/auth/queries';
import { deadLetterListQuery } from '@/features/dead-letters/queries';
import { number } from '@/lib/format';
import { KeyFigure } from '@/ui/key-figure';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Skeleton } from '@/ui/states';
import { Ago } from '@/ui/text';
import { Parked } from './parked';
import { outboxQuery } from './queries';

export function Pipeline() {
  const { t } = useTranslation();
  const can = useCan();
  const outbox = useQuery(outboxQuery);
  const letters = useQuery({ ...deadLetterListQuery(true), enabled: can('dead_letter', 'read') });
  const state = outbox.data;
  const figure = (value: number | undefined) => (value === undefined ? <Skeleton className="h-8 w-16" /> : number(value));
  if (outbox.error && !state) {
    return (
      <Page title={t('pipeline.title')} subtitle={t('pipeline.hint')}>
        <ErrorPanel error={outbox.error} onRetry={() => void outbox.refetch()} />
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
