// Money and times as people read them, in the language and zone that were chosen.

export type Money = { amount: number; currency: string };

const settings = { locale: 'en', zone: undefined as string | undefined };

export function configureFormats(locale: string, zone?: string): void {
  settings.locale = locale;
  if (zone !== undefined) settings.zone = zone;
  cache.clear();
}

export const formatLocale = (): string => settings.locale;
export const formatZone = (): string => settings.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

const cache = new Map<string, unknown>();
function cached<T>(key: string, make: () => T): T {
  let found = cache.get(key) as T | undefined;
  if (found === undefined) {
    found = make();
    cache.set(key, found);
  }
  return found;
}

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  return cached(`digits ${currency}`, () => {
    try {
      return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
      return 2;
    }
  });
}

/** The amount as decimal text, exact for every whole number: 1234 with 2 digits is "12.34". */
export function decimalOf(amount: number, digits: number): string {
  const sign = amount < 0 ? '-' : '';
  const text = BigInt(Math.abs(amount)).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function money({ amount, currency }: Money): string {
  const format = cached(`money ${currency}`, () => {
    try {
      return new Intl.NumberFormat(settings.locale, { style: 'currency', currency });
    } catch {
      return null;
    }
  });
  const text = decimalOf(amount, digitsOf(currency));
  // The text, not the number: a number above 2^53 / 100 would lose its cents.
  return format ? format.format(text as unknown as number) : `${text} ${currency}`;
}

/** Minor units from what somebody typed, with the separators of their language; null when it is no amount. */
export function parseAmount(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  let plain = text.replace(/[\s'’\u00a0\u202f]/g, '');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  const decimal = decimalMark(plain, comma, point, digits);
  if (decimal === ',') plain = plain.replaceAll('.', '').replace(',', '.');
  else plain = plain.replaceAll(',', '');
  const match = /^(\d{0,15})(?:\.(\d*))?$/.exec(plain);
  if (!match || plain === '' || plain === '.') return null;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  const amount = Number(BigInt((match[1] || '0') + fraction.padEnd(digits, '0')));
  return Number.isSafeInteger(amount) ? amount : null;
}

function decimalMark(text: string, comma: number, point: number, digits: number): ',' | '.' {
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const only = comma >= 0 ? ',' : '.';
  const at = Math.max(comma, point);
  if (at < 0) return '.';
  const follows = text.length - at - 1;
  const repeated = text.split(only).length > 2;
  // "1.234" in German and "1,234" in English group; anything else separates the fraction.
  const local = cached('mark', () => new Intl.NumberFormat(settings.locale).format(1.1).charAt(1));
  if (repeated || (follows === 3 && digits !== 3 && only !== local)) return only === ',' ? '.' : ',';
  return only;
}

/** An amount for an input field: no currency, the decimal mark of the language. */
export function amountText(amount: number, currency: string): string {
  const mark = cached('mark', () => new Intl.NumberFormat(settings.locale).format(1.1).charAt(1));
  return decimalOf(amount, digitsOf(currency)).replace('.', mark);
}

export function number(value: number): string {
  return cached('number', () => new Intl.NumberFormat(settings.locale)).format(value);
}

type Style = 'day' | 'short' | 'full' | 'time' | 'weekday' | 'axis';
const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  axis: { day: 'numeric', month: 'short' },
  full: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
};

export function date(value: string | Date, style: Style = 'full'): string {
  const format = cached(`date ${style}`, () => {
    const options = { ...STYLES[style], timeZone: settings.zone };
    try {
      return new Intl.DateTimeFormat(settings.locale, options);
    } catch {
      return new Intl.DateTimeFormat(settings.locale, STYLES[style]);
    }
  });
  return format.format(new Date(value));
}

/** A calendar day, such as 2026-11-27, as text. It has no zone. */
export function dayText(day: string, style: 'day' | 'axis' = 'day'): string {
  const format = cached(`plain day ${style}`, () => new Intl.DateTimeFormat(settings.locale, { ...STYLES[style], timeZone: 'UTC' }));
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** The calendar day in the chosen zone, such as 2026-11-27. */
export function dayOf(value: string | Date): string {
  const format = cached('iso day', () => new Intl.DateTimeFormat('en-CA', { timeZone: settings.zone, year: 'numeric', month: '2-digit', day: '2-digit' }));
  return format.format(new Date(value));
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** "3 minutes ago", "yesterday", "in 2 hours". */
export function ago(value: string | Date, now: number = Date.now()): string {
  const seconds = Math.round((new Date(value).getTime() - now) / 1000);
  const format = cached('ago', () => new Intl.RelativeTimeFormat(settings.locale, { numeric: 'auto' }));
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'second');
}

/** How often per second, as exactly as it matters. */
export function rate(perSecond: number): string {
  const digits = perSecond >= 10 || Number.isInteger(perSecond) ? 0 : perSecond >= 1 ? 1 : 2;
  const text = cached(`rate ${digits}`, () => new Intl.NumberFormat(settings.locale, { maximumFractionDigits: digits })).format(perSecond);
  return `${text}/s`;
}

/** A size in memory: 84 MB. */
export function bytes(value: number): string {
  const format = (size: number, unit: string) => new Intl.NumberFormat(settings.locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
  if (value < 1e6) return format(value / 1e3, 'kilobyte');
  return value < 1e9 ? format(value / 1e6, 'megabyte') : format(value / 1e9, 'gigabyte');
}

/** A length of time: 340 ms, 1.2 s, 3 min. */
export function duration(milliseconds: number): string {
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(settings.locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
  if (milliseconds < 1000) return unit(milliseconds, 'millisecond', milliseconds < 1 ? 2 : milliseconds < 10 ? 1 : 0);
  if (milliseconds < 60_000) return unit(milliseconds / 1000, 'second', 1);
  if (milliseconds < 3_600_000) return unit(milliseconds / 60_000, 'minute', 1);
  return unit(milliseconds / 3_600_000, 'hour', 1);
}

/** A language by its name: German for de-DE. */
export function languageName(code: string): string {
  try {
    return cached('languages', () => new Intl.DisplayNames(settings.locale, { type: 'language' })).of(code) ?? code;
  } catch {
    return code;
  }
}

export function countryName(code: string): string {
  try {
    return cached('countries', () => new Intl.DisplayNames(settings.locale, { type: 'region' })).of(code) ?? code;
  } catch {
    return code;
  }
}
