import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { ACTIONS, type Act } from '../actions';
import { actsOnSome, MOST, type Selection } from './selection';

const BulkDialog = lazy(() => import('./dialog').then((module) => ({ default: module.BulkDialog })));

/** What can be done with the selected orders. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const count = selection.orders.length;
  if (count === 0) return null;
  return (
    <div role="region" aria-label={t('bulk.selected', { count })} className="sticky top-0 z-20 flex flex-wrap items-center gap-2 border-y border-line bg-accent-soft px-4 py-2.5">
      <p aria-live="polite" className="me-2 font-medium text-accent-ink">
        {t('bulk.selected', { count })}
        {count === MOST && <span className="ms-2 font-normal">{t('bulk.mostly', { max: MOST })}</span>}
      </p>
      {actsOnSome(selection.orders).map((one) => (
        <Button key={one} look={ACTIONS[one].look === 'primary' ? 'secondary' : ACTIONS[one].look} icon={ACTIONS[one].icon} onClick={() => setAct(one)}>
          {t(`act.${one}`)}
        </Button>
      ))}
      <span className="ms-auto">
        <IconButton icon={X} label={t('bulk.clear')} onClick={selection.clear} />
      </span>
      {act && (
        <Suspense>
          <BulkDialog act={act} orders={selection.orders} onClose={() => setAct(null)} onDone={selection.clear} />
        </Suspense>
      )}
    </div>
  );
}
