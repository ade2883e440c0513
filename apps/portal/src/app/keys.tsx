import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Can } from '@/features/auth/queries';
import type { TextKey } from '@/i18n';
import { GOTO, useKeys, type Bindings } from '@/lib/keyboard';
import { keep, kept } from '@/lib/storage';
import { Dialog } from '@/ui/dialog';
import { Kbd } from '@/ui/kbd';
import { mayOpen, type NavPath } from './navigation';

const PAGES: Record<NavPath, TextKey> = {
  '/overview': 'nav.overview',
  '/orders': 'nav.orders',
  '/approvals': 'nav.approvals',
  '/inbox': 'nav.inbox',
  '/users': 'nav.users',
  '/roles': 'nav.roles',
  '/notifications': 'nav.notifications',
  '/dead-letters': 'nav.deadLetters',
  '/providers': 'nav.providers',
  '/mailbox': 'nav.mailbox',
  '/pipeline': 'nav.pipeline',
  '/system': 'nav.system',
  '/audit': 'nav.audit',
};

export function useGlobalKeys(can: Can, onHelp: () => void): void {
  const navigate = useNavigate();
  const bindings: Bindings = { '?': onHelp };
  if (can('order', 'create', 'own')) bindings.n = () => void navigate({ to: '/orders/new' });
  for (const [key, to] of Object.entries(GOTO)) {
    if (mayOpen(to, can)) bindings[`g ${key}`] = () => void navigate({ to });
  }
  useKeys(bindings);
}

function Row({ keys, text }: { keys: string[]; text: string }) {
  return (
    <li className="flex items-center justify-between gap-4 py-1.5">
      <span className="text-ink-2">{text}</span>
      <span className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </li>
  );
}

export function KeySheet({ open, onClose, can }: { open: boolean; onClose: () => void; can: Can }) {
  const { t } = useTranslation();
  const [enabled, setEnabled] = useState(kept('keys') !== 'off');
  const change = (next: boolean) => {
    keep('keys', next ? null : 'off');
    setEnabled(next);
  };
  const pages = Object.entries(GOTO).filter(([, to]) => mayOpen(to, can));
  const staff: [string, TextKey][] = can('order', 'approve') ? [['a', 'keys.approve'], ['r', 'keys.reject'], ['s', 'keys.skip']] : [];
  const sending: [string, TextKey][] = can('order', 'ship') ? [['s', 'keys.ship'], ['d', 'keys.deliver']] : [];
  const onOrder: [string, TextKey][] = [...staff, ...sending, ['c', 'keys.cancel'], ['m', 'keys.note'], ['.', 'keys.copy']];
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')} description={t('keys.hint')}>
      <label className="mb-4 flex items-center gap-3">
        <input type="checkbox" checked={enabled} onChange={(event) => change(event.target.checked)} className="size-4.5 accent-accent" />
        {t('keys.enabled')}
      </label>
      <h3 className="text-sm font-semibold">{t('keys.everywhere')}</h3>
      <ul className="mb-4">
        <Row keys={['?']} text={t('keys.help')} />
        <Row keys={['/']} text={t('keys.search')} />
        {can('order', 'create', 'own') && <Row keys={['n']} text={t('keys.new')} />}
        {pages.map(([key, to]) => (
          <Row key={key} keys={['g', key]} text={t('keys.go', { page: t(PAGES[to]) })} />
        ))}
        <Row keys={['Ctrl', 'Enter']} text={t('keys.submit')} />
      </ul>
      <h3 className="text-sm font-semibold">{t('keys.lists')}</h3>
      <ul className="mb-4">
        <Row keys={['j']} text={t('keys.down')} />
        <Row keys={['k']} text={t('keys.up')} />
        <Row keys={['Enter']} text={t('keys.open')} />
      </ul>
      <h3 className="text-sm font-semibold">{t('keys.order')}</h3>
      <ul>
        {onOrder.map(([key, text]) => (
          <Row key={text} keys={[key]} text={t(text)} />
        ))}
      </ul>
    </Dialog>
  );
}
