import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration, number } from '@/lib/format';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import type { Known } from './console-section';

const FEW = 10;

/** How routes were used in the last hour, the busiest first. */
export function Routes({ known }: { known: Known }) {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const routes = known.flatMap(([service, system]) => system.routes.map((one) => ({ ...one, service }))).sort((one, other) => other.requests - one.requests);
  if (routes.length === 0) return null;
  const heads = [t('console.route.requests'), t('console.route.failed'), t('console.route.mean'), t('console.route.longest')];
  return (
    <Card title={t('console.routes')} className="mt-5" flush>
      {/* Wide tables scroll, and what scrolls must take the focus. */}
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('console.routes')}>
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-y border-line bg-sunken text-xs text-ink-3">
              <th scope="col" className="h-9 ps-5 pe-3 text-start font-medium">
                {t('console.route.route')}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className="px-3 text-end font-medium whitespace-nowrap last:pe-5">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {routes.slice(0, isAll ? routes.length : FEW).map((one) => (
              <tr key={`${one.service} ${one.method} ${one.route}`} className="border-b border-line last:border-b-0">
                <th scope="row" className="h-10 ps-5 pe-3 text-start font-normal">
                  <code className="text-xs whitespace-nowrap">{`${one.method} ${one.route}`}</code>
                </th>
                <td className="num px-3 text-end">{number(one.requests)}</td>
                <td className={`num px-3 text-end ${one.failed > 0 ? 'font-semibold text-danger-ink' : ''}`}>{number(one.failed)}</td>
                <td className="num px-3 text-end whitespace-nowrap">{duration(one.mean_us / 1000)}</td>
                <td className="num pe-5 ps-3 text-end whitespace-nowrap">{duration(one.longest_us / 1000)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {routes.length > FEW && (
        <div className="border-t border-line p-2.5">
          <Button size="sm" look="ghost" onClick={() => setAll(!isAll)}>
            {isAll ? t('console.fewer') : t('console.all', { count: routes.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
