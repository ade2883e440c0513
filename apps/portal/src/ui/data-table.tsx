import clsx from 'clsx';
import { useDeferredValue, useRef, type ReactNode } from 'react';
import { useKeys } from '@/lib/keyboard';
import { useIsWide } from './media';
import { ErrorPanel } from './error-panel';
import { Loading } from './states';

/** `control` stands in the head instead of its text. */
export type Column<T> = { key: string; head: string; control?: ReactNode; cell: (row: T) => ReactNode; end?: boolean; className?: string };

type Props<T> = {
  label: string;
  columns: Column<T>[];
  rows: T[] | undefined;
  rowKey: (row: T) => string;
  /** The row on a phone. Its link covers it. */
  card: (row: T) => ReactNode;
  error: unknown;
  onRetry: () => void;
  /** Rows of an earlier page or filter, shown until the asked ones are there. */
  stale?: boolean;
  empty: ReactNode;
};

/** A link in a row that covers the whole row; check boxes and other links lie above it. */
export const ROW_LINK = 'font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent';

/** Rows as a table at a desk and as cards on a phone, with every state that they can be in. */
export function DataTable<T>(props: Props<T>) {
  const { label, columns, rowKey, card, error, onRetry, stale = false, empty } = props;
  // Drawn in small pieces: a slow phone answers to touch in between.
  const rows = useDeferredValue(props.rows);
  const isWide = useIsWide();
  const box = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>('[data-row] a') ?? [])].filter((one, index, all) => all.findIndex((other) => other.closest('[data-row]') === one.closest('[data-row]')) === index);
    const at = links.findIndex((one) => one.closest('[data-row]')?.contains(document.activeElement));
    links[at === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  if (error && !rows) return <ErrorPanel error={error} onRetry={onRetry} />;
  if (!rows) return <Loading rows={8} />;
  if (rows.length === 0) return empty;
  const dimmed = clsx('transition-opacity', (stale || Boolean(error)) && 'opacity-60');
  return (
    <div ref={box} aria-busy={stale || undefined}>
      {Boolean(error) && <ErrorPanel error={error} onRetry={onRetry} />}
      {isWide ? (
        <div className="overflow-x-auto">
          <table aria-label={label} className={clsx('w-full border-collapse', dimmed)}>
            <thead>
              <tr className="border-y border-line bg-sunken text-start text-xs text-ink-3">
                {columns.map((column) => (
                  <th key={column.key} scope="col" className={clsx('h-10 px-3 font-medium whitespace-nowrap first:ps-5 last:pe-5', column.end ? 'text-end' : 'text-start', column.className)}>
                    {column.control ?? column.head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)} data-row className="relative border-b border-line transition-colors last:border-b-0 hover:bg-hover">
                  {columns.map((column) => (
                    <td key={column.key} className={clsx('h-13 px-3 py-1.5 first:ps-5 last:pe-5', column.end ? 'text-end' : 'text-start', column.className)}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <ul aria-label={label} className={clsx('border-t border-line', dimmed)}>
          {rows.map((row) => (
            <li key={rowKey(row)} data-row className="relative border-b border-line px-4 py-3.5 last:border-b-0">
              {card(row)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
