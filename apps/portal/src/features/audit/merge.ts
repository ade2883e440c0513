// One list out of those of three services, each newest first and read page by page.
import type { AuditEntry } from '@/api/types';
import type { ServiceName } from '@/lib/health';

export type Entry = AuditEntry & { service: ServiceName };
/** How far a service was read. */
export type Place = {
  /** Where its next page starts; undefined before the first one, null after the last one. */
  cursor: string | null | undefined;
  /** What was read and is not shown yet, newest first: others may have something newer. */
  held: Entry[];
};
export type Places = Partial<Record<ServiceName, Place>>;

const all = (places: Places) => Object.entries(places) as [ServiceName, Place][];
/** Ids begin with the time, so that the larger one is the newer one. */
const newestFirst = (a: Entry, b: Entry) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** The services of which something must be read before more can be shown. */
export const wanting = (places: Places): ServiceName[] => all(places).flatMap(([name, place]) => (place.cursor !== null && place.held.length === 0 ? [name] : []));

/** What can be shown now, in order: nothing of what is still to be read is newer. */
export function merged(places: Places): { items: Entry[]; rest: Places } {
  const bounds = all(places).flatMap(([, place]) => (place.cursor !== null && place.held.length > 0 ? [place.held.at(-1)!.id] : []));
  const bound = bounds.reduce((newest, one) => (one > newest ? one : newest), '');
  const items = all(places)
    .flatMap(([, place]) => place.held.filter((entry) => entry.id >= bound))
    .sort(newestFirst);
  const rest = Object.fromEntries(all(places).map(([name, place]) => [name, { ...place, held: place.held.filter((entry) => entry.id < bound) }]));
  return { items, rest };
}

/** Whether everything was read and shown. */
export const isAtEnd = (places: Places): boolean => all(places).every(([, place]) => place.cursor === null && place.held.length === 0);
