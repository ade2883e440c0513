import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');
type Texts = Record<string, string>;
const GROUPS = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('en.json'))
  .map((file) => (file === 'en.json' ? 'desk' : file.replace('.en.json', '')));
const textsOf = (group: string, language: 'en' | 'de') =>
  JSON.parse(readFileSync(join(import.meta.dirname, group === 'desk' ? `${language}.json` : `${group}.${language}.json`), 'utf8')) as Texts;
const groupOf = new Map(GROUPS.flatMap((group) => Object.keys(textsOf(group, 'en')).map((key): [string, string] => [key, group])));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((one) => one[1]).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return sources(path);
    return /\.tsx?$/.test(one.name) && !/\.(test|gen)\./.test(one.name) ? [path] : [];
  });
}

/** The keys that this code names. Of keys that are put together, `status.${status}` names all that begin so. */
function keysIn(code: string): string[] {
  const beginnings = [...code.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map((one) => one[1]!);
  return [...groupOf.keys()].filter((key) => {
    const base = key.replace(/_(one|other)$/, '');
    return code.includes(`'${base}'`) || code.includes(`"${base}"`) || beginnings.some((beginning) => key.startsWith(beginning));
  });
}

function resolved(from: string, name: string): string | undefined {
  const path = name.startsWith('@/') ? join(SRC, name.slice(2)) : name.startsWith('.') ? join(dirname(from), name) : undefined;
  return path && ['.ts', '.tsx', '/index.ts'].map((end) => path + end).find(existsSync);
}

/** These modules and all that comes with them. */
function below(modules: string[], seen = new Set<string>()): Set<string> {
  for (const module of modules) {
    if (seen.has(module)) continue;
    seen.add(module);
    const imports = readFileSync(module, 'utf8').matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gm);
    below([...imports].flatMap((one) => resolved(module, one[1]!) ?? []), seen);
  }
  return seen;
}

/** The labels of the navigation are drawn by the frame only, though its table comes first. */
const NAVIGATION = join(SRC, 'app/navigation.ts');
/** Which keys are needed by what comes with these modules, each with the module. */
const needs = (modules: string[]) =>
  [...below(modules)]
    .filter((module) => module !== NAVIGATION)
    .flatMap((module) => keysIn(readFileSync(module, 'utf8')).map((key): [string, string] => [key, relative(SRC, module)]));

const ROUTER = join(SRC, 'router.tsx');
const routes = readFileSync(ROUTER, 'utf8');
const imported = (code: string) => [...code.matchAll(/import\('([^']+)'\)/g)].map((one) => resolved(ROUTER, one[1]!)!);
const withTexts = [...routes.matchAll(/withTexts\(\[([^\]]*)\], \(\) => (import\('[^']+'\))/g)].map((one) => ({
  groups: [...one[1]!.matchAll(/'(\w+)'/g)].map((group) => group[1]!),
  module: imported(one[2]!)[0]!,
}));
const isSignIn = (module: string) => module.startsWith(join(SRC, 'features/auth/'));

describe('the languages', () => {
  it('have the same texts with the same placeholders', () => {
    for (const group of GROUPS) {
      const [en, de] = [textsOf(group, 'en'), textsOf(group, 'de')];
      expect(Object.keys(de)).toEqual(Object.keys(en));
      for (const [key, text] of Object.entries(en)) expect([key, placeholders(de[key]!)]).toEqual([key, placeholders(text)]);
    }
  });

  it('have no empty text, none that is not used, and none twice', () => {
    const used = new Set(keysIn(sources(SRC).map((path) => readFileSync(path, 'utf8')).join('\n')));
    for (const group of GROUPS) {
      for (const language of ['en', 'de'] as const) expect(Object.entries(textsOf(group, language)).filter(([, text]) => text.trim() === '')).toEqual([]);
      // The map knows the last place only.
      expect(Object.keys(textsOf(group, 'en')).filter((key) => groupOf.get(key) !== group)).toEqual([]);
    }
    expect([...groupOf.keys()].filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('the texts', () => {
  it('are there before the page that shows them', () => {
    expect(withTexts.length).toBeGreaterThan(1);
    const missing = imported(routes).flatMap((module) => {
      const own = withTexts.find((one) => one.module === module)?.groups ?? [];
      const there = new Set(['first', ...(isSignIn(module) ? [] : ['desk']), ...own]);
      return needs([module]).filter(([key]) => !there.has(groupOf.get(key)!));
    });
    expect(missing).toEqual([]);
  });

  it('come first only when signing in shows them', () => {
    const first = needs([join(SRC, 'main.tsx'), ...imported(routes).filter(isSignIn)]);
    expect(first.filter(([key]) => groupOf.get(key) !== 'first')).toEqual([]);
    const shown = new Set(first.map(([key]) => key));
    expect([...groupOf].filter(([key, group]) => group === 'first' && !shown.has(key))).toEqual([]);
  });
});
