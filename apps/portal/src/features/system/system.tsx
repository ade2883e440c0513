import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, ExternalLink, KeyRound, TriangleAlert, Waypoints, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '@/i18n';
import type { ServiceName } from '@/lib/health';
import { Card } from '@/ui/card';
import { Chip, type Tone } from '@/ui/chip';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Loading } from '@/ui/states';
import { Ago } from '@/ui/text';
import { useCan } from '@/features/auth/queries';
import { LinkButton } from '@/ui/button';
import { ConsoleSection } from './console-section';
import { keysQuery, readinessQuery, SERVICES, type Readiness } from './queries';

const LOOKS: Record<Readiness['status'], { tone: Tone; icon: LucideIcon }> = {
  ready: { tone: 'green', icon: CircleCheck },
  degraded: { tone: 'amber', icon: TriangleAlert },
  unavailable: { tone: 'red', icon: CircleX },
};

export function System() {
  const { t } = useTranslation();
  const can = useCan();
  const keys = useQuery(keysQuery);
  return (
    <Page
      title={t('system.title')}
      subtitle={t('system.hint')}
      actions={
        can('system', 'read') && (
          <LinkButton to="/system/traces" icon={Waypoints}>
            {t('trace.title')}
          </LinkButton>
        )
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-2 xl:grid-cols-3">
        {SERVICES.map((service) => (
          <ServiceCard key={service} service={service} />
        ))}
      </div>
      {can('system', 'read') && <ConsoleSection />}
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-2">
        <Card title={t('system.keys')}>
          <p className="mb-3 text-ink-2">{t('system.keysHint')}</p>
          {keys.data ? (
            <ul className="flex flex-col gap-2">
              {keys.data.map((key) => (
                <li key={key.kid} className="flex items-center gap-2.5">
                  <KeyRound aria-hidden className="size-4 shrink-0 text-ink-3" />
                  <code className="min-w-0 truncate text-xs">{key.kid}</code>
                  <span className="ms-auto shrink-0 text-xs text-ink-3">{[key.alg, key.crv].join(' · ')}</span>
                </li>
              ))}
            </ul>
          ) : keys.error ? (
            <ErrorPanel error={keys.error} onRetry={() => void keys.refetch()} />
          ) : (
            <Loading rows={1} />
          )}
        </Card>
        <Card title={t('system.links')}>
          <a href="/swagger-ui/" className="inline-flex items-center gap-1.5 font-medium text-accent-ink hover:underline">
            {t('system.swagger')}
            <ExternalLink aria-hidden className="size-3.5" />
          </a>
        </Card>
      </div>
    </Page>
  );
}

function ServiceCard({ service }: { service: ServiceName }) {
  const { t, i18n } = useTranslation();
  const { data, dataUpdatedAt, error, refetch } = useQuery(readinessQuery(service));
  const name = (check: string) => (i18n.exists(`check.${check}`) ? t(`check.${check}` as TextKey) : check);
  if (!data) {
    return <Card title={t(`system.service.${service}`)}>{error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <Loading rows={3} />}</Card>;
  }
  const { tone, icon } = LOOKS[data.status];
  return (
    <Card
      title={t(`system.service.${service}`)}
      aside={
        <Chip tone={tone} icon={icon}>
          {t(`system.${data.status}`)}
        </Chip>
      }
    >
      <ul className="flex flex-col gap-2.5">
        {data.checks.map((check) => (
          <li key={check.name}>
            <p className="flex items-center gap-x-2.5">
              {check.status === 'ok' ? <CircleCheck aria-hidden className="size-4 shrink-0 text-green-ink" /> : <CircleX aria-hidden className="size-4 shrink-0 text-red-ink" />}
              <span className="min-w-0">{name(check.name)}</span>
              <span className="ms-auto text-xs text-ink-3">{check.status === 'ok' ? t('system.check.ok') : check.required ? t('system.unavailable') : t('system.degraded')}</span>
            </p>
            {check.detail && <p className="mt-1 ms-6.5 text-xs text-danger-ink">{check.detail}</p>}
          </li>
        ))}
      </ul>
      <p className="mt-4 border-t border-line pt-3 text-xs text-ink-3">
        {data.version && `${t('system.version', { version: data.version })} · `}
        <Ago at={new Date(dataUpdatedAt).toISOString()} />
      </p>
    </Card>
  );
}
