import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/features/auth/queries';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Loading } from '@/ui/states';
import { PasswordCard } from './password-card';
import { ProfileCard } from './profile-card';
import { SessionsCard } from './sessions-card';

export function AccountPage() {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  return (
    <Page title={t('account.title')} narrow subtitle={me.data?.email ?? '\u00a0'}>
      {me.data ? (
        <div className="flex flex-col gap-5">
          <ProfileCard me={me.data} />
          <PasswordCard email={me.data.email} />
          <SessionsCard />
        </div>
      ) : me.error ? (
        <ErrorPanel error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </Page>
  );
}
