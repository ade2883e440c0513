import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { ChevronDown } from 'lucide-react';

const BOX =
  'w-full min-w-0 rounded-control border bg-surface text-base text-ink transition-colors hover:border-ink-3 disabled:bg-sunken disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-sunken';

export function controlClass(invalid: boolean, extra?: string): string {
  return clsx(BOX, invalid ? 'border-danger' : 'border-control', extra);
}

type Common = { label: string; error?: string | undefined; hint?: ReactNode; hideLabel?: boolean; optional?: string };

type FrameProps = Common & { id: string; children: ReactNode; className?: string | undefined };
function Frame({ id, label, error, hint, hideLabel, optional, children, className }: FrameProps) {
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={id} className={clsx('mb-1.5 block text-sm font-medium', hideLabel && 'sr-only')}>
        {label}
        {optional && <span className="ms-1.5 font-normal text-ink-3">{optional}</span>}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-xs text-danger-ink">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { error, hint }: Common): string | undefined {
  if (error) return `${id}-error`;
  return hint ? `${id}-hint` : undefined;
}

function rest<T extends Common>({ label: _l, error: _e, hint: _h, hideLabel: _hl, optional: _o, ...others }: T) {
  return others;
}

type TextProps = InputHTMLAttributes<HTMLInputElement> & Common & { ref?: Ref<HTMLInputElement>; size?: never; frameClass?: string; end?: ReactNode };

export function TextField({ frameClass, className, end, ...props }: TextProps) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <Frame {...props} id={id} className={frameClass}>
      <div className="relative">
        <input
          {...rest(props)}
          id={id}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={describedBy(id, props)}
          className={controlClass(Boolean(props.error), clsx('h-10 px-3 pointer-coarse:h-11', end && 'pe-11', className))}
        />
        {end && <div className="absolute inset-y-0 end-0.5 flex items-center">{end}</div>}
      </div>
    </Frame>
  );
}

type AreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & Common & { ref?: Ref<HTMLTextAreaElement>; frameClass?: string };

export function TextArea({ frameClass, className, ...props }: AreaProps) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <Frame {...props} id={id} className={frameClass}>
      <textarea
        rows={3}
        {...rest(props)}
        id={id}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(id, props)}
        className={controlClass(Boolean(props.error), clsx('block px-3 py-2', className))}
      />
    </Frame>
  );
}

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & Common & { ref?: Ref<HTMLSelectElement>; frameClass?: string; small?: boolean };

export function SelectField({ frameClass, className, small = false, children, ...props }: SelectProps) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <Frame {...props} id={id} className={frameClass}>
      <div className="relative">
        <select
          {...rest(props)}
          id={id}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={describedBy(id, props)}
          className={controlClass(Boolean(props.error), clsx('appearance-none truncate ps-3 pe-8 pointer-coarse:h-11', small ? 'h-9' : 'h-10', className))}
        >
          {children}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-ink-3" />
      </div>
    </Frame>
  );
}
