import { Link } from '@tanstack/react-router';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/types';
import { Logo } from '@/ui/logo';
import { AccountMenu, Avatar } from './account-menu';
import type { NavGroup } from './navigation';
import { NavLink } from './nav-link';

type Props = { groups: NavGroup[]; me: Account | undefined; unread: number; onKeys: () => void };

export function Sidebar({ groups, me, unread, onKeys }: Props) {
  const { t } = useTranslation();
  return (
    <header className="fixed inset-y-0 start-0 z-20 flex w-62 flex-col border-e border-line bg-sunken">
      <Link to="/" className="mx-3 mt-3 flex h-11 items-center gap-2.5 rounded-control px-2 font-semibold tracking-tight">
        <Logo />
        {t('app.name')}
      </Link>
      <nav aria-label={t('nav.label')} className="min-h-0 flex-1 overflow-y-auto px-3 py-3">
        {groups.map((group) => (
          <div key={group.label} className="mb-4">
            {groups.length > 1 && <p className="px-3 pb-1.5 text-2xs font-medium tracking-wide text-ink-3 uppercase">{t(group.label)}</p>}
            <ul className="flex flex-col gap-0.5">
              {group.items.map((item) => (
                <li key={item.to}>
                  <NavLink item={item} badge={item.to === '/inbox' ? unread : 0} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="p-3">
        {me && (
          <AccountMenu
            me={me}
            onKeys={onKeys}
            side="top"
            trigger={
              <button type="button" className="flex w-full items-center gap-2.5 rounded-control p-2 text-start hover:bg-hover">
                <Avatar name={me.name} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{me.name}</span>
                  <span className="block truncate text-xs text-ink-3">{me.email}</span>
                </span>
                <span className="sr-only">{t('menu.account')}</span>
                <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
              </button>
            }
          />
        )}
      </div>
    </header>
  );
}
