import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToneIcon, type Tone } from './chip';

type Props = { tone: Tone; icon: LucideIcon; label: ReactNode; value: ReactNode; className?: string };

/** One figure that matters, with what it counts. */
export function KeyFigure({ tone, icon, label, value, className }: Props) {
  return (
    <div className={clsx('relative rounded-card border border-line bg-surface p-5 shadow-card transition-colors has-[a]:hover:bg-hover max-sm:p-4', className)}>
      <div className="flex items-center gap-2.5">
        <ToneIcon tone={tone} icon={icon} />
        <p className="min-w-0 text-sm font-medium text-ink-2">{label}</p>
      </div>
      <p className="num mt-3 text-3xl font-semibold">{value}</p>
    </div>
  );
}
