import { Link } from '@tanstack/react-router';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, RotateCw, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '@/api/errors';
import type { OutboxMessage } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { SERVICES } from '@/features/system/queries';
import type { ServiceName } from '@/lib/health';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { ErrorPanel } from '@/ui/error-panel';
import { TextField } from '@/ui/field';
import { Empty, Loading } from '@/ui/states';
import { Ago } from '@/ui/text';
import { toast } from '@/ui/toast';
import { parkedQuery, release as releaseEvent, skip as skipEvent } from './queries';

type ParkedEvent = OutboxMessage & { service: ServiceName };

/** The events of all services that an operator has to decide about. */
export function Parked() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const answers = useQueries({ queries: SERVICES.map(parkedQuery) });
  const [asks, setAsks] = useState<ParkedEvent | null>(null);
  const [reason, setReason] = useState('');
  const settled = {
    onSettled: () => void client.invalidateQueries({ queryKey: ['outbox'] }),
    onError: (caught: unknown) => {
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.status === 404 ? t('error.gone') : error.isNetwork ? t('error.network') : error.message, error);
    },
  };
  const release = useMutation({
    mutationFn: ({ service, position }: ParkedEvent) => releaseEvent(service, position),
    onSuccess: () => toast.done(t('pipeline.released')),
    ...settled,
  });
  const skip = useMutation({
    mutationFn: ({ service, position }: ParkedEvent) => skipEvent(service, position, reason),
    onSuccess: () => {
      toast.done(t('pipeline.skipped'));
      setAsks(null);
    },
    ...settled,
  });
  const known = answers.some((answer) => answer.data);
  const items = SERVICES.flatMap((service, index) => answers[index]?.data?.items.map((message) => ({ ...message, service })) ?? []);
  const error = answers.find((answer) => answer.error)?.error;
  const ask = (event: ParkedEvent) => {
    setReason('');
    setAsks(event);
  };
  return (
    <Card title={t('pipeline.parkedTitle')} flush>
      <p className="px-5 pb-3 text-ink-2">{t('pipeline.parkedHint')}</p>
      {error && !known ? (
        <ErrorPanel error={error} onRetry={() => answers.forEach((answer) => void answer.refetch())} />
      ) : !known ? (
        <Loading rows={2} />
      ) : items.length === 0 ? (
        <Empty icon={CheckCheck} title={t('pipeline.parkedNone')}>
          {t('pipeline.parkedNoneHint')}
        </Empty>
      ) : (
        <ul>
          {items.map((message) => (
            <Row
              key={`${message.service} ${message.position}`}
              message={message}
              busy={release.isPending && release.variables.service === message.service && release.variables.position === message.position}
              onRelease={() => release.mutate(message)}
              onSkip={() => ask(message)}
            />
          ))}
        </ul>
      )}
      {asks && (
        <Dialog
          open
          onClose={() => setAsks(null)}
          title={t('pipeline.skipTitle')}
          description={t('pipeline.skipHint')}
          footer={
            <>
              <Button size="lg" onClick={() => setAsks(null)}>
                {t('action.cancel')}
              </Button>
              <Button size="lg" look="danger-solid" icon={SkipForward} busy={skip.isPending} onClick={() => skip.mutate(asks)}>
                {t('pipeline.skip')}
              </Button>
            </>
          }
        >
          <p>
            <code className="text-xs">
              {[asks.kind, asks.position].join(' · ')}
            </code>
          </p>
          <TextField frameClass="mt-4" label={t('act.field.reason')} optional={t('field.optional')} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Dialog>
      )}
    </Card>
  );
}

type RowProps = { message: ParkedEvent; busy: boolean; onRelease: () => void; onSkip: () => void };

function Row({ message, busy, onRelease, onSkip }: RowProps) {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line px-5 py-3.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <code className="text-sm font-medium">{message.kind}</code>
          <span className="num text-xs text-ink-3">{[t(`system.service.${message.service}`), message.position].join(' · ')}</span>
          {message.occurred_at && <Ago at={message.occurred_at} className="text-xs text-ink-3" />}
          {message.service === 'order' && message.subject && can('notification', 'read') && (
            <Link to="/orders/$id/xray" params={{ id: message.subject }} aria-label={`${t('xray.title')} ${message.position}`} className="text-xs font-medium text-accent-ink hover:underline">
              {t('xray.title')}
            </Link>
          )}
        </p>
        {message.error && <p className="mt-1 text-danger-ink">{message.error}</p>}
      </div>
      {can('outbox', 'write') && (
        <div className="flex gap-2">
          <Button size="sm" icon={RotateCw} busy={busy} onClick={onRelease}>
            {t('pipeline.release')}
          </Button>
          <Button size="sm" look="danger" icon={SkipForward} onClick={onSkip}>
            {t('pipeline.skip')}
          </Button>
        </div>
      )}
    </li>
  );
}
