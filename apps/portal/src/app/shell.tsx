import { Tooltip } from '@base-ui/react/tooltip';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import { canWith, meQuery, permissionsQuery } from '@/features/auth/queries';
import { mailboxQuery } from '@/features/mailbox/queries';
import { unreadQuery } from '@/features/inbox/queries';
import { adoptLocale } from '@/i18n';
import { configureFormats, formatLocale, formatZone } from '@/lib/format';
import { watchPrefix } from '@/lib/keyboard';
import { router } from '@/router';
import { useIsDesk } from '@/ui/media';
import { Toasts } from '@/ui/toast';
import { BottomBar } from './bottom-bar';
import { KeySheet, useGlobalKeys } from './keys';
import { navigation } from './navigation';
import { Sidebar } from './sidebar';
import { StateBanners } from './state-banners';
import { TopBar } from './top-bar';

/** What is around every page of somebody who is signed in. */
export function Shell() {
  return (
    <Tooltip.Provider delay={400}>
      <Toasts>
        <Frame />
      </Toasts>
    </Tooltip.Provider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const isDesk = useIsDesk();
  const { data: granted } = useQuery(permissionsQuery);
  const { data: me, isPending: isUnknown } = useQuery(meQuery);
  const can = canWith(granted ?? []);
  const { data: unread } = useQuery({ ...unreadQuery, enabled: can('inbox', 'read', 'own') });
  const { data: hasMailbox } = useQuery({ ...mailboxQuery, enabled: can('mailbox', 'read') });
  const groups = navigation(can, hasMailbox === false ? ['/mailbox'] : []);
  const [showsKeys, setShowsKeys] = useState(false);
  useGlobalKeys(can, () => setShowsKeys(true));
  useEffect(watchPrefix, []);
  useLeaveWhenEnded();
  useFocusOnNavigation();

  const locale = me?.locale;
  const zone = me?.time_zone;
  // Before anything below is drawn: no time may be shown in the browser's zone first.
  if (zone && zone !== formatZone()) configureFormats(formatLocale(), zone);
  useEffect(() => {
    if (locale) void adoptLocale(locale);
  }, [locale]);

  return (
    <div className="min-h-dvh lg:ps-62">
      <a href="#main" className="sr-only z-50 rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3">
        {t('app.skip')}
      </a>
      {isDesk ? <Sidebar groups={groups} me={me} unread={unread ?? 0} onKeys={() => setShowsKeys(true)} /> : <TopBar me={me} onKeys={() => setShowsKeys(true)} />}
      <main id="main" tabIndex={-1} className="pb-20 lg:pb-0">
        <StateBanners />
        {!isUnknown && <Outlet key={zone} />}
      </main>
      {!isDesk && <BottomBar groups={groups} unread={unread ?? 0} />}
      <KeySheet open={showsKeys} onClose={() => setShowsKeys(false)} can={can} />
    </div>
  );
}

/** A session that ended returns, after signing in, to where one was. */
function useLeaveWhenEnded(): void {
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.isOpen) return;
        const { pathname, href } = router.state.location;
        if (pathname !== '/login') void router.navigate({ to: '/login', search: session.wasEnded ? { to: href } : {} });
      }),
    [],
  );
}

/** The router changes pages silently: without this, a screen reader hears nothing and Tab starts anywhere. */
function useFocusOnNavigation(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) {
      const heading = document.querySelector<HTMLElement>('main h1');
      // Whoever was faster than the page, and is at one of its rows or fields already, stays there.
      if (document.activeElement?.closest('main > *')) {
        before.current = path;
        return;
      }
      (heading ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
    }
    before.current = path;
  }, [path]);
}
