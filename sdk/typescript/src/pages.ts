import type { CallOptions } from './transport.js';

interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

/** Every item of a list, in order. A page is asked for when its first item is wanted. */
export async function* each<T, I extends object>(
  list: (input: I, options?: CallOptions) => Promise<Page<T>>,
  input: NoInfer<I> = {} as I,
  options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
  let cursor: string | null | undefined;
  do {
    const page: Page<T> = await list(cursor ? { ...input, cursor } : input, options);
    yield* page.items;
    cursor = page.next_cursor;
  } while (cursor);
}
