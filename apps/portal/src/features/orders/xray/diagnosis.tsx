import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notifications, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { release } from '@/features/pipeline/queries';
import { useKindText } from '@/i18n/kinds';
import { ago } from '@/lib/format';
import { Button, LinkButton } from '@/ui/button';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast';
import type { Step, Trouble } from './steps';

const MILD = new Set<Trouble['kind']>(['deferred', 'retrying', 'unpublished']);

/** Where the order is stuck and what helps; or what it waits for, if it waits for somebody. */
export function Diagnosis({ order, steps }: { order: Order; steps: Step[] }) {
  const { t } = useTranslation();
  const troubles = steps.flatMap((step) => step.troubles);
  return (
    <section aria-label={t('xray.diagnosis')} className="mb-6 flex flex-col gap-3">
      {troubles.length === 0 ? (
        <Banner tone="blue" icon={CircleCheck}>
          <p className="font-medium">{t('xray.well')}</p>
          <p>{t(`xray.waits.${order.status}`)}</p>
        </Banner>
      ) : (
        troubles.map((trouble, index) => (
          // The same trouble has the same place while it lasts.
          <Banner key={`${trouble.kind} ${index}`} tone={MILD.has(trouble.kind) ? 'amber' : 'red'} icon={MILD.has(trouble.kind) ? TriangleAlert : CircleX} action={<Help trouble={trouble} order={order} />}>
            <What trouble={trouble} />
          </Banner>
        ))
      )}
    </section>
  );
}

function Said({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <>
      <p className="font-medium">{title}</p>
      {children && <p className="wrap-anywhere">{children}</p>}
    </>
  );
}

function What({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation();
  const kind = useKindText();
  switch (trouble.kind) {
    case 'parked':
      return <Said title={t('xray.trouble.parked')}>{trouble.event.error}</Said>;
    case 'deferred':
      return <Said title={t('xray.trouble.deferred', { count: trouble.event.attempts })}>{trouble.event.error}</Said>;
    case 'unpublished':
      return <Said title={t('xray.trouble.unpublished')}>{t('xray.trouble.unpublishedHint')}</Said>;
    case 'letter':
      return <Said title={t('xray.trouble.letter')}>{trouble.letter.error}</Said>;
    case 'unread':
      return <Said title={t('xray.trouble.unread')}>{t('xray.trouble.unreadHint')}</Said>;
    case 'undelivered':
      return <Said title={t('xray.trouble.undelivered', { what: kind(trouble.message.kind), channel: t(`channel.${trouble.delivery.channel}`) })}>{trouble.delivery.last_error}</Said>;
    case 'retrying':
      return (
        <Said title={t('xray.trouble.retrying', { what: kind(trouble.message.kind), channel: t(`channel.${trouble.delivery.channel}`), when: trouble.delivery.next_attempt_at ? ago(trouble.delivery.next_attempt_at) : '' })}>
          {trouble.delivery.last_error}
        </Said>
      );
  }
}

function Help({ trouble, order }: { trouble: Trouble; order: Order }) {
  const { t } = useTranslation();
  const can = useCan();
  const client = useQueryClient();
  const settled = {
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['orders', 'one', order.id] });
      void client.invalidateQueries({ queryKey: ['notifications', 'order', order.id] });
    },
    onError: (caught: unknown) => {
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    },
  };
  const free = useMutation({ mutationFn: (position: number) => release('order', position), onSuccess: () => toast.done(t('pipeline.released')), ...settled });
  const resend = useMutation({
    mutationFn: (id: string) => unwrap(notifications.POST('/api/v1/deliveries/{id}/resend', { params: { path: { id } } })),
    onSuccess: () => toast.done(t('notifications.resent')),
    ...settled,
  });
  switch (trouble.kind) {
    case 'parked':
      return can('outbox', 'write') ? (
        <Button size="sm" icon={RotateCw} busy={free.isPending} onClick={() => free.mutate(trouble.event.position)}>
          {t('pipeline.release')}
        </Button>
      ) : null;
    case 'deferred':
    case 'unpublished':
    case 'unread':
      return can('system', 'read') ? (
        <LinkButton size="sm" to="/system">
          {t('xray.toSystem')}
        </LinkButton>
      ) : null;
    case 'letter':
      return (
        <LinkButton size="sm" to="/dead-letters/$id" params={{ id: trouble.letter.id }}>
          {t('xray.toLetter')}
        </LinkButton>
      );
    case 'undelivered':
      return can('notification', 'resend') ? (
        <Button size="sm" icon={RotateCw} busy={resend.isPending} onClick={() => resend.mutate(trouble.delivery.id)}>
          {t('notifications.resend')}
        </Button>
      ) : null;
    case 'retrying':
      return (
        <LinkButton size="sm" to="/notifications/$id" params={{ id: trouble.message.id }}>
          {t('xray.toMessage')}
        </LinkButton>
      );
  }
}
