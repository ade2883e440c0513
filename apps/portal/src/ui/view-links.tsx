import { Link } from '@tanstack/react-router';

type View = { key: string; label: string; to: string; search: Record<string, unknown>; current: boolean };

/** Views of one list, as links: each has an address. */
export function ViewLinks({ label, links }: { label: string; links: View[] }) {
  return (
    <nav aria-label={label} className="no-scrollbar flex gap-1 overflow-x-auto py-0.5">
      {links.map((link) => (
        <Link
          key={link.key}
          to={link.to as '/orders'}
          search={link.search as never}
          aria-current={link.current ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
          className="flex h-9 shrink-0 items-center rounded-control px-3 text-sm font-medium text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink pointer-coarse:h-10"
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
