import { Link } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Permission, Role, RoleRule } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { useRoleText } from '@/i18n/roles';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { SelectField, TextField } from '@/ui/field';
import { toast } from '@/ui/toast';
import { isForPeople, rolesQuery } from './queries';
import { changes, isGain, isPattern, LEVELS, levelOf, nameOf, ownLevel, patternFor, textOf, withLevel, type Level } from './rules';

type Props = { role?: Role; roles: Role[]; permissions: Permission[]; onClose: () => void };

/** One role: looked at, changed or made. */
export function RoleDialog({ role, roles, permissions, onClose }: Props) {
  const { t } = useTranslation();
  const text = useRoleText();
  const can = useCan();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [description, setDescription] = useState(role?.description ?? '');
  const [rules, setRules] = useState<readonly RoleRule[]>(role?.permissions ?? []);
  const [version, setVersion] = useState(role?.version ?? 0);
  const [failures, setFailures] = useState<Record<string, string>>({});
  const [removes, setRemoves] = useState(false);
  const mayWrite = can('role', 'write') && !role?.fixed;
  const shown = role ? text(role.name) : name;

  const failed = async (caught: unknown) => {
    const error = asApiError(caught);
    if (error.status === 412 && role) {
      const now = (await client.fetchQuery({ ...rolesQuery, staleTime: 0 })).find((one) => one.name === role.name);
      if (now) {
        setDescription(now.description);
        setRules(now.permissions);
        setVersion(now.version);
      }
      toast.failed(t('conflict.title'), t('roles.conflict'));
      return;
    }
    const fields = Object.fromEntries((error.problem.errors ?? []).map((one) => [one.field, one.message]));
    setFailures(fields);
    if (Object.keys(fields).length === 0) toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
  };
  const done = (what: 'roles.saved' | 'roles.created' | 'roles.removed') => {
    void client.invalidateQueries({ queryKey: rolesQuery.queryKey });
    toast.done(t(what, { role: shown }));
    onClose();
  };
  const save = useMutation({
    mutationFn: () => {
      const body = { description, permissions: [...rules] };
      if (!role) return unwrap(users.POST('/api/v1/roles', { body: { name, ...body } }));
      const params = { path: { role: role.name }, header: { 'If-Match': `"${version}"` } };
      return unwrap(users.PUT('/api/v1/roles/{role}', { params, body }));
    },
    onSuccess: () => done(role ? 'roles.saved' : 'roles.created'),
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: () => unwrap(users.DELETE('/api/v1/roles/{role}', { params: { path: { role: role?.name ?? '' }, header: { 'If-Match': `"${version}"` } } })),
    onSuccess: () => done('roles.removed'),
    onError: (caught) => {
      setRemoves(false);
      return failed(caught);
    },
  });
  const title = role ? (mayWrite ? t('roles.edit', { role: shown }) : shown) : t('roles.new');
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={title}
      description={role?.fixed ? t('roles.fixedHint') : undefined}
      footer={
        mayWrite && (
          <>
            {role && !role.built_in && !removes && (
              <Button size="lg" look="danger" icon={Trash2} onClick={() => setRemoves(true)}>
                {t('roles.remove')}
              </Button>
            )}
            {removes && (
              <div role="alert" className="flex flex-wrap items-center gap-2">
                <span className="text-danger-ink">{t('roles.removeTitle', { role: shown })}</span>
                <Button size="lg" look="danger-solid" icon={Trash2} busy={remove.isPending} onClick={() => remove.mutate()}>
                  {t('roles.remove')}
                </Button>
              </div>
            )}
            <Button size="lg" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button size="lg" look="primary" busy={save.isPending} onClick={() => save.mutate()}>
              {t(role ? 'roles.save' : 'roles.create')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {!role && <TextField label={t('roles.name')} hint={t('roles.nameHint')} value={name} maxLength={32} autoComplete="off" spellCheck={false} error={failures['/name']} onChange={(event) => setName(event.target.value)} />}
        {mayWrite ? (
          <TextField label={t('roles.description')} value={description} maxLength={300} error={failures['/description']} onChange={(event) => setDescription(event.target.value)} />
        ) : (
          <p>{description}</p>
        )}
        {!role && (
          <SelectField label={t('roles.startFrom')} defaultValue="" onChange={(event) => setRules(roles.find((one) => one.name === event.target.value)?.permissions ?? [])}>
            <option value="">{t('roles.startFromNothing')}</option>
            {roles
              .filter((one) => isForPeople(one.name))
              .map((one) => (
                <option key={one.name} value={one.name}>
                  {text(one.name)}
                </option>
              ))}
          </SelectField>
        )}
        {role && isForPeople(role.name) && can('user', 'read') && (
          <Link to="/users" search={{ role: role.name }} className="self-start font-medium text-accent-ink hover:underline">
            {t('roles.holders')}
          </Link>
        )}
        <Patterns rules={rules} mayWrite={mayWrite} onChange={setRules} />
        <Levels rules={rules} permissions={permissions} mayWrite={mayWrite} onChange={setRules} />
        {mayWrite && <Changes before={role?.permissions ?? []} after={rules} permissions={permissions} />}
      </div>
    </Dialog>
  );
}

type RulesProps = { rules: readonly RoleRule[]; mayWrite: boolean; onChange: (rules: readonly RoleRule[]) => void };

/** Rules with `*`, each of which says something of several permissions. */
function Patterns({ rules, mayWrite, onChange }: RulesProps) {
  const { t } = useTranslation();
  const patterns = rules.filter(isPattern);
  if (patterns.length === 0) return null;
  return (
    <section aria-label={t('roles.patterns')}>
      <h3 className="mb-1.5 text-sm font-medium">{t('roles.patterns')}</h3>
      <ul className="flex flex-wrap gap-2">
        {patterns.map((rule) => (
          <li key={textOf(rule)} className="flex items-center gap-1 rounded-full bg-sunken ps-3 pe-1 text-xs">
            <code>{textOf(rule)}</code>
            {mayWrite && (
              <button
                type="button"
                aria-label={t('roles.removePattern', { pattern: textOf(rule) })}
                className="inline-flex size-7 items-center justify-center rounded-full hover:bg-hover pointer-coarse:size-11"
                onClick={() => onChange(rules.filter((one) => one !== rule))}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Levels({ rules, permissions, mayWrite, onChange }: RulesProps & { permissions: Permission[] }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {permissions.map((permission) => {
        const name = nameOf(permission);
        const pattern = patternFor(rules, permission);
        const level = levelOf(rules, permission);
        return (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-56">
              <code className="text-xs">{name}</code>
              <p className="text-xs text-ink-3">
                {permission.description}
                {pattern && !mayWrite && ` · ${t('roles.byPattern', { pattern: textOf(pattern) })}`}
              </p>
            </div>
            {mayWrite ? (
              <SelectField label={name} hideLabel small frameClass="w-52" value={ownLevel(rules, permission)} onChange={(event) => onChange(withLevel(rules, permission, event.target.value as Level))}>
                {LEVELS.map((one) => (
                  <option key={one} value={one}>
                    {one === 'nothing' && pattern ? t('roles.byPattern', { pattern: textOf(pattern) }) : t(`roles.${one}Long`)}
                  </option>
                ))}
              </SelectField>
            ) : (
              <span className="text-sm">{t(`roles.${level}Long`)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What the changed rules would say otherwise than those before. */
function Changes({ before, after, permissions }: { before: readonly RoleRule[]; after: readonly RoleRule[]; permissions: Permission[] }) {
  const { t } = useTranslation();
  const all = changes(permissions, before, after);
  const gains = all.filter(isGain).length;
  return (
    <section aria-live="polite" aria-label={t('roles.changes')} className="rounded-control bg-sunken p-4">
      <h3 className="text-sm font-medium">{t('roles.changes')}</h3>
      {all.length === 0 ? (
        <p className="mt-1 text-sm text-ink-2">{t('roles.noChanges')}</p>
      ) : (
        <>
          <p className="mt-1 text-sm text-ink-2">
            {[gains > 0 && t('roles.gains', { count: gains }), all.length > gains && t('roles.loses', { count: all.length - gains })].filter(Boolean).join(' · ')}
          </p>
          <ul className="mt-2 text-sm">
            {all.map((one) => (
              <li key={nameOf(one.permission)} className={isGain(one) ? 'text-green-ink' : 'text-danger-ink'}>
                {t('roles.change', { permission: nameOf(one.permission), before: t(`roles.${one.before}Long`), after: t(`roles.${one.after}Long`) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
