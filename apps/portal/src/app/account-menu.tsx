import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Keyboard, LogOut, UserRound } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import type { Account } from '@/api/types';
import { chooseLanguage, LANGUAGES, type Language } from '@/i18n';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/ui/menu';
import { chooseTheme, chosenTheme, type Theme } from './theme';

export function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('').toUpperCase();
  return <span className="inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-ink">{initials}</span>;
}

type Props = { me: Account; trigger: ReactElement; side: 'top' | 'bottom'; onKeys: () => void };

export function AccountMenu({ trigger, side, onKeys }: Props) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [theme, setTheme] = useState<Theme>(chosenTheme());
  const signOut = async () => {
    await session.signOut().catch(() => undefined);
    client.clear();
    await navigate({ to: '/login' });
  };
  return (
    <Menu trigger={trigger} side={side} align={side === 'top' ? 'start' : 'end'}>
      <MenuItem icon={UserRound} onClick={() => void navigate({ to: '/account' })}>
        {t('nav.account')}
      </MenuItem>
      <MenuItem icon={Keyboard} onClick={onKeys}>
        {t('menu.keys')}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice<Theme>
        label={t('menu.theme')}
        value={theme}
        options={[
          { value: 'light', label: t('menu.light') },
          { value: 'dark', label: t('menu.dark') },
          { value: 'system', label: t('menu.system') },
        ]}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
      <MenuSeparator />
      <MenuChoice<Language>
        label={t('menu.language')}
        value={i18n.language as Language}
        options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(next) => void chooseLanguage(next)}
      />
      <MenuSeparator />
      <MenuItem icon={LogOut} onClick={() => void signOut()}>
        {t('menu.signOut')}
      </MenuItem>
    </Menu>
  );
}
