import { keep, kept } from '@/lib/storage';

export type Theme = 'light' | 'dark' | 'system';

const dark = matchMedia('(prefers-color-scheme: dark)');

export const chosenTheme = (): Theme => kept('theme') ?? 'system';

export function chooseTheme(theme: Theme): void {
  keep('theme', theme === 'system' ? null : theme);
  apply();
}

function apply(): void {
  const theme = kept('theme') ?? (dark.matches ? 'dark' : 'light');
  document.documentElement.dataset.theme = theme;
}

dark.addEventListener('change', apply);
