import { Link, useParams } from '@tanstack/react-router';
import { useQueries, useQuery } from '@tanstack/react-query';
import { ChevronLeft, PackageSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '@/api/errors';
import type { Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { deadLettersOfQuery } from '@/features/dead-letters/queries';
import { orderMessagesQuery } from '@/features/notifications/queries';
import { SERVICES, spansQuery } from '@/features/system/queries';
import type { OwnSpan } from '@/lib/waterfall';
import { LinkButton } from '@/ui/button';
import { ErrorPanel } from '@/ui/error-panel';
import { Page } from '@/ui/page';
import { Empty, Loading } from '@/ui/states';
import { StatusChip } from '@/ui/status';
import { historyQuery, orderEventsQuery, orderQuery } from '../queries';
import { Diagnosis } from './diagnosis';
import { StepCard } from './step-card';
import { stepsOf } from './steps';

const MOST_TRACES = 50;

/** Where an order is and was: each step from the request over outbox and bus to the last attempt to tell somebody. */
export function OrderXray() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/orders/$id/xray' });
  const can = useCan();
  const order = useQuery(orderQuery(id));
  const error = order.error ? asApiError(order.error) : null;
  if ((error && (error.status === 404 || error.status === 400)) || (order.data && !can('notification', 'read'))) {
    return (
      <Page title={t('order.notFound')}>
        <Empty icon={PackageSearch} title={t('order.notFoundHint')} action={<LinkButton to="/orders">{t('order.toList')}</LinkButton>} />
      </Page>
    );
  }
  if (!order.data) {
    return <Page title={t('xray.title')}>{error ? <ErrorPanel error={error} onRetry={() => void order.refetch()} /> : <Loading rows={8} />}</Page>;
  }
  return <Loaded order={order.data} />;
}

/** The time, once a second: what is under way grows. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Loaded({ order }: { order: Order }) {
  const { t } = useTranslation();
  const can = useCan();
  const now = useNow();
  const history = useQuery(historyQuery(order.id));
  const events = useQuery(orderEventsQuery(order.id));
  const messages = useQuery(orderMessagesQuery(order.id));
  const letters = useQuery({ ...deadLettersOfQuery(order.id), enabled: can('dead_letter', 'read') });
  const traces = (history.data ?? []).flatMap((entry) => entry.trace_id ?? []).slice(-MOST_TRACES);
  const seesTraces = can('system', 'read');
  const spans = useQueries({ queries: SERVICES.map((service) => ({ ...spansQuery(service, traces), enabled: seesTraces && traces.length > 0 })) });
  const known: OwnSpan[] = SERVICES.flatMap((service, index) => spans[index]?.data?.map((span) => ({ ...span, service })) ?? []);
  const failed = [history, events, messages].find((one) => one.error && !one.data);
  const isThere = history.data && events.data && messages.data;
  const steps = isThere
    ? stepsOf({ history: history.data, waiting: events.data, messages: messages.data, letters: letters.data ?? [], now })
    : [];
  return (
    <Page
      title={t('xray.of', { number: order.number })}
      above={
        <Link to="/orders/$id" params={{ id: order.id }} className="-ms-1 mb-4 inline-flex min-h-8 items-center gap-1.5 rounded-control pe-2 text-sm font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
          <ChevronLeft aria-hidden className="size-4" />
          {order.number}
        </Link>
      }
      subtitle={
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <StatusChip status={order.status} />
          <span>{t('xray.hint')}</span>
        </div>
      }
    >
      {failed ? (
        <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />
      ) : !isThere ? (
        <Loading rows={8} />
      ) : (
        <>
          <Diagnosis order={order} steps={steps} />
          <ol className="flex flex-col" aria-label={t('xray.steps')}>
            {steps.map((step) => (
              <StepCard key={step.entry.version} order={order} step={step} spans={known.filter((span) => span.trace_id === step.entry.trace_id)} />
            ))}
          </ol>
        </>
      )}
    </Page>
  );
}
