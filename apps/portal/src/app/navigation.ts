import { Activity, BadgeCheck, Bell, HeartPulse, Inbox, LayoutDashboard, MailOpen, PackageX, PlugZap, ReceiptText, ScrollText, ShieldCheck, Users, type LucideIcon } from 'lucide-react';
import type { Can } from '@/features/auth/queries';
import type { TextKey } from '@/i18n';

export type NavItem = { to: NavPath; label: TextKey; icon: LucideIcon };
export type NavGroup = { label: TextKey; items: NavItem[] };
export type NavPath =
  | '/overview'
  | '/orders'
  | '/approvals'
  | '/inbox'
  | '/users'
  | '/roles'
  | '/notifications'
  | '/dead-letters'
  | '/mailbox'
  | '/providers'
  | '/pipeline'
  | '/system'
  | '/audit';

/** Which permission opens a page. A page that is not listed is for everybody who is signed in. */
const NEEDS: Record<NavPath, [string, string, 'own' | 'any'] | null> = {
  '/overview': ['order', 'read', 'any'],
  '/orders': ['order', 'read', 'own'],
  '/approvals': ['order', 'approve', 'any'],
  '/inbox': ['inbox', 'read', 'own'],
  '/users': ['user', 'read', 'any'],
  '/roles': ['role', 'read', 'any'],
  '/notifications': ['notification', 'read', 'any'],
  '/dead-letters': ['dead_letter', 'read', 'any'],
  '/mailbox': ['mailbox', 'read', 'any'],
  '/providers': ['provider', 'read', 'any'],
  '/pipeline': ['outbox', 'read', 'any'],
  '/system': ['system', 'read', 'any'],
  '/audit': ['audit', 'read', 'any'],
};

const GROUPS: NavGroup[] = [
  {
    label: 'nav.work',
    items: [
      { to: '/overview', label: 'nav.overview', icon: LayoutDashboard },
      { to: '/orders', label: 'nav.orders', icon: ReceiptText },
      { to: '/approvals', label: 'nav.approvals', icon: BadgeCheck },
      { to: '/inbox', label: 'nav.inbox', icon: Inbox },
    ],
  },
  {
    label: 'nav.people',
    items: [
      { to: '/users', label: 'nav.users', icon: Users },
      { to: '/roles', label: 'nav.roles', icon: ShieldCheck },
    ],
  },
  {
    label: 'nav.messages',
    items: [
      { to: '/notifications', label: 'nav.notifications', icon: Bell },
      { to: '/mailbox', label: 'nav.mailbox', icon: MailOpen },
      { to: '/dead-letters', label: 'nav.deadLetters', icon: PackageX },
      { to: '/providers', label: 'nav.providers', icon: PlugZap },
    ],
  },
  {
    label: 'nav.platform',
    items: [
      { to: '/pipeline', label: 'nav.pipeline', icon: Activity },
      { to: '/system', label: 'nav.system', icon: HeartPulse },
      { to: '/audit', label: 'nav.audit', icon: ScrollText },
    ],
  },
];

export function mayOpen(path: NavPath, can: Can): boolean {
  const need = NEEDS[path];
  return need === null || can(...need);
}

/** What is in the navigation for somebody who may do this. `hidden` pages are not there, such as a mailbox that is none. */
export function navigation(can: Can, hidden: readonly NavPath[] = []): NavGroup[] {
  return GROUPS.map((group) => ({ ...group, items: group.items.filter((item) => mayOpen(item.to, can) && !hidden.includes(item.to)) })).filter(
    (group) => group.items.length > 0,
  );
}

/** Where somebody begins: what waits for them. */
export function homeOf(can: Can): NavPath {
  return mayOpen('/overview', can) ? '/overview' : '/orders';
}
