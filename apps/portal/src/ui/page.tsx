import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { title: string; subtitle?: ReactNode; actions?: ReactNode; children: ReactNode; narrow?: boolean; end?: ReactNode; above?: ReactNode; documentTitle?: string };

/** A page: one heading, which takes the focus after a navigation, and what belongs below it. */
export function Page({ title, subtitle, actions, children, narrow = false, end, above, documentTitle }: Props) {
  const { t } = useTranslation();
  const name = documentTitle ?? title;
  useEffect(() => {
    document.title = `${name} – ${t('app.name')}`;
  }, [name, t]);
  return (
    <div className={`mx-auto w-full px-4 pt-6 pb-10 sm:px-8 sm:pt-8 ${narrow ? 'max-w-3xl' : 'max-w-[80rem]'}`}>
      {above}
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex items-center gap-2">
            <h1 tabIndex={-1} className="min-w-0 text-2xl font-semibold tracking-tight">
              {title}
            </h1>
            {end}
          </div>
          {subtitle && <div className="mt-1 text-ink-2">{subtitle}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
