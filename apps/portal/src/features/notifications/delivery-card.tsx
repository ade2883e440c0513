import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Ban, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { notifications, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Attempt, Delivery, DeliveryStatus } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { duration } from '@/lib/format';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chip, type Tone } from '@/ui/chip';
import { DeliveryChip } from '@/ui/delivery-status';
import { ErrorPanel } from '@/ui/error-panel';
import { Skeleton } from '@/ui/states';
import { Ago, DateText } from '@/ui/text';
import { toast } from '@/ui/toast';
import { attemptsQuery } from './queries';

const ENDED: DeliveryStatus[] = ['sent', 'failed', 'dead', 'unknown', 'expired', 'cancelled'];
const TONES: Record<NonNullable<Attempt['outcome']> | 'running', Tone> = { accepted: 'green', temporary: 'amber', permanent: 'red', unknown: 'grey', running: 'blue' };

export function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const can = useCan();
  const client = useQueryClient();
  const attempts = useQuery(attemptsQuery(delivery.id));
  const settled = {
    onSettled: () => void client.invalidateQueries({ queryKey: ['notifications'] }),
    onError: (caught: unknown) => {
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    },
  };
  const params = { params: { path: { id: delivery.id } } };
  const resend = useMutation({ mutationFn: () => unwrap(notifications.POST('/api/v1/deliveries/{id}/resend', params)), onSuccess: () => toast.done(t('notifications.resent')), ...settled });
  const cancel = useMutation({ mutationFn: () => unwrap(notifications.POST('/api/v1/deliveries/{id}/cancel', params)), onSuccess: () => toast.done(t('notifications.cancelled')), ...settled });
  const may = can('notification', 'resend');
  const isEnded = ENDED.includes(delivery.status);
  return (
    <Card
      title={t(`channel.${delivery.channel}`)}
      flush
      aside={
        <span className="flex flex-wrap items-center gap-2">
          <DeliveryChip status={delivery.status} />
          {may && isEnded && (
            <Button size="sm" icon={RotateCw} busy={resend.isPending} onClick={() => resend.mutate()}>
              {t('notifications.resend')}
            </Button>
          )}
          {may && (delivery.status === 'queued' || delivery.status === 'retrying') && (
            <Button size="sm" look="danger" icon={Ban} busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('notifications.cancel')}
            </Button>
          )}
        </span>
      }
    >
      <p className="px-5 pb-3 text-ink-2">
        {t('notifications.attempts', { count: delivery.attempts })}
        {delivery.next_attempt_at && !isEnded && (
          <>
            {' · '}
            {t('notifications.nextAttempt', { ago: '' })}
            <Ago at={delivery.next_attempt_at} />
          </>
        )}
        {delivery.reference && (
          <>
            {' · '}
            {t('notifications.reference')} <code className="text-xs">{delivery.reference}</code>
          </>
        )}
      </p>
      {delivery.last_error && <p className="mx-5 mb-4 rounded-control bg-danger-soft px-3 py-2 text-danger-ink">{delivery.last_error}</p>}
      {attempts.error && !attempts.data ? (
        <ErrorPanel error={attempts.error} onRetry={() => void attempts.refetch()} />
      ) : !attempts.data ? (
        <Skeleton className="mx-5 mb-5 h-10" />
      ) : attempts.data.length === 0 ? (
        <p className="px-5 pb-5 text-ink-3">{t('notifications.noAttempts')}</p>
      ) : (
        <ol>
          {attempts.data.map((attempt) => (
            <AttemptRow key={attempt.id} attempt={attempt} reference={delivery.reference} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function AttemptRow({ attempt, reference }: { attempt: Attempt; reference: string | null }) {
  const { t } = useTranslation();
  const outcome = attempt.outcome ?? 'running';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line px-5 py-3">
      <span className="num w-5 text-ink-3">{attempt.number}</span>
      <Chip tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Chip>
      <span className="text-ink-2">{attempt.provider}</span>
      {attempt.code && <code className="text-xs">{attempt.code}</code>}
      {attempt.duration_ms !== null && <span className="num text-xs text-ink-3">{duration(attempt.duration_ms)}</span>}
      <DateText at={attempt.started_at} className="ms-auto text-xs text-ink-3" />
      {attempt.detail && attempt.detail !== reference && <p className="w-full text-ink-2">{attempt.detail}</p>}
    </li>
  );
}
