import { useNavigate, useRouterState } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, ChevronsLeft } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Button } from './button';

type Props = { cursor: string | undefined; next: string | null | undefined; shown: number; size: number; total: number | undefined; busy: boolean };

/** Next and previous in a list that is read by cursors. The cursors of the pages before are in the history's entry. */
export function Pager({ cursor, size, total, busy, ...props }: Props) {
  // Together with the rows of the table, which come so, or it would jump when they are there.
  const next = useDeferredValue(props.next);
  const shown = useDeferredValue(props.shown);
  const { t } = useTranslation();
  const navigate = useNavigate();
  const before = useRouterState({ select: (state) => state.location.state.cursors });
  const go = (to: string | undefined, cursors: string[]) =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, cursor: to }) as never, state: { cursors } });
  if (!cursor && !next) return null;
  const isDeep = cursor !== undefined && before === undefined;
  const from = (before?.length ?? 0) * size + 1;
  return (
    <nav aria-label={t('pager.label')} className="flex items-center justify-between gap-3 border-t border-line px-4 py-3 sm:px-5">
      <p className="num text-xs text-ink-3">
        {!isDeep && total !== undefined && shown > 0 ? t('pager.range', { from: number(from), to: number(from + shown - 1), total: number(total) }) : ''}
      </p>
      <div className="flex gap-2">
        {isDeep ? (
          <Button size="sm" icon={ChevronsLeft} onClick={() => go(undefined, [])}>
            {t('pager.first')}
          </Button>
        ) : (
          <Button size="sm" icon={ChevronLeft} disabled={!cursor || busy} onClick={() => go(before?.at(-1) || undefined, (before ?? []).slice(0, -1))}>
            {t('pager.previous')}
          </Button>
        )}
        <Button size="sm" disabled={!next || busy} onClick={() => next && go(next, [...(before ?? []), cursor ?? ''])}>
          {t('pager.next')}
          <ChevronRight aria-hidden className="size-4" />
        </Button>
      </div>
    </nav>
  );
}
