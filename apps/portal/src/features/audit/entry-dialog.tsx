import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { DateText, KeyValues } from '@/ui/text';
import { Outcome, Target, Who } from './audit';
import type { Entry } from './merge';

const row = (name: string, value: ReactNode): [string, ReactNode] => [name, value];

/** Everything that an entry says. */
export function EntryDialog({ entry, onClose }: { entry: Entry | null; onClose: () => void }) {
  const { t } = useTranslation();
  const optional = (name: string, value: string | null | undefined): [string, ReactNode][] => (value ? [row(name, <code className="text-xs break-all">{value}</code>)] : []);
  return (
    <Dialog
      open={entry !== null}
      onClose={onClose}
      title={entry?.action ?? ''}
      wide
      footer={
        entry && (
          <>
            <LinkButton to="/audit" search={{ target: entry.target }} onClick={onClose}>
              {t('audit.allOfTarget')}
            </LinkButton>
            <LinkButton to="/audit" search={{ actor: entry.actor_id }} onClick={onClose}>
              {t('audit.allOfActor')}
            </LinkButton>
          </>
        )
      }
    >
      {entry && (
        <>
          <KeyValues
            rows={[
              row(t('audit.col.at'), <DateText at={entry.at} style="full" />),
              row(t('audit.col.who'), <Who entry={entry} />),
              row(t('audit.col.target'), <Target target={entry.target} />),
              row(t('audit.col.outcome'), <Outcome entry={entry} />),
              row(t('audit.col.service'), t(`system.service.${entry.service}`)),
              ...optional(t('audit.ip'), entry.ip),
              ...optional(t('audit.agent'), entry.user_agent),
              ...optional(t('audit.request'), entry.request_id),
              ...optional(t('audit.trace'), entry.trace_id),
            ]}
          />
          {entry.detail && (
            <pre tabIndex={0} aria-label={t('audit.detail')} className="mt-4 max-h-80 overflow-auto rounded-card bg-sunken p-3 text-xs whitespace-pre-wrap">
              {JSON.stringify(entry.detail, null, 2)}
            </pre>
          )}
        </>
      )}
    </Dialog>
  );
}
