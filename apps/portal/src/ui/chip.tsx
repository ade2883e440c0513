import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';

export type Tone = 'amber' | 'blue' | 'violet' | 'green' | 'red' | 'grey';

const TONES: Record<Tone, string> = {
  amber: 'bg-amber-soft text-amber-ink',
  blue: 'bg-blue-soft text-blue-ink',
  violet: 'bg-violet-soft text-violet-ink',
  green: 'bg-green-soft text-green-ink',
  red: 'bg-red-soft text-red-ink',
  grey: 'bg-grey-soft text-grey-ink',
};
export const MARKS: Record<Tone, string> = {
  amber: 'bg-amber-mark',
  blue: 'bg-blue-mark',
  violet: 'bg-violet-mark',
  green: 'bg-green-mark',
  red: 'bg-red-mark',
  grey: 'bg-grey-mark',
};
export const FILLS: Record<Tone, string> = {
  amber: 'fill-amber-mark',
  blue: 'fill-blue-mark',
  violet: 'fill-violet-mark',
  green: 'fill-green-mark',
  red: 'fill-red-mark',
  grey: 'fill-grey-mark',
};

export const STROKES: Record<Tone, string> = {
  amber: 'stroke-amber-mark',
  blue: 'stroke-blue-mark',
  violet: 'stroke-violet-mark',
  green: 'stroke-green-mark',
  red: 'stroke-red-mark',
  grey: 'stroke-grey-mark',
};

/** What state a thing is in: a colour, an icon, and always a word. */
export function Chip({ tone, icon: Icon, children }: { tone: Tone; icon?: LucideIcon; children: string }) {
  return (
    <span className={clsx('inline-flex h-6 max-w-full items-center gap-1.5 rounded-full px-2 text-xs font-medium', Icon ? 'pe-2.5' : 'px-2.5', TONES[tone])}>
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" />}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** The square mark before a figure. */
export function ToneIcon({ tone, icon: Icon }: { tone: Tone; icon: LucideIcon }) {
  return (
    <span aria-hidden className={clsx('inline-flex size-7 shrink-0 items-center justify-center rounded-control', TONES[tone])}>
      <Icon className="size-4" />
    </span>
  );
}
