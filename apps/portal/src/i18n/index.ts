import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { configureFormats } from '@/lib/format';
import { keep, kept } from '@/lib/storage';
import en from './en.json';

export type Language = 'en' | 'de';
export type TextKey = keyof typeof en;
export const LANGUAGES: { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof en };
    enableSelector: false;
  }
}

const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');

export function preferredLanguage(): Language {
  return kept('language') ?? languageOf(navigator.languages?.[0] ?? 'en');
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: en } },
  });
  await applyLanguage(preferredLanguage());
}

async function applyLanguage(language: Language): Promise<void> {
  if (language === 'de' && !i18next.hasResourceBundle('de', 'translation')) {
    const { default: de } = await import('./de.json');
    i18next.addResourceBundle('de', 'translation', de);
  }
  document.documentElement.lang = language;
  // The browser's own variant of the language knows the better formats, such as en-GB.
  const variant = navigator.languages?.find((one) => languageOf(one) === language && one.toLowerCase().startsWith(language));
  configureFormats(variant ?? language);
  await i18next.changeLanguage(language);
}

export async function chooseLanguage(language: Language): Promise<void> {
  keep('language', language);
  await applyLanguage(language);
}

/** The language of a profile, unless this browser's user chose one here. */
export async function adoptLocale(locale: string): Promise<void> {
  if (kept('language') === null && languageOf(locale) !== i18next.language) await applyLanguage(languageOf(locale));
}
