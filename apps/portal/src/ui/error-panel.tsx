import { CircleAlert, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '@/api/errors';
import { Button } from './button';
import { CopyButton } from './copy-button';

/** Something could not be loaded: what, the request's id, and a way to try again. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const known = asApiError(error);
  const id = known.problem.request_id;
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <span aria-hidden className="mb-4 inline-flex size-11 items-center justify-center rounded-full bg-danger-soft text-danger-ink">
        <CircleAlert className="size-5" />
      </span>
      <p className="text-lg font-semibold">{t('error.title')}</p>
      <p className="mt-1 max-w-md text-ink-2">{known.isNetwork ? t('error.network') : (known.problem.detail ?? known.message)}</p>
      <p className="mt-2 flex items-center gap-1 text-xs text-ink-3">
        <code>{id ? `${known.code} · ${id}` : known.code}</code>
        {id && <CopyButton text={id} label={t('action.copyId')} />}
      </p>
      {onRetry && (
        <Button icon={RotateCw} onClick={onRetry} className="mt-5">
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}
