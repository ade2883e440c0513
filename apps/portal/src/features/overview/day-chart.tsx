import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStatistics } from '@/api/types';
import { dayText, number } from '@/lib/format';
import { ticksOf } from '@/lib/ticks';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { FILLS, MARKS } from '@/ui/chip';
import { useIsWide } from '@/ui/media';
import { Skeleton } from '@/ui/states';
import { STATUS, STATUSES } from '@/ui/status';
import { stacksOf, type Stack } from './stacks';

/** In units of a picture that is drawn about as large as they are, so that its texts have their size on a phone, too. */
const SIZES = { wide: { width: 720, height: 280, labels: 7 }, narrow: { width: 320, height: 210, labels: 4 } };
const LEFT = 34;
const BOTTOM = 26;
/** Half of the widest label below a column: the last one ends with the picture. */
const HALF_LABEL = 20;
const TOP = 10;

/** Orders per day by what became of them: stacked columns, or the same as a table. */
export function DayChart({ statistics, range }: { statistics: OrderStatistics | undefined; range: ReactNode }) {
  const { t } = useTranslation();
  const [asTable, setTable] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const stacks = statistics ? stacksOf(statistics) : null;
  const chosen = stacks && at !== null ? stacks[Math.min(at, stacks.length - 1)] : undefined;
  return (
    <Card
      title={t('overview.perDay')}
      aside={
        <span className="flex flex-wrap items-center gap-2">
          {range}
          <Button size="sm" look="ghost" onClick={() => setTable(!asTable)}>
            {t(asTable ? 'overview.asChart' : 'overview.asTable')}
          </Button>
        </span>
      }
    >
      {!stacks ? <Skeleton className="aspect-[320/210] sm:aspect-[720/280]" /> : asTable ? <Table stacks={stacks} /> : <Columns stacks={stacks} at={at} onAt={setAt} />}
      {!asTable && (
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-ink-2" aria-live="polite">
          {chosen && <li className="w-full font-medium text-ink">{dayText(chosen.day)}</li>}
          {STATUSES.map((status) => (
            <li key={status} className="flex items-center gap-1.5">
              <span aria-hidden className={`size-2.5 rounded-sm ${MARKS[STATUS[status].tone]}`} />
              {t(STATUS[status].label)}
              {chosen && <span className="num font-semibold text-ink">{number(chosen.counts[status] ?? 0)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type ColumnsProps = { stacks: Stack[]; at: number | null; onAt: (at: number | null) => void };

function Columns({ stacks, at, onAt }: ColumnsProps) {
  const { t } = useTranslation();
  const title = useId();
  const { width: all, height, labels } = SIZES[useIsWide() ? 'wide' : 'narrow'];
  const ticks = ticksOf(Math.max(1, ...stacks.map((stack) => stack.sum)));
  const top = ticks.at(-1) ?? 1;
  const step = (all - LEFT) / stacks.length;
  const width = Math.min(36, step * 0.62);
  const y = (value: number) => TOP + (height - TOP - BOTTOM) * (1 - value / top);
  const every = Math.ceil(stacks.length / labels);
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onAt(Math.min(Math.max((at ?? (by > 0 ? -1 : stacks.length)) + by, 0), stacks.length - 1));
  };
  return (
    // A picture that takes keys: the arrows move from day to day, and the legend says the day's figures.
    <svg viewBox={`0 0 ${all} ${height}`} role="img" aria-labelledby={title} tabIndex={0} onKeyDown={move} onMouseLeave={() => onAt(null)} className="block w-full overflow-visible rounded-control">
      <title id={title}>{`${t('overview.perDay')}. ${t('overview.chartHint')}`}</title>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={all} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="num fill-ink-3 text-2xs">
            {number(tick)}
          </text>
        </g>
      ))}
      {stacks.map((stack, index) => {
        const x = LEFT + step * index + (step - width) / 2;
        let base = 0;
        return (
          <g key={stack.day}>
            {STATUSES.map((status) => {
              const count = stack.counts[status] ?? 0;
              if (count === 0) return null;
              const high = Math.max(1, y(base) - y(base + count) - 1);
              base += count;
              return <rect key={status} x={x} y={y(base)} width={width} height={high} rx={2} className={FILLS[STATUS[status].tone]} opacity={at === null || at === index ? 1 : 0.45} />;
            })}
            {(stacks.length - 1 - index) % every === 0 && (
              <text x={index === stacks.length - 1 ? Math.min(x + width / 2 + HALF_LABEL, all) : x + width / 2} y={height - 6} textAnchor={index === stacks.length - 1 ? 'end' : 'middle'} className="fill-ink-3 text-2xs">
                {dayText(stack.day, 'axis')}
              </text>
            )}
            <rect x={LEFT + step * index} y={0} width={step} height={height} className="fill-transparent" onMouseEnter={() => onAt(index)} onClick={() => onAt(index)} />
          </g>
        );
      })}
    </svg>
  );
}

function Table({ stacks }: { stacks: Stack[] }) {
  const { t } = useTranslation();
  return (
    // Wide tables scroll, and what scrolls must take the focus.
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={t('overview.perDay')}>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-xs text-ink-3">
            <th scope="col" className="py-1.5 pe-3 text-start font-medium">
              {t('overview.day')}
            </th>
            {STATUSES.map((status) => (
              <th key={status} scope="col" className="px-2 py-1.5 text-end font-medium">
                {t(STATUS[status].label)}
              </th>
            ))}
            <th scope="col" className="ps-2 py-1.5 text-end font-medium">
              {t('overview.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stacks.map((stack) => (
            <tr key={stack.day} className="border-t border-line">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal whitespace-nowrap">
                {dayText(stack.day)}
              </th>
              {STATUSES.map((status) => (
                <td key={status} className="num px-2 py-1.5 text-end">
                  {number(stack.counts[status] ?? 0)}
                </td>
              ))}
              <td className="num ps-2 py-1.5 text-end font-medium">{number(stack.sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
