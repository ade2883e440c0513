import { countryName, formatLocale } from '@/lib/format';

const CODES =
  'AT AU BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP KR KW LI LT LU LV MC MT MX NL NO NZ PL PT RO RS SE SG SI SK TR UA US ZA'.split(' ');

/** Countries by name in the reader's language; one that is not offered but given is added. */
export function countries(given: string): { code: string; name: string }[] {
  const codes = CODES.includes(given) || given === '' ? CODES : [given, ...CODES];
  return codes.map((code) => ({ code, name: countryName(code) })).toSorted((one, other) => one.name.localeCompare(other.name, formatLocale()));
}
