import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import de from './de.json';
import en from './en.json';

const texts: Record<'en' | 'de', Record<string, string>> = { en, de };
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((one) => one[1]).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return sources(path);
    return /\.tsx?$/.test(one.name) && !/\.(test|gen)\./.test(one.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the languages', () => {
  it('have the same texts with the same placeholders', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) expect([key, placeholders(texts.de[key]!)]).toEqual([key, placeholders(text)]);
  });

  it('have no empty text and none that is not used', () => {
    const code = sources(join(import.meta.dirname, '..')).join('\n');
    // Keys that are put together: `status.${status}` uses every key that begins so.
    const beginnings = [...code.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map((one) => one[1]!);
    const isUsed = (key: string) => {
      const base = key.replace(/_(one|other)$/, '');
      return code.includes(`'${base}'`) || code.includes(`"${base}"`) || beginnings.some((beginning) => key.startsWith(beginning));
    };
    for (const language of ['en', 'de'] as const) expect(Object.entries(texts[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
  });
});
