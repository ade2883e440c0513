import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '@/api/errors';
import { CopyButton } from './copy-button';

type Data = { error?: ApiError };
const manager = Toast.createToastManager<Data>();

export const toast = {
  done(title: string, description?: string): void {
    manager.add({ title, description, type: 'done', timeout: 5000 });
  },
  /** What failed stays until it is closed: its id may have to be copied. */
  failed(title: string, description: string, error?: ApiError): void {
    manager.add({ title, description, type: 'failed', timeout: 0, priority: 'high', data: error ? { error } : {} });
  },
};

export function Toasts({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport aria-label={t('toast.label')} className="fixed inset-x-4 bottom-22 z-60 flex flex-col gap-2 sm:inset-x-auto sm:end-6 sm:w-96 lg:bottom-6">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { t } = useTranslation();
  const { toasts } = Toast.useToastManager<Data>();
  return toasts.map((one) => {
    const failed = one.type === 'failed';
    const Icon = failed ? CircleAlert : CircleCheck;
    const id = one.data?.error?.problem.request_id;
    return (
      <Toast.Root
        key={one.id}
        toast={one}
        swipeDirection={['right', 'down']}
        className="rounded-card border border-line bg-surface p-4 text-ink shadow-overlay transition duration-200 data-ending-style:opacity-0 data-starting-style:translate-y-3 data-starting-style:opacity-0"
      >
        <div className="flex items-start gap-3">
          <Icon aria-hidden className={failed ? 'mt-px size-4.5 shrink-0 text-danger-ink' : 'mt-px size-4.5 shrink-0 text-green-ink'} />
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-semibold" />
            <Toast.Description className="mt-0.5 text-ink-2" />
            {one.data?.error && (
              <p className="mt-2 flex items-center gap-1 text-xs text-ink-3">
                <code className="truncate">{id ? `${one.data.error.code} · ${id}` : one.data.error.code}</code>
                {id && <CopyButton text={id} label={t('action.copyId')} />}
              </p>
            )}
          </div>
          <Toast.Close aria-label={t('action.close')} className="-m-1.5 inline-flex size-8 shrink-0 items-center justify-center rounded-control text-ink-3 hover:bg-hover pointer-coarse:size-11">
            <X aria-hidden className="size-4" />
          </Toast.Close>
        </div>
      </Toast.Root>
    );
  });
}
