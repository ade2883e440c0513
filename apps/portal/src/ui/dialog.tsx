import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
};

/** A question in front of the page: in the middle at a desk, a sheet from below on a phone. */
export function Dialog({ open, onClose, title, description, children, footer, wide = false }: Props) {
  const { t } = useTranslation();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          data-modal
          className={`fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-dialog border border-line bg-surface shadow-overlay transition duration-200 data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0 sm:inset-x-auto sm:start-1/2 sm:top-1/2 sm:bottom-auto sm:w-[calc(100%-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-dialog sm:data-ending-style:-translate-y-[48%] sm:data-starting-style:-translate-y-[48%] ${wide ? 'sm:max-w-2xl' : 'sm:max-w-lg'}`}
        >
          <div className="flex items-start justify-between gap-4 ps-5 pe-3 pt-4">
            <Base.Title className="pt-1.5 text-lg font-semibold">{title}</Base.Title>
            {/* Without a tooltip: one that is open would take the first Escape for itself. */}
            <Base.Close aria-label={t('action.close')} className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11">
              <X aria-hidden className="size-4.5" />
            </Base.Close>
          </div>
          <div className="overflow-y-auto px-5 pt-1 pb-5">
            {description && <Base.Description className="mb-4 text-ink-2">{description}</Base.Description>}
            {children}
          </div>
          {footer && <div className="flex flex-col-reverse gap-2 border-t border-line px-5 py-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
