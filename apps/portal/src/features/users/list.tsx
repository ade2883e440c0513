import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { UserRoundSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { isForPeople, rolesQuery } from '@/features/roles/queries';
import { useRoleText } from '@/i18n/roles';
import { number } from '@/lib/format';
import { AccountStateChip } from '@/ui/account-state';
import { LinkButton } from '@/ui/button';
import { DataTable, ROW_LINK, type Column } from '@/ui/data-table';
import { SelectField } from '@/ui/field';
import { Pager } from '@/ui/keyset';
import { Page } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { Empty } from '@/ui/states';
import { DateText } from '@/ui/text';
import { PAGE_SIZE, userCountQuery, userListQuery } from './queries';
import { ROLES } from './roles';
import { STATES, type UserSearch } from './search';

function UserLink({ user }: { user: Account }) {
  return (
    <Link to="/users/$id" params={{ id: user.id }} className={ROW_LINK}>
      {user.name}
    </Link>
  );
}

export function UserList() {
  const { t } = useTranslation();
  const role = useRoleText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/users' });
  const list = useQuery(userListQuery(search));
  const can = useCan();
  const { data: known } = useQuery({ ...rolesQuery, enabled: can('role', 'read') });
  const allRoles = [...new Set([...ROLES, ...(known ?? []).map((one) => one.name).filter(isForPeople)])];
  const { data: total } = useQuery(userCountQuery(search));
  const change = (part: Partial<Record<keyof UserSearch, string | undefined>>, replace = false) => {
    const { cursor: _cursor, ...rest } = search;
    const next = Object.fromEntries(Object.entries({ ...rest, ...part }).filter(([, value]) => value)) as UserSearch;
    void navigate({ to: '/users', search: next, replace });
  };
  const columns: Column<Account>[] = [
    {
      key: 'name',
      head: t('users.col.name'),
      cell: (user) => (
        <>
          <UserLink user={user} />
          <span className="block text-xs text-ink-3">{user.email}</span>
        </>
      ),
    },
    { key: 'state', head: t('users.col.state'), cell: (user) => <AccountStateChip state={user.state} /> },
    { key: 'roles', head: t('users.col.roles'), cell: (user) => <span className="text-ink-2">{user.roles.map(role).join(', ')}</span> },
    { key: 'created', head: t('users.col.created'), end: true, cell: (user) => <DateText at={user.created_at} style="day" className="whitespace-nowrap text-ink-2" /> },
  ];
  return (
    <Page title={t('users.title')} subtitle={total === undefined ? '\u00a0' : t('users.count', { count: total, shown: number(total) })}>
      <section aria-label={t('users.title')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
        <div className="flex flex-wrap items-center gap-2 p-2.5">
          <SearchBox label={t('users.search')} value={search.q ?? ''} maxLength={100} onFind={(q) => change({ q }, true)} />
          <SelectField label={t('users.state')} hideLabel small frameClass="w-40 max-sm:flex-1" value={search.state ?? ''} onChange={(event) => change({ state: event.target.value })}>
            <option value="">{t('users.anyState')}</option>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {t(`users.state.${state}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('users.role')} hideLabel small frameClass="w-40 max-sm:flex-1" value={search.role ?? ''} onChange={(event) => change({ role: event.target.value })}>
            <option value="">{t('users.anyRole')}</option>
            {allRoles.map((one) => (
              <option key={one} value={one}>
                {role(one)}
              </option>
            ))}
          </SelectField>
        </div>
        <DataTable
          label={t('users.title')}
          columns={columns}
          rows={list.data?.items}
          rowKey={(user) => user.id}
          error={list.error}
          onRetry={() => void list.refetch()}
          stale={list.isPlaceholderData}
          card={(user) => (
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <UserLink user={user} />
              <AccountStateChip state={user.state} />
              <p className="basis-full truncate text-ink-2">{user.email}</p>
              <p className="basis-full text-xs text-ink-3">{user.roles.map(role).join(', ')}</p>
            </div>
          )}
          empty={
            <Empty
              icon={UserRoundSearch}
              title={t('users.empty')}
              action={
                <LinkButton to="/users" search={{}}>
                  {t('users.clear')}
                </LinkButton>
              }
            >
              {t('users.emptyHint')}
            </Empty>
          }
        />
        <Pager cursor={search.cursor} next={list.data?.next_cursor} shown={list.data?.items.length ?? 0} size={PAGE_SIZE} total={total} busy={list.isPlaceholderData} />
      </section>
    </Page>
  );
}
