import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '@/ui/states';
import { STATUS } from '@/ui/status';
import { EventText } from './event-text';
import { historyQuery } from './queries';
import type { Conflict } from './use-send';

/** Who did what since the version that was on screen. */
export function ConflictPanel({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const { data } = useQuery(historyQuery(conflict.order.id));
  const since = (data ?? []).filter((entry) => entry.version > conflict.since);
  return (
    <div role="alert" className="mb-4">
      <Banner icon={GitCompareArrows}>
        <p className="font-semibold">{t('conflict.title')}</p>
        <p className="mt-0.5">{t('conflict.text')}</p>
        <ul className="mt-2 list-disc ps-5">
          {since.map((entry) => (
            <li key={entry.version}>
              <EventText entry={entry} order={conflict.order} />
            </li>
          ))}
        </ul>
        <p className="mt-2">{t('conflict.now', { status: t(STATUS[conflict.order.status].label) })}</p>
      </Banner>
    </div>
  );
}
