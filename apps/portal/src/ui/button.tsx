import { createLink, type LinkComponent } from '@tanstack/react-router';
import clsx from 'clsx';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react';

export type Look = 'primary' | 'secondary' | 'danger' | 'danger-solid' | 'ghost';
export type Size = 'md' | 'lg' | 'sm';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-line bg-surface text-ink shadow-card hover:bg-hover',
  danger: 'border border-line bg-surface text-danger-ink shadow-card hover:bg-danger-soft',
  'danger-solid': 'bg-danger text-on-danger hover:bg-danger-hover',
  ghost: 'text-ink-2 hover:bg-hover hover:text-ink',
};
const SIZES: Record<Size, string> = {
  sm: 'min-h-8 px-2.5 text-sm pointer-coarse:min-h-11',
  md: 'min-h-9 px-3 text-base pointer-coarse:min-h-11',
  lg: 'min-h-11 px-4 text-base',
};

export function buttonClass(look: Look = 'secondary', size: Size = 'md', extra?: string): string {
  return clsx(
    'relative inline-flex max-w-full shrink-0 items-center justify-center gap-2 rounded-control py-1 text-center font-medium transition-colors duration-150',
    'disabled:opacity-55 aria-disabled:opacity-55',
    LOOKS[look],
    SIZES[size],
    extra,
  );
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  size?: Size;
  icon?: LucideIcon;
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look, size, icon: Icon, busy = false, className, children, type = 'button', disabled, ...rest }: Props) {
  const Shown = busy ? LoaderCircle : Icon;
  return (
    <button {...rest} type={type} disabled={disabled || busy} aria-busy={busy || undefined} className={buttonClass(look, size, className)}>
      {Shown && <Shown aria-hidden className={clsx('size-4 shrink-0', busy && 'animate-spin')} />}
      {children}
    </button>
  );
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { look?: Look; size?: Size; icon?: LucideIcon; ref?: Ref<HTMLAnchorElement> };

function Anchor({ look, size, icon: Icon, className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={buttonClass(look, size, className)}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      {children}
    </a>
  );
}

const Linked = createLink(Anchor);
/** A link to a page that looks like a button. */
export const LinkButton: LinkComponent<typeof Anchor> = (props) => <Linked {...props} />;
