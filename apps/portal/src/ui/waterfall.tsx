import clsx from 'clsx';
import { ChevronRight, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { duration } from '@/lib/format';
import type { ServiceName } from '@/lib/health';
import { MARKS, type Tone } from '@/ui/chip';
import { TraceLink } from '@/ui/trace-link';
import type { Bar } from '@/lib/waterfall';

const TONES: Record<ServiceName, Tone> = { user: 'violet', order: 'blue', notification: 'green' };
const STEP_REM = 0.875;
const DEEPEST = 8;

/** Spans on one axis, each below the one that it is a part of. A row opens to what else is known of it. */
export function Waterfall({ bars, total }: { bars: Bar[]; total: number }) {
  const { t } = useTranslation();
  const services = [...new Set(bars.map((bar) => bar.span.service))];
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 pb-3 text-xs text-ink-2">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {services.map((service) => (
            <li key={service} className="flex items-center gap-1.5">
              <span aria-hidden className={`size-2.5 rounded-sm ${MARKS[TONES[service]]}`} />
              {t(`system.service.${service}`)}
            </li>
          ))}
        </ul>
        <span className="num">{`0 – ${duration(total)}`}</span>
      </div>
      <ol>
        {bars.map((bar) => (
          <Row key={bar.span.id} bar={bar} total={total} />
        ))}
      </ol>
    </>
  );
}

function Row({ bar, total }: { bar: Bar; total: number }) {
  const { t } = useTranslation();
  const { span, depth, from, to } = bar;
  const links = span.links.filter((trace) => trace !== span.trace_id);
  const left = `${(from / total) * 100}%`;
  const width = `${Math.max(((to - from) / total) * 100, 0.4)}%`;
  return (
    <li className="border-t border-line">
      <details className="group">
        <summary className="grid cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 px-5 py-2 hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)_4.5rem] [&::-webkit-details-marker]:hidden">
          <span className="flex min-w-0 items-center gap-1.5" style={{ paddingInlineStart: `${Math.min(depth, DEEPEST) * STEP_REM}rem` }}>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3 transition-transform group-open:rotate-90" />
            {span.failed && <CircleX aria-hidden className="size-4 shrink-0 text-red-ink" />}
            <span className="min-w-0 truncate text-sm">{span.name}</span>
            {span.failed && <span className="sr-only">{t('trace.failed')}</span>}
          </span>
          <span aria-hidden className="relative h-3.5 rounded-sm bg-sunken max-md:col-span-2 max-md:row-start-2">
            <span className={clsx('absolute inset-y-0 rounded-sm', MARKS[span.failed ? 'red' : TONES[span.service]])} style={{ insetInlineStart: left, width }} />
          </span>
          <span className="num text-end text-sm whitespace-nowrap">{duration(to - from)}</span>
        </summary>
        <div className="px-5 pb-4 ps-12 text-sm">
          {span.failure && <p className="mb-2 text-danger-ink">{span.failure}</p>}
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
            {[
              { name: t('trace.begins'), value: duration(from) },
              { name: t('trace.kind'), value: t(`trace.kinds.${span.kind as 'server'}`) },
              { name: t('trace.col.services'), value: t(`system.service.${span.service}`) },
              ...span.attributes,
            ].map(({ name, value }) => (
              <div key={name} className="contents">
                <dt className="text-ink-3 wrap-anywhere">{name}</dt>
                <dd className="wrap-anywhere max-sm:mb-1.5">{value}</dd>
              </div>
            ))}
          </dl>
          {links.length > 0 && (
            <p className="mt-3 flex flex-wrap gap-x-3">
              {t('trace.links')}
              {links.map((trace) => (
                <TraceLink key={trace} trace={trace} />
              ))}
            </p>
          )}
        </div>
      </details>
    </li>
  );
}
