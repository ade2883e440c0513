import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Ban, Check, Download, ScrollText } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '@/api/errors';
import { PersonName } from '@/features/users/person-name';
import { number } from '@/lib/format';
import type { ServiceName } from '@/lib/health';
import { Button, LinkButton } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { DataTable, type Column } from '@/ui/data-table';
import { SelectField, TextField } from '@/ui/field';
import { Page } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { Banner, Empty } from '@/ui/states';
import { DateText } from '@/ui/text';
import { toast } from '@/ui/toast';
import { csv } from './csv';
import { EntryDialog } from './entry-dialog';
import type { Entry } from './merge';
import { auditQuery, everything, MOST_LINES } from './queries';
import { OUTCOMES, SERVICES, type AuditSearch } from './search';

/** Who did it: by name where there is an account. */
export function Who({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  if (entry.actor_kind === 'user') return <PersonName id={entry.actor_id} />;
  return (
    <>
      {entry.actor_kind === 'system' ? t('audit.platform') : t('audit.program')} <code className="text-xs text-ink-3">{entry.actor_id}</code>
    </>
  );
}

/** What it was done to: a link where there is a page. */
export function Target({ target }: { target: string }): ReactNode {
  const [kind = '', id = ''] = target.split(':');
  const link = 'relative font-medium text-accent-ink hover:underline';
  const text = <code className="text-xs break-all">{target}</code>;
  if (kind === 'order') return <Link to="/orders/$id" params={{ id }} className={link}>{text}</Link>;
  if (kind === 'user') return <Link to="/users/$id" params={{ id }} className={link}>{text}</Link>;
  return text;
}

export function Outcome({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  return entry.outcome === 'denied' ? <Chip tone="red" icon={Ban}>{t('audit.denied')}</Chip> : <Chip tone="green" icon={Check}>{t('audit.done')}</Chip>;
}

function save(entries: readonly Entry[]): void {
  const url = URL.createObjectURL(new Blob([csv(entries)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `audit-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

export function Audit() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/audit' });
  const list = useInfiniteQuery(auditQuery(search));
  const [shown, setShown] = useState<Entry | null>(null);
  const entries = list.data?.pages.flatMap((page) => page.items);
  const missing = [...new Set(list.data?.pages.flatMap((page) => page.missing))];
  const service = (name: ServiceName) => t(`system.service.${name}`);
  const change = (part: Partial<Record<keyof AuditSearch, string>>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as AuditSearch;
    void navigate({ to: '/audit', search: next, replace: true });
  };
  const file = useMutation({
    mutationFn: () => everything(search),
    onSuccess: ({ entries: all, isWhole, missing: away }) => {
      save(all);
      const text = away.length > 0 ? t('audit.savedWithout', { services: away.map(service).join(', ') }) : isWhole ? t('audit.saved') : t('audit.savedPart', { most: number(MOST_LINES) });
      toast.done(text);
    },
    onError: (caught) => {
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    },
  });
  const action = (entry: Entry) => (
    <button type="button" onClick={() => setShown(entry)} className="text-start font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">
      <code className="text-sm">{entry.action}</code>
    </button>
  );
  const columns: Column<Entry>[] = [
    { key: 'action', head: t('audit.col.action'), cell: action },
    { key: 'who', head: t('audit.col.who'), cell: (entry) => <Who entry={entry} /> },
    { key: 'target', head: t('audit.col.target'), cell: (entry) => <Target target={entry.target} /> },
    { key: 'outcome', head: t('audit.col.outcome'), cell: (entry) => <Outcome entry={entry} /> },
    { key: 'service', head: t('audit.col.service'), cell: (entry) => <span className="whitespace-nowrap text-ink-2">{service(entry.service)}</span> },
    { key: 'at', head: t('audit.col.at'), end: true, cell: (entry) => <DateText at={entry.at} style="full" className="whitespace-nowrap text-ink-2" /> },
  ];
  return (
    <Page
      title={t('audit.title')}
      subtitle={t('audit.hint')}
      actions={
        <Button icon={Download} busy={file.isPending} onClick={() => file.mutate()}>
          {t('audit.save')}
        </Button>
      }
    >
      {missing.length > 0 && (
        <div className="mb-4">
          <Banner>{t('audit.missing', { services: missing.map(service).join(', ') })}</Banner>
        </div>
      )}
      <section aria-label={t('audit.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <div className="flex flex-wrap items-end gap-2 p-2.5">
          <SearchBox label={t('audit.action')} value={search.action ?? ''} maxLength={100} onFind={(text) => change({ action: text })} />
          <SelectField label={t('audit.service')} hideLabel small frameClass="w-44 max-sm:flex-1" value={search.service ?? ''} onChange={(event) => change({ service: event.target.value })}>
            <option value="">{t('audit.anyService')}</option>
            {SERVICES.map((one) => (
              <option key={one} value={one}>
                {service(one)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('audit.outcome')} hideLabel small frameClass="w-36 max-sm:flex-1" value={search.outcome ?? ''} onChange={(event) => change({ outcome: event.target.value })}>
            <option value="">{t('audit.anyOutcome')}</option>
            {OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {t(`audit.${one}`)}
              </option>
            ))}
          </SelectField>
          <TextField label={t('audit.from')} type="date" frameClass="w-38 max-sm:flex-1" value={search.from ?? ''} onChange={(event) => change({ from: event.target.value })} />
          <TextField label={t('audit.until')} type="date" frameClass="w-38 max-sm:flex-1" value={search.until ?? ''} onChange={(event) => change({ until: event.target.value })} />
        </div>
        {(search.actor || search.target) && (
          <p className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2.5 text-sm text-ink-2">
            {search.actor ? t('audit.ofActor', { actor: search.actor }) : t('audit.ofTarget', { target: search.target })}
            <Button size="sm" onClick={() => change({ actor: '', target: '' })}>
              {t('audit.ofAll')}
            </Button>
          </p>
        )}
        <DataTable
          label={t('audit.title')}
          columns={columns}
          rows={entries}
          rowKey={(entry) => `${entry.service} ${entry.id}`}
          error={list.error}
          onRetry={() => void list.refetch()}
          card={(entry) => (
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              {action(entry)}
              <Outcome entry={entry} />
              <p className="basis-full truncate text-ink-2">
                <Who entry={entry} />
              </p>
              <p className="basis-full">
                <Target target={entry.target} />
              </p>
              <p className="basis-full text-xs text-ink-3">
                {`${service(entry.service)} · `}
                <DateText at={entry.at} style="full" />
              </p>
            </div>
          )}
          empty={
            <Empty
              icon={ScrollText}
              title={list.hasNextPage ? t('audit.notYet') : t('audit.empty')}
              action={
                !list.hasNextPage && (
                  <LinkButton to="/audit" search={{}}>
                    {t('audit.clear')}
                  </LinkButton>
                )
              }
            >
              {list.hasNextPage ? t('audit.notYetHint') : t('audit.emptyHint')}
            </Empty>
          }
        />
        {list.hasNextPage && (
          <div className="flex justify-center border-t border-line px-4 py-3">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('audit.more')}
            </Button>
          </div>
        )}
      </section>
      <EntryDialog entry={shown} onClose={() => setShown(null)} />
    </Page>
  );
}
