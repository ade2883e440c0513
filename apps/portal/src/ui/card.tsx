import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = { title?: string; aside?: ReactNode; children: ReactNode; className?: string; flush?: boolean; level?: 2 | 3 };

/** A card with a heading. `flush` content reaches the card's edges, as lists do. */
export function Card({ title, aside, children, className, flush = false, level = 2 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={clsx('min-w-0 overflow-clip rounded-card border border-line bg-surface shadow-card', className)}>
      {title && (
        <header className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 pt-4">
          <Heading className="text-base font-semibold">{title}</Heading>
          {aside}
        </header>
      )}
      <div className={flush ? 'pt-2' : clsx('px-5 pb-5', title ? 'pt-3' : 'pt-5')}>{children}</div>
    </section>
  );
}
