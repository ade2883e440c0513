import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import type { NavItem } from './navigation';

export function NavLink({ item, badge }: { item: NavItem; badge: number }) {
  const { t } = useTranslation();
  const { icon: Icon, to, label } = item;
  return (
    <Link
      to={to}
      activeOptions={{ exact: false, includeSearch: false }}
      className="flex h-9 items-center gap-3 rounded-control border border-transparent px-3 font-medium text-ink-2 transition-colors hover:bg-hover hover:text-ink"
      activeProps={{ className: 'border-line! bg-surface text-ink! shadow-card', 'aria-current': 'page' }}
    >
      <Icon aria-hidden className="size-4.5 shrink-0" />
      <span className="flex-1 truncate">{t(label)}</span>
      {badge > 0 && (
        <span className="num rounded-full bg-accent px-1.5 text-2xs font-semibold text-on-accent">
          <span aria-hidden>{badge > 99 ? '99+' : number(badge)}</span>
          <span className="sr-only">{t('nav.unread', { count: badge })}</span>
        </span>
      )}
    </Link>
  );
}
