import clsx from 'clsx';
import type { ReactNode } from 'react';

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd className={clsx('inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-transparent px-1 font-sans text-2xs text-ink-3', className)}>
      {children}
    </kbd>
  );
}
