import { PreconditionFailed } from './errors.js';

const etags = new WeakMap<object, string>();

export function keepEtag<T>(value: T, etag: string | null): T {
  if (etag !== null && typeof value === 'object' && value !== null) etags.set(value, etag);
  return value;
}

/** The version of something that was read, for `ifMatch`. */
export function etagOf(thing: object): string {
  const etag = etags.get(thing);
  if (etag === undefined) throw new TypeError('this was not read from a service, or has no version');
  return etag;
}

/**
 * Reads, and writes what is decided by what was read. When somebody else was faster, both are done again, `tries` times in
 * all: so `write` decides by the thing that it is given, and by nothing that was read before.
 */
export async function edit<T extends object, R>(read: () => Promise<T>, write: (thing: T, ifMatch: string) => Promise<R>, tries = 5): Promise<R> {
  for (let left = tries; ; left -= 1) {
    const thing = await read();
    try {
      return await write(thing, etagOf(thing));
    } catch (error) {
      if (!(error instanceof PreconditionFailed) || left <= 1) throw error;
    }
  }
}
