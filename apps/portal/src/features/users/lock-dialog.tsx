import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Account } from '@/api/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { toast } from '@/ui/toast';
import { userQuery } from './queries';

export function LockDialog({ user, onClose }: { user: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [until, setUntil] = useState('');
  const [failure, setFailure] = useState<string>();
  const lock = useMutation({
    mutationFn: () => unwrap(users.POST('/api/v1/users/{id}/lock', { params: { path: { id: user.id } }, body: { until: until ? new Date(until).toISOString() : null } })),
    onSuccess: (next) => {
      client.setQueryData(userQuery(user.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ['users'] });
      toast.done(t('users.locked', { name: user.name }));
      onClose();
    },
    onError: (caught) => {
      const error = asApiError(caught);
      setFailure(error.problem.errors?.[0]?.message ?? (error.isNetwork ? t('error.network') : error.message));
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('users.lockTitle', { name: user.name })}
      description={t('users.lockHint')}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button size="lg" look="danger-solid" icon={Lock} busy={lock.isPending} onClick={() => lock.mutate()}>
            {t('users.lock')}
          </Button>
        </>
      }
    >
      <TextField label={t('users.lockUntil')} optional={t('field.optional')} type="datetime-local" hint={t('users.lockUntilHint')} value={until} onChange={(event) => setUntil(event.target.value)} error={failure} />
    </Dialog>
  );
}
