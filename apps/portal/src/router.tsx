import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, type AsyncRouteComponent } from '@tanstack/react-router';
import { session } from './api/session';
import { ErrorPage } from './app/error-page';
import { guarded } from './app/guarded';
import { homeOf } from './app/navigation';
import { NotFound } from './app/not-found';
import { queryClient } from './app/query';
import { canWith, meQuery, permissionsQuery } from './features/auth/queries';
import { safePath } from './features/auth/safe-path';
import { parseAuditSearch } from './features/audit/search';
import { parseUserSearch } from './features/users/search';
import { parseNotificationSearch } from './features/notifications/search';
import { parseOrderSearch } from './features/orders/search';
import { withTexts } from './i18n';
import { parseListSearch, text } from './lib/search';

async function granted() {
  return canWith(await queryClient.ensureQueryData(permissionsQuery));
}

/** Refuses those who are not signed in, and remembers where they wanted to go. */
async function signedIn({ location }: { location: { href: string } }): Promise<void> {
  if (!session.isOpen && session.mayContinue) await session.renew(null).catch(() => false);
  if (!session.isOpen) throw redirect({ to: '/login', search: { to: location.href } });
  // Every page needs both: they are on their way while the page's own code is.
  void queryClient.prefetchQuery(meQuery);
  void queryClient.prefetchQuery(permissionsQuery);
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: ErrorPage });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = safePath(search.to);
    return to ? { to } : {};
  },
  component: lazyRouteComponent(() => import('./features/auth/login'), 'Login'),
});
const register = createRoute({ getParentRoute: () => root, path: '/register', component: lazyRouteComponent(() => import('./features/auth/register'), 'Register') });
const forgot = createRoute({ getParentRoute: () => root, path: '/forgot-password', component: lazyRouteComponent(() => import('./features/auth/forgot-password'), 'ForgotPassword') });
const reset = createRoute({ getParentRoute: () => root, path: '/reset-password', component: lazyRouteComponent(() => import('./features/auth/reset-password'), 'ResetPassword') });
const verify = createRoute({ getParentRoute: () => root, path: '/verify-email', component: lazyRouteComponent(() => import('./features/auth/verify-email'), 'VerifyEmail') });

const shell = createRoute({ getParentRoute: () => root, id: 'shell', beforeLoad: signedIn, component: lazyRouteComponent(withTexts(['desk'], () => import('./app/shell')), 'Shell') });

const index = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async () => {
    await queryClient.ensureQueryData(meQuery).catch(() => null);
    throw redirect({ to: homeOf(await granted()), replace: true });
  },
});

const overview = createRoute({
  getParentRoute: () => shell,
  path: '/overview',
  component: guarded('/overview', lazyRouteComponent(() => import('./features/overview/overview'), 'Overview')),
});
const orders = createRoute({
  getParentRoute: () => shell,
  path: '/orders',
  validateSearch: parseOrderSearch,
  component: guarded('/orders', lazyRouteComponent(() => import('./features/orders/list'), 'OrderList')),
});
const newOrder = createRoute({
  getParentRoute: () => shell,
  path: '/orders/new',
  validateSearch: (search: Record<string, unknown>): { from?: string } => {
    const from = text(search.from, 36);
    return from ? { from } : {};
  },
  component: lazyRouteComponent(() => import('./features/orders/new'), 'NewOrder'),
});
const order = createRoute({
  getParentRoute: () => shell,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./features/orders/detail'), 'OrderDetail'),
});
const xray = createRoute({
  getParentRoute: () => shell,
  path: '/orders/$id/xray',
  component: lazyRouteComponent(withTexts(['xray', 'trace'], () => import('./features/orders/xray/xray')), 'OrderXray'),
});
const amend = createRoute({
  getParentRoute: () => shell,
  path: '/orders/$id/amend',
  component: lazyRouteComponent(() => import('./features/orders/amend'), 'AmendOrder'),
});
const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  component: guarded('/approvals', lazyRouteComponent(() => import('./features/approvals/approvals'), 'Approvals')),
});
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): { view?: 'all' | 'archived' } => (search.view === 'all' || search.view === 'archived' ? { view: search.view } : {}),
  component: guarded('/inbox', lazyRouteComponent(() => import('./features/inbox/inbox'), 'Inbox')),
});
const account = createRoute({ getParentRoute: () => shell, path: '/account', component: lazyRouteComponent(() => import('./features/account/account'), 'AccountPage') });
const userList = createRoute({
  getParentRoute: () => shell,
  path: '/users',
  validateSearch: parseUserSearch,
  component: guarded('/users', lazyRouteComponent(() => import('./features/users/list'), 'UserList')),
});
const user = createRoute({
  getParentRoute: () => shell,
  path: '/users/$id',
  component: guarded('/users', lazyRouteComponent(() => import('./features/users/detail'), 'UserDetail')),
});
const roles = createRoute({
  getParentRoute: () => shell,
  path: '/roles',
  component: guarded('/roles', lazyRouteComponent(withTexts(['roles'], () => import('./features/roles/roles')), 'RolesPage')),
});
const notificationList = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  validateSearch: parseNotificationSearch,
  component: guarded('/notifications', lazyRouteComponent(() => import('./features/notifications/list'), 'NotificationList')),
});
const notification = createRoute({
  getParentRoute: () => shell,
  path: '/notifications/$id',
  component: guarded('/notifications', lazyRouteComponent(() => import('./features/notifications/detail'), 'NotificationDetail')),
});
const deadLetterList = createRoute({
  getParentRoute: () => shell,
  path: '/dead-letters',
  validateSearch: (search: Record<string, unknown>): { view?: 'all'; cursor?: string } => ({ ...parseListSearch(search), ...(search.view === 'all' ? { view: 'all' as const } : {}) }),
  component: guarded('/dead-letters', lazyRouteComponent(() => import('./features/dead-letters/list'), 'DeadLetterList')),
});
const deadLetter = createRoute({
  getParentRoute: () => shell,
  path: '/dead-letters/$id',
  component: guarded('/dead-letters', lazyRouteComponent(() => import('./features/dead-letters/detail'), 'DeadLetterDetail')),
});
const mailbox = createRoute({
  getParentRoute: () => shell,
  path: '/mailbox',
  validateSearch: (search: Record<string, unknown>): { to?: string; mail?: string } => {
    const to = text(search.to, 254);
    const mail = text(search.mail, 36);
    return { ...(to ? { to } : {}), ...(mail ? { mail } : {}) };
  },
  component: guarded('/mailbox', lazyRouteComponent(() => import('./features/mailbox/mailbox'), 'Mailbox')),
});
const providers = createRoute({
  getParentRoute: () => shell,
  path: '/providers',
  component: guarded('/providers', lazyRouteComponent(withTexts(['providers'], () => import('./features/providers/providers')), 'Providers')),
});
const pipeline = createRoute({
  getParentRoute: () => shell,
  path: '/pipeline',
  component: guarded('/pipeline', lazyRouteComponent(() => import('./features/pipeline/pipeline'), 'Pipeline')),
});
const system = createRoute({
  getParentRoute: () => shell,
  path: '/system',
  component: guarded('/system', lazyRouteComponent(withTexts(['console', 'trace'], () => import('./features/system/system')), 'System')),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: parseAuditSearch,
  component: guarded('/audit', lazyRouteComponent(withTexts(['audit'], () => import('./features/audit/audit')), 'Audit')),
});
const traceList = createRoute({
  getParentRoute: () => shell,
  path: '/system/traces',
  validateSearch: (search: Record<string, unknown>): { view?: 'slow' | 'failed' | 'all' } => (search.view === 'slow' || search.view === 'failed' || search.view === 'all' ? { view: search.view } : {}),
  component: guarded('/system', lazyRouteComponent(withTexts(['console', 'trace'], () => import('./features/system/traces')), 'TraceList')),
});
const trace = createRoute({
  getParentRoute: () => shell,
  path: '/system/traces/$id',
  component: guarded('/system', lazyRouteComponent(withTexts(['console', 'trace'], () => import('./features/system/trace')), 'TracePage')),
});

/** Every other address: inside of the shell, so that one finds a way on. */
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

const pages = [index, overview, orders, newOrder, order, xray, amend, approvals, inbox, account, userList, user, notificationList, notification, deadLetterList, deadLetter, mailbox, providers, pipeline, system, roles, traceList, trace, audit, nowhere];

export const router = createRouter({
  routeTree: root.addChildren([login, register, forgot, reset, verify, shell.addChildren(pages)]),
  defaultErrorComponent: ErrorPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

/** Fetches the code of the page that is asked for, while the session is still being renewed. */
export function fetchPageCode(path: string): void {
  const [routes] = router.getMatchedRoutes(path);
  for (const { options } of routes) {
    const page = options.component as AsyncRouteComponent<object> | undefined;
    // When it fails, the router asks again, and says then what is the matter.
    page?.preload?.()?.catch(() => undefined);
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The cursors of the pages before this one. */
    cursors?: string[];
    /** The list that an order was opened from. */
    list?: string;
  }
}
