// Everything that is kept in this browser, by name and type. Storage that is full or forbidden is as if empty.

type Kept = {
  /** Somebody signed in here and did not sign out: worth asking for a new token. */
  session: '1';
  theme: 'light' | 'dark';
  language: 'en' | 'de';
  keys: 'off';
};

export function kept<K extends keyof Kept>(name: K): Kept[K] | null {
  try {
    return localStorage.getItem(name) as Kept[K] | null;
  } catch {
    return null;
  }
}

export function keep<K extends keyof Kept>(name: K, value: Kept[K] | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // It will be asked for again.
  }
}

/** What was typed and not sent, for this tab. */
export const drafts = {
  read<T>(name: string): T | null {
    try {
      return JSON.parse(sessionStorage.getItem(`draft:${name}`) ?? 'null') as T | null;
    } catch {
      return null;
    }
  },
  write(name: string, value: unknown): void {
    try {
      if (value === null) sessionStorage.removeItem(`draft:${name}`);
      else sessionStorage.setItem(`draft:${name}`, JSON.stringify(value));
    } catch {
      // Then it is not kept.
    }
  },
};
