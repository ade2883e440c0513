import { infiniteQueryOptions } from '@tanstack/react-query';
import { notifications, orders, unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { ServiceName } from '@/lib/health';
import { defined } from '@/lib/search';
import { isAtEnd, merged, wanting, type Entry, type Places } from './merge';
import { SERVICES, type AuditSearch } from './search';

/** How much is read of each service at once. */
const LIMIT = 50;
/** A page may be empty though there is a next one: so many are read until one is not, or somebody has to ask for more. */
const MOST_TRIES = 20;
/** A file has no more lines than this. */
export const MOST_LINES = 10_000;

export type AuditPage = {
  items: Entry[];
  rest: Places;
  /** Services whose log could not be read. */
  missing: ServiceName[];
};

const beginning = (search: AuditSearch): Places => Object.fromEntries(SERVICES.filter((name) => !search.service || search.service === name).map((name) => [name, { cursor: undefined, held: [] }]));

async function read(service: ServiceName, search: AuditSearch, limit: number, cursor: string | undefined) {
  const { from, until, action, actor, target, outcome } = search;
  // Days are those of whoever looks; the last one counts whole.
  const to = until ? new Date(new Date(`${until}T00:00:00`).setDate(new Date(`${until}T00:00:00`).getDate() + 1)).toISOString() : undefined;
  const query = { limit, ...defined({ cursor, action, actor, target, outcome, from: from ? new Date(`${from}T00:00:00`).toISOString() : undefined, to }) };
  const params = { params: { query } };
  switch (service) {
    case 'user':
      return await unwrap(users.GET('/api/v1/audit', params));
    case 'order':
      return await unwrap(orders.GET('/api/v1/audit', params));
    case 'notification':
      return await unwrap(notifications.GET('/api/v1/audit', params));
  }
}

/** The next entries of all services, in order. A service that does not answer is missing, and does not keep the others back. */
export async function nextPage(search: AuditSearch, from: Places | undefined, limit = LIMIT): Promise<AuditPage> {
  let places = from ?? beginning(search);
  const missing: ServiceName[] = [];
  for (let tries = 0; tries < MOST_TRIES && wanting(places).length > 0; tries += 1) {
    const pages = await Promise.all(
      wanting(places).map(async (service) => {
        try {
          const page = await read(service, search, limit, places[service]?.cursor ?? undefined);
          return [service, { cursor: page.next_cursor ?? null, held: page.items.map((entry): Entry => ({ ...entry, service })) }] as const;
        } catch (caught) {
          const error = asApiError(caught);
          // Who may not read it, or has signed out, is told so; a service that is away is only missing.
          if (!error.isNetwork && error.status < 500) throw error;
          missing.push(service);
          return [service, { cursor: null, held: [] }] as const;
        }
      }),
    );
    places = { ...places, ...Object.fromEntries(pages) };
  }
  const { items, rest } = merged(places);
  return { items, rest, missing };
}

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }: { pageParam: Places | undefined }) => nextPage(search, pageParam),
    initialPageParam: undefined as Places | undefined,
    getNextPageParam: (last: AuditPage) => (isAtEnd(last.rest) ? undefined : last.rest),
  });

/** Everything that matches, as far as a file goes. */
export async function everything(search: AuditSearch): Promise<{ entries: Entry[]; isWhole: boolean; missing: ServiceName[] }> {
  const entries: Entry[] = [];
  let places: Places | undefined;
  const missing = new Set<ServiceName>();
  do {
    const page = await nextPage(search, places, 100);
    entries.push(...page.items);
    for (const service of page.missing) missing.add(service);
    places = page.rest;
  } while (!isAtEnd(places) && entries.length < MOST_LINES);
  return { entries: entries.slice(0, MOST_LINES), isWhole: isAtEnd(places) && entries.length <= MOST_LINES, missing: [...missing] };
}
