import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/types';
import { Logo } from '@/ui/logo';
import { AccountMenu, Avatar } from './account-menu';

export function TopBar({ me, onKeys }: { me: Account | undefined; onKeys: () => void }) {
  const { t } = useTranslation();
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center justify-between border-b border-line bg-surface px-4 sm:px-8">
      <Link to="/" className="flex h-11 items-center gap-2.5 font-semibold tracking-tight">
        <Logo />
        {t('app.name')}
      </Link>
      {me && (
        <AccountMenu
          me={me}
          onKeys={onKeys}
          side="bottom"
          trigger={
            <button type="button" className="-me-1.5 inline-flex size-11 items-center justify-center rounded-full">
              <Avatar name={me.name} />
              <span className="sr-only">{t('menu.account')}</span>
            </button>
          }
        />
      )}
    </header>
  );
}
