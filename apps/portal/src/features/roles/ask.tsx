import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import type { Decision, Permission, Role } from '@/api/types';
import { useMe } from '@/features/auth/queries';
import { useRoleText } from '@/i18n/roles';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorPanel } from '@/ui/error-panel';
import { SelectField } from '@/ui/field';
import { nameOf, textOf } from './rules';

/** Asks the policy as a service would, and says which rule decided. */
export function AskCard({ roles, permissions }: { roles: Role[]; permissions: Permission[] }) {
  const { t } = useTranslation();
  const text = useRoleText();
  const me = useMe();
  const [role, setRole] = useState(roles[0]?.name ?? '');
  const [name, setName] = useState(permissions[0] ? nameOf(permissions[0]) : '');
  const ask = useMutation({
    mutationFn: () => {
      const [resource = '', action = ''] = name.split(':');
      const params = { query: { explain: true } };
      return unwrap(users.POST('/api/v1/authz/check', { params, body: { roles: [role], resource, action } }));
    },
  });
  return (
    <Card title={t('roles.ask')}>
      <p className="mb-3 text-ink-2">{t('roles.askHint')}</p>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <SelectField label={t('roles.askRole')} frameClass="w-48 max-sm:w-full" value={role} onChange={(event) => setRole(event.target.value)}>
          {roles.map((one) => (
            <option key={one.name} value={one.name}>
              {text(one.name)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('roles.permission')} frameClass="w-72 max-sm:w-full" value={name} onChange={(event) => setName(event.target.value)}>
          {permissions.map((one) => (
            <option key={nameOf(one)} value={nameOf(one)}>
              {nameOf(one)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" size="lg" busy={ask.isPending} disabled={!me}>
          {t('roles.askButton')}
        </Button>
      </form>
      <div role="status" className="mt-3">
        {ask.data && <Answer decision={ask.data} />}
      </div>
      {ask.error && <ErrorPanel error={ask.error} onRetry={() => ask.mutate()} />}
    </Card>
  );
}

function Answer({ decision: { allowed, rule, would_allow } }: { decision: Decision }) {
  const { t } = useTranslation();
  const text = useRoleText();
  const named = rule ? { rule: textOf(rule), role: text(rule.role) } : undefined;
  return (
    <>
      <p className={allowed ? 'font-medium text-green-ink' : 'font-medium text-danger-ink'}>{named ? t(allowed ? 'roles.allowed' : 'roles.denied', named) : t('roles.noRule')}</p>
      {would_allow.length > 0 && <p className="mt-1 text-sm text-ink-2">{t('roles.would', { rules: would_allow.map((one) => `${text(one.role)} (${textOf(one)})`).join(', ') })}</p>}
    </>
  );
}
