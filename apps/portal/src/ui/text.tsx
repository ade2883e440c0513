import { useEffect, useState, type ReactNode } from 'react';
import { ago, date, money, type Money as Amount } from '@/lib/format';

export function Money({ value, className = '' }: { value: Amount; className?: string }) {
  return <span className={`num whitespace-nowrap ${className}`}>{money(value)}</span>;
}

/** A time as one says it, with the exact one on hover. It grows older while one looks at it. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={date(at)} className={className}>
      {ago(at)}
    </time>
  );
}

export function DateText({ at, style = 'full', className }: { at: string; style?: 'day' | 'short' | 'full' | 'time'; className?: string }) {
  return (
    <time dateTime={at} title={date(at)} className={`num ${className ?? ''}`}>
      {date(at, style)}
    </time>
  );
}

export function KeyValues({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="flex flex-col gap-2.5">
      {rows.map(([name, value]) => (
        <div key={name} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <dt className="shrink-0 text-ink-3">{name}</dt>
          <dd className="ms-auto min-w-0 text-end wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
