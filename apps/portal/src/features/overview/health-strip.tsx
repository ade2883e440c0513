import { useQueries } from '@tanstack/react-query';
import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { readinessQuery, SERVICES, type Readiness } from '@/features/system/queries';
import { Card } from '@/ui/card';

const MARK: Record<Readiness['status'], string> = { ready: 'bg-green-mark', degraded: 'bg-amber-mark', unavailable: 'bg-red-mark' };

export function HealthStrip() {
  const { t } = useTranslation();
  const answers = useQueries({ queries: SERVICES.map((service) => readinessQuery(service)) });
  return (
    <Card title={t('overview.services')}>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {SERVICES.map((service, index) => {
          const status = answers[index]?.data?.status;
          return (
            <li key={service} className="flex items-center gap-2.5">
              <span aria-hidden className={clsx('size-2.5 rounded-full', status ? MARK[status] : 'bg-line')} />
              {t(`system.service.${service}`)}
              <span className="text-ink-3">{status ? t(`system.${status}`) : t('state.loading')}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
