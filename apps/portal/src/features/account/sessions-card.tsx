import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Session } from '@/api/types';
import { date } from '@/lib/format';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { ErrorPanel } from '@/ui/error-panel';
import { Loading } from '@/ui/states';
import { Ago } from '@/ui/text';
import { toast } from '@/ui/toast';

const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: async () => (await unwrap(users.GET('/api/v1/me/sessions'))).items,
  meta: { service: 'user' },
});

export function SessionsCard() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const settle = () => void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const failed = (caught: unknown) => {
    const error = asApiError(caught);
    toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
  };
  const endOne = useMutation({
    mutationFn: (id: string) => unwrap(users.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => toast.done(t('account.ended')),
    onSettled: settle,
    onError: failed,
  });
  const endOthers = useMutation({
    mutationFn: () => unwrap(users.DELETE('/api/v1/me/sessions')),
    onSuccess: () => toast.done(t('account.endedOthers')),
    onSettled: settle,
    onError: failed,
  });
  const items = (sessions.data ?? []).toSorted((one, other) => Number(other.current) - Number(one.current) || other.last_seen_at.localeCompare(one.last_seen_at));
  return (
    <Card title={t('account.sessions')} flush>
      <p className="px-5 pb-3 text-ink-2">{t('account.sessionsHint')}</p>
      {sessions.data ? (
        <ul>
          {items.map((session) => (
            <One key={session.id} session={session} busy={endOne.isPending && endOne.variables === session.id} onEnd={() => endOne.mutate(session.id)} />
          ))}
        </ul>
      ) : sessions.error ? (
        <ErrorPanel error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <Loading rows={2} />
      )}
      {items.length > 1 && (
        <div className="border-t border-line px-5 py-4">
          <Button look="danger" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('account.endOthers')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function One({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const { t } = useTranslation();
  const device = session.device ?? t('account.unknownDevice');
  const Icon = /android|ios|iphone|ipad|mobile/i.test(device) ? Smartphone : Monitor;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-5 py-3.5">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 truncate">{device}</span>
          {session.current && <Chip tone="green">{t('account.thisSession')}</Chip>}
        </p>
        <p className="text-xs text-ink-3">
          {[session.ip, t('account.since', { date: date(session.created_at) }), t('account.lastSeen')].filter(Boolean).join(' · ')} <Ago at={session.last_seen_at} />
        </p>
      </div>
      {!session.current && (
        <Button size="sm" busy={busy} onClick={onEnd} aria-label={t('account.endSessionOf', { device })}>
          {t('account.endSession')}
        </Button>
      )}
    </li>
  );
}
