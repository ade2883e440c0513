import { useParams } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import { Power, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { date, duration } from '@/lib/format';
import { Card } from '@/ui/card';
import { CopyButton } from '@/ui/copy-button';
import { ErrorPanel } from '@/ui/error-panel';
import { Page } from '@/ui/page';
import { Empty, Loading } from '@/ui/states';
import { isOff, SERVICES, spansQuery } from './queries';
import { BackToSystem } from './traces';
import { Waterfall } from '@/ui/waterfall';
import { waterfall, type OwnSpan } from '@/lib/waterfall';

/** One trace, put together from what each service remembers of it. */
export function TracePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/system/traces/$id' });
  const answers = useQueries({ queries: SERVICES.map((service) => spansQuery(service, [id])) });
  const spans: OwnSpan[] = SERVICES.flatMap((service, index) => answers[index]?.data?.map((span) => ({ ...span, service })) ?? []);
  const error = answers.find((answer) => answer.error)?.error;
  const isLoading = answers.some((answer) => answer.isPending);
  const { bars, total } = waterfall(spans);
  const first = bars[0]?.span;
  const head = first ? [date(first.started_at), duration(total), t('trace.spanCount', { count: spans.length })].join(' · ') : t('trace.one');
  return (
    <Page
      title={first?.name ?? t('trace.one')}
      documentTitle={t('trace.one')}
      above={<BackToSystem />}
      subtitle={
        <>
          <p>{head}</p>
          <p className="mt-1 flex items-center gap-1 text-xs text-ink-3">
            <code className="wrap-anywhere">{id}</code>
            <CopyButton text={id} label={t('trace.copy')} />
          </p>
        </>
      }
    >
      {bars.length > 0 ? (
        <Card title={t('trace.waterfall')} flush>
          <Waterfall bars={bars} total={total} />
        </Card>
      ) : (
        <Card>
          {isOff(error) ? (
            <Empty icon={Power} title={t('console.off')}>
              {t('console.offHint')}
            </Empty>
          ) : error ? (
            <ErrorPanel error={error} onRetry={() => answers.forEach((answer) => void answer.refetch())} />
          ) : isLoading ? (
            <Loading rows={6} />
          ) : (
            <Empty icon={Waypoints} title={t('trace.gone')}>
              {t('trace.goneHint')}
            </Empty>
          )}
        </Card>
      )}
    </Page>
  );
}
