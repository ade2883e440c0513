import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** To a trace, for those who may see it. Several on one page differ by the beginning of their ids. */
export function TraceLink({ trace, className }: { trace: string | null; className?: string }) {
  const { t } = useTranslation();
  if (!trace) return null;
  return (
    <Link to="/system/traces/$id" params={{ id: trace }} aria-label={`${t('trace.open')} ${trace.slice(0, 8)}`} className={`relative font-medium text-accent-ink hover:underline ${className ?? ''}`}>
      {t('trace.open')}
    </Link>
  );
}
