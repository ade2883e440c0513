import { useQueries } from '@tanstack/react-query';
import { Gauge, Hourglass, Inbox, Power, TimerReset } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { System } from '@/api/types';
import { bytes, duration, number, rate } from '@/lib/format';
import type { ServiceName } from '@/lib/health';
import { Card } from '@/ui/card';
import { ErrorPanel } from '@/ui/error-panel';
import { KeyFigure } from '@/ui/key-figure';
import { Empty, Loading } from '@/ui/states';
import { TimeChart } from '@/ui/time-chart';
import type { Tone } from '@/ui/chip';
import { together, type Figures } from './figures';
import { isOff, SERVICES, systemQuery } from './queries';
import { Routes } from './routes';
import { SlowRequests } from './slow-requests';
import { Troubles } from './troubles';

export type Known = [ServiceName, System][];
const TONES: Record<ServiceName, Tone> = { user: 'violet', order: 'blue', notification: 'green' };

/** What the services remember of their own work: those that answer, put together. */
export function ConsoleSection() {
  const { t } = useTranslation();
  const answers = useQueries({ queries: SERVICES.map(systemQuery) });
  const known: Known = SERVICES.flatMap((service, index) => {
    const data = answers[index]?.data;
    return data ? [[service, data] as [ServiceName, System]] : [];
  });
  const error = answers.find((answer) => answer.error)?.error;
  if (known.length === 0) {
    return (
      <Card title={t('console.title')} className="mt-5">
        {isOff(error) ? (
          <Empty icon={Power} title={t('console.off')}>
            {t('console.offHint')}
          </Empty>
        ) : error ? (
          <ErrorPanel error={error} onRetry={() => answers.forEach((answer) => void answer.refetch())} />
        ) : (
          <Loading rows={6} />
        )}
      </Card>
    );
  }
  const figures = together(known.map(([service, system]) => [service, system.samples]));
  return (
    <section aria-label={t('console.title')} className="mt-8">
      <h2 className="text-lg font-semibold">{t('console.title')}</h2>
      <p className="mt-1 mb-4 text-ink-2">{t('console.hint')}</p>
      <Now figures={figures} known={known} />
      <Charts figures={figures} known={known} />
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-2">
        <SlowRequests known={known} />
        <Troubles known={known} />
      </div>
      <Routes known={known} />
    </section>
  );
}

function Now({ figures, known }: { figures: Figures[]; known: Known }) {
  const { t } = useTranslation();
  const last = figures.at(-1);
  if (!last) return null;
  // Several services in one process have one memory between them; the largest is never counted twice.
  const memory = Math.max(...known.map(([, system]) => system.samples.at(-1)?.memory ?? 0));
  const p99 = Math.max(0, ...Object.values(last.p99));
  return (
    <div className="mb-5 grid gap-4 min-[20rem]:grid-cols-2 xl:grid-cols-4">
      <KeyFigure tone={last.failed > 0 ? 'red' : 'blue'} icon={Gauge} label={t('console.requests')} value={<span className="text-lg">{rate(last.requests)}</span>} />
      <KeyFigure tone="violet" icon={TimerReset} label={t('console.p99')} value={<span className="text-lg">{p99 > 0 ? duration(p99) : t('console.none')}</span>} />
      <KeyFigure tone={last.oldestMs > 10_000 ? 'red' : 'amber'} icon={Hourglass} label={t('console.oldest')} value={<span className="text-lg">{last.pending > 0 ? duration(last.oldestMs) : t('pipeline.nothing')}</span>} />
      <KeyFigure tone="grey" icon={Inbox} label={t('console.memory')} value={<span className="text-lg">{bytes(memory)}</span>} />
    </div>
  );
}

function Charts({ figures, known }: { figures: Figures[]; known: Known }) {
  const { t } = useTranslation();
  const times = figures.map((one) => one.at);
  const line = (key: string, label: string, tone: Tone, of: (one: Figures) => number | null) => ({ key, label, tone, values: figures.map(of) });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-2 xl:grid-cols-3">
      <TimeChart title={t('console.chart.requests')} times={times} text={rate} series={[line('all', t('console.answered'), 'blue', (one) => one.requests), line('failed', t('console.failed'), 'red', (one) => one.failed)]} />
      <TimeChart
        title={t('console.chart.p99')}
        hint={t('console.chart.p99Hint')}
        times={times}
        text={duration}
        least={10}
        series={known.map(([service]) => line(service, t(`system.service.${service}`), TONES[service], (one) => one.p99[service] ?? null))}
      />
      <TimeChart title={t('console.chart.events')} times={times} text={rate} series={[line('published', t('console.published'), 'blue', (one) => one.published), line('consumed', t('console.consumed'), 'green', (one) => one.consumed)]} />
      <TimeChart title={t('console.chart.waiting')} times={times} text={number} least={4} series={[line('outbox', t('console.outbox'), 'amber', (one) => one.pending), line('lag', t('console.lag'), 'violet', (one) => one.lag)]} />
      <TimeChart title={t('console.chart.oldest')} times={times} text={duration} least={1000} series={[line('oldest', t('console.oldest'), 'amber', (one) => one.oldestMs)]} />
      <TimeChart title={t('console.chart.deliveries')} times={times} text={rate} series={[line('sent', t('console.delivered'), 'green', (one) => one.delivered), line('not', t('console.undelivered'), 'red', (one) => one.undelivered)]} />
    </div>
  );
}
