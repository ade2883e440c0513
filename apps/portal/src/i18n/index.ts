import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { configureFormats } from '@/lib/format';
import { keep, kept } from '@/lib/storage';
import type audit from './audit.en.json';
import type console from './console.en.json';
import type desk from './en.json';
import first from './first.en.json';
import type providers from './providers.en.json';
import type roles from './roles.en.json';
import type trace from './trace.en.json';
import type xray from './xray.en.json';

export type Language = 'en' | 'de';
type Texts = typeof first & typeof desk & typeof audit & typeof console & typeof providers & typeof roles & typeof trace & typeof xray;
export type TextKey = keyof Texts;
export const LANGUAGES: { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: Texts };
    enableSelector: false;
  }
}

type Loader = () => Promise<{ default: Record<string, string> }>;
/**
 * Where texts are, by what they come with. `first` is what signing in shows, and is there from the start; `desk` comes with
 * the frame of those who are signed in, and is the place for all that several pages show; the others come with their pages.
 */
const PLACES = {
  first: { en: () => Promise.resolve({ default: first }), de: () => import('./first.de.json') },
  desk: { en: () => import('./en.json'), de: () => import('./de.json') },
  audit: { en: () => import('./audit.en.json'), de: () => import('./audit.de.json') },
  console: { en: () => import('./console.en.json'), de: () => import('./console.de.json') },
  providers: { en: () => import('./providers.en.json'), de: () => import('./providers.de.json') },
  roles: { en: () => import('./roles.en.json'), de: () => import('./roles.de.json') },
  trace: { en: () => import('./trace.en.json'), de: () => import('./trace.de.json') },
  xray: { en: () => import('./xray.en.json'), de: () => import('./xray.de.json') },
} satisfies Record<string, Record<Language, Loader>>;
export type TextGroup = keyof typeof PLACES;

const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');

export function preferredLanguage(): Language {
  return kept('language') ?? languageOf(navigator.languages?.[0] ?? 'en');
}

let language = preferredLanguage();
/** What has been shown, and so is needed in each language that is chosen later. */
const wanted = new Set<TextGroup>(['first']);
const loading = new Map<string, Promise<void>>();

const started = i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: first } },
});

function load(group: TextGroup, into: Language): Promise<void> {
  const name = `${group}.${into}`;
  const ongoing = loading.get(name);
  if (ongoing) return ongoing;
  const loaded = Promise.all([PLACES[group][into](), started]).then(([{ default: texts }]) => {
    i18next.addResourceBundle(into, 'translation', texts, true, true);
  });
  loading.set(name, loaded);
  // Not remembered when it failed, so that it is asked for again.
  loaded.catch(() => loading.delete(name));
  return loaded;
}

/** Sees to it that these texts can be shown, in the present language and in those that are chosen later. */
export async function loadTexts(groups: readonly TextGroup[]): Promise<void> {
  for (const group of groups) wanted.add(group);
  await Promise.all(groups.map((group) => load(group, language)));
}

/** The code of a page, and the texts that only it and some others show. */
export const withTexts =
  <T>(groups: readonly TextGroup[], code: () => Promise<T>) =>
  async (): Promise<T> =>
    (await Promise.all([code(), loadTexts(groups)]))[0];

export async function startI18n(): Promise<void> {
  await started;
  await applyLanguage(preferredLanguage());
}

async function applyLanguage(next: Language): Promise<void> {
  // Before anything is waited for: a page that comes meanwhile brings its texts in this language.
  language = next;
  await Promise.all([...wanted].map((group) => load(group, next)));
  document.documentElement.lang = next;
  // The browser's own variant of the language knows the better formats, such as en-GB.
  const variant = navigator.languages?.find((one) => languageOf(one) === next && one.toLowerCase().startsWith(next));
  configureFormats(variant ?? next);
  await i18next.changeLanguage(next);
}

export async function chooseLanguage(next: Language): Promise<void> {
  keep('language', next);
  await applyLanguage(next);
}

/** The language of a profile, unless this browser's user chose one here. */
export async function adoptLocale(locale: string): Promise<void> {
  if (kept('language') === null && languageOf(locale) !== i18next.language) await applyLanguage(languageOf(locale));
}
