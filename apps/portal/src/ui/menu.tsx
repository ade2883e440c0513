import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

const ITEM = 'flex min-h-9 cursor-default items-center gap-2.5 rounded-control px-2.5 text-base select-none outline-none data-highlighted:bg-hover pointer-coarse:min-h-11';

export function Menu({ trigger, children, side = 'bottom', align = 'end' }: { trigger: ReactElement; children: ReactNode; side?: 'top' | 'bottom'; align?: 'start' | 'end' }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} side={side} align={align} className="z-50">
          <Base.Popup className="max-h-(--available-height) min-w-56 overflow-y-auto rounded-card border border-line bg-surface p-1.5 text-ink shadow-overlay outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({ icon: Icon, children, onClick, danger = false }: { icon?: LucideIcon; children: ReactNode; onClick: () => void; danger?: boolean }) {
  return (
    <Base.Item onClick={onClick} className={clsx(ITEM, danger && 'text-danger-ink')}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />}
      {children}
    </Base.Item>
  );
}

export function MenuChoice<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: { value: T; label: string }[]; onChange: (value: T) => void }) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      <Base.Group>
        <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-xs text-ink-3">{label}</Base.GroupLabel>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM}>
            <span className="flex size-4 items-center justify-center">
              <Base.RadioItemIndicator>
                <Check aria-hidden className="size-4 text-accent-ink" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}

export const MenuSeparator = () => <Base.Separator className="my-1.5 h-px bg-line" />;
