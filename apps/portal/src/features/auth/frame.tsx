import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from '@/i18n';
import { Logo } from '@/ui/logo';

type Props = { title: string; hint?: ReactNode; children: ReactNode; below?: ReactNode };

/** The pages before one is signed in: one column. */
export function AuthFrame({ title, hint, children, below }: Props) {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center">
      <header className="mb-6 flex items-center gap-3 text-lg font-semibold tracking-tight">
        <Logo className="size-9" />
        {t('app.name')}
      </header>
      <main className="w-full max-w-md">
       <div className="rounded-dialog border border-line bg-surface p-6 shadow-card sm:p-8">
        <h1 tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {title}
        </h1>
        {hint && <p className="mt-1.5 text-ink-2">{hint}</p>}
        <div className="mt-6">{children}</div>
       </div>
       {below && <div className="mt-5 text-center text-ink-2">{below}</div>}
      </main>
      <footer className="mt-6 flex gap-1">
        {LANGUAGES.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={i18n.language === code}
            onClick={() => void chooseLanguage(code)}
            className="min-h-9 rounded-control px-3 text-sm text-ink-3 hover:bg-hover hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink pointer-coarse:min-h-11"
          >
            {name}
          </button>
        ))}
      </footer>
    </div>
  );
}

export const linkClass = 'font-medium text-accent-ink underline-offset-2 hover:underline';
