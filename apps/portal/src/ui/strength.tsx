import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '@/i18n';

/** A rough measure, to encourage. The service has the real one and the last word. */
export function strengthOf(password: string): 0 | 1 | 2 | 3 | 4 {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  const different = new Set(password).size;
  const bits = Math.min(password.length, different * 1.6) * (2 + kinds * 0.6);
  if (password.length < 8) return 0;
  if (bits < 32) return 1;
  if (bits < 42) return 2;
  return bits < 60 ? 3 : 4;
}

const COLOURS = ['bg-red-mark', 'bg-red-mark', 'bg-amber-mark', 'bg-green-mark', 'bg-green-mark'];

export function Strength({ password }: { password: string }) {
  const { t } = useTranslation();
  if (password === '') return null;
  const level = strengthOf(password);
  return (
    <div className="mt-2">
      <div aria-hidden className="flex gap-1">
        {[0, 1, 2, 3].map((step) => (
          <span key={step} className={clsx('h-1 flex-1 rounded-full', step < Math.max(level, 1) ? COLOURS[level] : 'bg-line')} />
        ))}
      </div>
      <p className="mt-1.5 text-xs text-ink-3">
        <span className="sr-only">{t('auth.strength.label')}: </span>
        {t(`auth.strength.${level}` satisfies TextKey)}
      </p>
    </div>
  );
}
