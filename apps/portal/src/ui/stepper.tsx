import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { MARKS, type Tone } from './chip';

export type Step = { key: string; label: string; icon: LucideIcon; tone: Tone; state: 'done' | 'now' | 'ahead'; detail: ReactNode };

/** Where something is on its way: in a row at a desk, in a column on a phone. */
export function Stepper({ label, steps }: { label: string; steps: Step[] }) {
  return (
    <ol aria-label={label} className="flex flex-col sm:flex-row">
      {steps.map(({ key, label: name, icon: Icon, tone, state, detail }, index) => {
        const isLast = index === steps.length - 1;
        return (
          <li key={key} aria-current={state === 'now' ? 'step' : undefined} className={clsx('relative flex min-w-0 gap-3.5 sm:flex-col sm:gap-2.5', isLast ? 'sm:flex-none' : 'pb-5 sm:flex-1 sm:pb-0')}>
            {!isLast && (
              <span
                aria-hidden
                className={clsx(
                  'absolute start-4 top-9 bottom-1 w-0.5 rounded sm:start-10 sm:end-2 sm:top-[15px] sm:bottom-auto sm:h-0.5 sm:w-auto',
                  steps[index + 1]?.state === 'ahead' ? 'bg-line' : MARKS[steps[index + 1]?.tone ?? tone],
                )}
              />
            )}
            <span
              aria-hidden
              className={clsx('relative inline-flex size-8 shrink-0 items-center justify-center rounded-full', state === 'ahead' ? 'border-2 border-line bg-surface text-ink-3' : clsx(MARKS[tone], 'text-on-mark'))}
            >
              <Icon className="size-4" />
            </span>
            <span className="min-w-0 sm:pe-3">
              <span className={clsx('block text-sm font-medium', state === 'ahead' && 'text-ink-3')}>{name}</span>
              <span className="block text-xs text-ink-3">{detail}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
