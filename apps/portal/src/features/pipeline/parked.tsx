import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, RotateCw, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orders, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { ParkedMessage } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { ErrorPanel } from '@/ui/error-panel';
import { Empty, Loading } from '@/ui/states';
import { Ago } from '@/ui/text';
import { toast } from '@/ui/toast';
import { parkedQuery } from './queries';

/** The events that an operator has to decide about. */
export function Parked() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const parked = useQuery(parkedQuery);
  const [asks, setAsks] = useState<ParkedMessage | null>(null);
  const settled = {
    onSettled: () => void client.invalidateQueries({ queryKey: ['outbox'] }),
    onError: (caught: unknown) => {
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.status === 404 ? t('error.gone') : error.isNetwork ? t('error.network') : error.message, error);
    },
  };
  const path = (position: number) => ({ params: { path: { position } } });
  const release = useMutation({
    mutationFn: (position: number) => unwrap(orders.POST('/api/v1/outbox/{position}/release', path(position))),
    onSuccess: () => toast.done(t('pipeline.released')),
    ...settled,
  });
  const skip = useMutation({
    mutationFn: (position: number) => unwrap(orders.POST('/api/v1/outbox/{position}/skip', path(position))),
    onSuccess: () => {
      toast.done(t('pipeline.skipped'));
      setAsks(null);
    },
    ...settled,
  });
  const items = parked.data?.items;
  return (
    <Card title={t('pipeline.parkedTitle')} flush>
      <p className="px-5 pb-3 text-ink-2">{t('pipeline.parkedHint')}</p>
      {parked.error && !items ? (
        <ErrorPanel error={parked.error} onRetry={() => void parked.refetch()} />
      ) : !items ? (
        <Loading rows={2} />
      ) : items.length === 0 ? (
        <Empty icon={CheckCheck} title={t('pipeline.parkedNone')}>
          {t('pipeline.parkedNoneHint')}
        </Empty>
      ) : (
        <ul>
          {items.map((message) => (
            <Row key={message.position} message={message} busy={release.isPending && release.variables === message.position} onRelease={() => release.mutate(message.position)} onSkip={() => setAsks(message)} />
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
              <Button size="lg" look="danger-solid" icon={SkipForward} busy={skip.isPending} onClick={() => skip.mutate(asks.position)}>
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
        </Dialog>
      )}
    </Card>
  );
}

type RowProps = { message: ParkedMessage; busy: boolean; onRelease: () => void; onSkip: () => void };

function Row({ message, busy, onRelease, onSkip }: RowProps) {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line px-5 py-3.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <code className="text-sm font-medium">{message.kind}</code>
          <span className="num text-xs text-ink-3">{message.position}</span>
          <Ago at={message.occurred_at} className="text-xs text-ink-3" />
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
