import { Tooltip } from '@base-ui/react/tooltip';
import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Kbd } from './kbd';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  icon: LucideIcon;
  label: string;
  shortcut?: string;
  ref?: Ref<HTMLButtonElement>;
};

/** A button that is an icon; its name is shown on hover and read aloud. */
export function IconButton({ icon: Icon, label, shortcut, className, ...rest }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        {...rest}
        aria-label={label}
        className={clsx(
          'inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors hover:bg-hover hover:text-ink disabled:opacity-40 pointer-coarse:size-11',
          className,
        )}
      >
        <Icon aria-hidden className="size-4.5" />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="flex items-center gap-2 rounded-control bg-ink px-2 py-1 text-xs text-bg shadow-overlay">
            {label}
            {shortcut && <Kbd className="border-ink-3 text-bg">{shortcut}</Kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
