import { defined, oneOf, text } from '@/lib/search';

export const STATES = ['active', 'pending', 'locked'] as const;
export type UserSearch = { q?: string; role?: string; state?: (typeof STATES)[number]; cursor?: string };

export function parseUserSearch(search: Record<string, unknown>): UserSearch {
  const role = text(search.role, 32);
  return defined({
    q: text(search.q, 100),
    role: role && /^[a-z][a-z0-9_-]*$/.test(role) ? role : undefined,
    state: oneOf(search.state, STATES),
    cursor: text(search.cursor, 1024),
  });
}
