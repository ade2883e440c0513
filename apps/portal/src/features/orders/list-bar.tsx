import { Link, useNavigate } from '@tanstack/react-router';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderSort } from '@/api/types';
import { useKeys } from '@/lib/keyboard';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/field';
import { SearchBox } from '@/ui/search-box';
import { FilterDialog } from './filter-dialog';
import { SORTS, VIEWS, type OrderSearch, type View } from './search';

/** Views, search, sort and filters of the list: all of it is in the address. */
export function ListBar({ search }: { search: OrderSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [filters, setFilters] = useState(false);
  useKeys({ f: () => setFilters(true) });
  const sort = (next: OrderSort) => {
    const { cursor: _cursor, sort: _sort, ...rest } = search;
    void navigate({ to: '/orders', search: next === '-created_at' ? rest : { ...rest, sort: next } });
  };
  const find = (q: string) => {
    const { cursor: _cursor, q: _q, ...rest } = search;
    void navigate({ to: '/orders', search: q ? { ...rest, q } : rest, replace: true });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 p-2.5">
      <Views current={search.view} hasStatus={search.status !== undefined} />
      <div className="flex min-w-[min(100%,29rem)] flex-1 flex-wrap items-center justify-end gap-2">
        <SearchBox label={t('orders.search')} value={search.q ?? ''} maxLength={100} onFind={find} />
        <Button icon={ListFilter} onClick={() => setFilters(true)}>
          {t('orders.filter')}
        </Button>
        <SelectField label={t('orders.sort')} hideLabel small value={search.sort ?? '-created_at'} onChange={(event) => sort(event.target.value as OrderSort)} frameClass="w-44 max-sm:flex-1">
          {SORTS.map((one) => (
            <option key={one} value={one}>
              {t(`orders.sort.${one}` as 'orders.sort.total')}
            </option>
          ))}
        </SelectField>
      </div>
      {filters && <FilterDialog search={search} onClose={() => setFilters(false)} />}
    </div>
  );
}

function Views({ current, hasStatus }: { current: View | undefined; hasStatus: boolean }) {
  const { t } = useTranslation();
  const views: (View | undefined)[] = [undefined, ...VIEWS];
  return (
    <nav aria-label={t('orders.views')} className="no-scrollbar -mx-2.5 flex max-w-[calc(100%+1.25rem)] gap-1 overflow-x-auto px-2.5 py-0.5 max-sm:w-[calc(100%+1.25rem)]">
      {views.map((view) => (
        <Link
          key={view ?? 'all'}
          to="/orders"
          search={view ? { view } : {}}
          aria-current={current === view && !hasStatus ? 'page' : undefined}
          className="flex h-9 shrink-0 items-center rounded-control px-3 text-sm font-medium text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink pointer-coarse:h-10"
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(`orders.view.${view ?? 'all'}`)}
        </Link>
      ))}
    </nav>
  );
}
