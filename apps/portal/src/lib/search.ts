// What stands in the address of a page. A wrong value falls back; it never breaks a page.

export function text(value: unknown, longest: number): string | undefined {
  const shown = typeof value === 'number' ? String(value) : value;
  return typeof shown === 'string' && shown.length > 0 && shown.length <= longest ? shown : undefined;
}

export function oneOf<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

/** Every value of a closed set, in this order: one that is missing does not compile. */
export function everyOf<T extends string>(known: Record<T, true>): readonly T[] {
  return Object.keys(known) as T[];
}

export function someOf<T extends string>(value: unknown, known: readonly T[]): T[] | undefined {
  const given = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const found = known.filter((one) => given.includes(one));
  return found.length > 0 ? found : undefined;
}

export function day(value: unknown): string | undefined {
  const shown = text(value, 10);
  return shown && /^\d{4}-\d{2}-\d{2}$/.test(shown) && !Number.isNaN(Date.parse(shown)) ? shown : undefined;
}

/** Only the members that have a value, so that an address holds no empty ones. */
export function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

export function parseListSearch(search: Record<string, unknown>): { cursor?: string } {
  return defined({ cursor: text(search.cursor, 1024) });
}
