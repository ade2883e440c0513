import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { date } from '@/lib/format';
import { ticksOf } from '@/lib/ticks';
import { Button } from './button';
import { Card } from './card';
import { MARKS, STROKES, type Tone } from './chip';

export type Series = { key: string; label: string; tone: Tone; values: (number | null)[] };
type Props = { title: string; hint?: string; times: number[]; series: Series[]; text: (value: number) => string; least?: number };

/** In units of a picture that is drawn about as large as they are, so that its texts have their size. */
const WIDTH = 320;
const HEIGHT = 160;
const LABELS = 3;
const LEFT = 48;
const RIGHT = 6;
const TOP = 8;
const BOTTOM = 22;

/** Lines over time, or the same as a table. What is not known at a time leaves a gap. */
export function TimeChart(props: Props) {
  const { title, hint, times, series, text } = props;
  const { t } = useTranslation();
  const [asTable, setTable] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const chosen = at === null ? times.length - 1 : Math.min(at, times.length - 1);
  return (
    <Card
      title={title}
      aside={
        <Button size="sm" look="ghost" onClick={() => setTable(!asTable)}>
          {t(asTable ? 'overview.asChart' : 'overview.asTable')}
        </Button>
      }
    >
      {hint && <p className="-mt-2 mb-3 text-xs text-ink-3">{hint}</p>}
      {asTable ? <Table {...props} /> : <Lines {...props} at={at} onAt={setAt} />}
      {!asTable && (
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-ink-2">
          {at !== null && times[chosen] !== undefined && <li className="w-full font-medium text-ink">{date(new Date(times[chosen]), 'time')}</li>}
          {series.map((one) => (
            <li key={one.key} className="flex items-center gap-1.5">
              <span aria-hidden className={`size-2.5 rounded-sm ${MARKS[one.tone]}`} />
              {one.label}
              <span className="num font-semibold text-ink">{shown(one.values[chosen], text)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const NOTHING = '–';
const shown = (value: number | null | undefined, text: (value: number) => string) => (value === null || value === undefined ? NOTHING : text(value));

function Lines({ title, times, series, text, least = 1, at, onAt }: Props & { at: number | null; onAt: (at: number | null) => void }) {
  const { t } = useTranslation();
  const name = useId();
  const [width, height] = [WIDTH, HEIGHT];
  const largest = Math.max(least, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const ticks = ticksOf(largest);
  const top = ticks.at(-1) ?? 1;
  const first = times[0] ?? 0;
  const span = Math.max(1, (times.at(-1) ?? 1) - first);
  const x = (time: number) => LEFT + ((width - LEFT - RIGHT) * (time - first)) / span;
  const y = (value: number) => TOP + (height - TOP - BOTTOM) * (1 - value / top);
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onAt(Math.min(Math.max((at ?? times.length) + by, 0), times.length - 1));
  };
  const nearest = (clientX: number, box: DOMRect) => {
    const time = first + ((((clientX - box.left) / box.width) * width - LEFT) / (width - LEFT - RIGHT)) * span;
    return times.reduce((best, one, index) => (Math.abs(one - time) < Math.abs((times[best] ?? 0) - time) ? index : best), 0);
  };
  const every = Math.max(1, Math.ceil(times.length / LABELS));
  return (
    // A picture that takes keys: the arrows move along the time, and the legend says the figures.
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={name}
      tabIndex={0}
      onKeyDown={move}
      onMouseMove={(event) => onAt(nearest(event.clientX, event.currentTarget.getBoundingClientRect()))}
      onMouseLeave={() => onAt(null)}
      className="block w-full overflow-visible rounded-control"
    >
      <title id={name}>{`${title}. ${t('chart.hint')}`}</title>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="num fill-ink-3 text-2xs">
            {text(tick)}
          </text>
        </g>
      ))}
      {times.map((time, index) =>
        (times.length - 1 - index) % every === 0 ? (
          <text key={time} x={x(time)} y={height - 4} textAnchor={index === times.length - 1 ? 'end' : 'middle'} className="num fill-ink-3 text-2xs">
            {date(new Date(time), 'time')}
          </text>
        ) : null,
      )}
      {series.map((one) => (
        <path key={one.key} d={lineOf(one.values, times, x, y)} fill="none" strokeWidth={1.75} strokeLinejoin="round" strokeLinecap="round" className={STROKES[one.tone]} />
      ))}
      {at !== null && times[at] !== undefined && <line x1={x(times[at])} x2={x(times[at])} y1={TOP} y2={height - BOTTOM} className="stroke-control" />}
    </svg>
  );
}

/** A line with gaps where nothing is known; one that is known alone is a dot. */
export function lineOf(values: (number | null)[], times: number[], x: (time: number) => number, y: (value: number) => number): string {
  let path = '';
  values.forEach((value, index) => {
    const time = times[index];
    if (value === null || time === undefined) return;
    const before = values[index - 1];
    const starts = before === null || before === undefined;
    path += `${starts ? 'M' : 'L'}${x(time).toFixed(1)} ${y(value).toFixed(1)}`;
    if (starts && (values[index + 1] === null || values[index + 1] === undefined)) path += 'h0.1';
  });
  return path;
}

function Table({ title, times, series, text }: Props) {
  const { t } = useTranslation();
  return (
    // Long tables scroll, and what scrolls must take the focus.
    <div className="max-h-64 overflow-auto" tabIndex={0} role="region" aria-label={title}>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-xs text-ink-3">
            <th scope="col" className="py-1.5 pe-3 text-start font-medium">
              {t('chart.time')}
            </th>
            {series.map((one) => (
              <th key={one.key} scope="col" className="px-2 py-1.5 text-end font-medium">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time, index) => (
            <tr key={time} className="border-t border-line">
              <th scope="row" className="num py-1.5 pe-3 text-start font-normal whitespace-nowrap">
                {date(new Date(time), 'time')}
              </th>
              {series.map((one) => (
                <td key={one.key} className="num px-2 py-1.5 text-end">
                  {shown(one.values[index], text)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
