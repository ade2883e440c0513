import clsx from 'clsx';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '@/lib/format';
import { MARKS, type Tone } from '@/ui/chip';
import type { Bar } from './steps';

type Props = { bars: Bar[]; total: number; name: ReactNode; place: string; took?: string | undefined; children?: ReactNode };

function toneOf(bar: Bar): Tone {
  if (bar.what === 'outbox') return 'amber';
  if (bar.what === 'bus') return 'blue';
  if (bar.what === 'wait') return 'grey';
  switch (bar.attempt?.outcome) {
    case 'accepted':
      return 'green';
    case 'permanent':
      return 'red';
    case 'temporary':
    case 'unknown':
      return 'amber';
    default:
      return 'blue';
  }
}

/** A row on the axis of a step: what, where, and from when to when. */
export function Track({ bars, total, name, place, took, children }: Props) {
  const { t } = useTranslation();
  const long = bars.filter((bar) => bar.isLong);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 border-t border-line px-5 py-2.5 md:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_5rem]">
      <div className="min-w-0">
        <p className="truncate text-sm font-medium">{name}</p>
        <p className="truncate text-xs text-ink-3">{place}</p>
      </div>
      <div className="max-md:col-span-2 max-md:row-start-2">
        <div aria-hidden className="relative h-3.5 rounded-sm bg-sunken">
          {bars.map((bar) => (
            <span
              key={bar.key}
              title={duration(bar.to - bar.from)}
              className={clsx('absolute rounded-sm', bar.what === 'wait' ? 'inset-y-1.25' : 'inset-y-0', MARKS[toneOf(bar)], bar.isOpen && 'opacity-70')}
              style={{ insetInlineStart: `${(bar.from / total) * 100}%`, width: `${Math.max(((bar.to - bar.from) / total) * 100, bar.what === 'wait' ? 0 : 0.6)}%` }}
            />
          ))}
        </div>
        {(children || long.length > 0) && (
          <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
            {children}
            {long.map((bar) => (
              <span key={bar.key} className="inline-flex items-center gap-1 text-xs font-medium text-amber-ink">
                <TriangleAlert aria-hidden className="size-3.5" />
                {t(`xray.long.${bar.what}`, { time: duration(bar.to - bar.from) })}
              </span>
            ))}
          </div>
        )}
      </div>
      <span className="num text-end text-sm whitespace-nowrap">{took}</span>
    </li>
  );
}
