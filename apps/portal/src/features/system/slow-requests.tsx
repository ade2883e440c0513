import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { duration } from '@/lib/format';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/states';
import { Ago } from '@/ui/text';
import { TraceLink } from '@/ui/trace-link';
import type { Known } from './console-section';

const MOST = 12;

export function SlowRequests({ known }: { known: Known }) {
  const { t } = useTranslation();
  const slow = known.flatMap(([service, system]) => system.slowest.map((one) => ({ ...one, service }))).sort((one, other) => other.took_us - one.took_us);
  return (
    <Card title={t('console.slow')} flush>
      <p className="px-5 pb-3 text-ink-2">{t('console.slowHint')}</p>
      {slow.length === 0 ? (
        <Empty icon={CheckCheck} title={t('console.slowNone')} />
      ) : (
        <ul>
          {slow.slice(0, MOST).map((one) => (
            <li key={`${one.service} ${one.at} ${one.route} ${one.took_us}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line px-5 py-2.5">
              <code className="min-w-0 flex-1 basis-56 text-xs wrap-anywhere">{`${one.method} ${one.route}`}</code>
              <span className={`num text-xs ${one.status >= 500 ? 'font-semibold text-danger-ink' : 'text-ink-3'}`}>{one.status}</span>
              <span className="num font-medium">{duration(one.took_us / 1000)}</span>
              <Ago at={one.at} className="text-xs text-ink-3" />
              <TraceLink trace={one.trace_id} className="text-xs" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
