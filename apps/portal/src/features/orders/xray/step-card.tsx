import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { useKindText } from '@/i18n/kinds';
import { duration } from '@/lib/format';
import { waterfall, type OwnSpan } from '@/lib/waterfall';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { DeliveryChip } from '@/ui/delivery-status';
import { DateText } from '@/ui/text';
import { TraceLink } from '@/ui/trace-link';
import { Waterfall } from '@/ui/waterfall';
import { EventText } from '../event-text';
import type { Step, Told } from './steps';
import { Track } from './track';

const FEW = 4;

/** One step of an order, and what followed from it on an axis that begins with it. */
export function StepCard({ order, step, spans }: { order: Order; step: Step; spans: OwnSpan[] }) {
  const { t } = useTranslation();
  const can = useCan();
  const [isAll, setAll] = useState(false);
  const { entry, event, origin, bars, total } = step;
  const outbox = bars.find((bar) => bar.what === 'outbox');
  const bus = bars.find((bar) => bar.what === 'bus');
  // What the customer learns comes first, and then what the team does.
  const isTheirs = ({ message }: Told) => Number(message.recipient === order.customer_id);
  const everybody = step.told.toSorted((one, other) => isTheirs(other) - isTheirs(one));
  return (
    <li className="relative pb-6 ps-7 last:pb-0">
      <span aria-hidden className="absolute start-[0.4375rem] top-5 bottom-0 w-px bg-line" />
      <span aria-hidden className="absolute start-0 top-5 size-3.75 rounded-full border-2 border-surface bg-accent" />
      {step.sinceLast !== null && <p className="num mb-2 text-xs text-ink-3">{t('xray.later', { time: duration(step.sinceLast) })}</p>}
      <section aria-label={t('xray.step', { version: entry.version })} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 py-3.5">
          <p className="min-w-0">
            <EventText entry={entry} order={order} />
          </p>
          <p className="flex flex-wrap gap-x-3 text-xs text-ink-3">
            {can('system', 'read') && <TraceLink trace={entry.trace_id} />}
            <DateText at={entry.at} />
          </p>
        </header>
        <ul>
          {event && outbox && (
            <Track bars={[outbox]} total={total} took={duration(outbox.to)} name={t('xray.outbox')} place={t('xray.position', { position: event.position })}>
              <Chip tone={event.parked ? 'red' : 'amber'}>{event.parked ? t('pipeline.parked') : t('xray.waiting')}</Chip>
            </Track>
          )}
          {origin && bus && <Track bars={[bus]} total={total} took={duration(bus.to)} name={t('xray.bus')} place={`${origin.topic} · ${origin.partition}:${origin.offset}`} />}
          {step.letters.map((letter) => (
            <Track key={letter.id} bars={[]} total={total} name={t('xray.letter')} place={`${letter.topic} · ${letter.partition}:${letter.offset}`}>
              {can('dead_letter', 'read') && (
                <Link to="/dead-letters/$id" params={{ id: letter.id }} className="text-xs font-medium text-accent-ink hover:underline">
                  {t('xray.toLetter')}
                </Link>
              )}
            </Track>
          ))}
          {(isAll ? everybody : everybody.slice(0, FEW)).map((told) => (
            <ToldRow key={told.delivery.id} told={told} total={total} order={order} />
          ))}
          {!event && !origin && step.letters.length === 0 && <li className="border-t border-line px-5 py-3 text-ink-3">{entry.action === 'amend' ? t('xray.untold') : t('xray.nothing')}</li>}
        </ul>
        {step.told.length > FEW && (
          <div className="border-t border-line p-2.5">
            <Button size="sm" look="ghost" onClick={() => setAll(!isAll)}>
              {isAll ? t('console.fewer') : t('console.all', { count: step.told.length })}
            </Button>
          </div>
        )}
        {spans.length > 0 && <Spans spans={spans} />}
      </section>
    </li>
  );
}

function ToldRow({ told, total, order }: { told: Told; total: number; order: Order }) {
  const { t } = useTranslation();
  const kind = useKindText();
  const { message, delivery, bars } = told;
  const last = bars.at(-1);
  const attempts = bars.flatMap((bar) => bar.attempt ?? []);
  const provider = attempts.at(-1)?.provider;
  const whom = message.recipient === order.customer_id ? (order.customer.name ?? t('xray.customer')) : t('xray.team');
  return (
    <Track
      bars={bars}
      total={total}
      took={last ? duration(last.to) : undefined}
      name={
        <Link to="/notifications/$id" params={{ id: message.id }} className="hover:underline">
          {kind(message.kind)}
        </Link>
      }
      place={[whom, provider, attempts.length > 1 ? t('notifications.attempts', { count: attempts.length }) : null].filter(Boolean).join(' · ')}
    >
      <DeliveryChip status={delivery.status} prefix={t(`channel.${delivery.channel}`)} />
    </Track>
  );
}

function Spans({ spans }: { spans: OwnSpan[] }) {
  const { t } = useTranslation();
  const { bars, total } = waterfall(spans);
  return (
    <details className="border-t border-line">
      <summary className="cursor-pointer px-5 py-3 text-sm font-medium text-ink-2 hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent">{t('trace.spanCount', { count: spans.length })}</summary>
      <Waterfall bars={bars} total={total} />
    </details>
  );
}
