import clsx from 'clsx';
import { CircleAlert, Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx('skeleton rounded bg-line', className)} />;
}

export function Loading({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4 px-5 py-5">
      <span className="sr-only" role="status">
        {t('state.loading')}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className={clsx('h-5', index % 3 === 2 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  );
}

type EmptyProps = { icon?: LucideIcon; title: string; children?: ReactNode; action?: ReactNode };
export function Empty({ icon: Icon = Inbox, title, children, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <span aria-hidden className="mb-4 inline-flex size-11 items-center justify-center rounded-full bg-sunken text-ink-3">
        <Icon className="size-5" />
      </span>
      <p className="max-w-md text-lg font-semibold text-balance">{title}</p>
      {children && <p className="mt-1 max-w-sm text-ink-2">{children}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

type BannerProps = { tone?: 'amber' | 'red' | 'blue'; icon?: LucideIcon; children: ReactNode; action?: ReactNode };
const BANNER = { amber: 'bg-amber-soft text-amber-ink', red: 'bg-red-soft text-red-ink', blue: 'bg-blue-soft text-blue-ink' };
export function Banner({ tone = 'amber', icon: Icon = CircleAlert, children, action }: BannerProps) {
  return (
    <div className={clsx('flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card px-4 py-3', BANNER[tone])}>
      <Icon aria-hidden className="size-4.5 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
