import { Link, useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Menu, MenuItem } from '@/ui/menu';
import type { NavGroup } from './navigation';

const ENTRY = 'relative flex h-16 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-2xs font-medium text-ink-3';

/** The navigation of a phone: the first four pages, and the others behind "More". */
export function BottomBar({ groups, unread }: { groups: NavGroup[]; unread: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const items = groups.flatMap((group) => group.items);
  const shown = items.length > 5 ? items.slice(0, 4) : items;
  const others = items.slice(shown.length);
  return (
    <nav aria-label={t('nav.label')} className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
      {shown.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} activeOptions={{ includeSearch: false }} className={ENTRY} activeProps={{ className: 'text-accent-ink!', 'aria-current': 'page' }}>
          <Icon aria-hidden className="size-5" />
          <span className="max-w-full truncate px-1">{t(label)}</span>
          {to === '/inbox' && unread > 0 && (
            <span className="num absolute start-1/2 top-2 ms-1.5 rounded-full bg-accent px-1.5 text-2xs leading-4 font-semibold text-on-accent">
              <span aria-hidden>{unread > 99 ? '99+' : number(unread)}</span>
              <span className="sr-only">{t('nav.unread', { count: unread })}</span>
            </span>
          )}
        </Link>
      ))}
      {others.length > 0 && (
        <Menu
          side="top"
          trigger={
            <button type="button" className={ENTRY}>
              <Ellipsis aria-hidden className="size-5" />
              {t('action.more')}
            </button>
          }
        >
          {others.map(({ to, label, icon }) => (
            <MenuItem key={to} icon={icon} onClick={() => void navigate({ to })}>
              {t(label)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </nav>
  );
}
