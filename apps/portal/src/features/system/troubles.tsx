import { CheckCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TroubleLine } from '@/api/types';
import type { ServiceName } from '@/lib/health';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/states';
import { Ago } from '@/ui/text';
import { TraceLink } from '@/ui/trace-link';
import type { Known } from './console-section';

const MOST = 20;

/** The last lines of the logs that tell of trouble. */
export function Troubles({ known }: { known: Known }) {
  const { t } = useTranslation();
  const found = new Map<string, { line: TroubleLine; services: ServiceName[] }>();
  for (const [service, system] of known) {
    for (const line of system.troubles) {
      // What a process says of itself is told by each service in it.
      const key = `${line.at} ${line.message}`;
      const one = found.get(key) ?? { line, services: [] };
      one.services.push(service);
      found.set(key, one);
    }
  }
  const lines = [...found.values()].sort((one, other) => other.line.at.localeCompare(one.line.at));
  return (
    <Card title={t('console.troubles')} flush>
      <p className="px-5 pb-3 text-ink-2">{t('console.troublesHint')}</p>
      {lines.length === 0 ? (
        <Empty icon={CheckCheck} title={t('console.troublesNone')} />
      ) : (
        <ul>
          {lines.slice(0, MOST).map(({ line, services }, index) => {
            const isError = line.level === 'ERROR';
            const Icon = isError ? CircleX : TriangleAlert;
            return (
              <li key={`${line.at} ${index}`} className="flex gap-3 border-t border-line px-5 py-2.5">
                <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isError ? 'text-red-ink' : 'text-amber-ink'}`} />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
                    <span className="sr-only">{line.level}</span>
                    <span className="font-medium wrap-anywhere">{line.message}</span>
                    <span className="text-xs text-ink-3">{services.length === 1 ? t(`system.service.${services[0]!}`) : t('console.platform')}</span>
                    <Ago at={line.at} className="text-xs text-ink-3" />
                    <TraceLink trace={line.trace_id} className="text-xs" />
                  </p>
                  {line.fields.length > 0 && (
                    <p className="mt-1 line-clamp-3 text-xs wrap-anywhere text-ink-2">
                      <code>{line.fields.map(({ name, value }) => `${name}=${value}`).join('  ')}</code>
                    </p>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
