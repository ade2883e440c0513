import { Link, useParams } from '@tanstack/react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronLeft, Lock, LockOpen, UserRoundX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Account } from '@/api/types';
import { useCan, useMe } from '@/features/auth/queries';
import { date, languageName } from '@/lib/format';
import { AccountStateChip } from '@/ui/account-state';
import { Button, LinkButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { CopyButton } from '@/ui/copy-button';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Empty, Loading } from '@/ui/states';
import { DateText, KeyValues } from '@/ui/text';
import { toast } from '@/ui/toast';
import { LockDialog } from './lock-dialog';
import { userQuery } from './queries';
import { RolesCard } from './roles-card';
import { UserOrders } from './user-orders';

export function UserDetail() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/users/$id' });
  const user = useQuery({ ...userQuery(id), staleTime: 10_000 });
  if (user.data) return <Loaded key={id} user={user.data} />;
  const status = user.error ? asApiError(user.error).status : 0;
  const isGone = status === 404 || status === 400;
  return (
    <Page title={isGone ? t('users.notFound') : t('users.title')} above={<Back />}>
      {isGone ? (
        <Empty icon={UserRoundX} title={t('users.notFoundHint')} action={<LinkButton to="/users">{t('users.toList')}</LinkButton>} />
      ) : user.error ? (
        <ErrorPanel error={user.error} onRetry={() => void user.refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </Page>
  );
}

function Back() {
  const { t } = useTranslation();
  return (
    <Link to="/users" className="-ms-1 mb-4 inline-flex min-h-8 items-center gap-1.5 rounded-control pe-2 text-sm font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
      <ChevronLeft aria-hidden className="size-4" />
      {t('users.title')}
    </Link>
  );
}

function Loaded({ user }: { user: Account }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const client = useQueryClient();
  const [locks, setLocks] = useState(false);
  const unlock = useMutation({
    mutationFn: () => unwrap(users.POST('/api/v1/users/{id}/unlock', { params: { path: { id: user.id } } })),
    onSuccess: (next) => {
      client.setQueryData(userQuery(user.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ['users'] });
      toast.done(t('users.unlocked', { name: user.name }));
    },
    onError: (caught) => {
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    },
  });
  const mayWrite = can('user', 'write') && me?.id !== user.id;
  return (
    <Page
      title={user.name}
      above={<Back />}
      subtitle={
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <AccountStateChip state={user.state} />
          <span className="min-w-0 truncate">{user.email}</span>
          <CopyButton text={user.email} label={t('account.email')} />
          {user.locked_until && <span className="text-danger-ink">{t('users.lockedUntil', { date: date(user.locked_until) })}</span>}
        </div>
      }
      actions={
        mayWrite &&
        (user.state === 'locked' ? (
          <Button icon={LockOpen} look="primary" busy={unlock.isPending} onClick={() => unlock.mutate()}>
            {t('users.unlock')}
          </Button>
        ) : (
          <Button icon={Lock} look="danger" onClick={() => setLocks(true)}>
            {t('users.lock')}
          </Button>
        ))
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {can('role', 'read') && <RolesCard user={user} />}
          {can('order', 'read') && <UserOrders user={user} />}
        </div>
        <Profile user={user} />
      </div>
      {locks && <LockDialog user={user} onClose={() => setLocks(false)} />}
    </Page>
  );
}

function Profile({ user }: { user: Account }) {
  const { t } = useTranslation();
  const can = useCan();
  const rows: [string, ReactNode][] = [
    [t('users.col.created'), <DateText key="c" at={user.created_at} />],
    [t('users.verifiedAt'), user.verified_at ? <DateText key="v" at={user.verified_at} /> : t('users.never')],
    ...(user.phone ? ([[t('account.phone'), user.phone]] as [string, ReactNode][]) : []),
    [t('users.language'), languageName(user.locale)],
    [t('account.zone'), user.time_zone.replaceAll('_', ' ')],
  ];
  return (
    <Card title={t('users.profile')}>
      <KeyValues rows={rows} />
      {can('notification', 'read') && (
        <Link to="/notifications" search={{ recipient: user.id }} className="mt-4 inline-block font-medium text-accent-ink hover:underline">
          {t('users.messages')}
        </Link>
      )}
    </Card>
  );
}
