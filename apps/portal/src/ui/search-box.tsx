import clsx from 'clsx';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '@/lib/keyboard';
import { controlClass } from './field';
import { Kbd } from './kbd';
import { useHasMouse } from './media';

type Props = { label: string; value: string; maxLength: number; wide?: boolean; onFind: (text: string) => void };

/** Searches while one types, after a short pause; `/` goes to it. */
export function SearchBox({ label, value, maxLength, wide = false, onFind }: Props) {
  const hasMouse = useHasMouse();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useKeys({ '/': () => input.current?.focus() });
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const find = (wanted: string) => {
    clearTimeout(timer.current);
    if (wanted.trim() !== value) onFind(wanted.trim());
  };
  const change = (wanted: string) => {
    setText(wanted);
    clearTimeout(timer.current);
    const here = location.pathname;
    // Somebody who opened a row meanwhile must not be brought back to the list.
    timer.current = setTimeout(() => location.pathname === here && find(wanted), 300);
  };
  return (
    <form
      role="search"
      className={clsx('relative min-w-[min(100%,11rem)] flex-1 max-sm:basis-full', !wide && 'sm:max-w-72')}
      onSubmit={(event) => {
        event.preventDefault();
        find(text);
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={maxLength}
        value={text}
        onChange={(event) => change(event.target.value)}
        // Whoever leaves the box is done typing. A search that came later would undo the click that they left it with.
        onBlur={() => find(text)}
        onKeyDown={(event) => event.key === 'Escape' && (text ? change('') : input.current?.blur())}
        className={controlClass(false, 'h-9 ps-8.5 pe-8 [&::-webkit-search-cancel-button]:hidden pointer-coarse:h-11')}
      />
      {hasMouse && text === '' && (
        <span aria-hidden className="pointer-events-none absolute inset-y-0 end-2 flex items-center max-sm:hidden">
          <Kbd>/</Kbd>
        </span>
      )}
    </form>
  );
}
