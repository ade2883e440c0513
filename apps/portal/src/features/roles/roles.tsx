import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission, Role } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { useRoleText } from '@/i18n/roles';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorPanel } from '@/ui/error-panel';
import { Page } from '@/ui/page';
import { Loading } from '@/ui/states';
import { AskCard } from './ask';
import { RoleDialog } from './role-dialog';
import { allPermissionsQuery, rolesQuery } from './queries';
import { levelOf, nameOf, type Level } from './rules';

export function RolesPage() {
  const { t } = useTranslation();
  const can = useCan();
  const roles = useQuery(rolesQuery);
  const permissions = useQuery(allPermissionsQuery);
  /** The name of the role that is looked at; `null` for a new one. */
  const [open, setOpen] = useState<string | null>();
  const error = roles.error ?? permissions.error;
  const mayWrite = can('role', 'write');
  const close = () => setOpen(undefined);
  const known = roles.data;
  const all = permissions.data;
  const chosen = known?.find((role) => role.name === open);
  return (
    <Page
      title={t('roles.title')}
      subtitle={t('roles.subtitle')}
      actions={
        mayWrite && (
          <Button icon={Plus} look="primary" disabled={!known || !all} onClick={() => setOpen(null)}>
            {t('roles.new')}
          </Button>
        )
      }
    >
      {known && all ? (
        <div className="flex flex-col gap-5">
          <Matrix roles={known} permissions={all} mayWrite={mayWrite} onOpen={setOpen} />
          {can('policy', 'read') && <AskCard roles={known} permissions={all} />}
          {open === null && <RoleDialog roles={known} permissions={all} onClose={close} />}
          {chosen && <RoleDialog key={chosen.name} role={chosen} roles={known} permissions={all} onClose={close} />}
        </div>
      ) : error ? (
        <ErrorPanel
          error={error}
          onRetry={() => {
            void roles.refetch();
            void permissions.refetch();
          }}
        />
      ) : (
        <Loading rows={12} />
      )}
    </Page>
  );
}

const LOOKS: Record<Level, string> = {
  nothing: 'text-ink-3',
  own: 'text-blue-ink',
  any: 'font-semibold text-green-ink',
  deny: 'font-semibold text-danger-ink',
};

type MatrixProps = { roles: Role[]; permissions: Permission[]; mayWrite: boolean; onOpen: (role: string) => void };

function Matrix({ roles, permissions, mayWrite, onOpen }: MatrixProps) {
  const { t } = useTranslation();
  const text = useRoleText();
  return (
    <Card title={t('roles.matrix')} flush>
      <p className="px-5 pb-3 text-xs text-ink-3">{t('roles.legend')}</p>
      {/* Wide tables scroll, and what scrolls must take the focus. */}
      <div className="max-h-[75dvh] overflow-auto" tabIndex={0} role="region" aria-label={t('roles.matrix')}>
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr className="text-xs text-ink-3">
              <th scope="col" className="sticky start-0 top-0 z-20 border-y border-line bg-sunken ps-5 pe-3 text-start font-medium max-sm:static">
                {t('roles.permission')}
              </th>
              {roles.map((role) => {
                const name = text(role.name);
                return (
                  <th key={role.name} scope="col" className="sticky top-0 z-10 h-14 border-y border-line bg-sunken px-1 text-center font-medium">
                    <button
                      type="button"
                      title={role.description}
                      aria-label={t(mayWrite && !role.fixed ? 'roles.edit' : 'roles.look', { role: name })}
                      className="min-h-9 rounded-control px-2 font-medium text-accent-ink hover:bg-hover hover:underline pointer-coarse:min-h-11"
                      onClick={() => onOpen(role.name)}
                    >
                      {name}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={nameOf(permission)}>
                <th scope="row" className="sticky start-0 z-10 border-b border-line bg-surface py-2 ps-5 pe-3 text-start font-normal max-sm:static">
                  <code className="text-xs whitespace-nowrap">{nameOf(permission)}</code>
                  <span className="block min-w-56 text-xs text-ink-3">{permission.description}</span>
                </th>
                {roles.map((role) => {
                  const level = levelOf(role.permissions, permission);
                  return (
                    <td key={role.name} className={`border-b border-line px-2 text-center text-sm whitespace-nowrap ${LOOKS[level]}`}>
                      {t(`roles.${level}`)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
