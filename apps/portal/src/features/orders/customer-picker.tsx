import { Combobox } from '@base-ui/react/combobox';
import { useQuery } from '@tanstack/react-query';
import { ChevronsUpDown, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/types';
import { useMe } from '@/features/auth/queries';
import { userListQuery } from '@/features/users/queries';
import { Card } from '@/ui/card';
import { controlClass } from '@/ui/field';

type Props = { customer: Account | null; onChoose: (customer: Account | null) => void };

/** Staff say whose order it is. The search is in the popup, so that the page stays readable while it is open. */
export function CustomerPicker({ customer, onChoose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [text, setText] = useState('');
  const { data } = useQuery(userListQuery(text.trim() ? { q: text.trim() } : {}));
  const found = (data?.items ?? []).filter((one) => one.id !== me?.id);
  return (
    <Card title={t('form.customer')} className="mb-5">
      <p className="mb-3 text-ink-2">{t('form.customerHint')}</p>
      <Combobox.Root<Account>
        items={found}
        filter={null}
        value={customer}
        onValueChange={onChoose}
        onInputValueChange={(value) => setText(value.includes('@') || !customer || value !== customer.name ? value : '')}
        itemToStringLabel={(one) => one.name}
        isItemEqualToValue={(one, other) => one.id === other.id}
      >
        <Combobox.Trigger aria-label={t(customer ? 'form.customerChange' : 'form.customerChoose')} className={controlClass(false, 'flex h-11 items-center justify-between gap-3 px-3 text-start')}>
          <span className="min-w-0 truncate">
            {customer ? (
              <>
                <span className="font-medium">{customer.name}</span> <span className="text-ink-3">{customer.email}</span>
              </>
            ) : (
              <span className="text-ink-2">{t('form.forMyself')}</span>
            )}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
        </Combobox.Trigger>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={6} align="start" className="z-50">
            <Combobox.Popup className="w-(--anchor-width) max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-1.5 shadow-overlay">
              <div className="relative mb-1.5">
                <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3" />
                <Combobox.Input aria-label={t('form.customerChoose')} placeholder={t('form.customerChoose')} className={controlClass(false, 'h-10 ps-8.5 pe-3')} />
              </div>
              <Combobox.Empty className="px-3 py-2 text-ink-3 empty:hidden">{t('form.customerNone')}</Combobox.Empty>
              <Combobox.List className="max-h-72 overflow-y-auto">
                {(one: Account) => (
                  <Combobox.Item key={one.id} value={one} className="flex min-h-11 cursor-default flex-col justify-center rounded-control px-2.5 py-1 outline-none data-highlighted:bg-hover">
                    <span className="font-medium">{one.name}</span>
                    <span className="text-xs text-ink-3">{one.email}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Card>
  );
}
