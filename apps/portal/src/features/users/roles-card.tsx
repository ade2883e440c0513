import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Account } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { isForPeople, rolesQuery } from '@/features/roles/queries';
import type { TextKey } from '@/i18n';
import { useRoleText } from '@/i18n/roles';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { toast } from '@/ui/toast';
import { userQuery } from './queries';
import { ROLES } from './roles';

export function RolesCard({ user }: { user: Account }) {
  const { t, i18n } = useTranslation();
  const role = useRoleText();
  const can = useCan();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(user.roles);
  const [version, setVersion] = useState(user.version);
  const mayAssign = can('role', 'assign');
  const { data: known } = useQuery(rolesQuery);
  const all = [...new Set([...ROLES, ...(known ?? []).map((one) => one.name).filter(isForPeople), ...user.roles])];
  const isChanged = chosen.length !== user.roles.length || chosen.some((one) => !user.roles.includes(one));

  const save = useMutation({
    mutationFn: () => unwrap(users.PUT('/api/v1/users/{id}/roles', { params: { path: { id: user.id }, header: { 'If-Match': `"${version}"` } }, body: { roles: [...chosen] } })),
    onSuccess: (next) => {
      client.setQueryData(userQuery(user.id).queryKey, next);
      setChosen(next.roles);
      setVersion(next.version);
      void client.invalidateQueries({ queryKey: ['users'] });
      toast.done(t('users.rolesSaved'));
    },
    onError: async (caught) => {
      const error = asApiError(caught);
      if (error.status === 412) {
        const now = await client.fetchQuery({ ...userQuery(user.id), staleTime: 0 });
        setChosen(now.roles);
        setVersion(now.version);
        toast.failed(t('conflict.title'), t('users.rolesConflict'));
        return;
      }
      toast.failed(t('error.title'), error.problem.errors?.[0]?.message ?? (error.isNetwork ? t('error.network') : error.message), error);
    },
  });
  const hint = (one: string) => (i18n.exists(`role.${one}Hint`) ? t(`role.${one}Hint` as TextKey) : (known?.find((other) => other.name === one)?.description ?? ''));
  return (
    <Card title={t('users.rolesTitle')}>
      <p className="mb-3 text-ink-2">{t('users.rolesHint')}</p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {all.map((one) => (
          <label key={one} className="flex min-h-11 items-start gap-3 py-1.5">
            <input
              type="checkbox"
              className="mt-0.5 size-4.5 shrink-0 accent-accent"
              checked={chosen.includes(one)}
              disabled={!mayAssign}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
            />
            <span>
              <span className="block font-medium">{role(one)}</span>
              <span className="block text-xs text-ink-3">{hint(one)}</span>
            </span>
          </label>
        ))}
      </div>
      {mayAssign && (
        <Button look="primary" className="mt-4" disabled={!isChanged} busy={save.isPending} onClick={() => save.mutate()}>
          {t('users.rolesSave')}
        </Button>
      )}
    </Card>
  );
}
